import type { Body, patients, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { mrnNumber, registrationOf } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { patientRegistered } from './events.ts'
import { findDuplicates, findRestrictedSame } from './find-duplicates.ts'
import { readFields } from './patient-fields.ts'
import { type PatientLine, presentLine } from './present.ts'
import { recordChanges } from './history/record-change.ts'
import { personFields } from './history/person-fields.ts'
import { besidesFields, readBesides } from './registration/besides.ts'
import { factsOf } from './registration/facts.ts'
import { insertEmergencyContact, selectRegistrationRules } from './registration/store.ts'
import { viewerOf } from './restricted/gate.ts'
import { keepFindable } from './search/keys/keep-findable.ts'
import { insertContact, insertPatient, nextMrn } from './store.ts'

type Spec = typeof patients.registerPatient

/** The counter begins at the first number itself; `mrnNumber` counts from it. */
const FIRST_COUNT = 410_000

export async function registerPatient(ctx: Ctx, body: Body<Spec>): Promise<Result<PatientLine, Refusal<Spec>>> {
  const id = ctx.newId()
  return ctx.tx(async (db): Promise<Result<PatientLine, Refusal<Spec>>> => {
    const fields = await readFields(ctx, db, body)
    if (!fields.ok) return fields
    const { phone, email } = fields.value
    const besides = readBesides(body)
    if (!besides.ok) return besides
    const { emergencyContact } = besides.value
    const columns = { ...fields.value.columns, ...besides.value.columns }

    const viewer = viewerOf(ctx)
    const candidates = await findDuplicates(db, viewer, fields.value, body.address)
    const restricted = await findRestrictedSame(db, viewer, fields.value)
    const alike = [...candidates, ...restricted].map((candidate) => candidate.id)
    if (alike.some((candidate) => !body.notADuplicateOf.includes(candidate))) {
      ctx.touch(alike)
      return refuse({ reason: 'possible-duplicate', candidates: [...candidates], restricted: [...restricted] })
    }

    const patient = {
      ...columns,
      id,
      mrn: mrnNumber((await nextMrn(db)) - FIRST_COUNT),
      deceased: false,
      contact_confirmed_on: null,
      // What is missing is noted and never in the way.
      registration: registrationOf(
        factsOf(columns, { phone, email, emergencyContact: emergencyContact?.phone }),
        await selectRegistrationRules(db),
      ),
      version: 1,
    }
    await insertPatient(db, patient)
    for (const contact of [phone, email]) if (contact) await insertContact(db, ctx.newId(), id, contact)
    if (emergencyContact) await insertEmergencyContact(db, ctx.newId(), id, emergencyContact)
    await recordChanges(
      ctx,
      db,
      id,
      {},
      { ...personFields(patient, { phone, email }), ...besidesFields(besides.value) },
    )
    await keepFindable(db, [id])
    ctx.touch(id)
    await ctx.tell(db, patientRegistered(id))
    return ok(presentLine(patient))
  })
}
