import type { Board, Status, Visit } from '../visit.ts'

/** What can be done with a visit right now. */
export interface VisitActs {
  readonly next: Status | null
  readonly canRoom: boolean
  readonly canUndo: boolean
  readonly canNoShow: boolean
  readonly canCheckIn: boolean
}

export interface Rights {
  readonly move: boolean
  readonly checkIn: boolean
}

export const noActs: VisitActs = { next: null, canRoom: false, canUndo: false, canNoShow: false, canCheckIn: false }

export function actsOf(visit: Visit, board: Board, rights: Rights): VisitActs {
  const usual = visit.next[0] ?? null
  return {
    next: rights.move && usual !== 'no-show' && usual !== 'cancelled' ? usual : null,
    canRoom: rights.move && visit.next.includes('roomed') && board.rooms.length > 0,
    canUndo: rights.move && visit.undo !== null,
    canNoShow: rights.move && visit.next.includes('no-show'),
    canCheckIn: rights.checkIn && visit.status !== 'cancelled',
  }
}

/**
 * Where the usual step to a room leads: the room the visit has if it is free, nobody's room for a video visit or a site
 * without rooms, else the question which one.
 */
export function usualRoom(visit: Visit, board: Board): { readonly room: Visit['room'] } | 'ask' {
  if (visit.telehealth || board.rooms.length === 0) return { room: null }
  const own = board.rooms.find((room) => room.id === visit.room?.id)
  const isFree = own !== undefined && (own.appointmentId === null || own.appointmentId === visit.appointmentId)
  return isFree ? { room: { id: own.id, name: own.name } } : 'ask'
}
