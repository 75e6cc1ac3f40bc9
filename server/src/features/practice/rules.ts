import { ok, refuse, type Result, Temporal } from '@foyer/kernel'
import type { RoleName } from '@foyer/scheduling'
import type { RoleWish } from './practice.ts'

interface Hours {
  readonly weekday: number
  readonly startMinute: number
  readonly endMinute: number
}

export type HoursRefusal = { reason: 'hours-overlap' | 'hours-backwards'; weekday: number }

/** Hours of one day may touch but neither overlap nor end before they begin. */
export function checkHours(hours: readonly Hours[]): Result<null, HoursRefusal> {
  const backwards = hours.find(({ startMinute, endMinute }) => endMinute <= startMinute)
  if (backwards) return refuse({ reason: 'hours-backwards', weekday: backwards.weekday })
  const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute)
  for (const [index, one] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next && next.weekday === one.weekday && next.startMinute < one.endMinute)
      return refuse({ reason: 'hours-overlap', weekday: one.weekday })
  }
  return ok(null)
}

export type RolesRefusal = { reason: 'unknown-resource' | 'role-twice'; role: RoleName }

/** Each role once, and every candidate a resource of the kind that the role asks for. */
export function checkRoles(roles: readonly RoleWish[], kinds: ReadonlyMap<string, string>): Result<null, RolesRefusal> {
  const seen = new Set<RoleName>()
  for (const { role, kind, candidates } of roles) {
    if (seen.has(role)) return refuse({ reason: 'role-twice', role })
    seen.add(role)
    if (candidates.some((id) => kinds.get(id) !== kind)) return refuse({ reason: 'unknown-resource', role })
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
