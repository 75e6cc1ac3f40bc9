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

export const calendarViews = ['day', 'week', 'month', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

export interface CalendarSearch {
  site?: string | undefined
  date?: string | undefined
  /** The day where it is left out. */
  view?: Exclude<CalendarView, 'day'> | undefined
  /** Kinds of resources and ids of single ones, with commas between; what this machine showed last where it is left out. */
  columns?: string | undefined
  /** Sites other than this one whose columns stand beside it. */
  sites?: 'all' | undefined
  patientId?: string | undefined
  visitTypeId?: string | undefined
  /** The opening finder is open. */
  find?: 1 | undefined
  /** The visit to move. */
  appointmentId?: string | undefined
}

function otherView(value: unknown): CalendarSearch['view'] {
  return value === 'week' || value === 'month' || value === 'list' ? value : undefined
}

function columnList(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z0-9-]+(,[a-z0-9-]+)*$/i.test(value) ? value : undefined
}

export function calendarSearch(raw: Raw): CalendarSearch {
  return {
    site: uuid(raw['site']),
    date: civilDate(raw['date']),
    view: otherView(raw['view']),
    columns: columnList(raw['columns']),
    sites: raw['sites'] === 'all' ? 'all' : undefined,
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
  staffId?: string | undefined
  /** As the trail names it: `patient.read`. */
  action?: string | undefined
  /** Civil dates, both included. */
  from?: string | undefined
  until?: string | undefined
}

export function auditSearch(raw: Raw): AuditSearch {
  const action = raw['action']
  return {
    patientId: uuid(raw['patientId']),
    staffId: uuid(raw['staffId']),
    action: typeof action === 'string' && /^[a-z.-]{1,60}$/.test(action) ? action : undefined,
    from: civilDate(raw['from']),
    until: civilDate(raw['until']),
  }
}

export interface RepairSearch {
  resourceId?: string | undefined
  from?: string | undefined
  until?: string | undefined
}

export function repairSearch(raw: Raw): RepairSearch {
  return { resourceId: uuid(raw['resourceId']), from: civilDate(raw['from']), until: civilDate(raw['until']) }
}

export interface OutboxSearch {
  /** The message that is read. */
  message?: string | undefined
}

export function outboxSearch(raw: Raw): OutboxSearch {
  return { message: uuid(raw['message']) }
}
