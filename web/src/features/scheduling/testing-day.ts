import type { Assignment, Day, DayAppointment, DayGroup, DayResource, DaySession } from './shapes.ts'

/** Builders for tests about days; everything that is not said is plain. */
export function anAssignment(role: string, resourceId: string, start: string, end: string, lane = 0): Assignment {
  return { role, resourceId, start, end, lane }
}

/** A visit as long as its first assignment. */
export function aVisit(
  more: Partial<DayAppointment> & { readonly assignments: readonly Assignment[]; readonly family?: string },
): DayAppointment {
  const { family = 'Fox', assignments, ...rest } = more
  const { start = '', end = '' } = assignments[0] ?? {}
  return {
    id: 'visit',
    patient: {
      id: `patient ${family}`,
      mrn: 'M',
      name: { given: 'Inês', family },
      birthDate: '1990-01-01',
      language: 'en',
      interpreterNeeded: false,
    },
    siteId: 'site',
    visitTypeId: 'follow-up',
    start,
    end,
    status: 'booked',
    version: 1,
    approval: null,
    walkIn: false,
    chainId: null,
    chainLeg: null,
    seriesId: null,
    seriesOccurrence: null,
    groupSessionId: null,
    seat: null,
    assignments: [...assignments],
    ...rest,
  }
}

export function aResource(
  id: string,
  kind: DayResource['kind'] = 'practitioner',
  more: Partial<DayResource> = {},
): DayResource {
  return { id, kind, name: id, specialty: null, lanes: 1, open: [], sessions: [], bookedPercent: 0, ...more }
}

export function aSession(start: string, end: string, more: Partial<DaySession> = {}): DaySession {
  return {
    start,
    end,
    startMinute: 0,
    endMinute: 0,
    kind: 'open',
    label: null,
    visitTypeIds: null,
    releasesAt: null,
    capacity: null,
    whole: null,
    lanes: 1,
    overbook: 0,
    gridMinutes: null,
    walkIn: false,
    ...more,
  }
}

export function aGroup(assignment: Assignment, more: Partial<DayGroup> = {}): DayGroup {
  const { start, end } = assignment
  return {
    id: 'group',
    visitTypeId: 'class',
    start,
    end,
    seats: 8,
    taken: 1,
    closed: false,
    version: 1,
    assignments: [assignment],
    ...more,
  }
}

export function aHold(resourceId: string, start: string, end: string): Day['holds'][number] {
  return {
    id: 'hold',
    holdId: 'hold',
    siteId: 'site',
    visitTypeId: 'follow-up',
    startsAt: start,
    resourceId,
    start,
    end,
    lane: 0,
    staffName: 'Sam',
    bySelf: false,
    isOwn: false,
    expiresAt: end,
  }
}

/** Tuesday, 24 November 2026 in Chicago. */
export function aDay(more: Partial<Day> = {}): Day {
  return {
    siteId: 'site',
    date: '2026-11-24',
    timeZone: 'America/Chicago',
    holiday: null,
    resources: [],
    blocks: [],
    holds: [],
    groups: [],
    appointments: [],
    ...more,
  }
}
