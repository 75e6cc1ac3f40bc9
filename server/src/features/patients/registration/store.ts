import type { RegistrationFacts, RegistrationRule } from '@foyer/patients'
import { sql } from 'kysely'
import { anyOf } from '../../../platform/database/any-of.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { prepared } from '../../../platform/database/statement.ts'
import type { EmergencyContact } from './besides.ts'
import { factsOf } from './facts.ts'

export async function selectRegistrationRules(db: Db): Promise<readonly RegistrationRule[]> {
  const rows = await db
    .selectFrom('registration_rule')
    .select(['visit_type_id as visitTypeId', 'field', 'requirement'])
    .orderBy('id')
    .execute()
  // Written by setRules only, from what the contract let in.
  return rows as RegistrationRule[]
}

export async function visitTypeExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('visit_type').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Puts these rules in the place of all that were said in general, or of this visit type. */
export async function replaceRules(
  db: Db,
  visitTypeId: string | null,
  rules: readonly (Pick<RegistrationRule, 'field' | 'requirement'> & { readonly id: string })[],
): Promise<void> {
  await db.deleteFrom('registration_rule').where('visit_type_id', 'is not distinct from', visitTypeId).execute()
  if (rules.length === 0) return
  await db
    .insertInto('registration_rule')
    .values(rules.map((rule) => ({ ...rule, visit_type_id: visitTypeId })))
    .execute()
}

function factsStatement(db: Db, ids: string) {
  return db
    .selectFrom('patient as p')
    .select(['p.id', 'p.registration', 'p.given', 'p.middle', 'p.family', 'p.preferred'])
    .select(['p.birth_date', 'p.birth_date_estimated', 'p.sex', 'p.birth_sex', 'p.gender_identity', 'p.pronouns'])
    .select([
      'p.language_asked',
      'p.contact_preference',
      'p.address',
      'p.accessibility',
      'p.race',
      'p.ethnicity',
      'p.employer',
    ])
    .select((eb) => [
      ...(['phone', 'email'] as const).map((system) =>
        eb
          .exists(
            eb
              .selectFrom('contact_point as c')
              .select('c.id')
              .whereRef('c.patient_id', '=', 'p.id')
              .where('c.system', '=', system)
              .where('c.period_end', 'is', null),
          )
          .as(system),
      ),
      eb
        .exists(
          eb
            .selectFrom('related_person as r')
            .select('r.id')
            .whereRef('r.patient_id', '=', 'p.id')
            .where('r.phone', 'is not', null),
        )
        .as('emergencyContact'),
    ])
    .where(sql<boolean>`p.id = ${anyOf(ids)}`)
}

type FactsRow = Awaited<ReturnType<ReturnType<typeof factsStatement>['executeTakeFirstOrThrow']>>

const runFacts = prepared<'ids', FactsRow>(['ids'], (db, { ids }) => factsStatement(db, ids))

/** What is known of these people, as far as a registration asks for it. */
export async function selectFacts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, RegistrationFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await runFacts(db, { ids })
  return new Map(rows.map((row) => [row.id, factsOf(row, row)]))
}

export async function insertEmergencyContact(
  db: Db,
  id: string,
  patientId: string,
  { name, relationship, phone }: EmergencyContact,
): Promise<void> {
  await db
    .insertInto('related_person')
    .values({
      id,
      patient_id: patientId,
      name,
      relationship,
      phone: phone?.value ?? null,
      search_value: phone?.searchValue ?? null,
      emergency_rank: 1,
    })
    .execute()
}

export async function setRegistration(db: Db, patientId: string, registration: string): Promise<void> {
  await db.updateTable('patient').set({ registration }).where('id', '=', patientId).execute()
}
