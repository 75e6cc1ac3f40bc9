import type { arrival, Body, Refusal, Reply } from '@foyer/contract'
import { dateAt, ok, refuse, type Result } from '@foyer/kernel'
import { canMove } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { staffOf } from '../../platform/auth/sessions.ts'
import { databaseFault } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { pinAtCheckIn } from '../coverage/index.ts'
import type { Practice, PracticeBook } from '../practice/index.ts'
import { giveBackRest } from '../scheduling/index.ts'
import { visitMoved } from './events.ts'
import { isTheDayFor, mayStep } from './policy.ts'
import { inRoom } from './step-back.ts'
import { insertStep, setStatus } from './store.ts'
import { takeVisit, type Visit } from './visit.ts'

type MoveInput = { readonly appointmentId: string } & Body<typeof arrival.moveVisit>
type MoveRefusal = Refusal<typeof arrival.moveVisit>

/** The room after the step; who is already in one stays in it unless another is named. */
function roomAfter(visit: Visit, practice: Practice, { to, roomId }: MoveInput): string | null {
  if (!inRoom(to)) return null
  if (roomId === null) return visit.row.room_id
  const room = practice.resources.get(roomId)
  if (room?.kind !== 'room' || room.siteId !== visit.row.site_id) throw new Problem('not-found')
  return roomId
}

/** A move that may be made, or the first rule that says no. */
function decide(visit: Visit, input: MoveInput, today: string): MoveRefusal | null {
  const { status, date } = visit
  const { from, to } = input
  if (from !== status) return { reason: 'moved-meanwhile', status }
  // Cancelling asks for a reason and frees the time: it goes through the appointment.
  if (to === 'cancelled' || !canMove(from, to)) return { reason: 'not-from-here', status }
  return isTheDayFor(from, to, date, today) ? null : { reason: 'not-today', date }
}

export async function moveVisit(
  ctx: Ctx,
  practices: PracticeBook,
  input: MoveInput,
): Promise<Result<Reply<typeof arrival.moveVisit>, MoveRefusal>> {
  if (!mayStep(ctx.actor.role, input.to)) throw new Problem('not-allowed')
  const practice = await practices.read(ctx.organization)
  ctx.because(input.reason)
  try {
    return await ctx.tx<Reply<typeof arrival.moveVisit>, MoveRefusal>(async (db) => {
      const visit = await takeVisit(db, practice, input.appointmentId)
      ctx.touch(visit.row.patient_id, input.appointmentId)
      const refusal = decide(visit, input, dateAt(ctx.now, visit.timeZone))
      if (refusal) return refuse(refusal)
      const { from, to, reason } = input
      const at = ctx.now.toString()
      const roomId = roomAfter(visit, practice, input)
      const version = await setStatus(db, visit.row.id, { status: to, since: at, roomId })
      const step = { id: ctx.newId(), appointmentId: visit.row.id, from, to, roomId, at, reason, undone: false }
      await insertStep(db, { ...step, by: ctx.actor })
      if (to === 'arrived') await pinAtCheckIn(db, visit.row.id, { at, staffId: staffOf(ctx.actor) })
      if (to === 'no-show') await giveBackRest(ctx, db, practice, visit.row.id)
      await ctx.tell(db, visitMoved(visit))
      return ok({ status: to, version })
    })
  } catch (error) {
    if (databaseFault(error)?.constraint !== 'appointment_room_now' || input.roomId === null) throw error
    return refuse({ reason: 'room-taken', roomId: input.roomId })
  }
}
