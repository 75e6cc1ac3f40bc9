import { Temporal } from '@foyer/kernel'
import type { When } from './wish.ts'
import { dateAt, dayAt, monthAt, nextOfMonth, overAt, spanAt } from './wish-dates.ts'
import { readPeriod } from './wish-periods.ts'
import { alike, longestAt, type Reader, type WishWords } from './wish-reader.ts'
import { numberAt, weekdayWords } from './wish-vocabulary.ts'

type Date = Temporal.PlainDate

const on = (date: Date): When => ({ from: date.toString(), to: date.toString() })

/**
 * "today", "tonight", "this weekend", "day after tomorrow", "la semana que viene", "este viernes". `today` is the civil date
 * of the site.
 */
export function readNamedDays(today: string): Reader {
  const day = Temporal.PlainDate.from(today)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const between = (from: Date, to: Date): When => ({
    from: Temporal.PlainDate.compare(from, day) < 0 ? today : from.toString(),
    to: to.toString(),
  })
  const week = (weeks: number): When => between(monday.add({ weeks }), monday.add({ weeks, days: 6 }))
  const eitherWeek = between(monday, monday.add({ days: 13 }))
  const weekend = (weeks: number): When => between(monday.add({ weeks, days: 5 }), monday.add({ weeks, days: 6 }))
  const early = (weeks: number): When => between(monday.add({ weeks }), monday.add({ weeks, days: 2 }))
  /** What is left of this week begins tomorrow, unless it is over. */
  const late = (weeks: number): When => {
    const thursday = monday.add({ weeks, days: weeks === 0 ? Math.min(6, day.dayOfWeek) : 3 })
    return between(thursday, monday.add({ weeks, days: 6 }))
  }
  const month = (months: number): When => {
    const first = day.with({ day: 1 }).add({ months })
    return between(first, first.with({ day: first.daysInMonth }))
  }
  const named: ReadonlyArray<readonly [readonly string[], WishWords]> = [
    [['today', 'hoy'], { when: on(day) }],
    [['this morning', 'esta manana'], { when: on(day), dayParts: ['morning'] }],
    [['this afternoon', 'esta tarde'], { when: on(day), dayParts: ['afternoon'] }],
    [['tonight', 'this evening', 'esta noche'], { when: on(day), dayParts: ['evening'] }],
    [['tomorrow', 'manana'], { when: on(day.add({ days: 1 })) }],
    [['day after tomorrow', 'the day after tomorrow', 'pasado manana'], { when: on(day.add({ days: 2 })) }],
    [['de hoy en ocho', 'hoy en ocho'], { when: on(day.add({ days: 7 })) }],
    [['this week', 'esta semana'], { when: week(0) }],
    [['next week', 'proxima semana', 'semana proxima', 'semana que viene'], { when: week(1) }],
    [['this or next week', 'esta o la proxima semana'], { when: eitherWeek }],
    [['week after next', 'the week after next'], { when: week(2) }],
    [['later today', 'mas tarde hoy'], { when: on(day) }],
    [['later this week', 'end of the week', 'end of this week', 'fin de esta semana'], { when: late(0) }],
    [['early next week', 'beginning of next week', 'principios de la proxima semana'], { when: early(1) }],
    [['late next week', 'later next week', 'end of next week', 'fines de la proxima semana'], { when: late(1) }],
    [['this weekend', 'este fin de semana'], { when: weekend(0) }],
    [['next weekend', 'proximo fin de semana', 'fin de semana que viene'], { when: weekend(1) }],
    [['this month', 'este mes'], { when: month(0) }],
    [['next month', 'proximo mes', 'mes proximo', 'mes que viene'], { when: month(1) }],
  ]
  const phrases = named.flatMap(([all, meaning]) => all.map((phrase) => [phrase, meaning] as const))
  return (words, at) => {
    const hit = longestAt(words, at, phrases)
    if (hit) return hit
    const weekday = ['this', 'este'].includes(words[at] ?? '') ? weekdayWords.get(words[at + 1] ?? '') : undefined
    return weekday === undefined ? null : { used: 2, meaning: { when: on(coming(day, weekday)) } }
  }
}

/** The next such day, today among them. */
export function coming(today: Date, weekday: number): Date {
  return today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })
}

/**
 * "tomorrow", "first week of January", "Dec 12 to 15", "from 1 Dec", "by Friday", "el 15 de diciembre". `today` is the civil
 * date of the site.
 */
export function readWhen(today: string): Reader {
  const day = Temporal.PlainDate.from(today)
  const readers: readonly Reader[] = [
    readNamedDays(today),
    readPeriod(today),
    (words, at) => {
      const span = spanAt(day, words, at)
      return span && { used: span.used, meaning: { when: span.dates } }
    },
    readLimit(today),
    (words, at) => {
      const one = dateAt(day, words, at) ?? dayOfMonthAt(day, words, at) ?? weekdayWithDay(day, words, at)
      const over = one ? 0 : overAt(day, words, at)
      if (over > 0) return { used: over, meaning: {}, isUnread: true }
      return one && { used: one.used, meaning: { when: on(one.date) } }
    },
  ]
  const one: Reader = (words, at) =>
    readers.reduce<ReturnType<Reader>>((before, read) => before ?? read(words, at), null)
  return (words, at) => {
    let hit = one(words, at)
    while (hit) {
      const more = orElse(hit, words, at)
      if (!more) return hit
      hit = more
    }
    return null
  }

  /** "today or tomorrow", "Dec 14 or 15", "Dec 14 and Dec 17": all of it, without what lies between. */
  function orElse(hit: NonNullable<ReturnType<Reader>>, words: readonly string[], at: number): ReturnType<Reader> {
    const { when, not = [], ...others } = hit.meaning
    const next = at + hit.used
    if (!orWords.has(words[next] ?? '') || !when || !('from' in when) || Object.keys(others).length > 0) return null
    const other = one(words, next + 1) ?? sameMonth(when.to, words, next + 1)
    const also = other?.meaning.when
    if (!other || !also || !('from' in also) || also.from < when.from || Object.keys(other.meaning).length > 1)
      return null
    const last = Temporal.PlainDate.from(when.to)
    const between = {
      from: last.add({ days: 1 }).toString(),
      to: dayBefore(Temporal.PlainDate.from(also.from)).toString(),
    }
    const whole = { from: when.from, to: also.to > when.to ? also.to : when.to }
    const left = between.from <= between.to ? [...not, between] : not
    return { used: hit.used + 1 + other.used, meaning: { when: whole, ...(left.length > 0 ? { not: left } : {}) } }
  }
}

const orWords: ReadonlySet<string> = new Set(['or', 'and', 'o', 'u', 'y'])

/** "Dec 14 or 15": the month was said. */
function sameMonth(date: string, words: readonly string[], at: number): ReturnType<Reader> {
  const bare = dayAt(words, at)
  const first = Temporal.PlainDate.from(date)
  if (!bare || bare.day <= first.day || bare.day > first.daysInMonth) return null
  return { used: bare.used, meaning: { when: on(first.with({ day: bare.day })) } }
}

/** "the 15th", "el 15": the next day of that number. */
export function dayOfMonthAt(
  today: Date,
  words: readonly string[],
  at: number,
): { readonly date: Date; readonly used: number } | null {
  const bare = dayAt(words, at, false)
  return bare && { date: nextOfMonth(today, bare.day), used: bare.used }
}

/** "Monday 14", "lunes 14": the next 14th where that is a Monday; else the number is something else. */
function weekdayWithDay(
  today: Date,
  words: readonly string[],
  at: number,
): { readonly date: Date; readonly used: number } | null {
  const weekday = weekdayWords.get(words[at] ?? '')
  // "martes 15 de diciembre" has its month.
  const bare = weekday === undefined || dateAt(today, words, at + 1) ? null : dayAt(words, at + 1)
  const after = at + 1 + (bare?.used ?? 0)
  // "Monday 9 to 11" says when on that day.
  if (!bare || (['to', 'a', 'or', 'o'].includes(words[after] ?? '') && numberAt(words, after + 1) > 0)) return null
  const date = nextOfMonth(today, bare.day)
  return date.dayOfWeek === weekday ? { date, used: 1 + bare.used } : null
}

/** Where dates end or begin, said in one of four ways. */
type Limit = Readonly<Record<Limiting, Date>> & { readonly used: number }
type Limiting = 'before' | 'until' | 'from' | 'after'

const dayBefore = (date: Date): Date => date.subtract({ days: 1 })

/** A day that limits, "Friday", "Dec 12"; a month, "until June", is not in it any more; "next week" as it is said. */
function limitAt(today: string): (words: readonly string[], at: number) => Limit | null {
  const day = Temporal.PlainDate.from(today)
  const named = readNamedDays(today)
  const period = readPeriod(today)
  const ofDay = (date: Date, used: number): Limit => ({
    before: dayBefore(date),
    until: date,
    from: date,
    after: date,
    used,
  })
  function ofMonth(first: Date, used: number): Limit {
    const last = first.with({ day: first.daysInMonth })
    const isNow = Temporal.PlainDate.compare(first, day) <= 0
    const before = isNow ? last : dayBefore(first)
    return { before, until: before, from: isNow ? day : first, after: last.add({ days: 1 }), used }
  }
  return (words, at) => {
    const exact = dateAt(day, words, at) ?? dayOfMonthAt(day, words, at)
    if (exact) return ofDay(exact.date, exact.used)
    const link = ['the', 'el', 'next', 'proximo'].includes(words[at] ?? '') ? 1 : 0
    const weekday = weekdayWords.get(words[at + link] ?? '')
    if (weekday !== undefined) return ofDay(coming(day, weekday), link + 1)
    const month = monthAt(day, words, at)
    if (month) return ofMonth(Temporal.PlainDate.from(month.dates.from), month.used)
    const other = named(words, at) ?? period(words, at)
    const when = other?.meaning.when
    if (!other || !when || !('to' in when)) return null
    const [first, last] = [Temporal.PlainDate.from(when.from), Temporal.PlainDate.from(when.to)]
    const after = first.equals(last) ? last : last.add({ days: 1 })
    return { before: dayBefore(first), until: last, from: first, after, used: other.used }
  }
}

const untilWords: ReadonlySet<string> = new Set(['until', 'till', 'through', 'thru', 'hasta'])

/** "until 31 March": how long a series goes on where one was said, else the last date that is looked at. */
export function readUntil(today: string): Reader {
  const limit = limitAt(today)
  return (words, at) => {
    const named = untilWords.has(words[at] ?? '') ? limit(words, at + 1) : null
    return named && { used: named.used + 1, meaning: {}, joint: { until: named.until.toString() } }
  }
}

const limits: ReadonlyArray<readonly [string, Limiting]> = [
  ...alike('before | sooner than | earlier than | antes | antes de | antes del | antes que', 'before'),
  ...alike('by | no later than | a mas tardar', 'until'),
  ...alike('no sooner than | no earlier than | not earlier than', 'from'),
  ...alike('from | since | starting | starting on | on or after | not until | not till', 'from'),
  ...alike('desde | a partir de | a partir del | no hasta', 'from'),
  ...alike('after | despues | despues de | despues del', 'after'),
]

/** "before 12 Dec", "from Dec 1", "by Friday", "after next week", "antes del 12 de diciembre", "desde el lunes". */
function readLimit(today: string): Reader {
  const limitOf = limitAt(today)
  return (words, at) => {
    const limit = longestAt(words, at, limits)
    const named = limit && limitOf(words, at + limit.used)
    if (!named) return null
    const date = named[limit.meaning]
    const used = limit.used + named.used
    if (limit.meaning === 'from' || limit.meaning === 'after')
      return { used, meaning: { when: { from: date.toString(), to: date.add({ weeks: 2 }).toString() } } }
    // Before today is nothing; who says so is not understood.
    return date.toString() < today ? null : { used, meaning: { when: { from: today, to: date.toString() } } }
  }
}
