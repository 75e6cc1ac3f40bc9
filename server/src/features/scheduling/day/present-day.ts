import type { Reply, scheduling } from '@foyer/contract'
import { presentLine } from '../../patients/index.ts'
import type { DayVisitRow, GroupRow } from './store.ts'

type Day = Reply<typeof scheduling.readDay>
export type DayVisit = Day['appointments'][number]
export type DayGroup = Day['groups'][number]

/** Rows of one visit stand together. A visit in a group has no rows of its own: it is where its group is. */
export function visitsOf(rows: readonly DayVisitRow[], groups: readonly DayGroup[]): DayVisit[] {
  const visits: DayVisit[] = []
  let current: DayVisit | undefined
  for (const row of rows) {
    if (current?.id !== row.visit_id) {
      current = visitOf(row, groups)
      visits.push(current)
    }
    const { resource_id: resourceId, lane, from, until } = row
    // Rows of a visit always have a role.
    const { role } = row
    if (resourceId && role && from && until)
      current.assignments.push({ role, resourceId, start: from, end: until, lane: lane ?? 0 })
  }
  return visits
}

function visitOf(row: DayVisitRow, groups: readonly DayGroup[]): DayVisit {
  return {
    id: row.visit_id,
    patient: presentLine(row),
    siteId: row.site_id,
    visitTypeId: row.visit_type_id,
    start: row.starts_at,
    end: row.ends_at,
    // The columns hold nothing else.
    status: row.status as DayVisit['status'],
    approval: row.approval as DayVisit['approval'],
    version: row.version,
    walkIn: row.walk_in,
    chainId: row.chain_id,
    chainLeg: row.chain_leg,
    seriesId: row.series_id,
    seriesOccurrence: row.series_occurrence,
    groupSessionId: row.group_session_id,
    seat: row.seat,
    assignments: groups.find(({ id }) => id === row.group_session_id)?.assignments ?? [],
  }
}

export function groupsOf(rows: readonly GroupRow[]): DayGroup[] {
  const groups: DayGroup[] = []
  for (const row of rows) {
    let group = groups.at(-1)
    if (group?.id !== row.id) {
      group = {
        id: row.id,
        visitTypeId: row.visit_type_id,
        start: row.starts_at,
        end: row.ends_at,
        seats: row.seats,
        taken: row.taken ?? 0,
        closed: row.closed,
        version: row.version,
        assignments: [],
      }
      groups.push(group)
    }
    const { resource_id: resourceId, lane, from, until } = row
    if (row.role !== null) group.assignments.push({ role: row.role, resourceId, start: from, end: until, lane })
  }
  return groups
}
