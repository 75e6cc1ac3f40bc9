/** Search parameters are plain text here: `?date=2026-11-22&find=1`. Ids only; what is typed about a person never stands in an address. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

export function writeSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? '' : `?${query}`
}

type Raw = Readonly<Record<string, unknown>>

function uuid(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value) ? value : undefined
}

function civilDate(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}

export interface CalendarSearch {
  site?: string | undefined
  date?: string | undefined
  patientId?: string | undefined
  visitTypeId?: string | undefined
  /** The opening finder is open. */
  find?: 1 | undefined
  /** The visit to move. */
  appointmentId?: string | undefined
}

export function calendarSearch(raw: Raw): CalendarSearch {
  return {
    site: uuid(raw['site']),
    date: civilDate(raw['date']),
    patientId: uuid(raw['patientId']),
    visitTypeId: uuid(raw['visitTypeId']),
    find: raw['find'] === undefined ? undefined : 1,
    appointmentId: uuid(raw['appointmentId']),
  }
}

export interface TodaySearch {
  site?: string | undefined
  date?: string | undefined
  appointmentId?: string | undefined
}

export function todaySearch(raw: Raw): TodaySearch {
  return { site: uuid(raw['site']), date: civilDate(raw['date']), appointmentId: uuid(raw['appointmentId']) }
}

export interface AuditSearch {
  patientId?: string | undefined
}

export function auditSearch(raw: Raw): AuditSearch {
  return { patientId: uuid(raw['patientId']) }
}
