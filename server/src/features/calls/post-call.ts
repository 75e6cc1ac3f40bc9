import type { Body, calls } from '@foyer/contract'
import { ok, type Result, Temporal } from '@foyer/kernel'
import { normalizePhone } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { phoneSearchValue } from '../patients/index.ts'
import { callHappened } from './events.ts'
import { afterEvent } from './state.ts'
import { findByExternalId, insertCall, updateCall } from './store.ts'

/** The clock of a phone system may be ahead of ours: nothing happens in the future. */
function momentOf(ctx: Ctx, at: string | undefined): string {
  if (at === undefined) return ctx.now.toString()
  const told = Temporal.Instant.from(at)
  return (Temporal.Instant.compare(told, ctx.now) > 0 ? ctx.now : told).toString()
}

/** One call for one external id, however often and in whatever order its events come. */
export async function postCall(ctx: Ctx, body: Body<typeof calls.postCall>): Promise<Result<{ id: string }, never>> {
  const at = momentOf(ctx, body.at)
  const newId = ctx.newId()
  const e164 = normalizePhone(body.from)
  return ctx.tx(async (db) => {
    const first = afterEvent(null, body.event, at)
    const made = await insertCall(db, {
      id: newId,
      external_id: body.externalId,
      line: body.line,
      from_number: e164 ?? body.from,
      search_value: e164 === null ? '' : phoneSearchValue(e164),
      state: first.state,
      started_at: first.startedAt,
      answered_at: first.answeredAt,
      answered_by: null,
      answered_by_name: null,
      ended_at: first.endedAt,
      patient_id: null,
    })
    if (made) {
      ctx.touch([], newId)
      await ctx.tell(db, callHappened(body.event, newId))
      return ok({ id: newId })
    }
    const known = await findByExternalId(db, body.externalId)
    ctx.touch([], known.id)
    const before = {
      state: known.state as typeof first.state,
      startedAt: known.started_at,
      answeredAt: known.answered_at,
      endedAt: known.ended_at,
    }
    const after = afterEvent(before, body.event, at)
    await updateCall(db, known.id, {
      state: after.state,
      started_at: after.startedAt,
      answered_at: after.answeredAt,
      ended_at: after.endedAt,
    })
    if (after.state !== known.state) await ctx.tell(db, callHappened(body.event, known.id))
    return ok({ id: known.id })
  })
}
