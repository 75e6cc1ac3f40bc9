import type { GridColumn } from '../grid/grid-column.ts'
import { columnAt, snap } from '../grid/grid-geometry.ts'

/** A column, and minutes since its axis begins. */
export type Place = { readonly column: GridColumn; readonly offset: number }

/** What is under the pointer, from the size of the body alone: columns are equally wide. */
export function placeAt(frame: HTMLElement, columns: readonly GridColumn[], x: number, y: number): Place | null {
  const body = frame.querySelector<HTMLElement>('[data-body]')
  const times = frame.querySelector<HTMLElement>('[data-times]')
  if (!body || !times) return null
  const box = body.getBoundingClientRect()
  const left = box.left + times.offsetWidth
  const column = columns[columnAt(x - left, (box.right - left) / columns.length, columns.length)]
  return column ? { column, offset: ((y - box.top) / box.height) * column.axis.minutes } : null
}

/** The stretch between two places of a column, on a grid of steps. */
export function stretchOf(from: number, to: number, step: number, longest: number): { from: number; to: number } {
  const low = Math.floor(Math.min(from, to) / step) * step
  const high = Math.max(low + step, snap(Math.max(from, to), step))
  return { from: Math.max(0, low), to: Math.min(longest, high) }
}
