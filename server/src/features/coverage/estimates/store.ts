import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'

export type EstimateRow = Selectable<OrganizationTables['estimate']>

function estimates(db: Db) {
  return db
    .selectFrom('estimate as e')
    .leftJoin('staff as m', 'm.id', 'e.made_by')
    .selectAll('e')
    .select('m.name as made_by_name')
    .select((eb) =>
      eb
        .selectFrom('estimate as n')
        .select('n.id')
        .whereRef('n.replaces_id', '=', 'e.id')
        .where('n.state', '<>', 'withdrawn')
        .orderBy('n.id', 'desc')
        .limit(1)
        .as('replaced_by_id'),
    )
}

export type EstimateLine = Awaited<ReturnType<ReturnType<typeof estimates>['executeTakeFirstOrThrow']>>

/** The newest first. */
export async function selectEstimates(db: Db, patientId: string): Promise<readonly EstimateLine[]> {
  return estimates(db)
    .where('e.patient_id', '=', patientId)
    .orderBy('e.caused_on', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
}

export async function findEstimate(db: Db, patientId: string, id: string): Promise<EstimateLine | undefined> {
  return estimates(db).where('e.patient_id', '=', patientId).where('e.id', '=', id).executeTakeFirst()
}

/** Locked until the transaction ends: what two do to one estimate they do after one another. */
export async function lockEstimate(db: Db, patientId: string, id: string): Promise<EstimateLine | undefined> {
  const locked = await db
    .selectFrom('estimate')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return locked ? findEstimate(db, patientId, id) : undefined
}

/** The newest of a visit that was not withdrawn. */
export async function selectNewest(db: Db, appointmentId: string, kind?: string): Promise<EstimateLine | undefined> {
  let query = estimates(db).where('e.appointment_id', '=', appointmentId).where('e.state', '<>', 'withdrawn')
  if (kind !== undefined) query = query.where('e.kind', '=', kind)
  return query.orderBy('e.caused_on', 'desc').orderBy('e.id', 'desc').limit(1).executeTakeFirst()
}

/** What was asked about a kind of visit at a site before one was booked, and waits to be made. */
export async function findAskedBefore(
  db: Db,
  of: { readonly patientId: string; readonly visitTypeId: string; readonly siteId: string },
): Promise<EstimateRow | undefined> {
  return db
    .selectFrom('estimate')
    .selectAll()
    .where('patient_id', '=', of.patientId)
    .where('appointment_id', 'is', null)
    .where('state', '=', 'wanted')
    .where(sql<boolean>`asked @> ${JSON.stringify({ visitTypeId: of.visitTypeId, siteId: of.siteId })}::jsonb`)
    .orderBy('caused_on')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export async function insertEstimate(db: Db, row: Insertable<OrganizationTables['estimate']>): Promise<void> {
  await db.insertInto('estimate').values(row).execute()
}

export async function updateEstimate(
  db: Db,
  id: string,
  change: Updateable<OrganizationTables['estimate']>,
): Promise<void> {
  await db.updateTable('estimate').set(change).where('id', '=', id).execute()
}

/** A visit with its civil date at its site. */
export async function findVisit(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .leftJoin('appointment_cause as k', 'k.appointment_id', 'a.id')
    .select([
      'a.id',
      'a.patient_id',
      'a.visit_type_id',
      'a.site_id',
      'a.starts_at',
      'a.status',
      'a.booked_at',
      'k.cause',
    ])
    .select(sql<string>`(a.starts_at at time zone s.time_zone)::date`.as('date'))
    .where('a.id', '=', appointmentId)
    .executeTakeFirst()
}

/** Visits to come of a person, the next first, with what they said about who pays. */
export async function selectVisitsToCome(db: Db, patientId: string, now: string) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .leftJoin('payment_choice as c', 'c.appointment_id', 'a.id')
    .select(['a.id', 'a.visit_type_id', 'a.site_id', 'a.starts_at', 'c.pays'])
    .select(sql<string>`(a.starts_at at time zone s.time_zone)::date`.as('date'))
    .where('a.patient_id', '=', patientId)
    .where('a.status', '=', 'booked')
    .where('a.starts_at', '>', now)
    .orderBy('a.starts_at')
    .limit(40)
    .execute()
}

export async function findPerson(db: Db, patientId: string) {
  return db
    .selectFrom('patient')
    .select(['id', 'given', 'middle', 'family', 'preferred', 'prefix', 'suffix', 'mrn', 'birth_date', 'language'])
    .where('id', '=', patientId)
    .executeTakeFirst()
}

export async function hasEmail(db: Db, patientId: string): Promise<boolean> {
  const row = await db
    .selectFrom('contact_point')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('system', '=', 'email')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who bills for a site: its own entry, else that of the practice. */
export async function findBillingProvider(db: Db, siteId: string) {
  return db
    .selectFrom('billing_provider')
    .selectAll()
    .where((eb) => eb.or([eb('site_id', '=', siteId), eb('site_id', 'is', null)]))
    .orderBy(sql`site_id is null`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}
