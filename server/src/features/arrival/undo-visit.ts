import type { arrival, Body, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { databaseFault, type Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice, PracticeBook } from '../practice/index.ts'
import { conflictOf, restoreTime } from '../scheduling/index.ts'
import { visitMoved } from './events.ts'
import { mayStep } from './policy.ts'
import { stepBack } from './step-back.ts'
import { insertStep, markUndone, selectSteps, setStatus } from './store.ts'
import { takeVisit } from './visit.ts'

type UndoInput = { readonly appointmentId: string } & Body<typeof arrival.undoVisit>
type UndoReply = Reply<typeof arrival.undoVisit>
type UndoRefusal = Refusal<typeof arrival.undoVisit>

/**
 * Marks the last step that holds as undone and notes the way back beside it, marked too: the history keeps both, and
 * the next undo takes back the step before.
 */
async function undo(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  input: UndoInput & { readonly keepRoom: boolean },
): Promise<Result<UndoReply, UndoRefusal>> {
  const visit = await takeVisit(db, practice, input.appointmentId)
  const { row, status } = visit
  ctx.touch(row.patient_id, row.id)
  if (input.from !== status) return refuse({ reason: 'moved-meanwhile', status })
  const back = stepBack(await selectSteps(db, row.id), status, row.booked_at)
  if (!back) return refuse({ reason: 'nothing-to-undo' })
  const roomId = input.keepRoom ? back.roomId : null
  // Before the status says otherwise: what was given back is worked out from it.
  if (status === 'cancelled' || status === 'no-show') {
    const given = await restoreTime(ctx, db, practice, row.id)
    if (!given.ok && given.error.why === 'opening-taken') return refuse({ reason: 'opening-taken' })
    if (!given.ok) return refuse({ reason: 'no-longer-possible', ...given.error })
  }
  const version = await setStatus(db, row.id, { status: back.to, since: back.since, roomId })
  await markUndone(db, back.stepId)
  await insertStep(db, {
    id: ctx.newId(),
    appointmentId: row.id,
    from: status,
    to: back.to,
    roomId,
    at: ctx.now.toString(),
    by: ctx.actor,
    reason: input.reason,
    undone: true,
  })
  await ctx.tell(db, visitMoved(visit))
  return ok({ status: back.to, version })
}

export async function undoVisit(
  ctx: Ctx,
  practices: PracticeBook,
  input: UndoInput,
): Promise<Result<UndoReply, UndoRefusal>> {
  if (!mayStep(ctx.actor.role, input.from)) throw new Problem('not-allowed')
  const practice = await practices.read(ctx.organization)
  ctx.because(input.reason)
  const attempt = (keepRoom: boolean): Promise<Result<UndoReply, UndoRefusal>> =>
    ctx.tx<UndoReply, UndoRefusal>((db) => undo(ctx, db, practice, { ...input, keepRoom }))
  try {
    try {
      return await attempt(true)
    } catch (error) {
      // Somebody else is in the room by now: the visit goes back without one.
      if (databaseFault(error)?.constraint !== 'appointment_room_now') throw error
      return await attempt(false)
    }
  } catch (error) {
    if (conflictOf(error) === null) throw error
    return refuse({ reason: 'opening-taken' })
  }
}
