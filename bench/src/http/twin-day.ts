import { presentPerson, type Row } from './twin-person.ts'

interface Hours {
  readonly weekday: number
  readonly startMinute: number
  readonly endMinute: number
}

export interface ResourceRow {
  readonly id: string
  readonly site_id: string
  readonly time_zone: string
  readonly kind: string
  readonly name: string
  readonly specialty: string | null
  readonly hours: readonly Hours[]
}

/** Of one site and date: what does not depend on bookings, kept as Foyer keeps it. */
export interface Frame {
  readonly start: string
  readonly end: string
  readonly ids: readonly string[]
  readonly resources: readonly object[]
  readonly timeZone: string
}

const frames = new Map<string, Frame>()

/** Midnight at the site; good enough here for any day but those on which the clocks change. */
function midnight(date: string, zone: string): number {
  const noon = new Date(`${date}T12:00Z`)
  const there = new Date(`${noon.toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`)
  return Date.parse(`${date}T00:00Z`) + noon.getTime() - there.getTime()
}

export function frameOf(known: readonly ResourceRow[], siteId: string, date: string): Frame {
  const before = frames.get(siteId + date)
  if (before) return before
  const those = known.filter((one) => one.site_id === siteId)
  const timeZone = those[0]?.time_zone ?? 'UTC'
  const start = midnight(date, timeZone)
  const instant = (minute: number): string => `${new Date(start + minute * 60_000).toISOString().slice(0, 19)}Z`
  const weekday = new Date(date).getUTCDay() || 7
  const frame = {
    start: instant(0),
    end: instant(1440),
    timeZone,
    ids: those.map((one) => one.id),
    resources: those.map(({ id, kind, name, specialty, hours }) => ({
      id,
      kind,
      name,
      specialty,
      open: hours
        .filter((one) => one.weekday === weekday)
        .map(({ startMinute, endMinute }) => ({
          start: instant(startMinute),
          end: instant(endMinute),
          startMinute,
          endMinute,
        })),
      bookedPercent: 0,
    })),
  }
  frames.set(siteId + date, frame)
  return frame
}

export function presentDay(frame: Frame, siteId: string, date: string, rows: readonly Row[]): object {
  const appointments: object[] = []
  const blocks: object[] = []
  const holds: object[] = []
  let last: unknown = null
  let assignments: object[] = []
  for (const row of rows) {
    const { resource_id: resourceId, from: start, until: end, role } = row
    if (row['visit_id'] === null) {
      const when = { id: row['id'], resourceId, start, end }
      if (row['reason'] === null) holds.push({ ...when, staffName: row['staff_name'], expiresAt: row['expires_at'] })
      else blocks.push({ ...when, reason: row['reason'] })
      continue
    }
    if (row['visit_id'] !== last) {
      last = row['visit_id']
      assignments = []
      appointments.push({
        id: last,
        patient: presentPerson(row),
        visitTypeId: row['visit_type_id'],
        start: row['starts_at'],
        end: row['ends_at'],
        status: row['status'],
        assignments,
      })
    }
    assignments.push({ role, resourceId, start, end })
  }
  return { siteId, date, timeZone: frame.timeZone, resources: frame.resources, blocks, holds, appointments }
}
