import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Span, standingOn } from './spans.ts'

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`)
const range = fc.tuple(day, day).map(([a, b]): Span => (a < b ? { from: a, until: b } : { from: b, until: a }))
const line = fc.oneof(
  range,
  day.map((from): Span => ({ from, until: null })),
  day.map((until): Span => ({ from: null, until })),
)

test('of ranges alone it holds on the days of any', () => {
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), day, (lines, on) => {
      const isAny = lines.some(({ from, until }) => (from ?? on) <= on && on <= (until ?? on))
      expect(standingOn(lines, on).is === 'in').toBe(isAny)
    }),
  )
})

test('the order of the lines says nothing, and a line said twice no more than once', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), day, fc.nat(4), (lines, on, turn) => {
      const { is } = standingOn(lines, on)
      expect(standingOn([...lines.slice(turn), ...lines.slice(0, turn)], on).is).toBe(is)
      expect(standingOn([...lines, ...lines], on).is).toBe(is)
    }),
  )
})

test('one beginning and one end: the days between, and where the end lies first nothing is sure', () => {
  fc.assert(
    fc.property(day, day, day, (begin, end, on) => {
      const lines: Span[] = [
        { from: null, until: end },
        { from: begin, until: null },
      ]
      const { is } = standingOn(lines, on)
      if (begin <= end) expect(is).toBe(on < begin ? 'to-come' : on > end ? 'over' : 'in')
      else expect(is).toBe(on > end && on < begin ? 'over' : 'disputed')
    }),
  )
})
