import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { findPatientLine } from '../patients/index.ts'
import { callHappened } from './events.ts'
import { afterEvent, type CallState } from './state.ts'
import { findCall, updateCall } from './store.ts'

/** The phone system may have said before that the call ended: who it was is noted all the same. */
export async function endCall(
  ctx: Ctx,
  callId: string,
  patientId: string | null,
): Promise<Result<Record<never, never>, never>> {
  if (patientId === null) ctx.touch([], callId)
  else ctx.touch(patientId, callId)
  return ctx.tx(async (db) => {
    const call = await findCall(db, callId)
    if (!call || (patientId !== null && !(await findPatientLine(db, patientId)))) throw new Problem('not-found')
    const { state, endedAt } = afterEvent(
      {
        state: call.state as CallState,
        startedAt: call.started_at,
        answeredAt: call.answered_at,
        endedAt: call.ended_at,
      },
      'ended',
      ctx.now.toString(),
    )
    const who = patientId ?? call.patient_id
    await updateCall(db, callId, { state, ended_at: endedAt, patient_id: who })
    await ctx.tell(db, callHappened('ended', callId, who))
    return ok({})
  })
}
