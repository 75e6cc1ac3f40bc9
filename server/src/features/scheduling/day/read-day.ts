import type { Params, Reply, scheduling } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentLine } from '../../patients/index.ts'
import type { Practice } from '../../practice/index.ts'
import { type DayFrame, dayFrame, type FrameResource } from './day-frame.ts'
import { msOf } from '../instants.ts'
import { type DayTakenRow, type DayVisitRow, selectDayTaken, selectDayVisits, selectVisits } from './store.ts'

type Spec = typeof scheduling.readDay
type Day = Reply<Spec>
type DayVisit = Day['appointments'][number]

/** The day of a site as its calendar shows it. Hours come from memory, what is booked from two queries side by side. */
export async function readDay(
  ctx: Ctx,
  practice: Practice,
  { siteId, date }: Params<Spec>,
): Promise<Result<Day, never>> {
  const frame = dayFrame(practice, siteId, date)
  if (!frame) throw new Problem('not-found')
  const [rows, taken] = await Promise.all([
    selectDayVisits(ctx.db, siteId, frame),
    selectDayTaken(ctx.db, siteId, frame.resourceIds, frame, ctx.now.toString()),
  ])
  const appointments = visitsOf(rows)
  const elsewhere = taken.flatMap((row) => row.appointment_id ?? [])
  if (elsewhere.length > 0) appointments.push(...visitsOf(await selectVisits(ctx.db, elsewhere)))
  ctx.touch([...new Set(appointments.map((visit) => visit.patient.id))], siteId)
  return ok(assemble(frame, appointments, taken))
}

/** Rows of one visit stand together. */
function visitsOf(rows: readonly DayVisitRow[]): DayVisit[] {
  const visits: DayVisit[] = []
  let current: DayVisit | undefined
  for (const row of rows) {
    if (current?.id !== row.visit_id) {
      current = {
        id: row.visit_id,
        patient: presentLine(row),
        visitTypeId: row.visit_type_id,
        start: row.starts_at,
        end: row.ends_at,
        // The column holds nothing else.
        status: row.status as DayVisit['status'],
        assignments: [],
      }
      visits.push(current)
    }
    const { resource_id: resourceId, from, until } = row
    // Rows of a visit always have a role.
    const { role } = row
    if (resourceId && role && from && until) current.assignments.push({ role, resourceId, start: from, end: until })
  }
  return visits
}

function assemble(frame: DayFrame, appointments: DayVisit[], taken: readonly DayTakenRow[]): Day {
  const blocks: Day['blocks'] = []
  const holds: Day['holds'] = []
  const load = new Map<string, { booked: number; blocked: number }>()
  const add = (resourceId: string, kind: 'booked' | 'blocked', from: string, until: string): void => {
    const resource = frame.byId.get(resourceId)
    if (!resource) return
    const sum = load.get(resourceId) ?? { booked: 0, blocked: 0 }
    sum[kind] += timeOpen(resource, msOf(from), msOf(until))
    load.set(resourceId, sum)
  }
  for (const { id, resource_id: resourceId, reason, from, until, expires_at, staff_name } of taken) {
    const when = { id, resourceId, start: from, end: until }
    if (reason !== null) {
      blocks.push({ ...when, reason })
      add(resourceId, 'blocked', from, until)
    } else if (expires_at !== null) {
      holds.push({ ...when, staffName: staff_name ?? '', expiresAt: expires_at })
      add(resourceId, 'booked', from, until)
    }
  }
  for (const visit of appointments)
    for (const { resourceId, start, end } of visit.assignments) add(resourceId, 'booked', start, end)
  return {
    siteId: frame.siteId,
    date: frame.date,
    timeZone: frame.timeZone,
    resources: frame.resources.map(({ openMs, reply }) => ({
      ...reply,
      bookedPercent: percent(openMs, load.get(reply.id)),
    })),
    blocks,
    holds,
    appointments,
  }
}

/** Time of one resource never overlaps, so lengths add up. */
function timeOpen({ hours }: FrameResource, from: number, until: number): number {
  let length = 0
  for (const { start, end } of hours) length += Math.max(0, Math.min(end, until) - Math.max(start, from))
  return length
}

/** How much of the hours that are not blocked is spoken for; 0 where there are none. */
function percent(openMs: number, load: { booked: number; blocked: number } | undefined): number {
  const hours = openMs - (load?.blocked ?? 0)
  return load && hours > 0 ? Math.round((100 * load.booked) / hours) : 0
}
