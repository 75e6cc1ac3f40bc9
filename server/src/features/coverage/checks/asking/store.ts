import { type Insertable, sql } from 'kysely'
import { anyOf } from '../../../../platform/database/any-of.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../../platform/database/organization-tables.ts'

/** Whatever a question is made of; one row for each policy. */
export async function selectFacts(db: Db, coverageIds: readonly string[]) {
  return db
    .selectFrom('coverage as c')
    .innerJoin('payer as p', 'p.id', 'c.payer_id')
    .innerJoin('patient as a', 'a.id', 'c.patient_id')
    .leftJoin('patient as s', 's.id', 'c.subscriber_patient_id')
    .leftJoin('patient as l', 'l.id', 's.merged_into')
    .select(['c.id as coverage_id', 'c.patient_id', 'c.payer_id', 'p.name as payer_name'])
    .select(['c.member_id', 'c.group_number', 'c.relationship', 'c.subscriber_name'])
    .select(['c.subscriber_birth_date', 'c.subscriber_sex'])
    .select(['a.given', 'a.middle', 'a.family', 'a.birth_date', 'a.sex', 'a.address'])
    .select(['s.id as s_id', 's.given as s_given', 's.middle as s_middle', 's.family as s_family'])
    .select(['s.birth_date as s_birth_date', 's.sex as s_sex', 's.address as s_address'])
    .select(sql<boolean>`coalesce(s.restriction, l.restriction) is not null`.as('s_is_restricted'))
    .where(sql<boolean>`c.id = any(${coverageIds}::uuid[])`)
    .execute()
}

export type FactsRow = Awaited<ReturnType<typeof selectFacts>>[number]

/** The person alone, for payers that are asked whether they know them. */
export async function findPerson(db: Db, patientId: string) {
  return db
    .selectFrom('patient as a')
    .select(['a.id', 'a.given', 'a.middle', 'a.family', 'a.birth_date', 'a.sex', 'a.address'])
    .select('a.general_practitioner')
    .where('a.id', '=', patientId)
    .executeTakeFirst()
}

const dateOfVisit = sql<string>`(a.starts_at at time zone s.time_zone)::date::text`

/** A visit with its civil date at its site, and what it is in the words of payers. */
function visits(db: Db, patientId: string) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .innerJoin('visit_type as v', 'v.id', 'a.visit_type_id')
    .leftJoin('visit_type_billing as b', 'b.visit_type_id', 'a.visit_type_id')
    .select([
      'a.id',
      'a.site_id',
      'a.visit_type_id',
      'a.status',
      'v.copay_cents',
      'b.service_types',
      'b.place_of_service',
    ])
    .select('s.time_zone as timeZone')
    .select(dateOfVisit.as('date'))
    .where('a.patient_id', '=', patientId)
}

export async function findVisit(db: Db, patientId: string, appointmentId: string) {
  return visits(db, patientId).where('a.id', '=', appointmentId).executeTakeFirst()
}

/** The first visit of a civil date that is not over. */
export async function findVisitOn(db: Db, patientId: string, date: string) {
  return visits(db, patientId)
    .where('a.status', 'in', ['booked', 'arrived', 'roomed', 'with-clinician'])
    .where(dateOfVisit, '=', date)
    .orderBy('a.starts_at')
    .executeTakeFirst()
}

export async function findOwnCoverage(db: Db, patientId: string, coverageId: string) {
  return db
    .selectFrom('coverage')
    .select(['id', 'payer_id'])
    .where('id', '=', coverageId)
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
}

export async function findRelationship(db: Db, coverageId: string): Promise<string> {
  const row = await db.selectFrom('coverage').select('relationship').where('id', '=', coverageId).executeTakeFirst()
  return row?.relationship ?? 'self'
}

/** The last question about a policy that is open or was asked after the moment. */
/** One that is open, or was asked after the moment; what lies with a payer in a batch keeps nobody from asking at once. */
export async function findRecent(db: Db, coverageId: string, after: string) {
  return db
    .selectFrom('eligibility_check as e')
    .leftJoin('payer_connection as n', 'n.id', 'e.connection_id')
    .select(['e.id', 'e.asked_at', 'e.state', 'e.next_attempt_at'])
    .where('e.coverage_id', '=', coverageId)
    .where((eb) =>
      eb.or([
        eb('e.state', '=', 'waiting'),
        eb.and([eb('e.state', '=', 'sent'), eb('n.kind', '=', 'sftp')]),
        eb('e.asked_at', '>', after),
      ]),
    )
    .orderBy('e.asked_at', 'desc')
    .executeTakeFirst()
}

export async function findRecentDiscovery(db: Db, patientId: string, after: string) {
  return db
    .selectFrom('eligibility_check')
    .select(['id', 'asked_at'])
    .where('patient_id', '=', patientId)
    .where('reason', '=', 'discovery')
    .where('asked_at', '>', after)
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
}

/** Policies of people, the one that pays first before the others. */
export async function selectPolicies(db: Db, patientIds: readonly string[]) {
  return db
    .selectFrom('coverage as c')
    .innerJoin('payer as p', 'p.id', 'c.payer_id')
    .select(['c.id', 'c.patient_id', 'c.payer_id', 'p.name as payer_name', 'c.period_start', 'c.period_end'])
    .select(['c.coverage_order', 'c.checked_at'])
    .where(sql<boolean>`c.patient_id = ${anyOf(patientIds)}`)
    .orderBy('c.coverage_order')
    .orderBy('c.id')
    .execute()
}

/** Of each policy the newest question, and the newest that was answered before it. */
export async function selectNewest(db: Db, coverageIds: readonly string[]) {
  const ranked = db
    .selectFrom('eligibility_check as e')
    .innerJoin('payer as p', 'p.id', 'e.payer_id')
    .leftJoin('staff as w', 'w.id', 'e.asked_by')
    .leftJoin('payer_connection as n', 'n.id', 'e.connection_id')
    .select(['e.id', 'e.patient_id', 'e.coverage_id', 'e.appointment_id', 'e.payer_id', 'e.connection_id'])
    .select('n.kind as way')
    .select(['e.service_date', 'e.service_types', 'e.reason', 'e.state', 'e.outcome', 'e.failure', 'e.missing'])
    .select('e.failure_note')
    .select(['e.asked_at', 'e.answered_at', 'e.attempts', 'e.next_attempt_at', 'e.is_sandbox', 'e.result'])
    .select(['p.name as payer_name', 'w.name as asked_by_name', 'e.card_digest'])
    .select(sql<number>`row_number() over (partition by e.coverage_id order by e.asked_at desc, e.id desc)`.as('place'))
    .where(sql<boolean>`e.coverage_id = any(${coverageIds}::uuid[])`)
  return db.selectFrom(ranked.as('r')).selectAll().where('r.place', '<=', 2).execute()
}

export type NewestRow = Awaited<ReturnType<typeof selectNewest>>[number]

export type NewCheck = Insertable<OrganizationTables['eligibility_check']>

export async function insertChecks(db: Db, checks: readonly NewCheck[]): Promise<void> {
  // PostgreSQL takes 65,535 values a statement.
  for (let at = 0; at < checks.length; at += 1000)
    await db
      .insertInto('eligibility_check')
      .values(checks.slice(at, at + 1000))
      .execute()
}
