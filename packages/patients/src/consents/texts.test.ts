import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizedBody } from './body.ts'
import { lastDayOf } from './last-day.ts'
import { isDrawnSignature, signaturePath } from './signature.ts'

test('how a text was typed does not make it another one; a word does', () => {
  const text = 'I agree.\n\nYou may ask.'
  expect(normalizedBody('  I  agree. \r\n\r\n\r\n\r\nYou may\task.\n')).toBe(text)
  expect(normalizedBody('Ine\u0301s')).toBe(normalizedBody('In\u00e9s'))
  expect(normalizedBody('I agree.\n\nYou may not ask.')).not.toBe(text)
})

test('normalizing twice is normalizing once', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u0301', '\u00a0') }), (body) => {
      expect(normalizedBody(normalizedBody(body))).toBe(normalizedBody(body))
    }),
  )
})

test('the earlier of what the text and what the person says', () => {
  expect(lastDayOf('2027-03-01', 365, null)).toBe('2028-02-29')
  expect(lastDayOf('2026-11-28', null, null)).toBe(null)
  expect(lastDayOf('2026-11-28', null, '2026-12-31')).toBe('2026-12-31')
  expect(lastDayOf('2026-11-28', 10, '2026-12-31')).toBe('2026-12-08')
  expect(lastDayOf('2026-11-28', 365, '2026-12-31')).toBe('2026-12-31')
})

test('a drawn signature is strokes of straight lines and nothing else', () => {
  const point = fc.record({
    x: fc.double({ min: -50, max: 900, noNaN: true }),
    y: fc.double({ min: -50, max: 900, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 10 }),
      (strokes) => {
        expect(isDrawnSignature(signaturePath(strokes))).toBe(true)
      },
    ),
  )
  expect(
    signaturePath([
      [
        { x: 1.04, y: 2 },
        { x: 700, y: -3 },
      ],
    ]),
  ).toBe('M1 2L600 0')
  for (const path of ['', 'M1 2C3 4 5 6 7 8', 'M1 2"/><script>', 'L1 2', `M1 2${'L1 2'.repeat(6000)}`])
    expect(isDrawnSignature(path)).toBe(false)
})
