import type { peopleExport, Refusal, Reply } from '@foyer/contract'
import { addDays, ok, refuse, type Result } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { findPatientLine } from '../patients/index.ts'
import { accessRequested } from './events.ts'
import { mayHaveCopy, readStanding } from './may-have.ts'
import { presentRequest } from './present.ts'
import { findRequest, insertRequest } from './store.ts'

type Spec = typeof peopleExport.requestAccess

/** Within thirty days of the request (45 CFR 164.524(b)(2)(i)). */
const DAYS = 30

export async function requestAccess(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId } = params
  const id = ctx.newId()
  ctx.touch(patientId, id)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const standing = await readStanding(ctx, db, patientId)
    const asker = standing.relatives.find(({ row }) => row.id === body.relatedPersonId) ?? null
    if (body.relatedPersonId !== null && !asker) throw new Problem('not-found')
    if (asker && !mayHaveCopy(asker, standing)) return refuse({ reason: 'may-not-have', name: asker.row.name })
    const { today } = standing.setting
    const line = await findPatientLine(db, patientId)
    await insertRequest(db, {
      id,
      patient_id: patientId,
      related_person_id: asker?.row.id ?? null,
      by_patient: asker === null,
      asked_by_name: asker?.row.name ?? (line ? displayName(line.name) : ''),
      identity_check: body.identityCheck,
      form: body.form,
      language: body.language,
      requested_on: today,
      due_on: addDays(today, DAYS),
      recorded_by: staffOf(ctx.actor),
    })
    await ctx.tell(db, accessRequested(id, patientId))
    const row = await findRequest(db, patientId, id)
    if (!row) throw new Error('what was just inserted is not there')
    return ok(presentRequest(row))
  })
}
