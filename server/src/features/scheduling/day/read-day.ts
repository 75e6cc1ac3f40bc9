import type { Params, Reply, scheduling } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { mayKnowWhyClosed, type Practice } from '../../practice/index.ts'
import { msOf } from '../instants.ts'
import { type DayFrame, dayFrame } from './day-frame.ts'
import { dayLoad } from './day-load.ts'
import { type DayGroup, type DayVisit, groupsOf, visitsOf } from './present-day.ts'
import { type DayTakenRow, selectDayTaken, selectDayVisits, selectGroups, selectVisits } from './store.ts'

type Spec = typeof scheduling.readDay
type Day = Reply<Spec>

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
  const inGroups = [...rows, ...taken].flatMap((row) => row.group_session_id ?? [])
  const groups = inGroups.length > 0 ? groupsOf(await selectGroups(ctx.db, [...new Set(inGroups)])) : []
  const appointments = visitsOf(rows, groups)
  const elsewhere = taken.flatMap((row) => row.appointment_id ?? [])
  if (elsewhere.length > 0) appointments.push(...visitsOf(await selectVisits(ctx.db, elsewhere), groups))
  ctx.touch([...new Set(appointments.map((visit) => visit.patient.id))], siteId)
  return ok(assemble(frame, appointments, groups, taken, ctx.actor))
}

function assemble(
  frame: DayFrame,
  appointments: DayVisit[],
  groups: DayGroup[],
  taken: readonly DayTakenRow[],
  actor: Ctx['actor'],
): Day {
  const withReasons = mayKnowWhyClosed(actor)
  const blocks: Day['blocks'] = []
  const holds: Day['holds'] = []
  const load = dayLoad(frame)
  for (const row of taken) {
    const { id, resource_id: resourceId, reason, lane, from, until } = row
    const when = { id, resourceId, start: from, end: until }
    if (reason !== null) {
      blocks.push({ ...when, reason: withReasons ? reason : null })
      load.block(resourceId, msOf(from), msOf(until))
    } else if (row.hold_id !== null) {
      holds.push({ ...when, lane, ...heldAs(row, actor) })
      load.book(resourceId, msOf(from), msOf(until))
    }
  }
  for (const { assignments } of [...appointments.filter((visit) => visit.groupSessionId === null), ...groups])
    for (const { resourceId, start, end } of assignments) load.book(resourceId, msOf(start), msOf(end))
  return {
    siteId: frame.siteId,
    date: frame.date,
    timeZone: frame.timeZone,
    holiday: frame.holiday,
    resources: frame.resources.map((resource) => ({ ...resource.reply, bookedPercent: load.percent(resource) })),
    blocks,
    holds,
    groups,
    appointments,
  }
}

function heldAs(row: DayTakenRow, { staffId }: Ctx['actor']) {
  return {
    holdId: row.hold_id ?? '',
    siteId: row.hold_site_id ?? '',
    visitTypeId: row.hold_visit_type_id ?? '',
    startsAt: row.hold_starts_at ?? '',
    staffName: row.staff_name ?? '',
    bySelf: row.staff_name === null,
    isOwn: row.staff_id !== null && row.staff_id === staffId,
    expiresAt: row.expires_at ?? '',
  }
}
