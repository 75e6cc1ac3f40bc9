import type { CallInput, scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import type { RuledOut } from '@foyer/scheduling'
import { firstDate, namesDates, type Repeat } from './repeat.ts'
import type { ChainsQuestion, OpeningsQuestion } from '../shapes.ts'

export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** The next so many weeks from today on, or civil dates of the site, both included. */
export type When = { readonly weeks: number } | { readonly from: string; readonly to: string }

export type Wish = {
  readonly visitTypeId: string | null
  /** Where; null means the site of the page. */
  readonly siteId: string | null
  /** Any of these in the first role that is open to them, also rooms, devices and interpreters; none means whoever the visit type allows. */
  readonly clinicianIds: readonly string[]
  /** None of these. */
  readonly withoutIds: readonly string[]
  readonly dayParts: readonly DayPart[]
  /** ISO 8601: Monday is 1, Sunday is 7. */
  readonly weekdays: readonly number[]
  readonly when: When
  /** The visit begins between these minutes of the wall clock; `untilMinute` is not included. */
  readonly times: Times | null
  /** What does not suit: no minute of a visit lies in any of these. */
  readonly not: readonly RuledOut[]
  /** What whoever fills a role has to have, where some candidate has it: `female`, `speaks-es`, `wheelchair`. */
  readonly attributes: readonly string[]
  /** With an interpreter beside each visit, also where its type has none. */
  readonly interpreter: boolean
  /** Visits that follow the first, each with its gap to the one before. */
  readonly then: readonly NextLeg[]
  /** The chain of the practice that was named, where one was. */
  readonly chainTypeId: string | null
  readonly repeat: Repeat | null
  /** By video or in person: chooses among visit types that are otherwise alike. */
  readonly modality: Modality | null
  /** Also over what is booked, as far as whoever looks may. */
  readonly overbook: boolean
  /** For somebody who came without an appointment. */
  readonly walkIn: boolean
}

export type { RuledOut } from '@foyer/scheduling'
export type Modality = 'video' | 'in-person'
export type Times = { readonly fromMinute: number; readonly untilMinute: number }
export type Gap = NonNullable<CallInput<typeof scheduling.findChains>['legs'][number]['gap']>
export type NextLeg = { readonly visitTypeId: string; readonly gap?: Gap }

export const emptyWish: Wish = {
  visitTypeId: null,
  siteId: null,
  clinicianIds: [],
  withoutIds: [],
  dayParts: [],
  weekdays: [],
  when: { weeks: 2 },
  times: null,
  not: [],
  attributes: [],
  interpreter: false,
  then: [],
  chainTypeId: null,
  repeat: null,
  modality: null,
  overbook: false,
  walkIn: false,
}

/** The contract allows 92 days; thirteen weeks stay below it. */
export const mostWeeks = 13

/** So far apart the contract lets two dates be. */
export const mostDays = 92

/** What is further away than can be asked for at once is left out. */
export function rangeOf(when: When, today: string): { from: string; to: string } {
  if ('from' in when) {
    const from = when.from < today ? today : when.from
    const last = Temporal.PlainDate.from(from).add({ days: mostDays }).toString()
    return { from, to: when.to < last ? when.to : last }
  }
  return { from: today, to: Temporal.PlainDate.from(today).add({ weeks: when.weeks }).toString() }
}

/** One visit, or several that follow one another. */
export type Question =
  | { readonly of: 'one'; readonly body: OpeningsQuestion }
  | { readonly of: 'chain'; readonly body: ChainsQuestion }

/** What a hold, a booking or a move says of the wish, for the next best should somebody be faster. A chain says nothing. */
export function withinOf(question: Question | null): CallInput<typeof scheduling.holdOpening>['wish'] {
  if (question?.of !== 'one') return undefined
  const { from, to, dayParts, weekdays, clinicianIds, withoutIds, times, not, attributes } = question.body
  return { from, to, dayParts, weekdays, clinicianIds, withoutIds, not, attributes, ...(times ? { times } : {}) }
}

export type Asker = {
  readonly siteId: string
  readonly patientId: string | null
  readonly today: string
  /** The visit that is to be moved: its own time is no obstacle. */
  readonly movingId: string | null
}

/** A series that names dates of the month begins on the first of them, whatever was said about when. */
function datesOf({ when, repeat }: Wish, today: string): { from: string; to: string } {
  const range = rangeOf(when, today)
  if (!repeat || !namesDates(repeat)) return range
  const first = firstDate(repeat, range.from)
  return { from: first, to: first }
}

function weekdaysOf({ weekdays, repeat }: Wish): readonly number[] {
  return weekdays.length === 0 && repeat?.unit === 'week' ? (repeat.weekdays ?? []) : weekdays
}

/** What to ask the server, or null while the wish has no visit type or its dates cannot be asked for. */
export function questionOf(wish: Wish, { patientId, today, movingId, ...asker }: Asker): Question | null {
  const { visitTypeId, then, times } = wish
  const siteId = wish.siteId ?? asker.siteId
  const { from, to } = datesOf(wish, today)
  if (visitTypeId === null || to < from) return null
  const who = {
    clinicianIds: [...wish.clinicianIds],
    withoutIds: [...wish.withoutIds],
    attributes: [...wish.attributes],
    // A visit that is moved keeps the one that it has.
    ...(wish.interpreter ? { interpreter: true } : {}),
    not: wish.not.map(({ weekdays, ...one }) => ({ ...one, ...(weekdays ? { weekdays: [...weekdays] } : {}) })),
  }
  const asked = {
    dayParts: [...wish.dayParts],
    weekdays: [...weekdaysOf(wish)],
    ...who,
    ...(times ? { times } : {}),
  }
  const limit = 9
  if (then.length > 0) {
    // Parts of the day, weekdays and times are wished for the first; who it is, with whom and what does not suit for every leg.
    const rest = then.map((leg) => ({ ...leg, ...who }))
    const legs = [{ visitTypeId, ...asked }, ...rest]
    return { of: 'chain', body: { siteId, patientId, legs, from, to, limit } }
  }
  const also = { ...(wish.overbook ? { overbook: true } : {}), ...(wish.walkIn ? { walkIn: true } : {}) }
  return { of: 'one', body: { visitTypeId, siteId, patientId, from, to, ...asked, ...also, movingId, limit } }
}
