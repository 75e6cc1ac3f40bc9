import { type Params, type Query, type Refusal, type Reply, scheduling } from '@foyer/contract'
import { daysBetween, ok, refuse, type Result } from '@foyer/kernel'
import { datesBetween } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { mayKnowWhyClosed, type Practice } from '../../practice/index.ts'
import { type DayFrame, dayFrame } from '../day/day-frame.ts'
import { groupsOf, visitsOf } from '../day/present-day.ts'
import { selectGroups, selectVisits } from '../day/store.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { selectBlocks, selectLoads, selectMemberIds, selectVisitCounts, selectVisitIds } from './store.ts'

type Spec = typeof scheduling.readDays
type Days = Reply<Spec>
type DayReply = Days['days'][number]

const mostVisits = 4000

/** Several days of a site: how full each is, resource by resource, and on request what is booked. */
export async function readDays(
  ctx: Ctx,
  practice: Practice,
  { siteId, from, to, resourceIds, detail }: Params<Spec> & Query<Spec>,
): Promise<Result<Days, Refusal<Spec>>> {
  const site = practice.sites.get(siteId)
  if (!site) throw new Problem('not-found')
  const span = daysBetween(from, to)
  if (span < 0) return refuse({ reason: 'dates-backwards' })
  if (span >= scheduling.mostScheduleDays) return refuse({ reason: 'too-many-days', most: scheduling.mostScheduleDays })
  const frames = datesBetween(from, to).map((date) => frameOf(practice, siteId, date))
  const wanted = resourceIds?.split(',') ?? null
  const known = frames[0]?.resourceIds ?? []
  const ids = wanted === null ? known : known.filter((id) => wanted.includes(id))
  const range = { start: frames[0]?.start ?? 0, end: frames.at(-1)?.end ?? 0 }
  const [loads, counts, blocks, drawn] = await Promise.all([
    selectLoads(ctx.db, ids, frames, ctx.now.toString()),
    selectVisitCounts(ctx.db, siteId, frames, wanted === null ? null : ids),
    selectBlocks(ctx.db, ids, range),
    detail === 'visits' ? drawnIn(ctx, ids, range) : nothing,
  ])
  if (drawn === null) return refuse({ reason: 'too-many-visits', most: mostVisits })
  ctx.touch([...new Set(drawn.appointments.map((visit) => visit.patient.id))], siteId)

  const shown = new Set(ids)
  const days = frames.map((frame, at): DayReply => {
    const resources = frame.resources.flatMap(({ open, openMs, reply }) => {
      if (!shown.has(reply.id)) return []
      const load = loads.find((one) => one.at === at && one.resource_id === reply.id)
      const blocked = blocks
        .filter((block) => block.resource_id === reply.id)
        .reduce((sum, block) => sum + timeOpen(open, msOf(block.from), msOf(block.until)), 0)
      return [{ resourceId: reply.id, ...loadOf(openMs, load?.minutes ?? 0, blocked, load?.visits ?? 0) }]
    })
    const sum = (field: 'openMinutes' | 'bookedMinutes' | 'blockedMinutes'): number =>
      resources.reduce((total, one) => total + one[field], 0)
    const visits = counts.find((one) => one.at === at)?.visits ?? 0
    return {
      date: frame.date,
      start: instantOfMs(frame.start),
      end: instantOfMs(frame.end),
      holiday: frame.holiday,
      ...loadOf(sum('openMinutes') * 60_000, sum('bookedMinutes'), sum('blockedMinutes') * 60_000, visits),
      resources,
    }
  })
  return ok({ siteId, timeZone: site.timeZone, from, to, days, ...drawn })
}

function frameOf(practice: Practice, siteId: string, date: string): DayFrame {
  const frame = dayFrame(practice, siteId, date)
  if (!frame) throw new Problem('not-found')
  return frame
}

type Drawn = Pick<Days, 'groups' | 'blocks' | 'appointments'>
const nothing: Drawn = { groups: [], blocks: [], appointments: [] }

async function drawnIn(
  { db, actor }: Ctx,
  ids: readonly string[],
  range: { start: number; end: number },
): Promise<Drawn | null> {
  const [found, blocks] = await Promise.all([
    selectVisitIds(db, ids, range, mostVisits + 1),
    selectBlocks(db, ids, range),
  ])
  if (found.length > mostVisits) return null
  const groupIds = found.flatMap((row) => row.group_session_id ?? [])
  const members = groupIds.length > 0 ? await selectMemberIds(db, groupIds) : []
  const visitIds = [...found.flatMap((row) => row.appointment_id ?? []), ...members]
  const [rows, groupRows] = await Promise.all([
    visitIds.length > 0 ? selectVisits(db, visitIds) : [],
    groupIds.length > 0 ? selectGroups(db, groupIds) : [],
  ])
  const groups = groupsOf(groupRows)
  const withReasons = mayKnowWhyClosed(actor)
  return {
    groups,
    blocks: blocks.map(({ id, resource_id: resourceId, from, until, reason }) => ({
      id,
      resourceId,
      start: from,
      end: until,
      reason: withReasons ? reason : null,
    })),
    appointments: visitsOf(rows, groups),
  }
}

interface OpenLanes {
  readonly start: number
  readonly end: number
  readonly lanes: number
}

function timeOpen(open: readonly OpenLanes[], from: number, until: number): number {
  return open.reduce(
    (sum, { start, end, lanes }) => sum + Math.max(0, Math.min(end, until) - Math.max(start, from)) * lanes,
    0,
  )
}

function loadOf(openMs: number, bookedMinutes: number, blockedMs: number, visits: number) {
  const [openMinutes, blockedMinutes] = [Math.round(openMs / 60_000), Math.round(blockedMs / 60_000)]
  const left = openMinutes - blockedMinutes
  const bookedPercent = left > 0 ? Math.round((100 * bookedMinutes) / left) : 0
  return { visits, openMinutes, bookedMinutes, blockedMinutes, bookedPercent }
}
