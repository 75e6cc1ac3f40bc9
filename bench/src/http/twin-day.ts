import { presentPerson, type Row } from './twin-person.ts'

interface Hours {
  readonly weekday: number
  readonly startMinute: number
  readonly endMinute: number
  readonly kind: string
  readonly label: string | null
  readonly visitTypeIds: readonly string[] | null
  readonly capacity: number | null
  readonly lanes: number | null
  readonly overbook: number
  readonly gridMinutes: number | null
  readonly walkIn: boolean
}

export interface ResourceRow {
  readonly id: string
  readonly site_id: string
  readonly time_zone: string
  readonly kind: string
  readonly name: string
  readonly specialty: string | null
  readonly lanes: number
  readonly hours: readonly Hours[]
}

/** Of one site and date: what does not depend on bookings, kept as Foyer keeps it. */
export interface Frame {
  readonly start: string
  readonly end: string
  readonly ids: readonly string[]
  readonly resources: readonly { readonly id: string; readonly openMs: number; readonly reply: object }[]
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
    resources: those.map(({ id, kind, name, specialty, lanes, hours }) => {
      const sessions = hours
        .filter((one) => one.weekday === weekday)
        .map((one) => ({
          start: instant(one.startMinute),
          end: instant(one.endMinute),
          startMinute: one.startMinute,
          endMinute: one.endMinute,
          kind: one.kind,
          label: one.label,
          visitTypeIds: one.visitTypeIds,
          releasesAt: null,
          capacity: one.capacity,
          whole: null,
          lanes: one.lanes ?? lanes,
          overbook: one.overbook,
          gridMinutes: one.gridMinutes,
          walkIn: one.walkIn,
        }))
      const open = sessions.filter((one) => one.kind === 'open')
      return {
        id,
        openMs: open.reduce((sum, one) => sum + (one.endMinute - one.startMinute) * 60_000 * one.lanes, 0),
        reply: {
          id,
          kind,
          name,
          specialty,
          lanes,
          open: open.map(({ start, end, startMinute, endMinute }) => ({ start, end, startMinute, endMinute })),
          sessions,
        },
      }
    }),
  }
  frames.set(siteId + date, frame)
  return frame
}

const wire = (time: unknown): string => `${String(time).slice(0, 10)}T${String(time).slice(11, 19)}Z`

/** Group sessions, dated changes of hours and every other week are left out: little of the answer, none of its visits. */
export function presentDay(frame: Frame, siteId: string, date: string, rows: readonly Row[]): object {
  const appointments: object[] = []
  const blocks: object[] = []
  const holds: object[] = []
  const booked = new Map<unknown, number>()
  let last: unknown = null
  let assignments: object[] = []
  for (const row of rows) {
    const { resource_id: resourceId, role, lane } = row
    const [start, end] = [wire(row['from']), wire(row['until'])]
    if (row['visit_id'] === null) {
      const when = { id: row['id'], resourceId, start, end }
      if (row['reason'] !== null) blocks.push({ ...when, reason: row['reason'] })
      else
        holds.push({ ...when, lane, staffName: row['staff_name'], bySelf: false, expiresAt: wire(row['expires_at']) })
      continue
    }
    if (row['visit_id'] !== last) {
      last = row['visit_id']
      assignments = []
      appointments.push({
        id: last,
        patient: presentPerson(row),
        siteId,
        visitTypeId: row['visit_type_id'],
        start: wire(row['starts_at']),
        end: wire(row['ends_at']),
        status: row['status'],
        version: row['version'],
        approval: row['approval'],
        walkIn: row['walk_in'],
        chainId: row['chain_id'],
        chainLeg: row['chain_leg'],
        seriesId: row['series_id'],
        seriesOccurrence: row['series_occurrence'],
        groupSessionId: row['group_session_id'],
        seat: row['seat'],
        assignments,
      })
    }
    assignments.push({ role, resourceId, start, end, lane })
    booked.set(resourceId, (booked.get(resourceId) ?? 0) + Date.parse(end) - Date.parse(start))
  }
  const resources = frame.resources.map(({ id, openMs, reply }) => ({
    ...reply,
    bookedPercent: openMs > 0 ? Math.round((100 * (booked.get(id) ?? 0)) / openMs) : 0,
  }))
  return { siteId, date, timeZone: frame.timeZone, holiday: null, resources, blocks, holds, groups: [], appointments }
}
