import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from './grid-geometry.ts'
import { packLanes } from './pack-lanes.ts'

test('boxes that only touch have the whole width', () => {
  expect(
    packLanes([
      { from: 0, to: 20 },
      { from: 20, to: 40 },
    ]),
  ).toEqual([
    { lane: 0, of: 1 },
    { lane: 0, of: 1 },
  ])
})

test('a double booking stands side by side, and so does what overlaps one of the two', () => {
  expect(
    packLanes([
      { from: 10, to: 30 },
      { from: 0, to: 20 },
      { from: 20, to: 40 },
      { from: 60, to: 80 },
    ]),
  ).toEqual([
    { lane: 1, of: 2 },
    { lane: 0, of: 2 },
    { lane: 0, of: 2 },
    { lane: 0, of: 1 },
  ])
})

const span = fc
  .tuple(fc.nat(500), fc.integer({ min: 5, max: 120 }))
  .map(([from, length]) => ({ from, to: from + length }))

test('no two boxes of a lane overlap, and boxes that overlap agree on how many lanes there are', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), (spans) => {
      const lanes = packLanes(spans)
      for (const [index, a] of spans.entries())
        for (const [at, b] of spans.entries()) {
          const [one, other] = [lanes[index], lanes[at]]
          if (at <= index || !overlaps(a, b) || !one || !other) continue
          expect(one.lane).not.toBe(other.lane)
          expect(one.of).toBe(other.of)
        }
      for (const { lane, of } of lanes) expect(lane).toBeLessThan(of)
    }),
  )
})
