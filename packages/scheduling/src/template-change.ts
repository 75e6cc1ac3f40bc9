import { addDays } from '@foyer/kernel'
import { contains, type Interval, merge, subtract } from './interval.ts'
import type { LocalDay } from './local-day.ts'
import { openIntervalsOn, type SessionTime, takes } from './session-times.ts'
import { anchorOf, type HoursException, type WeeklyHours } from './template.ts'

/** Everything that says when a resource works. */
export type Template = {
  readonly weekly: readonly WeeklyHours[]
  readonly exceptions: readonly HoursException[]
  readonly closedDates?: ReadonlySet<string>
}

/** Open time that a change takes away and brings, on the days looked at. Epoch milliseconds. */
export function templateDiff(
  before: Template,
  after: Template,
  days: readonly LocalDay[],
): { readonly lost: readonly Interval[]; readonly gained: readonly Interval[] } {
  const open = ({ weekly, exceptions, closedDates }: Template): Interval[] =>
    openIntervalsOn(days, weekly, exceptions, closedDates)
  const [was, will] = [open(before), open(after)]
  return { lost: subtract(was, will), gained: subtract(will, was) }
}

/** A booked visit as its resource sees it: the time it is kept, buffers included. Epoch milliseconds. */
export type BookedTime = Interval & {
  readonly id: string
  readonly visitTypeId: string
  readonly walkIn?: boolean
}

export type FallsOutside = {
  readonly id: string
  readonly why: 'outside-hours' | 'session-reserved' | 'walk-in-only'
}

/**
 * Which of the visits would not fit the sessions: they do not lie whole in open time, or touch a session that does not
 * take their kind at `now`, or one for walk-ins though they were booked ahead. In the order of the visits, each once.
 */
export function fallsOutside(
  visits: readonly BookedTime[],
  sessions: readonly SessionTime[],
  now: number,
): FallsOutside[] {
  const open = merge(sessions)
  return visits.flatMap((visit): FallsOutside[] => {
    const { id, visitTypeId, walkIn = false } = visit
    if (!contains(open, visit)) return [{ id, why: 'outside-hours' }]
    const touched = sessions.filter((each) => each.start < visit.end && visit.start < each.end)
    if (!touched.every((session) => takes(session, visitTypeId, now))) return [{ id, why: 'session-reserved' }]
    return touched.some((session) => session.walkIn) && !walkIn ? [{ id, why: 'walk-in-only' }] : []
  })
}

/** What is kept of a resource, in which of its lanes. */
export type KeptTime = BookedTime & { readonly lane: number }

/**
 * Which of what is booked depends on a change of the hours: it fits the sessions of `after`, and not those of `before`,
 * where it would lie outside of them or in a lane that they do not have. `lanes` are those of the resource.
 */
export function dependsOn(
  kept: readonly KeptTime[],
  {
    before,
    after,
    lanes,
  }: { readonly before: readonly SessionTime[]; readonly after: readonly SessionTime[]; readonly lanes: number },
  now: number,
): string[] {
  const misfits = (sessions: readonly SessionTime[]): ReadonlySet<KeptTime> => {
    const outside = new Set(fallsOutside(kept, sessions, now).map(({ id }) => id))
    const isBeside = ({ start, end, lane }: KeptTime): boolean =>
      sessions.some(
        (each) => each.start < end && start < each.end && lane >= (each.lanes ?? lanes) + (each.overbook ?? 0),
      )
    return new Set(kept.filter((one) => outside.has(one.id) || isBeside(one)))
  }
  const [was, is] = [misfits(before), misfits(after)]
  return [...new Set(kept.filter((one) => was.has(one) && !is.has(one)).map(({ id }) => id))]
}

/** Whether two lists are the same weeks, in whatever order and however much they leave unsaid. */
export function isSameWeeks(some: readonly WeeklyHours[], others: readonly WeeklyHours[]): boolean {
  const [a, b] = [some, others].map((hours) => hours.map(inFull).toSorted().join())
  return a === b
}

function inFull(hours: WeeklyHours): string {
  const { weekday, startMinute, endMinute, kind = 'open', label = null, everyWeeks = 1, anchor = null } = hours
  const { validFrom = null, validTo = null, visitTypeIds = null, releaseMinutes = null, capacity = null } = hours
  const { lanes = null, overbook = 0, gridMinutes = null, walkIn = false } = hours
  const when = [weekday, startMinute, endMinute, everyWeeks, anchor, validFrom, validTo]
  return JSON.stringify([
    when,
    kind,
    label,
    visitTypeIds,
    releaseMinutes,
    capacity,
    lanes,
    overbook,
    gridMinutes,
    walkIn,
  ])
}

/**
 * From `date` on the weeks of `after` hold; until the day before, and for ever as the record of it, those of `before`.
 * Alternating weeks keep their turn, whatever the first date of validity becomes.
 */
export function replaceFrom(
  date: string,
  before: readonly WeeklyHours[],
  after: readonly WeeklyHours[],
): WeeklyHours[] {
  const dayBefore = addDays(date, -1)
  const past = before
    .filter(({ validFrom }) => validFrom === undefined || validFrom < date)
    .map((hours) => (hours.validTo !== undefined && hours.validTo < date ? hours : { ...hours, validTo: dayBefore }))
  const future = after
    .filter(({ validTo }) => validTo === undefined || validTo >= date)
    .map((hours) => {
      if (hours.validFrom !== undefined && hours.validFrom >= date) return hours
      return { ...hours, validFrom: date, ...(hours.everyWeeks === 2 && { anchor: anchorOf(hours) }) }
    })
  return [...past, ...future]
}
