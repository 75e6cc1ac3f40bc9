import { type Board, minutesBetween, type ReadinessItem, type Visit } from '../visit.ts'
import { columnOf } from './columns.ts'

/** The one thing that matters next on a card. `code` picks the words. */
export type CardSignal =
  | { readonly kind: 'bad'; readonly code: 'coverage-ended' | 'interpreter-none' }
  | { readonly kind: 'bad'; readonly code: 'coverage-inactive'; readonly isMadeUp: boolean }
  | { readonly kind: 'bad' | 'warn'; readonly code: 'runs-late'; readonly clinician: string; readonly minutes: number }
  | { readonly kind: 'warn'; readonly code: 'copay'; readonly cents: number; readonly isMadeUp: boolean }
  | { readonly kind: 'warn'; readonly code: 'missing'; readonly count: number }
  | {
      readonly kind: 'warn'
      readonly code:
        | 'identity'
        | 'registration'
        | 'contact'
        | 'coverage-none'
        | 'coverage-unchecked'
        | 'consent'
        | 'interpreter-none'
    }
  | { readonly kind: 'info'; readonly code: 'next-for'; readonly room: string }
  | { readonly kind: 'quiet'; readonly code: 'interpreter'; readonly isHere: boolean }
  | { readonly kind: 'ok'; readonly code: 'ready' }

/** What can be put right before the person stands at the desk; the rest is asked on arrival. */
const aheadOfArrival: readonly ReadinessItem['code'][] = ['coverage', 'consent', 'interpreter']

/** Items that count now: before arrival nobody is missing an identity check or owes a copay yet. */
export function openItems(visit: Visit): readonly ReadinessItem[] {
  const open = visit.readiness.filter((item) => item.state !== 'ready')
  return visit.status === 'booked' ? open.filter((item) => aheadOfArrival.includes(item.code)) : open
}

function itemSignal(item: ReadinessItem): CardSignal {
  switch (item.code) {
    case 'coverage':
      if (item.state === 'wrong')
        return item.by === 'payer'
          ? { kind: 'bad', code: 'coverage-inactive', isMadeUp: item.isMadeUp }
          : { kind: 'bad', code: 'coverage-ended' }
      return { kind: 'warn', code: item.what === null ? 'coverage-none' : 'coverage-unchecked' }
    case 'interpreter':
      return { kind: item.state === 'wrong' ? 'bad' : 'warn', code: 'interpreter-none' }
    case 'copay':
      return { kind: 'warn', code: 'copay', cents: item.amountCents ?? 0, isMadeUp: item.isMadeUp }
    case 'identity':
    case 'registration':
    case 'contact':
    case 'consent':
      return { kind: 'warn', code: item.code }
  }
}

function runsLate(visit: Visit, now: string): CardSignal | null {
  const minutes = minutesBetween(visit.start, now)
  if (visit.status !== 'roomed' || visit.clinician === null || minutes < 15) return null
  return { kind: minutes > 20 ? 'bad' : 'warn', code: 'runs-late', clinician: visit.clinician.name, minutes }
}

/** @param nextRoom name of the free room this visit is next for, or null */
export function cardSignal(visit: Visit, now: string, nextRoom: string | null): CardSignal | null {
  if (visit.status === 'cancelled' || visit.status === 'no-show' || visit.status === 'with-clinician') return null
  const open = openItems(visit)
  if (visit.status === 'checked-out') {
    const copay = open.find((item) => item.code === 'copay')
    return copay ? itemSignal(copay) : null
  }
  const wrong = open.find((item) => item.state === 'wrong')
  if (wrong) return itemSignal(wrong)
  const late = runsLate(visit, now)
  if (late) return late
  if (open.length > 1) return { kind: 'warn', code: 'missing', count: open.length }
  if (open[0]) return itemSignal(open[0])
  if (nextRoom !== null) return { kind: 'info', code: 'next-for', room: nextRoom }
  const interpreter = visit.readiness.find((item) => item.code === 'interpreter')
  if (interpreter) return { kind: 'quiet', code: 'interpreter', isHere: visit.status !== 'booked' }
  return { kind: 'ok', code: 'ready' }
}

/** Who goes next into a free room: whoever waits longest with nothing open. */
export function nextForRoom(board: Board): { readonly appointmentId: string; readonly room: string } | null {
  const room = board.rooms.find((candidate) => candidate.appointmentId === null)
  const visit = columnOf(board, 'arrived').visits.find(
    (waiting) => !waiting.telehealth && openItems(waiting).length === 0,
  )
  return room && visit ? { appointmentId: visit.appointmentId, room: room.name } : null
}
