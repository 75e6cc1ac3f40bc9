import type { Board, Status, Visit } from '../visit.ts'

export interface BoardChange {
  readonly visit: Visit
  /** Null for a visit that was not on the board before. */
  readonly from: Status | null
}

/** What happened between two answers of the server: whose state changed, and who is new. */
export function boardChanges(before: Board, after: Board): readonly BoardChange[] {
  if (before.siteId !== after.siteId || before.date !== after.date) return []
  const known = new Map(before.visits.map((visit) => [visit.appointmentId, visit.status]))
  return after.visits
    .map((visit) => ({ visit, from: known.get(visit.appointmentId) ?? null }))
    .filter(({ visit, from }) => from !== visit.status)
}
