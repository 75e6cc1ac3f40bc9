import type { estimates, Refusal, Reply } from '@foyer/contract'
import { estimateDuty, isBusinessDay } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { causeOf } from '../order/pin.ts'
import { type Asked, kindOf } from './asked.ts'
import { todayAt } from './days.ts'
import { hasCover } from './duty/has-cover.ts'
import { estimateChanged } from './events.ts'
import { presentEstimate } from './present.ts'
import { findAskedBefore, findEstimate, findPerson, findVisit, insertEstimate, selectNewest } from './store.ts'

type Spec = typeof estimates.wantEstimate

/** Somebody who asks what it costs is told within three business days (45 CFR 149.610(b)(1)(vi)(C)). */
export async function wantEstimate(
  ctx: Ctx,
  practices: PracticeBook,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId } = params
  const practice = await practices.read(ctx.organization)
  const id = ctx.newId()
  ctx.touch(patientId, id)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const { appointmentId, cause, procedures, slidingStepId } = body
    const [person, visit] = await Promise.all([
      findPerson(db, patientId),
      appointmentId === null ? null : findVisit(db, appointmentId),
    ])
    if (!person || visit === undefined || (visit && visit.patient_id !== patientId)) throw new Problem('not-found')
    const visitTypeId = visit?.visit_type_id ?? body.visitTypeId
    const siteId = visit?.site_id ?? body.siteId
    if (!practice.visitTypes.has(visitTypeId) || !practice.sites.has(siteId)) throw new Problem('not-found')
    const newest =
      appointmentId === null
        ? await findAskedBefore(db, { patientId, visitTypeId, siteId })
        : await selectNewest(db, appointmentId)
    if (newest?.state === 'wanted') return refuse({ reason: 'already-wanted', estimateId: newest.id })

    const on = todayAt(practice, siteId, ctx.now)
    const serviceDate = visit?.date ?? body.date
    const duty = cause === 'requested' ? estimateDuty({ cause, on, serviceDate }, isBusinessDay) : null
    // Without a plan there is no share to tell: what is owed then is a good faith estimate.
    const isCovered =
      body.pays === 'insured' &&
      (await hasCover(db, patientId, { date: serviceDate ?? on, cause: visit ? causeOf(visit) : 'illness' }))
    const pays = isCovered ? 'insured' : 'self-pay'
    const asked: Asked = { pays, visitTypeId, siteId, procedures, slidingStepId, diagnosisCodes: [] }
    await insertEstimate(db, {
      id,
      patient_id: patientId,
      appointment_id: appointmentId,
      kind: kindOf(pays),
      service_date: serviceDate,
      language: person.language,
      cause,
      caused_on: on,
      due_on: duty?.dueOn ?? null,
      asked: JSON.stringify(asked),
    })
    await ctx.tell(db, estimateChanged(id, patientId))
    const row = await findEstimate(db, patientId, id)
    if (!row) throw new Error('the estimate was not kept')
    return ok(presentEstimate(row, practice, ctx.now))
  })
}
