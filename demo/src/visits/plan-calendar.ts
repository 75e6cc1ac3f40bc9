import { dateAt, Temporal } from '@foyer/kernel'
import { datesBetween, type Interval, type LocalDay, localDays, openIntervalsOn, subtract } from '@foyer/scheduling'
import type { DemoPerson, DemoSite } from '../people/index.ts'
import type { PlannedBlock, PlannedException, PlannedVisit } from '../plan.ts'
import { resourceByKey } from '../practice/resources.ts'
import { sites } from '../practice/sites.ts'
import { mixOf } from '../practice/visit-types.ts'
import type { Random } from '../random.ts'
import type { Moment } from '../records/coverages.ts'
import { openBook } from './book.ts'
import { openCrowd } from './crowd.ts'
import { extraClinic } from './extra-clinic.ts'
import { openFiller } from './fill.ts'
import { placeCastLater } from './later.ts'
import { placeCancelled, placeLanes, type Placed } from './place-lanes.ts'
import { planBlocks } from './blocks.ts'
import { iso, minuteMs, type Slot } from './slot.ts'
import { type State, stepsOf } from './steps.ts'

export type Calendar = {
  readonly visits: readonly PlannedVisit[]
  /** Keys of the visits of today whose patients have come. */
  readonly atDesk: ReadonlySet<string>
  readonly exceptions: readonly PlannedException[]
  readonly blocks: readonly PlannedBlock[]
}

type Input = {
  readonly random: Random
  readonly people: readonly DemoPerson[]
  readonly cast: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  readonly moment: Moment
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
export function planCalendar({ random, people, cast, known, moment }: Input): Calendar {
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
    const visits = placeLanes(site, book, crowd, now, day)
    placed.push(...visits)
    for (const [key, wanted] of clinicHours(visits)) {
      const resource = resourceByKey.get(key)
      if (resource) exceptions.push(...extraClinic(resource, wanted, days.slice(today, today + 2), zone))
    }
  }
  const blocks = planBlocks(book, bySite.get('chicago')?.days ?? [])

  function freeOf(key: string, days: readonly LocalDay[], within?: Interval): Interval[] {
    const resource = resourceByKey.get(key)
    const changes = exceptions.filter((one) => one.resource === key)
    const open = openIntervalsOn(days, resource?.hours ?? [], changes)
    const cut = within
      ? open.map(({ start, end }) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
      : open
    return cut.filter(({ start, end }) => start < end).flatMap((one) => subtract([one], book.taken(key, one)))
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
  const chicago = bySite.get('chicago')
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
  return { visits, atDesk: new Set(atDesk.map(({ key }) => key)), exceptions, blocks }
}

/** From the first to the last visit of everybody who has hours; rooms are always open. */
function clinicHours(placed: readonly Placed[]): Map<string, Interval> {
  const wanted = new Map<string, Interval>()
  for (const { slot } of placed)
    for (const { resourceId, start, end } of slot.assignments) {
      const known = wanted.get(resourceId)
      if (resourceByKey.get(resourceId)?.kind === 'room') continue
      wanted.set(resourceId, { start: Math.min(known?.start ?? start, start), end: Math.max(known?.end ?? end, end) })
    }
  return wanted
}

function pastState(random: Random): State {
  return random.weighted([
    [{ status: 'checked-out' }, 93],
    [{ status: 'no-show' }, 4],
    [{ status: 'cancelled', reason: 'patient' }, 3],
  ] as const)
}

function finish(random: Random, slot: Slot, state: State, now: number, key: string): PlannedVisit {
  const { visitType, site, patient, start, end, assignments } = slot
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
    })),
    steps,
  }
}
