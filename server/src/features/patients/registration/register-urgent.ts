import type { Body, registration } from '@foyer/contract'
import { dateAt, ok, type Result } from '@foyer/kernel'
import { mrnNumber, unknownPerson } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { storedSearchName } from '../contact.ts'
import { patientRegistered } from '../events.ts'
import { personFields } from '../history/person-fields.ts'
import { recordChanges } from '../history/record-change.ts'
import { type PatientLine, presentLine } from '../present.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { insertPatient, nextMrn } from '../store.ts'

/** The counter begins at the first number itself; `mrnNumber` counts from it. */
const FIRST_COUNT = 410_000

/**
 * A record at once, without looking for others: nothing is known by which somebody could be found. The name is given in
 * turn, so that two unknown people of one day are told apart.
 */
export async function registerUrgent(
  ctx: Ctx,
  { sex, age }: Body<typeof registration.registerUrgent>,
): Promise<Result<PatientLine, never>> {
  const id = ctx.newId()
  return ctx.tx<PatientLine, never>(async (db) => {
    const number = await nextMrn(db)
    const { name, birthDate, birthDateEstimated } = unknownPerson({ sex, age }, dateAt(ctx.now, 'UTC'), number)
    const patient = {
      id,
      mrn: mrnNumber(number - FIRST_COUNT),
      given: name.given,
      middle: null,
      family: name.family,
      preferred: null,
      prefix: null,
      suffix: null,
      birth_date: birthDate,
      birth_date_estimated: birthDateEstimated,
      sex,
      pronouns: null,
      language: 'en',
      interpreter_needed: false,
      contact_preference: null,
      address: null,
      alerts: [],
      search_name: storedSearchName(name),
      deceased: false,
      contact_confirmed_on: null,
      registration: 'urgent',
      version: 1,
    }
    await insertPatient(db, patient)
    await recordChanges(
      ctx,
      db,
      id,
      {},
      { ...personFields(patient, { phone: null, email: null }), registration: 'urgent' },
    )
    await keepFindable(db, [id])
    ctx.touch(id)
    await ctx.tell(db, patientRegistered(id))
    return ok(presentLine(patient))
  })
}
