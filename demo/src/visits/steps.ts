import { type AppointmentStatus, boardColumns } from '@foyer/scheduling'
import type { DemoSite } from '../people/index.ts'
import type { PlannedStep } from '../plan.ts'
import { deskOf } from '../practice/sites.ts'
import type { Random } from '../random.ts'
import { dayMs, minuteMs, type Slot } from './slot.ts'

export type State = {
  readonly status: AppointmentStatus
  /** Minutes between the last step and now, for a visit of this moment; else the steps follow its own time. */
  readonly sinceMinutes?: number
  readonly room?: string
  readonly reason?: string
}

/** Minutes between one step and the next of a visit that is under way. */
const pace = { arrived: 12, roomed: 9, 'with-clinician': 22 } as const

function text(ms: number): string {
  return new Date(ms).toISOString()
}

function booking(random: Random, slot: Slot, now: number, by: string): PlannedStep {
  const daysAhead = Math.max(0, Math.ceil((slot.start - now) / dayMs))
  const isSameDay = slot.visitType === 'same-day' && daysAhead <= 1 && slot.start < now + dayMs
  const before = isSameDay
    ? random.between(60, 150) * minuteMs
    : (daysAhead + random.between(1, 28)) * dayMs + random.between(0, 80) * minuteMs
  const at = Math.min(slot.start - before, now - 5 * minuteMs)
  return { from: null, to: 'booked', at: text(at), by, room: null, reason: null }
}

/** When each state of the board up to `status` was reached; none lies after now or before the one before it. */
function times(random: Random, slot: Slot, state: State, now: number): number[] {
  const reached = boardColumns.slice(1, boardColumns.indexOf(state.status as (typeof boardColumns)[number]) + 1)
  if (state.sinceMinutes !== undefined) {
    let at = now - state.sinceMinutes * minuteMs
    const backwards = reached.toReversed().map((_, index, all) => {
      const before = all[index + 1] as keyof typeof pace | undefined
      const here = at
      if (before) at -= pace[before] * minuteMs
      return here
    })
    return backwards.toReversed()
  }
  const arrived = slot.start - random.between(1, 12) * minuteMs
  const roomed = slot.start + random.between(2, 14) * minuteMs
  const seen = roomed + random.between(3, 8) * minuteMs
  const left = Math.max(seen + 4 * minuteMs, slot.end + random.between(-4, 6) * minuteMs)
  return [arrived, roomed, seen, left].map((at, index) => Math.min(at, now - (4 - index) * minuteMs)).slice(0, reached.length)
}

/** The history of a visit from its booking to its state. */
export function stepsOf(random: Random, slot: Slot, state: State, now: number): PlannedStep[] {
  const desk = deskOf[slot.site satisfies DemoSite]
  const booked = booking(random, slot, now, random.chance(0.7) ? desk : 'mia.tran')
  if (state.status === 'booked') return [booked]
  if (state.status === 'cancelled' || state.status === 'no-show') {
    const own = state.status === 'no-show' ? slot.start + 20 * minuteMs : slot.start - random.between(3, 40) * 60 * minuteMs
    const at = state.sinceMinutes === undefined ? own : now - state.sinceMinutes * minuteMs
    const when = Math.max(Math.min(at, now - minuteMs), Date.parse(booked.at) + minuteMs)
    return [booked, { from: 'booked', to: state.status, at: text(when), by: desk, room: null, reason: state.reason ?? null }]
  }
  const columns = boardColumns.slice(0, boardColumns.indexOf(state.status) + 1)
  const at = times(random, slot, state, now)
  const moves = columns.slice(1).map((to, index): PlannedStep => {
    const room = to === 'roomed' || to === 'with-clinician' ? (state.room ?? null) : null
    return { from: columns[index] ?? 'booked', to, at: text(at[index] ?? now), by: desk, room, reason: null }
  })
  const first = moves[0]?.at ?? booked.at
  // Whoever came in without an appointment was booked as they came.
  const bookedAt = booked.at < first ? booked.at : text(Date.parse(first) - minuteMs)
  return [{ ...booked, at: bookedAt }, ...moves]
}
