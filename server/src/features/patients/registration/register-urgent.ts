import type { Body, Refusal, registration } from '@foyer/contract'
import { dateAt, ok, refuse, type Result } from '@foyer/kernel'
import { mrnNumber, registrationOf, urgentPerson } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { storedSearchName } from '../contact.ts'
import { patientRegistered } from '../events.ts'
import { personFields } from '../history/person-fields.ts'
import { recordChanges } from '../history/record-change.ts'
import { latestToday } from '../patient-fields.ts'
import { type PatientLine, presentLine } from '../present.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { insertPatient, nextMrn } from '../store.ts'
import { factsOf } from './facts.ts'
import { selectRegistrationRules } from './store.ts'

/** The counter begins at the first number itself; `mrnNumber` counts from it. */
const FIRST_COUNT = 410_000

type Spec = typeof registration.registerUrgent

/**
 * A record at once, without looking for others: too little is known by which somebody could be found, and what may be
 * one person is told afterwards. Where no name is known one is given in turn, so that two unknown people of one day are
 * told apart.
 */
export async function registerUrgent(
  ctx: Ctx,
  { given, family, sex, age, birthYear }: Body<Spec>,
): Promise<Result<PatientLine, Refusal<Spec>>> {
  const id = ctx.newId()
  return ctx.tx(async (db): Promise<Result<PatientLine, Refusal<Spec>>> => {
    const latest = await latestToday(ctx, db)
    if (birthYear !== null && birthYear > Number(latest.slice(0, 4))) return refuse({ reason: 'birth-date-ahead' })
    const number = await nextMrn(db)
    const said = { given: given ?? '', family: family ?? '', sex, age, birthYear }
    const { name, birthDate, birthDateEstimated } = urgentPerson(said, dateAt(ctx.now, 'UTC'), number)
    const columns = {
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
      language_asked: false,
      interpreter_needed: false,
      contact_preference: null,
      address: null,
      alerts: [],
      search_name: storedSearchName(name),
      deceased: false,
      contact_confirmed_on: null,
      version: 1,
    }
    const facts = { ...factsOf(columns, { phone: null, email: null }), registration: 'urgent' as const }
    const patient = { ...columns, registration: registrationOf(facts, await selectRegistrationRules(db)) }
    await insertPatient(db, patient)
    await recordChanges(
      ctx,
      db,
      id,
      {},
      { ...personFields(patient, { phone: null, email: null }), registration: patient.registration },
    )
    await keepFindable(db, [id])
    ctx.touch(id)
    await ctx.tell(db, patientRegistered(id))
    return ok(presentLine(patient))
  })
}
