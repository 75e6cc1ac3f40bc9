import type { patients, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { patientChanged } from './events.ts'
import { latestToday, readFields } from './patient-fields.ts'
import { type PatientRecord, presentPatient } from './present.ts'
import { personFields } from './history/person-fields.ts'
import { recordChanges } from './history/record-change.ts'
import { settleRegistration } from './registration/settle.ts'
import { contactsOf, findPatient, type PatientChange, replaceFirstContact, updatePatient } from './store.ts'
import { keepFindable } from './search/keys/keep-findable.ts'

type Spec = typeof patients.changePatient

export async function changePatient(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<PatientRecord, Refusal<Spec>>> {
  const { patientId } = params
  ctx.touch(patientId)
  return ctx.tx(async (db): Promise<Result<PatientRecord, Refusal<Spec>>> => {
    const before = await findPatient(db, patientId)
    if (!before) throw new Problem('not-found')
    const fields = await readFields(ctx, db, body)
    if (!fields.ok) return fields
    const { phone, email } = fields.value
    const { language, language_asked } = before
    const columns = {
      ...fields.value.columns,
      ...(body.birthDate === null ? { birth_date: before.birth_date } : { birth_date_estimated: false }),
      ...(body.language === null ? { language, language_asked } : {}),
    }

    const after = await updatePatient(db, patientId, body.version, columns)
    if (!after) {
      const now = await findPatient(db, patientId)
      return refuse({ reason: 'changed-meanwhile', version: now?.version ?? before.version })
    }
    const first = await contactsOf(db, patientId)
    const firstOf = (system: string) => first.find((one) => one.system === system) ?? null
    const on = await latestToday(ctx, db)
    await replaceFirstContact(db, { id: ctx.newId(), patientId, system: 'phone', contact: phone, on })
    await replaceFirstContact(db, { id: ctx.newId(), patientId, system: 'email', contact: email, on })
    await recordChanges(
      ctx,
      db,
      patientId,
      personFields(before as PatientChange, { phone: firstOf('phone'), email: firstOf('email') }),
      personFields(columns, { phone, email }),
    )
    await settleRegistration(db, patientId, {
      at: ctx.now.toString(),
      actorId: staffOf(ctx.actor),
      actorName: ctx.actor.name,
      source: 'desk',
    })
    await keepFindable(db, [patientId])
    await ctx.tell(db, patientChanged(patientId))
    const settled = (await findPatient(db, patientId)) ?? after
    return ok(presentPatient(settled, await contactsOf(db, patientId)))
  })
}
