import { type AppointmentStatus, boardColumns } from '@foyer/scheduling'
import type { PlannedStep } from '../plan.ts'
import { deskOf } from '../practice/sites.ts'
import type { Random } from '../random.ts'
import { dayMs, iso, minuteMs, type Slot } from './slot.ts'

export type State = {
  readonly status: AppointmentStatus
  /** Minutes between the last step and now, for a visit of this moment; else the steps follow its own time. */
  readonly sinceMinutes?: number
  readonly room?: string
  readonly reason?: string
}

/** Minutes between one step and the next of a visit that is under way. */
const pace = { arrived: 12, roomed: 9, 'with-clinician': 22 } as const

type Move = Omit<PlannedStep, 'at'> & { readonly at: number }

function booking(random: Random, slot: Slot, now: number, by: string): Move {
  const daysAhead = Math.max(0, Math.ceil((slot.start - now) / dayMs))
  const isSameDay = slot.visitType === 'same-day' && daysAhead <= 1
  const before = isSameDay
    ? random.between(60, 150) * minuteMs
    : (daysAhead + random.between(1, 28)) * dayMs + random.between(0, 80) * minuteMs
  const at = Math.min(slot.start - before, now - 5 * minuteMs)
  return { from: null, to: 'booked', at, by, room: null, reason: null }
}

type Column = (typeof boardColumns)[number]

/** When each of the states was reached; none lies after now or before the one before it. */
function times(random: Random, slot: Slot, reached: readonly Column[], state: State, now: number): number[] {
  if (state.sinceMinutes !== undefined) {
    const at = [now - state.sinceMinutes * minuteMs]
    for (const column of reached.slice(0, -1).toReversed())
      at.unshift((at[0] ?? now) - (pace[column as keyof typeof pace] ?? 0) * minuteMs)
    return at
  }
  const arrived = slot.start - random.between(1, 12) * minuteMs
  const roomed = slot.start + random.between(2, 14) * minuteMs
  const seen = roomed + random.between(3, 8) * minuteMs
  const left = Math.max(seen + 4 * minuteMs, slot.end + random.between(-4, 6) * minuteMs)
  return [arrived, roomed, seen, left].map((at, index) => Math.min(at, now - (4 - index) * minuteMs))
}

function movesOf(random: Random, slot: Slot, state: State, now: number, desk: string): Move[] {
  if (state.status === 'cancelled' || state.status === 'no-show') {
    const isNoShow = state.status === 'no-show'
    const own = isNoShow ? slot.start + 20 * minuteMs : slot.start - random.between(3, 40) * 60 * minuteMs
    const at = state.sinceMinutes === undefined ? Math.min(own, now - minuteMs) : now - state.sinceMinutes * minuteMs
    return [{ from: 'booked', to: state.status, at, by: desk, room: null, reason: state.reason ?? null }]
  }
  const reached = boardColumns.slice(1, boardColumns.indexOf(state.status) + 1)
  const at = times(random, slot, reached, state, now)
  return reached.map((to, index) => {
    const from = boardColumns[index] ?? 'booked'
    const room = to === 'roomed' || to === 'with-clinician' ? (state.room ?? null) : null
    return { from, to, at: at[index] ?? now, by: desk, room, reason: null }
  })
}

/** The history of a visit from its booking to its state. Whoever came without an appointment was booked as they came. */
export function stepsOf(random: Random, slot: Slot, state: State, now: number): PlannedStep[] {
  const desk = deskOf[slot.site]
  const booked = booking(random, slot, now, random.chance(0.7) ? desk : 'mia.tran')
  const moves = state.status === 'booked' ? [] : movesOf(random, slot, state, now, desk)
  const first = moves[0]?.at ?? now
  const bookedAt = Math.min(booked.at, first - minuteMs)
  return [{ ...booked, at: bookedAt }, ...moves].map((move) => ({ ...move, at: iso(move.at) }))
}
