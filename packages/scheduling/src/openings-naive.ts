import { dateAt, daysBetween, minuteAt, Temporal } from '@foyer/kernel'
import type { Busy } from './availability/availability-index.ts'
import { around, contains, type Interval, merge, overlaps, subtract } from './interval.ts'
import { datesBetween, dayMs, localDay, minuteMs } from './local-day.ts'
import type { GroupSession, OpeningRequest } from './opening.ts'
import type { SessionTime } from './session-times.ts'
import type { Role, VisitTypeRule } from './visit-type.ts'

/** A resource as the twin sees it: lists of intervals. */
export type NaiveResource = {
  readonly id: string
  readonly lanes: number
  readonly sessions: readonly SessionTime[]
  readonly busy: readonly Busy[]
}

/** With `seat` one in a group that has been made. */
export type NaiveOption = {
  readonly start: number
  readonly leadId: string
  readonly score: number
  readonly seat?: true
}

type World = { readonly request: OpeningRequest; readonly resources: readonly NaiveResource[]; readonly now: number }

const step = 5 * minuteMs

/**
 * The same question as `findOpenings` without any cleverness, for tests: every five minutes of every date, every
 * combination of candidates and lanes, every rule looked at by itself on intervals. Best first, for a walk-in soonest.
 */
export function naiveOpenings(
  request: OpeningRequest,
  resources: readonly NaiveResource[],
  now: number,
): NaiveOption[] {
  const { ignore = [] } = request
  const isIgnored = (id: string, busy: Busy): boolean =>
    ignore.some(
      (each) => each.resourceId === id && each.lane === busy.lane && each.start === busy.start && each.end === busy.end,
    )
  const world: World = {
    request,
    now,
    resources: resources.map((each) => ({ ...each, busy: each.busy.filter((busy) => !isIgnored(each.id, busy)) })),
  }
  const found: NaiveOption[] = []
  for (const date of datesBetween(request.from, request.to)) {
    const day = localDay(date, request.zone)
    for (let start = Math.ceil(day.start / step) * step; start < day.end; start += step) {
      if (start < now || !mayBegin(world, start)) continue
      for (const leadId of leadsAt(world, start)) {
        found.push({ start, leadId, score: naiveScore(world, start, leadId) })
      }
    }
  }
  for (const group of request.groups ?? []) {
    if (isOffered(world, group)) found.push(seatIn(world, group))
  }
  return found.sort(
    (a, b) =>
      (request.walkIn ? a.start - b.start : 0) ||
      b.score - a.score ||
      a.start - b.start ||
      (a.leadId === b.leadId ? Number(a.seat ?? false) - Number(b.seat ?? false) : a.leadId < b.leadId ? -1 : 1),
  )
}

/** A seat is left, on a wished date and time, with somebody who is wished for; caps bind groups that are made anew. */
function isOffered({ request, now }: World, { start, end, seatsLeft, assignments }: GroupSession): boolean {
  const { date } = clockAt(start, request.zone)
  const wished = request.candidates?.clinician ?? []
  const isWished = wished.length === 0 || assignments.some(({ resourceId }) => wished.includes(resourceId))
  const able = request.having?.clinician
  const isAble = !able || assignments.some(({ role, resourceId }) => role === 'clinician' && able.includes(resourceId))
  if (seatsLeft < 1 || !isWished || !isAble || start < now || date < request.from || request.to < date) return false
  if (request.patientBusy?.some((busy) => overlaps(busy, { start, end }))) return false
  if (!suits(request, { start, end })) return false
  const { caps: _, ...visitType } = request.visitType
  return mayBegin({ request: { ...request, visitType, patientBusy: [], not: [] }, resources: [], now }, start)
}

function seatIn({ request, now }: World, { start, assignments }: GroupSession): NaiveOption {
  const leadId = assignments.find(({ role }) => role === leading(request.visitType)?.name)?.resourceId ?? ''
  const usual = leading(request.visitType)?.name === 'clinician' && request.usualPractitionerId === leadId ? 100 : 0
  return { start, leadId, seat: true, score: Math.round(1000 - 40 * waitingDays(request, now, start) + usual + 32) }
}

function waitingDays({ from, zone, visitType, walkIn }: OpeningRequest, now: number, start: number): number {
  const since = Math.max(localDay(from, zone).start, now + (walkIn ? 0 : (visitType.leadMinutes ?? 0)) * minuteMs)
  return Math.max(0, start - since) / dayMs
}

/** A role keeps its resource from its phase to its end: with the buffer before where it begins with the visit, after where it ends with it. */
export function keptTime({ durationMinutes, ...type }: VisitTypeRule, role: Role, start: number): Interval {
  const visit = { start, end: start + durationMinutes * minuteMs }
  const begins = visit.start + (role.offsetMinutes ?? 0) * minuteMs
  const ends = role.durationMinutes === undefined ? visit.end : begins + role.durationMinutes * minuteMs
  return {
    start: begins > visit.start ? begins : begins - (type.bufferBeforeMinutes ?? 0) * minuteMs,
    end: ends < visit.end ? ends : ends + (type.bufferAfterMinutes ?? 0) * minuteMs,
  }
}

function leading({ roles }: VisitTypeRule): Role | undefined {
  const first = roles.findIndex(({ name }) => name === 'clinician')
  return roles[Math.max(0, first)]
}

/** Reserved for kinds it names, until so long before its first piece begins. */
function isOpenTo({ visitTypeIds, releaseMinutes, whole, start }: SessionTime, kind: string, now: number): boolean {
  if (!visitTypeIds || visitTypeIds.includes(kind)) return true
  return releaseMinutes !== undefined && (whole?.start ?? start) - now <= releaseMinutes * minuteMs
}

type Clock = { readonly date: string; readonly minute: number; readonly weekday: number }

const clocks = new Map<string, Clock>()

function clockAt(start: number, zone: string): Clock {
  const key = `${zone} ${start}`
  const before = clocks.get(key)
  if (before) return before
  const instant = Temporal.Instant.fromEpochMilliseconds(start)
  const date = dateAt(instant, zone)
  const clock = { date, minute: minuteAt(instant, zone), weekday: Temporal.PlainDate.from(date).dayOfWeek }
  clocks.set(key, clock)
  return clock
}

function mayBegin({ request, now }: World, start: number): boolean {
  const { dayParts = [], weekdays = [], times, patientBusy = [], counters, visitType, zone, walkIn } = request
  const { leadMinutes = 0, horizonDays, durationMinutes, caps } = visitType
  const { minute, date, weekday } = clockAt(start, zone)
  const part = minute < 720 ? 'morning' : minute < 1020 ? 'afternoon' : 'evening'
  // Who walked in is here.
  if (start < now + (walkIn ? 0 : leadMinutes) * minuteMs) return false
  if (walkIn && date !== clockAt(now, zone).date) return false
  if (horizonDays !== undefined) {
    const today = Temporal.PlainDate.from(clockAt(now, zone).date)
    if (today.until(date).days > horizonDays) return false
  }
  if (!isFor(request, date)) return false
  if (dayParts.length > 0 && !dayParts.includes(part)) return false
  if (weekdays.length > 0 && !weekdays.includes(weekday)) return false
  if (times && (minute < times.fromMinute || minute >= times.untilMinute)) return false
  if (caps?.perDay !== undefined && (counters?.ofType?.(date) ?? 0) >= caps.perDay) return false
  const visit = { start, end: start + durationMinutes * minuteMs }
  return !patientBusy.some((busy) => overlaps(busy, visit)) && suits(request, visit)
}

/** Minute by minute: what the clock shows then was not ruled out. */
function suits({ not = [], zone }: OpeningRequest, { start, end }: Interval): boolean {
  if (not.length === 0) return true
  for (let at = start; at < end; at += minuteMs) {
    const { date, minute, weekday } = clockAt(at, zone)
    const isRuledOut = not.some(({ from = date, to = date, weekdays = [], times }) => {
      if (date < from || to < date || (weekdays.length > 0 && !weekdays.includes(weekday))) return false
      return !times || (times.fromMinute <= minute && minute < times.untilMinute)
    })
    if (isRuledOut) return false
  }
  return true
}

/** Whom the type is for by age and payer, and how far it is from the patient's other visits of the type, as far as that is known. */
function isFor(request: OpeningRequest, date: string): boolean {
  const { visitType, patient } = request
  const { minAge, gap } = visitType.patient ?? {}
  if (!isPaidFor(request, date)) return false
  const { birthDate = null, visits = null } = patient ?? {}
  if (minAge !== undefined && birthDate !== null) {
    if (`${Number(birthDate.slice(0, 4)) + minAge}${birthDate.slice(4)}` > date) return false
  }
  const days = (visits ?? []).map((visit) => Math.abs(daysBetween(visit.date, date)))
  return !days.some((each) => each < (gap?.minDays ?? 0))
}

/** Some policy of the date is with a payer that is allowed; without any only where none is asked for. */
function isPaidFor({ visitType, patient }: Pick<OpeningRequest, 'visitType' | 'patient'>, date: string): boolean {
  const { onlyPayerIds: only = [], notPayerIds: not = [] } = visitType.patient ?? {}
  if (!patient?.coverages) return true
  let isCovered = false
  for (const { payerId, from, to } of patient.coverages) {
    if ((from !== null && date < from) || (to !== null && to < date)) continue
    if ((only.length === 0 || only.includes(payerId)) && !not.includes(payerId)) return true
    isCovered = true
  }
  return !isCovered && only.length === 0
}

/** Who could lead a visit that begins then, the other roles being filled by somebody else each. */
function leadsAt(world: World, start: number): string[] {
  const { visitType } = world.request
  const lead = leading(visitType)
  if (!lead) return []
  const others = visitType.roles.filter((role) => role !== lead)
  const free = candidatesOf(world, lead).filter(
    (one) => leadMay(world, one, start) && lanesFor(world, lead, one, start).length > 0,
  )
  return free
    .filter((one) => canFill(world, others, start, [{ id: one.id, time: keptTime(visitType, lead, start) }]))
    .map(({ id }) => id)
}

function candidatesOf({ request, resources }: World, role: Role): NaiveResource[] {
  const wanted = request.candidates?.[role.name] ?? []
  const able = request.having?.[role.name] ?? role.candidates
  return resources.filter(
    ({ id }) => role.candidates.includes(id) && able.includes(id) && (wanted.length === 0 || wanted.includes(id)),
  )
}

function leadMay({ request }: World, { id, sessions }: NaiveResource, start: number): boolean {
  const { visitType, counters, zone } = request
  const { date, minute } = clockAt(start, zone)
  const session = sessions.find((each) => each.start <= start && start < each.end)
  if (minute % (session?.gridMinutes ?? visitType.gridMinutes ?? 10) !== 0) return false
  const perLead = visitType.caps?.perLeadAndDay
  if (perLead !== undefined && (counters?.ofTypeWithLead?.(date, id) ?? 0) >= perLead) return false
  const perNew = visitType.forNewPatients ? counters?.newPatientsPerDay?.(id) : undefined
  return perNew === undefined || (counters?.ofNewWithLead?.(date, id) ?? 0) < perNew
}

function canFill(
  world: World,
  roles: readonly Role[],
  start: number,
  chosen: readonly { readonly id: string; readonly time: Interval }[],
): boolean {
  const [role, ...others] = roles
  if (!role) return true
  const time = keptTime(world.request.visitType, role, start)
  return candidatesOf(world, role).some(
    (one) =>
      !chosen.some((each) => each.id === one.id && overlaps(each.time, time)) &&
      lanesFor(world, role, one, start).length > 0 &&
      canFill(world, others, start, [...chosen, { id: one.id, time }]),
  )
}

/** Lanes of a resource in which a role of a visit that begins then would have room. */
export function lanesFor(world: World, role: Role, resource: NaiveResource, start: number): number[] {
  const { request, now } = world
  const { visitType, walkIn = false, overbook = false } = request
  const time = keptTime(visitType, role, start)
  const isLead = role === leading(visitType)
  const open = resource.sessions.filter((session) => {
    if (session.walkIn && !walkIn) return false
    if (!session.walkIn && walkIn && isLead) return false
    return isOpenTo(session, visitType.id, now)
  })
  const begins = resource.sessions.find((each) => each.start <= time.start && time.start < each.end)
  if (begins?.capacity !== undefined) {
    const whole = begins.whole ?? begins
    const visits = resource.busy.filter(
      (busy) => busy.visitTypeId !== undefined && whole.start <= busy.start && busy.start < whole.end,
    )
    if (visits.length >= begins.capacity) return []
  }
  return lanesOf(resource, overbook).filter(
    (lane) =>
      contains(hoursOf(resource, open, lane, overbook), time) &&
      !resource.busy.some((busy) => busy.lane === lane && overlaps(busy, time)),
  )
}

function lanesOf({ lanes, sessions }: NaiveResource, overbook: boolean): number[] {
  const most = Math.max(lanes, ...sessions.map((each) => (each.lanes ?? lanes) + (overbook ? (each.overbook ?? 0) : 0)))
  return Array.from({ length: most }, (_, lane) => lane)
}

function hoursOf(
  { lanes }: NaiveResource,
  sessions: readonly SessionTime[],
  lane: number,
  overbook: boolean,
): Interval[] {
  return merge(sessions.filter((each) => lane < (each.lanes ?? lanes) + (overbook ? (each.overbook ?? 0) : 0)))
}

/** Waiting, the usual clinician, a day in one piece, a light day: the points at `rankingOf`. */
function naiveScore(world: World, start: number, leadId: string): number {
  const { request, resources, now } = world
  const lead = leading(request.visitType)
  const resource = resources.find(({ id }) => id === leadId)
  if (!lead || !resource) return Number.NaN
  const usual = lead.name === 'clinician' && request.usualPractitionerId === leadId ? 100 : 0
  const percent = bookedPercent(resource, localDay(clockAt(start, request.zone).date, request.zone))
  const light = (12 * (100 - percent)) / 100
  return Math.round(1000 - 40 * waitingDays(request, now, start) + usual + piecePoints(world, start, resource) + light)
}

function piecePoints(world: World, start: number, resource: NaiveResource): number {
  const { visitType, overbook = false } = world.request
  const lead = leading(visitType) as Role
  const time = keptTime(visitType, lead, start)
  const [best] = lanesFor(world, lead, resource, start)
    .map((lane) => {
      const hours = hoursOf(resource, resource.sessions, lane, overbook)
      const free = around(subtract(hours, takenIn(resource, lane)), time) ?? time
      const length = Math.min(dayMs, time.start - free.start) + Math.min(dayMs, free.end - time.end)
      const isOver = !contains(hoursOf(resource, resource.sessions, lane, false), time)
      return { hours, free, length, isOver }
    })
    .sort((a, b) => Number(a.isOver) - Number(b.isOver) || a.length - b.length)
  if (!best) return Number.NaN
  const atStart = best.free.start === time.start
  const atEnd = best.free.end === time.end
  const besideStart = atStart && !best.hours.some((hours) => hours.start === time.start)
  const besideEnd = atEnd && !best.hours.some((hours) => hours.end === time.end)
  if (besideStart || besideEnd) return atStart && atEnd ? 32 : 16
  return atStart || atEnd ? 12 : 0
}

/** What is taken reaches to whole steps of five minutes. */
function takenIn({ busy }: NaiveResource, lane: number): Interval[] {
  return busy
    .filter((each) => each.lane === lane)
    .map(({ start, end }) => ({ start: Math.floor(start / step) * step, end: Math.ceil(end / step) * step }))
}

function bookedPercent(resource: NaiveResource, day: Interval): number {
  let open = 0
  let free = 0
  for (const lane of lanesOf(resource, false)) {
    const hours = subtract(hoursOf(resource, resource.sessions, lane, false), [
      { start: -Infinity, end: day.start },
      { start: day.end, end: Infinity },
    ])
    open += lengthOf(hours)
    free += lengthOf(subtract(hours, takenIn(resource, lane)))
  }
  return open === 0 ? 100 : Math.round(100 * (1 - free / open))
}

function lengthOf(times: readonly Interval[]): number {
  return times.reduce((sum, { start, end }) => sum + end - start, 0)
}
