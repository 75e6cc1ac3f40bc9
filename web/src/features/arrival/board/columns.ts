import type { Board, Status, Visit } from '../visit.ts'

export const openColumns = ['booked', 'arrived', 'roomed', 'with-clinician'] as const satisfies readonly Status[]
/** Columns that start folded: what is over needs nobody. */
export const closedColumns = ['checked-out', 'no-show', 'cancelled'] as const satisfies readonly Status[]

export interface Column {
  readonly status: Status
  readonly visits: readonly Visit[]
}

const byStart = (a: Visit, b: Visit) => a.start.localeCompare(b.start) || a.appointmentId.localeCompare(b.appointmentId)
/** Whoever waits longest stands on top. */
const bySince = (a: Visit, b: Visit) => a.since.localeCompare(b.since) || byStart(a, b)
const latestFirst = (a: Visit, b: Visit) => bySince(b, a)

function orderOf(status: Status): (a: Visit, b: Visit) => number {
  if (status === 'booked' || status === 'cancelled' || status === 'no-show') return byStart
  return status === 'checked-out' ? latestFirst : bySince
}

export function columnOf(board: Board, status: Status): Column {
  return { status, visits: board.visits.filter((visit) => visit.status === status).toSorted(orderOf(status)) }
}

export function visitsByTime(board: Board): readonly Visit[] {
  return board.visits.toSorted(byStart)
}

export interface DayFacts {
  /** All but the cancelled. */
  readonly visits: number
  readonly done: number
  readonly noShows: number
  readonly meanWaitMinutes: number | null
}

export function dayFacts(board: Board): DayFacts {
  const count = (status: Status) => board.visits.filter((visit) => visit.status === status).length
  return {
    visits: board.visits.length - count('cancelled'),
    done: count('checked-out'),
    noShows: count('no-show'),
    meanWaitMinutes: board.meanWaitMinutes,
  }
}

/** Where an arrow leads from a card: up and down within its column, left and right to the same height next door. */
export function cardBeside(columns: readonly Column[], from: string | null, key: string): string | null {
  const filled = columns.filter((column) => column.visits.length > 0)
  const column = filled.findIndex(({ visits }) => visits.some((visit) => visit.appointmentId === from))
  const here = filled[column]
  if (!here) return filled[0]?.visits[0]?.appointmentId ?? null
  const row = here.visits.findIndex((visit) => visit.appointmentId === from)
  const sideways = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  const target = filled[column + sideways] ?? here
  const wanted =
    key === 'Home'
      ? 0
      : key === 'End'
        ? here.visits.length - 1
        : row + Number(key === 'ArrowDown') - Number(key === 'ArrowUp')
  const at = Math.max(0, Math.min(target.visits.length - 1, wanted))
  return target.visits[at]?.appointmentId ?? null
}
