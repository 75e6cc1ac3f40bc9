import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { instantOfMs } from '../instants.ts'
import { during, type Holder, isHeldBy } from '../time/store.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** What takes time of these resources, for a search: the caller's own holds do not, a new one lets them go. */
export function selectBusy(db: Db, resourceIds: readonly string[], range: Range, now: string, holder: Holder) {
  return db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .leftJoin('appointment as v', 'v.id', 'a.appointment_id')
    .select(['a.resource_id', 'a.lane', 'v.visit_type_id'])
    .select([sql<string>`lower(a.during)`.as('from'), sql<string>`upper(a.during)`.as('until')])
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && ${during(range)}`)
    .where((eb) =>
      eb.or([
        eb('a.hold_id', 'is', null),
        eb.and([eb('h.expires_at', '>', now), eb.not(sql<boolean>`coalesce(${isHeldBy(holder, 'h')}, false)`)]),
      ]),
    )
    .execute()
}

const notTaken = ['cancelled', 'no-show'] as const

export function selectPatientBusy(db: Db, patientId: string, range: Range) {
  return db
    .selectFrom('appointment')
    .select(['id', 'starts_at', 'ends_at'])
    .where('patient_id', '=', patientId)
    .where('starts_at', '<', instantOfMs(range.end))
    .where('ends_at', '>', instantOfMs(range.start))
    .where('status', 'not in', notTaken)
    .orderBy('starts_at')
    .execute()
}

/** The clinician a patient was with most often since then; of two, the one seen last. */
export async function selectUsualClinician(
  db: Db,
  patientId: string,
  since: string,
  now: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('appointment as v')
    .innerJoin('allocation as a', 'a.appointment_id', 'v.id')
    .select('a.resource_id')
    .where('v.patient_id', '=', patientId)
    .where('v.starts_at', '>=', since)
    .where('v.starts_at', '<', now)
    .where('v.status', 'not in', notTaken)
    .where('a.role', '=', 'clinician')
    .groupBy('a.resource_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy((eb) => eb.fn.max('v.starts_at'), 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.resource_id ?? null
}
