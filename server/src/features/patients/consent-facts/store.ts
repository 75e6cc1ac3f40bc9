import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../platform/database/organization-db.ts'

/** Every text as the rules read it, without its words. */
export function consentTexts(db: Db) {
  return db
    .selectFrom('consent_text as t')
    .select(['t.id', 't.kind', 't.version', 't.language', 't.effective_from as effectiveFrom'])
    .select(['t.effective_to as effectiveTo', 't.is_material as isMaterial'])
}

export type ConsentTextRow = Awaited<ReturnType<ReturnType<typeof consentTexts>['execute']>>[number]

/** What a person signed or declined. @param owner the column that names the person, in the statement around */
export function consentsOf(db: Db, owner: 'p.id' | 'a.patient_id') {
  return jsonArrayFrom(consents(db).where(sql<boolean>`g.patient_id = ${sql.ref(owner)}`))
}

export async function selectConsents(db: Db, patientId: string): Promise<readonly ConsentRow[]> {
  return consents(db).where('g.patient_id', '=', patientId).execute()
}

function consents(db: Db) {
  return db
    .selectFrom('consent as g')
    .select(['g.id', 'g.consent_text_id as textId', 'g.signed_at as signedAt', 'g.expires_on as expiresOn'])
    .select(sql<'permit' | 'deny'>`g.decision`.as('decision'))
    .select(sql<boolean>`g.revoked_at is not null`.as('isRevoked'))
}

export type ConsentRow = Awaited<ReturnType<ReturnType<typeof consents>['execute']>>[number]

export async function selectConsentTexts(db: Db): Promise<readonly ConsentTextRow[]> {
  return consentTexts(db).execute()
}
