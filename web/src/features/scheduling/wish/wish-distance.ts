import { Temporal } from '@foyer/kernel'
import { mostWeeks, type Gap, type When } from './wish.ts'
import { alike, longestAt, phraseAt, type Reader } from './wish-reader.ts'
import { coming } from './wish-when.ts'
import { numberAt, type Unit, unitWords, weekdayWords } from './wish-vocabulary.ts'

type Lead = 'next' | 'within' | 'in' | 'after' | 'range' | 'for'

const leads: ReadonlyArray<readonly [string, Lead]> = [
  ...alike(
    'next | the next | in the next | over the next | coming | the coming | siguientes | los siguientes | las siguientes',
    'next',
  ),
  ...alike('proximos | proximas | los proximos | las proximas | en los proximos | en las proximas', 'next'),
  ...alike('en los siguientes | en las siguientes', 'next'),
  ...alike('within | in less than | en menos de', 'within'),
  ...alike('in | en | dentro de | de aqui a', 'in'),
  ...alike('after | despues de', 'after'),
  ...alike('from | between | de | entre', 'range'),
  ...alike('for | for the next | over | during | por | durante', 'for'),
]
const beforeWords: ReadonlySet<string> = new Set(['before', 'antes'])
const aboutWords: ReadonlySet<string> = new Set(['about', 'around', 'roughly', 'unos', 'unas', 'como'])
const joins: ReadonlySet<string> = new Set(['to', 'or', 'a', 'o', 'and', 'y'])
const laterPhrases = alike('later | after | despues | mas tarde', true)
const aheadPhrases = alike('from now | from today | out | away | a partir de hoy | desde hoy', true)
const inDays: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30, year: 365 }
/** So many days sooner or later it still is "in 6 weeks". */
const slackOf: Readonly<Record<Unit, number>> = { day: 1, week: 3, month: 7, year: 14 }

const gapPhrases: ReadonlyArray<readonly [string, Gap]> = [
  ...alike<Gap>('same day | the same day | mismo dia | el mismo dia', { sameDay: true }),
  ...alike<Gap>('next day | the next day | dia siguiente | al dia siguiente', { minDays: 1, maxDays: 1 }),
]

function durationOf(count: number, unit: Unit): Temporal.DurationLike {
  switch (unit) {
    case 'day':
      return { days: count }
    case 'week':
      return { weeks: count }
    case 'month':
      return { months: count }
    case 'year':
      return { years: count }
  }
}

/** How many: "6", "six", "a" before a unit, "a couple of". */
function countAt(words: readonly string[], at: number): { readonly count: number; readonly used: number } | null {
  const couple = Math.max(
    ...['a couple of', 'a couple', 'couple of', 'un par de'].map((all) => phraseAt(words, at, all)),
  )
  if (couple > 0) return { count: 2, used: couple }
  const count = numberAt(words, at)
  if (count > 0) return { count, used: 1 }
  return ['a', 'an'].includes(words[at] ?? '') && unitWords.has(words[at + 1] ?? '') ? { count: 1, used: 1 } : null
}

type Distance = {
  readonly lead: Lead | null
  readonly least: number
  readonly most: number
  readonly unit: Unit
  readonly used: number
}

function distanceAt(words: readonly string[], at: number): Distance | null {
  const lead = longestAt(words, at, leads)
  let next = at + (lead?.used ?? 0)
  while (aboutWords.has(words[next] ?? '')) next += 1
  const first = countAt(words, next)
  if (!first) return null
  next += first.used
  const last = joins.has(words[next] ?? '') ? countAt(words, next + 1) : null
  if (last) next += 1 + last.used
  const unit = unitWords.get(words[next] ?? '')
  if (unit === undefined) return null
  const most = last?.count ?? first.count
  return { lead: lead?.meaning ?? null, least: Math.min(first.count, most), most, unit, used: next + 1 - at }
}

/**
 * "next 2 weeks", "in 6 weeks", as orders say it "3 months", "within 10 days", "2 to 3 weeks later", "a week from Monday",
 * "dentro de 3 meses". Counted from the visit before; where none is before, from today.
 */
export function readDistance(today: string): Reader {
  const day = Temporal.PlainDate.from(today)
  const after = (count: number, unit: Unit, from = day) => from.add(durationOf(count, unit))

  /** Around that day: who says "in 6 weeks" means no day. Of less than a week the day is meant. */
  function around(count: number, unit: Unit): When {
    const date = after(count, unit)
    const days = unit === 'day' && count < 7 ? 0 : slackOf[unit]
    return { from: date.subtract({ days }).toString(), to: date.add({ days }).toString() }
  }
  function upTo(count: number, unit: Unit): When {
    if (unit === 'week') return { weeks: Math.min(count, mostWeeks) }
    return { from: today, to: after(count, unit).toString() }
  }

  return (words, at) => {
    const said = longestAt(words, at, gapPhrases)
    if (said) return { used: said.used, meaning: {}, joint: { gap: said.meaning } }
    const distance = distanceAt(words, at)
    // "1 week before the visit" is counted from what is not there yet.
    if (!distance || beforeWords.has(words[at + distance.used] ?? '')) return null
    const { lead, least, most, unit } = distance
    const end = at + distance.used
    const days = most * inDays[unit]
    if (least < most) {
      const later = longestAt(words, end, [...laterPhrases, ...aheadPhrases])
      const when = { from: after(least, unit).toString(), to: after(most, unit).toString() }
      const gap = { minDays: least * inDays[unit], maxDays: days }
      return { used: distance.used + (later?.used ?? 0), meaning: {}, joint: { gap, when } }
    }
    const weekday = ['from', 'after', 'desde'].includes(words[end] ?? '')
      ? weekdayWords.get(words[end + 1] ?? '')
      : undefined
    if (weekday !== undefined && lead === null) {
      const date = after(most, unit, coming(day, weekday)).toString()
      return { used: distance.used + 2, meaning: { when: { from: date, to: date } } }
    }
    if (lead === 'for') {
      const until = after(most, unit).subtract({ days: 1 }).toString()
      return { used: distance.used, meaning: {}, joint: { until, days } }
    }
    const ahead = longestAt(words, end, aheadPhrases)
    if (ahead) return { used: distance.used + ahead.used, meaning: { when: around(most, unit) } }
    const later = longestAt(words, end, laterPhrases)
    if (lead === 'range' && !later) return null
    if (later || lead === 'after') {
      const slack = unit === 'day' ? 0 : slackOf[unit]
      const gap = { minDays: days - slack, maxDays: days + slack }
      return { used: distance.used + (later?.used ?? 0), meaning: {}, joint: { gap, when: around(most, unit) } }
    }
    // "6 months old" and "45 years" say how old somebody is.
    if (lead === null && (unit === 'year' || ['old', 'de'].includes(words[end] ?? ''))) return null
    if (lead === 'in' || lead === null) {
      const gap = unit === 'day' ? { maxDays: days } : { minDays: days - slackOf[unit], maxDays: days + slackOf[unit] }
      return { used: distance.used, meaning: {}, joint: { gap, when: around(most, unit) } }
    }
    if (lead === 'within')
      return { used: distance.used, meaning: {}, joint: { gap: { maxDays: days }, when: upTo(most, unit) } }
    return { used: distance.used, meaning: { when: upTo(most, unit) } }
  }
}
