import { mrnNumber, type PersonName } from '@foyer/patients'
import type { Insertable } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import { systemClock } from '../../platform/clock.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'
import { emailContact, phoneContact, storedSearchName } from './contact.ts'
import { keepFindable } from './search/keys/keep-findable.ts'
import { insertContact, nextMrn } from './store.ts'

export type PatientOverrides = Partial<Omit<Insertable<OrganizationTables['patient']>, 'search_name' | 'address'>> & {
  readonly phone?: string
  readonly email?: string
  readonly address?: { line: string; city: string; state: string; postalCode: string }
}

/** A person with an MRN of their own: Mai Nguyen, born 1961-03-14, unless told otherwise. Answers the id, as all builders do. */
export async function aPatient(db: Db, overrides: PatientOverrides = {}): Promise<string> {
  const { phone, email, address, ...columns } = overrides
  const id = columns.id ?? systemClock.id()
  const mrn = columns.mrn ?? mrnNumber((await nextMrn(db)) - 410_000)
  const given = columns.given ?? 'Mai'
  const family = columns.family ?? 'Nguyen'
  const name: PersonName = {
    given,
    family,
    middle: columns.middle ?? undefined,
    preferred: columns.preferred ?? undefined,
  }
  await db
    .insertInto('patient')
    .values({
      birth_date: '1961-03-14',
      ...columns,
      id,
      mrn,
      given,
      family,
      address: address ? JSON.stringify(address) : null,
      search_name: storedSearchName(name),
    })
    .execute()
  const contacts = [phone === undefined ? null : phoneContact(phone), email === undefined ? null : emailContact(email)]
  for (const contact of contacts) if (contact) await insertContact(db, systemClock.id(), id, contact)
  await keepFindable(db, [id])
  return id
}

/** The payer of this name, made where it is missing. */
export async function aPayer(db: Db, name = 'Prairie Health Plan'): Promise<string> {
  await db
    .insertInto('payer')
    .values({ id: systemClock.id(), name })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const { id } = await db.selectFrom('payer').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  return id
}

export type CoverageOverrides = Partial<Insertable<OrganizationTables['coverage']>> & { readonly payerName?: string }

/** A coverage without end and with a copay of $25, of a patient of its own unless `patient_id` is given. */
export async function aCoverage(db: Db, overrides: CoverageOverrides = {}): Promise<string> {
  const { payerName, ...columns } = overrides
  const id = columns.id ?? systemClock.id()
  const patientId = columns.patient_id ?? (await aPatient(db))
  await db
    .insertInto('coverage')
    .values({
      plan_name: 'Choice PPO',
      member_id: 'M100200300',
      period_start: '2020-01-01',
      copay_cents: 2500,
      ...columns,
      id,
      patient_id: patientId,
      payer_id: columns.payer_id ?? (await aPayer(db, payerName)),
    })
    .execute()
  await keepFindable(db, [patientId])
  return id
}

/** A consent to treat, signed on 2026-06-01 in the practice's first English text, good for a year, unless told otherwise. */
export async function aConsent(
  db: Db,
  overrides: Partial<Insertable<OrganizationTables['consent']>> & { readonly patient_id: string },
): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  const text = db
    .selectFrom('consent_text')
    .select('id')
    .where('kind', '=', 'treatment')
    .where('version', '=', 1)
    .where('language', '=', 'en')
  await db
    .insertInto('consent')
    .values({
      consent_text_id: (await text.executeTakeFirstOrThrow()).id,
      decision: 'permit',
      signed_at: '2026-06-01T15:00:00Z',
      signed_by_name: 'Mai Nguyen',
      signed_with: 'paper',
      expires_on: '2027-06-01',
      ...overrides,
      id,
    })
    .execute()
  return id
}

export { keepComparable } from './matching/keep-comparable.ts'
