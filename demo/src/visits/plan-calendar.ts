import { dateAt, minuteAt, minuteOfDay, Temporal } from '@foyer/kernel'
import { datesBetween, type Interval, leave, type LocalDay, localDays, sessionTimes, subtract } from '@foyer/scheduling'
import type { DemoPerson, DemoSite } from '../people/index.ts'
import type { PlannedBlock, PlannedException, PlannedGroupSession, PlannedHoliday, PlannedVisit } from '../plan.ts'
import { closedDatesOf } from '../practice/holidays.ts'
import { resourceByKey } from '../practice/resources.ts'
import { sites, zoneOf } from '../practice/sites.ts'
import { mixOf } from '../practice/visit-types.ts'
import type { Random } from '../random.ts'
import type { Moment } from '../records/coverages.ts'
import { openBook } from './book.ts'
import { openCrowd } from './crowd.ts'
import { extraClinic } from './extra-clinic.ts'
import { type Free, openFiller } from './fill.ts'
import { placeCastLater } from './later.ts'
import { placeCancelled, placeLanes, type Placed } from './place-lanes.ts'
import { planBlocks } from './blocks.ts'
import { planInfusions, planLessons } from './side-by-side.ts'
import { iso, minuteMs, type Slot } from './slot.ts'
import { type State, stepsOf } from './steps.ts'

export type Calendar = {
  readonly visits: readonly PlannedVisit[]
  /** Keys of the visits of today whose patients have come. */
  readonly atDesk: ReadonlySet<string>
  readonly exceptions: readonly PlannedException[]
  readonly blocks: readonly PlannedBlock[]
  readonly groupSessions: readonly PlannedGroupSession[]
}

type Input = {
  readonly random: Random
  readonly people: readonly DemoPerson[]
  readonly cast: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  readonly moment: Moment
  readonly holidays: readonly PlannedHoliday[]
}

const historyDays = 28
const futureDays = 42
/** Nearer weeks are fuller; together they are 70 %. */
const weekShares = [0.76, 0.74, 0.71, 0.69, 0.66, 0.64]
/** Around now a clinician has only the visits of the lanes. */
const quietBefore = 60 * minuteMs
const quietAfter = 80 * minuteMs

type SiteDays = { readonly zone: string; readonly days: readonly LocalDay[]; readonly today: number }

function siteDays(now: number, zone: string): SiteDays {
  const today = Temporal.PlainDate.from(dateAt(Temporal.Instant.fromEpochMilliseconds(now), zone))
  const from = today.subtract({ days: historyDays }).toString()
  return {
    zone,
    days: localDays(datesBetween(from, today.add({ days: futureDays }).toString()), zone),
    today: historyDays,
  }
}

/** A month of history, today around now, six weeks to come; no resource and no patient in two places at once. */
export function planCalendar({ random, people, cast, known, moment, holidays }: Input): Calendar {
  const { now } = moment
  const book = openBook()
  const crowd = openCrowd(
    random,
    book,
    people.filter(({ key }) => !cast.has(key)),
    known,
    moment.today,
  )
  const bySite = new Map(sites.map(({ key, timeZone }) => [key, siteDays(now, timeZone)]))
  const placed: Placed[] = []
  const exceptions: PlannedException[] = []

  for (const [site, { zone, days, today }] of bySite) {
    const day = days[today]
    if (!day) continue
    const closed = closedDatesOf(holidays, site)
    const visits = placeLanes(site, book, crowd, now, day)
    placed.push(...visits)
    for (const [key, wanted] of clinicHours(visits)) {
      const resource = resourceByKey.get(key)
      if (resource) exceptions.push(...extraClinic(resource, wanted, days.slice(today, today + 2), zone, closed))
    }
  }
  exceptions.push(...planLeave(moment.today))
  const chicago = bySite.get('chicago')
  const chicagoClosed = closedDatesOf(holidays, 'chicago')
  const chicagoDays = (chicago?.days ?? []).filter(({ date }) => !chicagoClosed.has(date))
  const blocks = planBlocks(book, chicagoDays)
  const isQuiet = ({ start, end }: Interval): boolean => end < now - quietBefore || start > now + quietAfter
  const lessons = planLessons(random, book, crowd, chicagoDays)
  const beside = [...planInfusions(random, book, crowd, chicagoDays), ...lessons.flatMap(({ slots }) => slots)]
  for (const slot of beside)
    if (isQuiet(slot)) placed.push({ slot, state: slot.end < now ? pastState(random) : { status: 'booked' } })

  function freeOf(key: string, days: readonly LocalDay[], within?: Interval): Free[] {
    const resource = resourceByKey.get(key)
    const changes = exceptions.filter((one) => one.resource === key)
    const open = sessionTimes(days, resource?.hours ?? [], changes, closedDatesOf(holidays, resource?.site ?? ''))
    return open.flatMap(({ walkIn, visitTypeIds, ...time }): Free[] => {
      const start = Math.max(time.start, within?.start ?? time.start)
      const end = Math.min(time.end, within?.end ?? time.end)
      // Nobody books ahead what is kept for walk-ins.
      if (start >= end || (walkIn && end > now)) return []
      const only = walkIn ? ['same-day'] : visitTypeIds
      return subtract([{ start, end }], book.taken(key, { start, end })).map((one) => ({
        ...one,
        ...(only && { only }),
      }))
    })
  }

  const fillers = Object.keys(mixOf).map((key) => {
    const site: DemoSite = resourceByKey.get(key)?.site ?? 'chicago'
    return { key, ...openFiller({ random, book, crowd }, key, site), at: bySite.get(site) }
  })
  /** Visits of the days from `from` to `to` (0 is today), as far as they begin and end `within`. */
  function fill(from: number, to: number, share: number, within?: Interval): Slot[] {
    return fillers.flatMap(({ key, fill: fillTime, at }) => {
      const days = at?.days.slice(at.today + from, at.today + to + 1) ?? []
      return fillTime(freeOf(key, days, within), share)
    })
  }

  for (const slot of fill(-historyDays, -1, 0.72)) placed.push({ slot, state: pastState(random) })
  const before = { start: -Infinity, end: now - quietBefore }
  for (const slot of fill(0, 0, 0.85, before)) placed.push({ slot, state: pastState(random) })
  const after = { start: Math.ceil((now + quietAfter) / (10 * minuteMs)) * 10 * minuteMs, end: Infinity }
  for (const slot of fill(0, 0, 0.75, after)) placed.push({ slot, state: { status: 'booked' } })
  if (chicago) {
    const later = placeCastLater(book, chicago.days.slice(chicago.today + 1), (key, day) => freeOf(key, [day]))
    for (const slot of later) placed.push({ slot, state: { status: 'booked' } })
  }
  for (const [week, share] of weekShares.entries())
    for (const slot of fill(week * 7 + 1, week * 7 + 7, share)) placed.push({ slot, state: { status: 'booked' } })
  const today = chicago?.days[chicago.today]
  if (today)
    placed.push(
      ...placeCancelled(
        placed.map(({ slot }) => slot),
        crowd,
        now,
        today,
      ),
    )

  const visits = placed
    .toSorted((one, other) => one.slot.start - other.slot.start)
    .map(({ slot, state }, index) => finish(random, slot, state, now, `visit-${String(index + 1).padStart(5, '0')}`))
  const starts = new Map([...bySite].map(([site, { days, today: at }]) => [site, iso(days[at]?.start ?? now)]))
  const atDesk = visits.filter(
    ({ site, start, steps }) => start >= (starts.get(site) ?? '') && steps.some(({ to }) => to === 'arrived'),
  )
  return {
    visits,
    atDesk: new Set(atDesk.map(({ key }) => key)),
    exceptions,
    blocks,
    groupSessions: lessons.map(({ session }) => session),
  }
}

/** Dr. Weiss is away for a week, three weeks from now. */
function planLeave(today: string): PlannedException[] {
  const date = Temporal.PlainDate.from(today)
  const monday = date.add({ days: 22 - date.dayOfWeek })
  return leave(monday.toString(), monday.add({ days: 4 }).toString(), 'Leave').map((one) => ({
    ...one,
    resource: 'weiss',
    reason: 'Leave',
  }))
}

/** From the first to the last visit of everybody and everything in it. */
function clinicHours(placed: readonly Placed[]): Map<string, Interval> {
  const wanted = new Map<string, Interval>()
  for (const { slot } of placed)
    for (const { resourceId, start, end } of slot.assignments) {
      const known = wanted.get(resourceId)
      wanted.set(resourceId, { start: Math.min(known?.start ?? start, start), end: Math.max(known?.end ?? end, end) })
    }
  return wanted
}

function isWalkIn({ visitType, assignments, start }: Slot): boolean {
  if (visitType !== 'same-day' || !assignments.some(({ resourceId }) => resourceId === 'alvarez')) return false
  return minuteAt(Temporal.Instant.fromEpochMilliseconds(start), zoneOf.chicago) < minuteOfDay('13:00')
}

function pastState(random: Random): State {
  return random.weighted([
    [{ status: 'checked-out' }, 93],
    [{ status: 'no-show' }, 4],
    [{ status: 'cancelled', reason: 'patient' }, 3],
  ] as const)
}

function finish(random: Random, slot: Slot, state: State, now: number, key: string): PlannedVisit {
  const { visitType, site, patient, start, end, assignments, seat } = slot
  const steps = stepsOf(random, slot, state, now)
  const isInRoom = state.status === 'roomed' || state.status === 'with-clinician'
  return {
    key,
    patient,
    visitType,
    site,
    start: iso(start),
    end: iso(end),
    status: state.status,
    room: isInRoom ? (state.room ?? null) : null,
    note: null,
    cancelReason: state.status === 'cancelled' ? 'patient' : null,
    identityConfirmed: steps.some(({ to }) => to === 'arrived'),
    assignments: assignments.map((one) => ({
      role: one.role,
      resource: one.resourceId,
      start: iso(one.start),
      end: iso(one.end),
      ...(one.lane !== undefined && { lane: one.lane }),
    })),
    ...(seat && { seat }),
    ...(isWalkIn(slot) && { walkIn: true as const }),
    steps,
  }
}
