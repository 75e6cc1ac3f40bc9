import { nextStatuses } from '@foyer/scheduling'
import type { Board, ReadinessItem, Visit } from './visit.ts'

let made = 0

/** 10:42 in Chicago. */
export const now = '2026-11-22T16:42:00Z'

export function anItem(code: ReadinessItem['code'], overrides: Partial<ReadinessItem> = {}): ReadinessItem {
  return {
    code,
    state: 'ready',
    on: null,
    amountCents: null,
    what: null,
    fields: [],
    by: null,
    isNotCovered: false,
    isMadeUp: false,
    ...overrides,
  }
}

/** A visit that is expected at 11:00 in Chicago, with everything ready. */
export function aVisit(overrides: Partial<Visit> = {}): Visit {
  made += 1
  const status = overrides.status ?? 'booked'
  return {
    appointmentId: `visit-${made}`,
    patient: {
      id: `patient-${made}`,
      mrn: '00417028',
      name: { given: 'Maria', family: 'Nguyen', preferred: 'Mai' },
      birthDate: '1961-03-14',
      language: 'en',
      interpreterNeeded: false,
      alerts: [],
    },
    start: '2026-11-22T17:00:00Z',
    end: '2026-11-22T17:20:00Z',
    visitTypeId: 'type',
    visitType: 'Follow-up',
    visitTypeEs: 'Control',
    telehealth: false,
    clinician: { id: 'singh', name: 'Dr Anil Singh' },
    room: null,
    status,
    since: '2026-11-22T14:00:00Z',
    readiness: [anItem('identity'), anItem('contact'), anItem('coverage', { what: 'Aetna' }), anItem('consent')],
    version: 1,
    next: [...nextStatuses(status)],
    undo: null,
    ...overrides,
  }
}

export function aBoard(visits: readonly Visit[], rooms: Board['rooms'] = []): Board {
  return {
    siteId: 'site',
    date: '2026-11-22',
    timeZone: 'America/Chicago',
    visits: [...visits],
    rooms,
    meanWaitMinutes: null,
  }
}
