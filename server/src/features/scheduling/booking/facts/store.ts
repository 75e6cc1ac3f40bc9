import type { CoveredTime } from '@foyer/scheduling'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { instantOfMs } from '../../instants.ts'
import { during, type ForWhom, keepsFrom } from '../../time/store.ts'

/** Epoch milliseconds. */
interface Range {
  readonly start: number
  readonly end: number
}

/** Visits that ended otherwise than by taking place take no time and count for nothing. */
const gone = ['cancelled', 'no-show'] as const

export interface TakenRow {
  readonly resource_id: string
  readonly lane: number
  readonly from: string
  readonly until: string
  /** Visit, hold or group; null for a block. */
  readonly of: string | null
}

export interface WithoutWhom extends ForWhom {
  /** Nor do these take any time, which are used up by the booking. */
  readonly holdIds: readonly string[]
  /** The visit that is moved. */
  readonly appointmentId: string | null
}

/** What takes time of these resources, lane by lane. */
export function selectTaken(
  db: Db,
  resourceIds: readonly string[],
  range: Range,
  without: WithoutWhom,
): Promise<readonly TakenRow[]> {
  return db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .select((eb) => [
      'a.resource_id',
      'a.lane',
      sql<string>`lower(a.during)`.as('from'),
      sql<string>`upper(a.during)`.as('until'),
      eb.fn.coalesce('a.appointment_id', 'a.hold_id', 'a.group_session_id').as('of'),
    ])
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && ${during(range)}`)
    .where((eb) =>
      eb.or([
        eb('a.hold_id', 'is', null),
        eb.and([keepsFrom(without, 'h'), sql<boolean>`h.id <> all(${without.holdIds}::uuid[])`]),
      ]),
    )
    .where(sql<boolean>`(a.appointment_id is null or a.appointment_id is distinct from ${without.appointmentId}::uuid)`)
    .execute()
}

export interface CountWish {
  readonly siteId: string
  readonly visitTypeId: string
  /** Every visit type for new patients. */
  readonly newTypeIds: readonly string[]
  readonly leadId: string | null
  readonly day: Range
  readonly without: WithoutWhom
}

/** Visits that begin on a day, without the one that is moved. */
export async function selectCounts(db: Db, wish: CountWish) {
  return db
    .selectFrom('appointment as v')
    .where('v.site_id', '=', wish.siteId)
    .where('v.starts_at', '>=', instantOfMs(wish.day.start))
    .where('v.starts_at', '<', instantOfMs(wish.day.end))
    .where('v.status', 'not in', gone)
    .where(sql<boolean>`v.id is distinct from ${wish.without.appointmentId}::uuid`)
    .where(sql<boolean>`v.visit_type_id = any(${[wish.visitTypeId, ...wish.newTypeIds]}::uuid[])`)
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('allocation as a')
          .select(sql<boolean>`true`.as('there'))
          .whereRef('a.appointment_id', '=', 'v.id')
          .where(sql<boolean>`a.resource_id = ${wish.leadId}::uuid`)
          .limit(1)
          .as('lead'),
      (join) => join.onTrue(),
    )
    .select(countsOf(wish))
    .executeTakeFirstOrThrow()
}

/** The same of holds that others have: whoever holds a time has it, so what it counts as is spoken for as well. */
export async function selectHeldCounts(db: Db, wish: CountWish) {
  return db
    .selectFrom('hold as v')
    .where('v.site_id', '=', wish.siteId)
    .where('v.starts_at', '>=', instantOfMs(wish.day.start))
    .where('v.starts_at', '<', instantOfMs(wish.day.end))
    .where(keepsFrom(wish.without, 'v'))
    .where(sql<boolean>`v.id <> all(${wish.without.holdIds}::uuid[])`)
    .where(sql<boolean>`v.visit_type_id = any(${[wish.visitTypeId, ...wish.newTypeIds]}::uuid[])`)
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('allocation as a')
          .select(sql<boolean>`true`.as('there'))
          .whereRef('a.hold_id', '=', 'v.id')
          .where(sql<boolean>`a.resource_id = ${wish.leadId}::uuid`)
          .limit(1)
          .as('lead'),
      (join) => join.onTrue(),
    )
    .select(countsOf(wish))
    .executeTakeFirstOrThrow()
}

function countsOf({ visitTypeId, newTypeIds }: CountWish) {
  return [
    sql<number>`count(*) filter (where v.visit_type_id = ${visitTypeId}::uuid)::int`.as('ofType'),
    sql<number>`count(lead.there) filter (where v.visit_type_id = ${visitTypeId}::uuid)::int`.as('ofTypeWithLead'),
    sql<number>`count(lead.there) filter (where v.visit_type_id = any(${newTypeIds}::uuid[]))::int`.as('ofNewWithLead'),
  ] as const
}

/** What rules ask about a patient, with who covers them from when to when. Undefined when there is no such patient. */
export function selectPatientFacts(db: Db, patientId: string) {
  return db
    .selectFrom('patient as p')
    .where('p.id', '=', patientId)
    .select(['p.birth_date', 'p.sex', 'p.deceased', 'p.language'])
    .select((eb) => [
      eb
        .selectFrom('coverage as c')
        .whereRef('c.patient_id', '=', 'p.id')
        .select(
          sql<
            CoveredTime[] | null
          >`json_agg(json_build_object('payerId', c.payer_id, 'from', c.period_start, 'to', c.period_end))`.as('all'),
        )
        .as('coverages'),
    ])
    .executeTakeFirst()
}

/** Visits that took place or are booked. */
export function selectVisitsOf(db: Db, patientId: string, without: string | null) {
  return db
    .selectFrom('appointment')
    .select(['visit_type_id', 'starts_at'])
    .where('patient_id', '=', patientId)
    .where('status', 'not in', gone)
    .where(sql<boolean>`id is distinct from ${without}::uuid`)
    .execute()
}
