import type { estimates, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { patientLanguage } from '../../scheduling/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { type Asked, askedIn, kindOf } from './asked.ts'
import { todayAt } from './days.ts'
import { estimateChanged } from './events.ts'
import { loadPrice } from './pricing/load-pricing.ts'
import { presentEstimate } from './present.ts'
import { findBillingProvider, findEstimate, findPerson, findVisit, lockEstimate, updateEstimate } from './store.ts'
import { codesIn, writeContent } from './write-content.ts'

type Spec = typeof estimates.makeEstimate

/** From wanted to made. What it says is written down with it: prices and answers that change later do not change it. */
export async function makeEstimate(
  ctx: Ctx,
  practices: PracticeBook,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, estimateId } = params
  ctx.touch(patientId, estimateId)
  const practice = await practices.read(ctx.organization)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const row = await lockEstimate(db, patientId, estimateId)
    const person = row && (await findPerson(db, patientId))
    if (!row || !person) throw new Problem('not-found')
    if (row.state !== 'wanted') return refuse({ reason: 'not-wanted' })
    const before = askedIn(row)
    const visit = row.appointment_id === null ? null : await findVisit(db, row.appointment_id)
    const { pays, procedures, slidingStepId } = body
    const visitTypeId = visit?.visit_type_id ?? before.visitTypeId
    const siteId = visit?.site_id ?? before.siteId
    const codes = codesIn(body.diagnosisCodes)
    const asked: Asked = { pays, visitTypeId, siteId, procedures, slidingStepId, diagnosisCodes: [...codes] }
    const today = todayAt(practice, siteId, ctx.now)
    const serviceDate = visit?.date ?? row.service_date
    const { appointment_id: appointmentId } = row
    // Where no day is known, prices and plans of today are the nearest.
    const priced = await loadPrice(db, { ...asked, patientId, appointmentId, date: serviceDate ?? today })
    if (pays === 'insured' && priced.price.pays !== 'insured') return refuse({ reason: 'no-cover' })
    const site = practice.sites.get(siteId)
    const visitType = practice.visitTypes.get(visitTypeId)
    const language = patientLanguage(body.language ?? row.language)
    const written = writeContent({
      asked: body,
      priced,
      person,
      language,
      organization: ctx.organization.name,
      site: site ?? null,
      visitType: visitType ?? null,
      biller: (await findBillingProvider(db, siteId)) ?? null,
      serviceDate,
      today,
    })
    if (!written.ok) return refuse({ reason: 'contents-missing', missing: [...written.error] })
    const { content, low, high } = written.value
    await updateEstimate(db, estimateId, {
      state: 'made',
      kind: kindOf(pays),
      service_date: serviceDate,
      language,
      made_at: ctx.now.toString(),
      made_by: staffOf(ctx.actor),
      asked: JSON.stringify(asked),
      content: JSON.stringify(content),
      low_cents: low,
      high_cents: high,
    })
    await ctx.tell(db, estimateChanged(estimateId, patientId))
    const made = await findEstimate(db, patientId, estimateId)
    if (!made) throw new Error('the estimate is gone')
    return ok(presentEstimate(made, practice, ctx.now))
  })
}
