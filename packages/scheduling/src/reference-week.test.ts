import { instantAt, minuteOfDay } from '@foyer/kernel'
import { expect, test } from 'vitest'
import week from '../vectors/reference-week.json' with { type: 'json' }
import type { Interval } from './interval.ts'
import { datesBetween } from './local-day.ts'
import type { DayPart } from './opening.ts'
import { findOpenings } from './openings.ts'
import { openIntervals } from './session-times.ts'
import type { WeeklyHours } from './template.ts'
import { type TestResource as Resource, testIndex } from './testing/index-of.ts'
import type { VisitTypeRule } from './visit-type.ts'

type Span = { readonly date: string; readonly from: string; readonly to: string }
type Wish = {
  readonly name: string
  readonly visitType: keyof typeof week.visitTypes
  readonly openings: number
  readonly dayParts?: readonly DayPart[]
  readonly weekdays?: readonly number[]
  readonly clinicians?: readonly string[]
  readonly patientBusy?: readonly Span[]
}

const { zone, from, to } = week
const dates = datesBetween(from, to)
// JSON has no literal types: the file is held against the shapes by the counts it must give.
const wishes = week.wishes as unknown as Wish[]
const visitTypes = week.visitTypes as Record<Wish['visitType'], VisitTypeRule>

function at(date: string, time: string): number {
  return instantAt(date, minuteOfDay(time), zone).epochMilliseconds
}

function interval(span: Span): Interval {
  return { start: at(span.date, span.from), end: at(span.date, span.to) }
}

const resources = new Map(
  Object.entries(week.resources).map(([id, { hours, closed, busy }]): [string, Resource] => {
    const weekly = hours.flatMap((each) =>
      each.weekdays.map((weekday) => ({
        weekday: weekday as WeeklyHours['weekday'],
        startMinute: minuteOfDay(each.from),
        endMinute: minuteOfDay(each.to),
      })),
    )
    const exceptions = closed.map((each) => ({
      date: each.date,
      startMinute: minuteOfDay(each.from),
      endMinute: minuteOfDay(each.to),
      kind: 'closed' as const,
    }))
    return [id, { id, open: openIntervals(dates, zone, weekly, exceptions), busy: busy.map(interval) }]
  }),
)

const [nowDate = '', nowTime = ''] = week.now.split('T')

test.each(wishes)('reference week: $name', (wish) => {
  const request = {
    visitType: visitTypes[wish.visitType],
    zone,
    from,
    to,
    dayParts: wish.dayParts ?? [],
    weekdays: wish.weekdays ?? [],
    candidates: { clinician: wish.clinicians ?? [] },
    patientBusy: (wish.patientBusy ?? []).map(interval),
    limit: Infinity,
  }
  const { openings } = findOpenings(request, testIndex(resources.values()), at(nowDate, nowTime))
  expect(new Set(openings.map(({ start, assignments }) => `${start} ${assignments[0]?.resourceId}`)).size).toBe(
    wish.openings,
  )
})

test('the parts of the whole week add up', () => {
  const [whole] = week.wishes
  expect(Object.values(whole?.per ?? {}).reduce((sum, count) => sum + count, 0)).toBe(whole?.openings)
})
