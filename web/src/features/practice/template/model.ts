import { daysBetween } from '@foyer/kernel'
import { templateProblems, type WeeklyHours } from '@foyer/scheduling'
import type { Hours } from '../shapes.ts'

/** A session on the painted week. The key is for the screen only. */
export type Painted = Hours & { readonly key: number }

export interface Span {
  /** ISO 8601: Monday is 1. */
  readonly weekday: number
  readonly startMinute: number
  readonly endMinute: number
}

/** Which weeks are painted: all, those like the week of the first date, or those between. */
export type Weeks = 'every' | 'a' | 'b'

const firstMonday = '1970-01-05'

function weekOf(date: string): number {
  return Math.floor(daysBetween(firstMonday, date) / 7)
}

/** `a` is the week of `from`. */
export function weeksOf(hours: Pick<Hours, 'everyWeeks' | 'anchor' | 'validFrom'>, from: string): Weeks {
  if (hours.everyWeeks !== 2) return 'every'
  const turn = weekOf(hours.anchor ?? hours.validFrom ?? firstMonday) - weekOf(from)
  return turn % 2 === 0 ? 'a' : 'b'
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function inWeeks<T extends Hours>(session: T, weeks: Weeks, from: string): T {
  const { everyWeeks: _, anchor: __, ...rest } = session
  if (weeks === 'every') return rest as T
  return { ...rest, everyWeeks: 2, anchor: weeks === 'a' ? from : addDays(from, 7) } as T
}

/** What holds on `from` or later, as it would be painted from then on. */
export function paintedFrom(hours: readonly Hours[], from: string): Painted[] {
  return hours
    .filter(({ validTo }) => validTo === undefined || validTo >= from)
    .map((one, key) => {
      const anchored = one.everyWeeks === 2 ? inWeeks(one, weeksOf(one, from), from) : one
      const { validFrom, ...rest } = anchored
      return { ...rest, ...(validFrom !== undefined && validFrom > from && { validFrom }), key }
    })
}

export function hoursOf(sessions: readonly Painted[]): Hours[] {
  return sessions.map((one) => {
    const { key: _, ...hours } = one
    return hours
  })
}

function meets(one: Span, other: Span): boolean {
  return one.weekday === other.weekday && one.startMinute < other.endMinute && other.startMinute < one.endMinute
}

export function nextKey(sessions: readonly Painted[]): number {
  return Math.max(-1, ...sessions.map(({ key }) => key)) + 1
}

/** What is painted last wins: sessions of the same weeks give way to it. Breaks lie over sessions and cut nothing. */
export function paint(
  sessions: readonly Painted[],
  span: Span,
  as: { readonly kind: 'open' | 'break'; readonly weeks: Weeks },
  from: string,
): { sessions: Painted[]; key: number } {
  let key = nextKey(sessions)
  const isBreak = as.kind === 'break'
  const kept = sessions.flatMap((one): Painted[] => {
    const isSame = (one.kind === 'break') === isBreak
    const weeks = weeksOf(one, from)
    const isOtherWeek = weeks !== as.weeks && weeks !== 'every' && as.weeks !== 'every'
    if (!isSame || isOtherWeek || !meets(one, span)) return [one]
    const before = one.startMinute < span.startMinute ? [{ ...one, endMinute: span.startMinute }] : []
    const after =
      one.endMinute > span.endMinute
        ? [{ ...one, startMinute: span.endMinute, key: before.length > 0 ? key++ : one.key }]
        : []
    return [...before, ...after]
  })
  const made = inWeeks<Painted>({ ...span, ...(isBreak && { kind: 'break' as const }), key }, as.weeks, from)
  return { sessions: [...kept, made], key }
}

/** How much of a session, from its start on, a break hides: 0 to 1. What it is called stands below that. */
export function coveredShare(session: Painted, sessions: readonly Painted[]): number {
  if (session.kind === 'break') return 0
  const { weekday, startMinute, endMinute } = session
  const over = sessions.filter(
    (one) => one.kind === 'break' && one.weekday === weekday && one.startMinute <= startMinute,
  )
  const until = Math.max(startMinute, ...over.map((one) => one.endMinute))
  return Math.min(1, (until - startMinute) / (endMinute - startMinute))
}

/** The session under a minute; a break lies on top. */
export function sessionAt(sessions: readonly Painted[], weekday: number, minute: number): Painted | undefined {
  const here = sessions.filter((one) => one.weekday === weekday && one.startMinute <= minute && minute < one.endMinute)
  return here.find(({ kind }) => kind === 'break') ?? here[0]
}

/** The other days become as this one is. */
export function copyDay(sessions: readonly Painted[], weekday: number, to: readonly number[]): Painted[] {
  const others = to.filter((day) => day !== weekday)
  const source = sessions.filter((one) => one.weekday === weekday)
  let key = nextKey(sessions)
  const copies = others.flatMap((day) => source.map((one) => ({ ...one, weekday: day, key: key++ })))
  return [...sessions.filter((one) => !others.includes(one.weekday)), ...copies]
}

export interface Fault {
  readonly key: number
  readonly problem: 'hours-overlap' | 'hours-backwards'
}

/** What has to be mended; the same rules the server holds. */
export function faultsOf(sessions: readonly Painted[]): Fault[] {
  // A weekday is 1 to 7 on this screen too.
  return templateProblems(hoursOf(sessions) as WeeklyHours[]).map((one) => {
    const at = one.problem === 'overlap' ? one.second : one.at
    return { key: sessions[at]?.key ?? 0, problem: one.problem === 'overlap' ? 'hours-overlap' : 'hours-backwards' }
  })
}

/** The hours that hold on a date, for a glance at the week as it is. */
export function currentHours<T extends Hours>(hours: readonly T[], date: string): T[] {
  return hours.filter(
    ({ validFrom, validTo }) =>
      (validTo === undefined || validTo >= date) && (validFrom === undefined || validFrom <= date),
  )
}

/** First and last full hour the week is drawn with. */
export function frameOf(sessions: readonly Painted[]): { from: number; to: number } {
  const from = Math.min(7 * 60, ...sessions.map(({ startMinute }) => startMinute))
  const to = Math.max(19 * 60, ...sessions.map(({ endMinute }) => endMinute))
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

/** The Monday after a date: new weeks begin with a week. */
export function nextMonday(date: string): string {
  return addDays(firstMonday, (weekOf(date) + 1) * 7)
}

/** Time to begin with on a day: the usual day, else the first free hour from eight on. */
export function freeSpan(sessions: readonly Painted[], weekday: number): Span {
  const here = sessions.filter((one) => one.weekday === weekday)
  if (here.length === 0) return { weekday, startMinute: 480, endMinute: 1020 }
  for (let start = 480; start < 1440; start += 60) {
    const span = { weekday, startMinute: start, endMinute: start + 60 }
    if (!here.some((one) => meets(one, span))) return span
  }
  return { weekday, startMinute: 0, endMinute: 60 }
}
