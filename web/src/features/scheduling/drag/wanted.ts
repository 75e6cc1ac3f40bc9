import type { Assignment, ResourceKind } from '../shapes.ts'

/** Where a visit would be: what is asked of the server when it is dropped there. */
export type Wanted = {
  readonly start: string
  readonly end: string
  readonly assignments: readonly Assignment[]
}

const minuteMs = 60_000

function shifted(instant: string, byMs: number): string {
  return new Date(Date.parse(instant) + byMs).toISOString().replace('.000Z', 'Z')
}

export function wantedOf({ start, end, assignments }: Wanted): Wanted {
  return { start, end, assignments }
}

/** All roles go along: whoever comes later in the visit or stays longer keeps that distance. */
export function movedTo(visit: Wanted, start: string): Wanted {
  const by = Date.parse(start) - Date.parse(visit.start)
  return {
    start: shifted(visit.start, by),
    end: shifted(visit.end, by),
    assignments: visit.assignments.map((one) => ({
      ...one,
      start: shifted(one.start, by),
      end: shifted(one.end, by),
    })),
  }
}

/** Longer or shorter: the roles that last until the end of the visit do so still; a phase before the end keeps its time. */
export function lasting(visit: Wanted, minutes: number): Wanted {
  const end = Date.parse(visit.start) + minutes * minuteMs
  const by = end - Date.parse(visit.end)
  return {
    start: visit.start,
    end: shifted(visit.end, by),
    assignments: visit.assignments.map((one) =>
      Date.parse(one.end) >= Date.parse(visit.end) ? { ...one, end: shifted(one.end, by) } : one,
    ),
  }
}

export function minutesOf({ start, end }: Pick<Wanted, 'start' | 'end'>): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / minuteMs)
}

/**
 * Another column changes one role: the one it was grabbed by where both columns are of a kind, else the first role that is
 * filled by that kind. Null when the visit has nothing of that kind.
 */
export function withColumn(
  wanted: Wanted,
  grabbedId: string,
  to: { readonly id: string; readonly kind: ResourceKind | 'site' },
  kindOf: (resourceId: string) => ResourceKind | undefined,
): Wanted | null {
  // The column of a whole site says nothing about who.
  if (to.kind === 'site' || wanted.assignments.some(({ resourceId }) => resourceId === to.id)) return wanted
  const isGrabbed = kindOf(grabbedId) === to.kind
  const role = wanted.assignments.find(({ resourceId }) =>
    isGrabbed ? resourceId === grabbedId : kindOf(resourceId) === to.kind,
  )?.role
  if (role === undefined) return null
  return {
    ...wanted,
    assignments: wanted.assignments.map((one) => (one.role === role ? { ...one, resourceId: to.id } : one)),
  }
}

/** Closed time goes into whatever column it is carried to; that of a whole site says nothing about whose. */
export function closedIn(wanted: Wanted, to: { readonly id: string; readonly kind: ResourceKind | 'site' }): Wanted {
  if (to.kind === 'site') return wanted
  return { ...wanted, assignments: wanted.assignments.map((one) => ({ ...one, resourceId: to.id })) }
}

export function isSame(a: Wanted, b: Wanted): boolean {
  const key = ({ start, end, assignments }: Wanted) =>
    [Date.parse(start), Date.parse(end), ...assignments.map((one) => `${one.role} ${one.resourceId}`).sort()].join('|')
  return key(a) === key(b)
}
