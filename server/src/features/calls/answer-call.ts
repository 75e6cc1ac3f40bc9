import type { calls, Refusal } from '@foyer/contract'
import { ok, refuse, type Result, Temporal } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { callHappened } from './events.ts'
import { RINGS_MINUTES } from './state.ts'
import { type CallRow, findCall, updateCall } from './store.ts'

type Spec = typeof calls.answerCall

function isOver(call: CallRow, now: Temporal.Instant): boolean {
  if (call.state === 'answered') return false
  if (call.state !== 'ringing') return true
  return Temporal.Instant.compare(Temporal.Instant.from(call.started_at).add({ minutes: RINGS_MINUTES }), now) < 0
}

/** Who lifts the receiver first has the call; one that the phone system says is answered still wants a name. */
export async function answerCall(ctx: Ctx, callId: string): Promise<Result<Record<never, never>, Refusal<Spec>>> {
  return ctx.tx(async (db): Promise<Result<Record<never, never>, Refusal<Spec>>> => {
    const call = await findCall(db, callId)
    if (!call) throw new Problem('not-found')
    ctx.touch([], callId)
    if (isOver(call, ctx.now)) return refuse({ reason: 'call-over' })
    if (call.answered_by === ctx.actor.staffId) return ok({})
    if (call.answered_by !== null) return refuse({ reason: 'answered-by-other', by: call.answered_by_name ?? '' })
    await updateCall(db, callId, {
      state: 'answered',
      answered_at: call.answered_at ?? ctx.now.toString(),
      answered_by: ctx.actor.staffId,
      answered_by_name: ctx.actor.name,
    })
    await ctx.tell(db, callHappened('answered', callId))
    return ok({})
  })
}
