import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'

/** Who signs. Undefined: nobody. */
export async function findPerson(db: Db, patientId: string) {
  return db
    .selectFrom('patient')
    .select(['given', 'middle', 'family', 'preferred', 'prefix', 'suffix', 'mrn', 'birth_date'])
    .select(['language', 'further_languages'])
    .where('id', '=', patientId)
    .executeTakeFirst()
}

/** The same, locked: two who record a signature of one person do it after one another. */
export async function lockPerson(db: Db, patientId: string) {
  const locked = await db.selectFrom('patient').select('id').where('id', '=', patientId).forUpdate().executeTakeFirst()
  return locked ? findPerson(db, patientId) : undefined
}

/** Day and kind of a visit of this very person. */
export async function findVisit(db: Db, patientId: string, appointmentId: string) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .innerJoin('visit_type as v', 'v.id', 'a.visit_type_id')
    .select(['v.telehealth', sql<string>`(a.starts_at at time zone s.time_zone)::date`.as('date')])
    .where('a.id', '=', appointmentId)
    .where('a.patient_id', '=', patientId)
    .executeTakeFirst()
}

function given(db: Db, patientId: string) {
  return db
    .selectFrom('consent as c')
    .innerJoin('consent_text as t', 't.id', 'c.consent_text_id')
    .leftJoin('related_person as r', 'r.id', 'c.related_person_id')
    .leftJoin('staff as w', 'w.id', 'c.recorded_by')
    .where('c.patient_id', '=', patientId)
    .select(['c.id', 'c.consent_text_id', 'c.decision', 'c.signed_at', 'c.signed_by_name', 'c.related_person_id'])
    .select(['c.signed_with', 'c.signature', 'c.expires_on', 'c.revoked_at', 'c.revoked_reason'])
    .select(['t.kind', 't.title', 't.version', 't.language', 't.body', 't.scope'])
    .select(['r.relationship', 'w.name as recorded_by'])
}

export type GivenRow = Awaited<ReturnType<typeof selectGiven>>[number]

/** Everything the person signed or declined, the newest first. */
export async function selectGiven(db: Db, patientId: string) {
  return given(db, patientId).orderBy('c.signed_at', 'desc').orderBy('c.id', 'desc').execute()
}

export async function findGiven(db: Db, patientId: string, consentId: string): Promise<GivenRow | undefined> {
  return given(db, patientId).where('c.id', '=', consentId).executeTakeFirst()
}

export async function insertConsent(db: Db, consent: Insertable<OrganizationTables['consent']>): Promise<void> {
  await db.insertInto('consent').values(consent).execute()
}

/** Answers whether there was one to take back. */
export async function setRevoked(
  db: Db,
  { patientId, consentId }: { readonly patientId: string; readonly consentId: string },
  at: string,
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('consent')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('id', '=', consentId)
    .where('patient_id', '=', patientId)
    .where('decision', '=', 'permit')
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
