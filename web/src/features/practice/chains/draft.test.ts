import { expect, test } from 'vitest'
import { blankLegs, draftLegs, legsOf, withLeg } from './draft.ts'

const legs = [
  { visitTypeId: 'labs' },
  { visitTypeId: 'scan', gap: { minDays: 1, maxDays: 7 } },
  { visitTypeId: 'visit', gap: { sameDay: true as const, maxWaitMinutes: 60 } },
  { visitTypeId: 'call' },
]

test('what is not touched is saved as it was', () => {
  expect(legsOf(draftLegs(legs))).toEqual(legs)
})

test('every part needs a kind of visit, and there are two at least', () => {
  expect(legsOf(blankLegs())).toBeNull()
  expect(legsOf(draftLegs(legs.slice(0, 1)))).toBeNull()
  expect(legsOf(withLeg(draftLegs(legs)))).toBeNull()
})

test('the first has no gap, and what is left empty asks for nothing', () => {
  const [first, second] = draftLegs(legs)
  if (!first || !second) throw new Error('two legs')
  expect(legsOf([second, { ...first, gap: 'days', maxDays: 7 }])).toEqual([
    { visitTypeId: 'scan' },
    { visitTypeId: 'labs', gap: { maxDays: 7 } },
  ])
})
