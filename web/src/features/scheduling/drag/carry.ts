import type { ColumnResource } from '../grid/grid-column.ts'
import { type Axis, instantOn, offsetOf, snap } from '../grid/grid-geometry.ts'
import type { DayAppointment, ResourceKind } from '../shapes.ts'
import { lasting, minutesOf, movedTo, type Wanted, wantedOf, withColumn } from './wanted.ts'

/** A column as far as carrying needs it. */
export type CarryColumn = {
  readonly id: string
  readonly axis: Axis
  readonly resource: Pick<ColumnResource, 'id' | 'kind'>
}

/** A visit that was picked up: where it would be if it were dropped now. */
export type Carried = {
  readonly visit: DayAppointment
  readonly mode: 'move' | 'resize'
  readonly by: 'pointer' | 'keys'
  /** The resource in whose column it was grabbed. */
  readonly grabbedId: string
  readonly columnId: string
  readonly wanted: Wanted
  /** Minutes between two starts. */
  readonly step: number
  /** After the drop it waits for the reason. */
  readonly isDropped: boolean
}

export type KindOf = (resourceId: string) => ResourceKind | undefined

export function pickUp(
  visit: DayAppointment,
  column: CarryColumn,
  how: Pick<Carried, 'mode' | 'by' | 'step'>,
): Carried {
  return {
    ...how,
    visit,
    grabbedId: column.resource.id,
    columnId: column.id,
    wanted: wantedOf(visit),
    isDropped: false,
  }
}

/** To a place in a column. Where the visit has nothing of that kind, only its time changes. */
export function carryTo(carried: Carried, column: CarryColumn, offset: number, kindOf: KindOf): Carried {
  if (carried.mode === 'resize') return carried
  const length = minutesOf(carried.visit)
  const kept = Math.min(Math.max(0, snap(offset, carried.step)), Math.max(0, column.axis.minutes - length))
  return placed(carried, column, kept, kindOf)
}

function placed(carried: Carried, column: CarryColumn, offset: number, kindOf: KindOf): Carried {
  const atTime = movedTo(wantedOf(carried.visit), instantOn(column.axis, offset))
  const wanted = withColumn(atTime, carried.grabbedId, column.resource, kindOf)
  if (wanted) return { ...carried, wanted, columnId: column.id }
  // The roles that another column gave it stay.
  const kept = atTime.assignments.map((one) => ({
    ...one,
    resourceId: carried.wanted.assignments.find(({ role }) => role === one.role)?.resourceId ?? one.resourceId,
  }))
  return { ...carried, wanted: { ...atTime, assignments: kept } }
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
  if (!here || carried.mode === 'resize') return carried
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
  const { step, visit } = carried
  const kept = Math.max(step, snap(minutes, step))
  return { ...carried, mode: 'resize', wanted: lasting(wantedOf(visit), Math.min(kept, 600)) }
}

export function stretchBy(carried: Carried, direction: 1 | -1): Carried {
  return stretchTo(carried, minutesOf(carried.wanted) + direction * carried.step)
}
