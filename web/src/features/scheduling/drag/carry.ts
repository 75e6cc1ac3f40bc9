import { dateAt, dayBounds, Temporal } from '@foyer/kernel'
import type { ColumnResource } from '../grid/grid-column.ts'
import { type Axis, instantOn, offsetOf, snap } from '../grid/grid-geometry.ts'
import type { ResourceKind } from '../shapes.ts'
import { type Load, placeOfLoad } from './load.ts'
import { closedIn, lasting, minutesOf, movedTo, type Wanted, withColumn } from './wanted.ts'

/** A column as far as carrying needs it. */
export type CarryColumn = {
  readonly id: string
  readonly axis: Axis
  readonly resource: Pick<ColumnResource, 'id' | 'kind'>
}

/** What was picked up: where it would be if it were dropped now. */
export type Carried = {
  readonly load: Load
  /** Where it was. */
  readonly from: Wanted
  readonly mode: 'move' | 'resize'
  readonly by: 'pointer' | 'keys'
  /** The resource in whose column it was grabbed. */
  readonly grabbedId: string
  readonly columnId: string
  readonly wanted: Wanted
  /** Minutes between two starts. */
  readonly step: number
  /** Of the column it was grabbed in. */
  readonly zone: string
  /** After the drop it waits for the reason. */
  readonly isDropped: boolean
}

/** No visit is longer. */
const longestVisit = 600

export type KindOf = (resourceId: string) => ResourceKind | undefined

export function pickUp(load: Load, column: CarryColumn, how: Pick<Carried, 'mode' | 'by' | 'step'>): Carried {
  const from = placeOfLoad(load)
  return {
    ...how,
    load,
    from,
    zone: column.axis.zone,
    grabbedId: column.resource.id,
    columnId: column.id,
    wanted: from,
    isDropped: false,
  }
}

/** To a place in a column. Where the visit has nothing of that kind, only its time changes. */
export function carryTo(carried: Carried, column: CarryColumn, offset: number, kindOf: KindOf): Carried {
  if (isHeldByItsEdge(carried)) return carried
  const length = minutesOf(carried.wanted)
  const kept = Math.min(Math.max(0, snap(offset, carried.step)), Math.max(0, column.axis.minutes - length))
  return placed(carried, column, kept, kindOf)
}

function placed(carried: Carried, column: CarryColumn, offset: number, kindOf: KindOf): Carried {
  const { from } = carried
  const minutes = minutesOf(carried.wanted)
  const asLong = minutes === minutesOf(from) ? from : lasting(from, minutes)
  const atTime = movedTo(asLong, instantOn(column.axis, offset))
  const wanted =
    carried.load.kind === 'block'
      ? closedIn(atTime, column.resource)
      : withColumn(atTime, carried.grabbedId, column.resource, kindOf)
  if (wanted) return { ...carried, mode: 'move', wanted, columnId: column.id }
  // The roles that another column gave it stay.
  return { ...carried, mode: 'move', wanted: withThose(atTime, carried.wanted) }
}

/** With whoever another column gave it. */
function withThose(wanted: Wanted, { assignments }: Wanted): Wanted {
  const kept = wanted.assignments.map((one) => ({
    ...one,
    resourceId: assignments.find(({ role }) => role === one.role)?.resourceId ?? one.resourceId,
  }))
  return { ...wanted, assignments: kept }
}

/** By keys one and the same hand moves and stretches. */
function isHeldByItsEdge({ mode, by }: Carried): boolean {
  return mode === 'resize' && by === 'pointer'
}

/** Closed time stays on its day, which may be longer than what is drawn of it. */
function longestOf({ load, from, wanted, zone }: Carried): number {
  if (load.kind !== 'block') return longestVisit
  const { end } = dayBounds(dateAt(Temporal.Instant.from(wanted.start), zone), zone)
  return Math.max(minutesOf(from), minutesOf({ start: wanted.start, end: end.toString() }))
}

/** One step of the grid earlier or later; from a start beside the grid to the next one on it. */
export function stepTime(carried: Carried, column: CarryColumn, direction: 1 | -1, kindOf: KindOf): Carried {
  const { step, wanted } = carried
  const at = offsetOf(column.axis, wanted.start)
  const next = direction > 0 ? Math.floor(at / step) * step + step : Math.ceil(at / step) * step - step
  return carryTo(carried, column, next, kindOf)
}

/** To the next column in which the visit can have a place. */
export function stepColumn(
  carried: Carried,
  columns: readonly CarryColumn[],
  direction: 1 | -1,
  kindOf: KindOf,
): Carried {
  const from = columns.findIndex(({ id }) => id === carried.columnId)
  const here = columns[from]
  if (!here || isHeldByItsEdge(carried)) return carried
  const offset = offsetOf(here.axis, carried.wanted.start)
  for (let at = from + direction; at >= 0 && at < columns.length; at += direction) {
    const column = columns[at]
    if (!column) continue
    const next = placed(carried, column, offset, kindOf)
    if (next.columnId === column.id) return next
  }
  return carried
}

/** Longer or shorter by whole steps, never shorter than one. */
export function stretchTo(carried: Carried, minutes: number): Carried {
  const { step, from, wanted, load } = carried
  // A group lasts as long as its people were told.
  if (load.kind === 'group') return carried
  const kept = Math.max(step, snap(minutes, step))
  const where = withThose(movedTo(from, wanted.start), wanted)
  return { ...carried, mode: 'resize', wanted: lasting(where, Math.min(kept, longestOf(carried))) }
}

export function stretchBy(carried: Carried, direction: 1 | -1): Carried {
  return stretchTo(carried, minutesOf(carried.wanted) + direction * carried.step)
}
