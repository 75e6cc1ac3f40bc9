import { type Assignment, roleTime } from '@foyer/scheduling'
import type { Practice } from '../practice/index.ts'
import { msOf } from './instants.ts'
import type { AllocationRow } from './time/store.ts'

interface VisitRow {
  readonly visit_type_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly status: string
}

/** Who is kept from when to when; for a visit that gave time back, what it would be by the visit type and its length. */
export function visitTimes(practice: Practice, visit: VisitRow, rows: readonly AllocationRow[]): Assignment[] {
  const whole = { start: msOf(visit.starts_at), end: msOf(visit.ends_at) }
  const known = practice.visitTypes.get(visit.visit_type_id)?.rule
  const rule = known && { ...known, durationMinutes: (whole.end - whole.start) / 60_000 }
  return rows.map(({ resource_id: resourceId, role: name, lane, from, until }) => {
    // Rows of a visit always have a role.
    const role = name ?? 'clinician'
    if (from !== null && until !== null && visit.status !== 'no-show')
      return { role, resourceId, lane, start: msOf(from), end: msOf(until) }
    const wanted = rule?.roles.find((each) => each.name === role)
    return { role, resourceId, lane, ...(rule && wanted ? roleTime(rule, wanted, whole.start) : whole) }
  })
}
