import type { estimates, Refusal, Reply } from '@foyer/contract'
import { estimateDuty, isBusinessDay } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { askedIn } from './asked.ts'
import { todayAt } from './days.ts'
import { estimateChanged } from './events.ts'
import { presentEstimate } from './present.ts'
import { findEstimate, findVisit, insertEstimate, lockEstimate } from './store.ts'

type Spec = typeof estimates.reissueEstimate

/** A change makes a new one, at the latest a business day before the service (45 CFR 149.610(b)(1)(vii)); the old stays. */
export async function reissueEstimate(
  ctx: Ctx,
  practices: PracticeBook,
  { params }: Pick<Input<Spec>, 'params'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, estimateId } = params
  const practice = await practices.read(ctx.organization)
  const id = ctx.newId()
  ctx.touch(patientId, id)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const row = await lockEstimate(db, patientId, estimateId)
    if (!row) throw new Problem('not-found')
    if (row.state !== 'made' && row.state !== 'given') return refuse({ reason: 'not-made' })
    if (row.replaced_by_id !== null) return refuse({ reason: 'already-replaced', estimateId: row.replaced_by_id })
    const visit = row.appointment_id === null ? null : await findVisit(db, row.appointment_id)
    const asked = askedIn(row)
    const siteId = visit?.site_id ?? asked.siteId
    const visitTypeId = visit?.visit_type_id ?? asked.visitTypeId
    const on = todayAt(practice, siteId, ctx.now)
    const serviceDate = visit?.date ?? row.service_date
    const duty = estimateDuty({ cause: 'changed', on, serviceDate }, isBusinessDay)
    await insertEstimate(db, {
      id,
      patient_id: patientId,
      appointment_id: row.appointment_id,
      kind: row.kind,
      replaces_id: row.id,
      service_date: serviceDate,
      language: row.language,
      cause: 'changed',
      caused_on: on,
      due_on: row.kind === 'good-faith' ? (duty?.dueOn ?? null) : null,
      asked: JSON.stringify({ ...asked, siteId, visitTypeId }),
    })
    await ctx.tell(db, estimateChanged(id, patientId))
    const made = await findEstimate(db, patientId, id)
    if (!made) throw new Error('the estimate was not kept')
    return ok(presentEstimate(made, practice, ctx.now))
  })
}
