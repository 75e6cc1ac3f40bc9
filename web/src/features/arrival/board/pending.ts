import { nextStatuses } from '@foyer/scheduling'
import type { Board, Status, Visit } from '../visit.ts'

/** A step that the screen already shows and the server has not yet confirmed. */
export interface PendingStep {
  readonly appointmentId: string
  readonly status: Status
  readonly since: string
  readonly room: Visit['room']
  /** What an undo of this step would go back to. */
  readonly undo: Status | null
}

/** The board as it will be once the server has confirmed every pending step. */
export function withPending(board: Board, pending: ReadonlyMap<string, PendingStep>): Board {
  if (pending.size === 0) return board
  const visits = board.visits.map((visit) => withPendingStep(visit, pending))
  return { ...board, visits, rooms: board.rooms.map((room) => ({ ...room, appointmentId: occupant(room.id, visits) })) }
}

export function withPendingStep(visit: Visit, pending: ReadonlyMap<string, PendingStep>): Visit {
  const step = pending.get(visit.appointmentId)
  if (!step) return visit
  return {
    ...visit,
    status: step.status,
    since: step.since,
    room: step.room,
    next: [...nextStatuses(step.status)],
    undo: step.undo,
  }
}

function occupant(roomId: string, visits: readonly Visit[]): string | null {
  const inside = visits.find(
    (visit) => visit.room?.id === roomId && (visit.status === 'roomed' || visit.status === 'with-clinician'),
  )
  return inside?.appointmentId ?? null
}
