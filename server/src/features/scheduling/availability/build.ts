import { setImmediate as breathe } from 'node:timers/promises'
import { type AvailabilityIndex, type Busy, createIndex, type LocalDay, sessionTimes } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import { closedDates, laneCount, type Practice, type PracticeResource } from '../../practice/index.ts'
import { msOf } from '../instants.ts'
import { dayAround } from '../site-days.ts'
import { type Marks, openMarks, someVisit } from './marks.ts'
import { selectMarks, selectPacked, type TimeRow } from './store.ts'

const dayMs = 86_400_000
/** Resources a query: bounds what is in memory at once, and lets requests between. */
const atOnce = 100

/** UTC days. */
export interface Horizon {
  readonly firstDay: number
  readonly days: number
}

export interface Built {
  readonly index: AvailabilityIndex
  readonly marks: Marks
  /** Epoch milliseconds. */
  readonly start: number
  readonly end: number
}

/**
 * An index of resources from the tables. Holds that have run out by `now` take nothing; what changes
 * meanwhile is for the caller to read again.
 */
export async function buildIndex(
  db: Db,
  practice: Practice,
  resources: readonly PracticeResource[],
  horizon: Horizon,
  now: number,
): Promise<Built> {
  const lanes = resources.reduce((sum, resource) => sum + laneCount(resource), 0)
  const index = createIndex({ ...horizon, lanes })
  const marks = openMarks()
  const start = horizon.firstDay * dayMs
  const end = start + horizon.days * dayMs
  const days = new Map<string, readonly LocalDay[]>()
  for (let at = 0; at < resources.length; at += atOnce) {
    const some = resources.slice(at, at + atOnce)
    const ids = some.map(({ id }) => id)
    for (const resource of some) putHours(index, practice, resource, daysOf(days, practice, resource, start, end))
    const [packed, all] = await Promise.all([
      selectPacked(db, ids, { start, end }),
      selectMarks(db, ids, { start, end }),
    ])
    const marked = all.filter((row) => row.expires_at === null || msOf(row.expires_at) > now)
    for (const row of packed) takePacked(index, row.resource_id, row.packed)
    for (const row of marked) index.take(row.resource_id, busyOf(row))
    for (const resourceId of ids) {
      const rows = marked.filter((row) => row.resource_id === resourceId)
      if (rows.length > 0) marks.put({ resourceId, start, end }, rows)
    }
    await breathe()
  }
  return { index, marks, start, end }
}

function daysOf(
  known: Map<string, readonly LocalDay[]>,
  practice: Practice,
  { siteId }: PracticeResource,
  start: number,
  end: number,
): readonly LocalDay[] {
  const zone = practice.sites.get(siteId)?.timeZone ?? 'UTC'
  const before = known.get(zone)
  if (before) return before
  const days: LocalDay[] = []
  for (let day = dayAround(start, zone); day.start < end; day = dayAround(day.end, zone)) days.push(day)
  known.set(zone, days)
  return days
}

function putHours(
  index: AvailabilityIndex,
  practice: Practice,
  resource: PracticeResource,
  days: readonly LocalDay[],
): void {
  const { id, lanes, hours, exceptions, siteId } = resource
  const sessions = sessionTimes(days, hours, exceptions, closedDates(practice, siteId))
  index.putResource({ id, lanes, overbook: laneCount(resource) - lanes, sessions })
}

/** `lane start end`, minutes since 1970, by commas; read digit by digit, because there are hundreds of thousands. */
function takePacked(index: AvailabilityIndex, resourceId: string, packed: string): void {
  let fields: number[] = []
  let value = 0
  for (let at = 0; at <= packed.length; at++) {
    const code = at < packed.length ? packed.charCodeAt(at) : comma
    if (code >= zero) {
      value = value * 10 + code - zero
      continue
    }
    fields.push(value)
    value = 0
    if (code !== comma) continue
    const [lane = 0, from = 0, until = 0] = fields
    index.take(resourceId, { lane, start: from * 60_000, end: until * 60_000, visitTypeId: someVisit })
    fields = []
  }
}
const zero = 48
const comma = 44

export function busyOf(row: TimeRow): Busy {
  const time = { lane: row.lane, start: msOf(row.from), end: msOf(row.until) }
  const isHold = row.expires_at !== null
  return row.visit || isHold ? { ...time, visitTypeId: someVisit } : time
}
