import type { Interval } from './interval.ts'
import type { RepairVisit } from './repair.ts'

/** One option of one visit, numbered through over all visits. */
export type RepairColumn = {
  readonly visit: number
  readonly option: number
}

export function repairColumns(visits: readonly RepairVisit[]): RepairColumn[] {
  return visits.flatMap(({ options }, visit) => options.map((_, option) => ({ visit, option })))
}

type Edge = { readonly at: number; readonly isStart: boolean; readonly column: number }

/**
 * Sets of columns of which a plan may take one: they want the same lane of a resource at the same moment. On a line such
 * sets are found by a sweep: whenever a stretch ends after another began, all that are open then meet in one point. Every
 * pair that overlaps is in one of them. Nobody is in two places: a patient is a lane as well.
 */
export function repairCliques(visits: readonly RepairVisit[], columns: readonly RepairColumn[]): number[][] {
  const lanes = new Map<string, Edge[]>()
  const want = (key: string, { start, end }: Interval, column: number): void => {
    if (start >= end) return
    const edges = lanes.get(key) ?? []
    lanes.set(key, edges)
    edges.push({ at: start, isStart: true, column }, { at: end, isStart: false, column })
  }
  for (const [column, { visit, option }] of columns.entries()) {
    const whole = visits[visit]
    const place = whole?.options[option]
    if (!whole || !place) continue
    want(`patient ${whole.patientId}`, place, column)
    for (const one of place.assignments) want(`${one.resourceId} ${one.lane ?? 0}`, one, column)
  }
  return [...lanes.values()].flatMap((edges) => sweep(edges, columns))
}

/** Stretches are half-open: at one instant what ends goes first. */
function sweep(edges: readonly Edge[], columns: readonly RepairColumn[]): number[][] {
  const sorted = edges.toSorted((a, b) => a.at - b.at || Number(a.isStart) - Number(b.isStart))
  const cliques: number[][] = []
  const open = new Map<number, number>()
  let grew = false
  for (const { column, isStart } of sorted) {
    if (isStart) {
      open.set(column, (open.get(column) ?? 0) + 1)
      grew = true
      continue
    }
    if (grew && new Set([...open.keys()].map((each) => columns[each]?.visit)).size > 1) cliques.push([...open.keys()])
    grew = false
    const left = (open.get(column) ?? 1) - 1
    if (left === 0) open.delete(column)
    else open.set(column, left)
  }
  return cliques
}
