import { ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { candidatesOf, type RoleName, templateProblems, type WeeklyHours } from '@foyer/scheduling'
import type { Candidate, VisitType } from './practice.ts'

export type HoursRefusal = { reason: 'hours-overlap' | 'hours-backwards'; weekday: number; position: number }

/** Two sessions never hold at the same time, and nothing ends before it begins; positions are indexes of the list. */
export function checkHours(hours: readonly WeeklyHours[]): Result<null, HoursRefusal> {
  const [first] = templateProblems(hours)
  if (!first) return ok(null)
  const position = first.problem === 'overlap' ? first.second : first.at
  const reason = first.problem === 'overlap' ? 'hours-overlap' : 'hours-backwards'
  return refuse({ reason, weekday: hours[position]?.weekday ?? 1, position })
}

type RoleReason = 'unknown-resource' | 'role-twice' | 'unknown-phase' | 'no-candidate'
export type VisitTypeRefusal =
  | { reason: RoleReason; role: RoleName }
  | { reason: 'phase-twice' | 'phase-too-late'; phase: string }

type Wanted = Pick<VisitType, 'durationMinutes' | 'active' | 'rules' | 'roles'>

/**
 * Phases have names of their own and end with the visit at the latest. Each role is named once, belongs to a phase that is
 * there, and its candidates are resources of its kind. What can be booked needs somebody for every role today.
 */
export function checkVisitType(
  wanted: Wanted,
  resources: ReadonlyMap<string, Candidate>,
): Result<null, VisitTypeRefusal> {
  const { durationMinutes, active, rules, roles } = wanted
  const phases = new Set<string>()
  for (const { name, offsetMinutes, durationMinutes: length } of rules.phases ?? []) {
    if (phases.has(name)) return refuse({ reason: 'phase-twice', phase: name })
    if (offsetMinutes + length > durationMinutes) return refuse({ reason: 'phase-too-late', phase: name })
    phases.add(name)
  }
  const seen = new Set<RoleName>()
  for (const wish of roles) {
    const { role, kind, candidates, phase } = wish
    if (seen.has(role)) return refuse({ reason: 'role-twice', role })
    seen.add(role)
    if (candidates.some((id) => resources.get(id)?.kind !== kind)) return refuse({ reason: 'unknown-resource', role })
    if (phase !== undefined && !phases.has(phase)) return refuse({ reason: 'unknown-phase', role })
    if (active && candidatesOf(wish, resources).length === 0) return refuse({ reason: 'no-candidate', role })
  }
  return ok(null)
}

/** Names of the IANA time zone database only: an offset such as `-06:00` knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** Somebody has to stay who can let others in. */
export function leavesNoManager(
  managers: readonly string[],
  staffId: string,
  after: { role: string; active: boolean },
): boolean {
  const stays = after.active && after.role === 'manager'
  return !stays && managers.length === 1 && managers[0] === staffId
}
