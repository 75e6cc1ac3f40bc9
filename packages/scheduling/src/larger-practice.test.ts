import { instantAt } from '@foyer/kernel'
import { expect, test } from 'vitest'
import oracle from '../vectors/larger-practice.json' with { type: 'json' }
import { createIndex } from './availability/availability-index.ts'
import { utcDay } from './availability/ticks.ts'
import { findOpenings } from './openings.ts'
import { naiveOpenings } from './openings-naive.ts'
import { countOpenings } from './search/all.ts'
import { largerPractice } from './testing/larger-practice.ts'
import type { VisitTypeRule } from './visit-type.ts'

const { zone, from, to } = oracle
const now = instantAt(from, 300, zone).epochMilliseconds
const resources = largerPractice(oracle, oracle.resources, oracle.fill, oracle.seed)
// JSON has no literal types: the file is held against the shapes by the counts it must give.
const visitTypes = oracle.visitTypes as unknown as Record<string, VisitTypeRule>
const first = utcDay(now)
const index = createIndex({ firstDay: first, days: utcDay(instantAt(to, 1440, zone).epochMilliseconds) - first + 1 })
for (const { id, lanes, sessions, busy } of resources) {
  index.putResource({ id, lanes, overbook: 0, sessions })
  for (const each of busy) index.take(id, each)
}

test.each(oracle.wishes)('$name: $openings', ({ visitType, weekdays, openings }) => {
  const rule = visitTypes[visitType] as VisitTypeRule
  const request = { visitType: rule, zone, from, to, weekdays: weekdays ?? [], limit: 1 }
  expect(countOpenings(request, index, now)).toBe(openings)
})

test('the twin counts a day of it alike', () => {
  const request = { visitType: visitTypes['plain'] as VisitTypeRule, zone, from, to: from, limit: Infinity }
  const twin = naiveOpenings(request, resources, now)
  expect(findOpenings(request, index, now).openings.map(({ start }) => start)).toEqual(twin.map(({ start }) => start))
})
