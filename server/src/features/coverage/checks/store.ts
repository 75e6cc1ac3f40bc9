import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

function checks(db: Db) {
  return db
    .selectFrom('eligibility_check as e')
    .innerJoin('payer as p', 'p.id', 'e.payer_id')
    .leftJoin('staff as w', 'w.id', 'e.asked_by')
    .select(['e.id', 'e.patient_id', 'e.coverage_id', 'e.appointment_id', 'e.payer_id', 'e.connection_id'])
    .select(['e.service_date', 'e.service_types', 'e.reason', 'e.state', 'e.outcome', 'e.failure', 'e.missing'])
    .select('e.failure_note')
    .select(['e.asked_at', 'e.answered_at', 'e.attempts', 'e.next_attempt_at', 'e.is_sandbox'])
    .select(['p.name as payer_name', 'w.name as asked_by_name'])
}

export type CheckRow = Awaited<ReturnType<typeof selectChecks>>[number]

/** About one policy, the newest first. */
export async function selectChecks(db: Db, coverageId: string, limit: number) {
  return checks(db)
    .where('e.coverage_id', '=', coverageId)
    .orderBy('e.asked_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute()
}

export async function countChecks(db: Db, coverageId: string): Promise<number> {
  const { count } = await db
    .selectFrom('eligibility_check')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('coverage_id', '=', coverageId)
    .executeTakeFirstOrThrow()
  return count
}

/** Also what was said and read; undefined unless it is about this very person. */
export async function findCheck(db: Db, patientId: string, checkId: string) {
  return checks(db)
    .leftJoin('payer_connection as n', 'n.id', 'e.connection_id')
    .select(['e.request', 'e.response', 'e.result', 'e.hops', 'e.control_number', 'e.trace'])
    .select('e.subscriber_patient_id')
    .select('n.name as connection_name')
    .where('e.id', '=', checkId)
    .where('e.patient_id', '=', patientId)
    .executeTakeFirst()
}

export type WholeCheckRow = NonNullable<Awaited<ReturnType<typeof findCheck>>>

/** A question that was turned away, or that found nobody, was answered without a word of the plan. */
const part = sql<'pending' | 'answered' | 'rejected' | 'failed'>`case
  when e.state in ('waiting', 'sent') then 'pending'
  when e.state = 'answered' and e.outcome in ('turned-away', 'not-found') then 'rejected'
  else e.state end`

/**
 * Of each policy the answer to what was asked last, what was rejected last, what is still open, and the last that came to
 * nothing. An answer that comes late from a batch does not go before one that was asked for after it.
 */
export async function selectCardChecks(db: Db, patientId: string) {
  const ranked = checks(db)
    .select('e.result')
    .select(part.as('part'))
    .select(
      sql<number>`row_number() over (partition by e.coverage_id, ${part} order by e.asked_at desc, e.id desc)`.as(
        'place',
      ),
    )
    .where('e.patient_id', '=', patientId)
    .where('e.coverage_id', 'is not', null)
  return db.selectFrom(ranked.as('r')).selectAll().where('r.place', '=', 1).execute()
}

/**
 * Questions to payers of whom nobody has told, of each payer the newest; what they know of stays longer than the rest,
 * until somebody added it or wrote down a policy of that payer.
 */
export async function selectDiscovery(
  db: Db,
  patientId: string,
  { after, hitsAfter }: { readonly after: string; readonly hitsAfter: string },
) {
  return checks(db)
    .where('e.patient_id', '=', patientId)
    .where('e.reason', '=', 'discovery')
    .where('e.coverage_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('e.asked_at', '>', after),
        eb.and([
          eb('e.outcome', '=', 'active'),
          eb('e.asked_at', '>', hitsAfter),
          eb.not(
            eb.exists(
              eb
                .selectFrom('coverage as c')
                .select('c.id')
                .whereRef('c.patient_id', '=', 'e.patient_id')
                .whereRef('c.payer_id', '=', 'e.payer_id'),
            ),
          ),
        ]),
      ]),
    )
    .distinctOn(['p.name', 'e.payer_id'])
    .orderBy('p.name')
    .orderBy('e.payer_id')
    .orderBy('e.asked_at', 'desc')
    .execute()
}

/** Of the practice as a whole: the zone of its first site. Not by the book of practices, which would be opened before anybody asks. */
export async function practiceZone(db: Db): Promise<string> {
  const site = await db
    .selectFrom('site')
    .select('time_zone')
    .where('active', '=', true)
    .orderBy('id')
    .executeTakeFirst()
  return site?.time_zone ?? 'UTC'
}
