import fc from 'fast-check'
import { expect, test } from 'vitest'
import vectors from '../vectors/search.json' with { type: 'json' }
import { parseSearch } from './query.ts'

const today = '2026-11-22'
const nothing = {
  nameParts: [],
  birthDates: [],
  birthParts: [],
  birthYears: [],
  phoneDigits: null,
  mrn: null,
  email: null,
  identifiers: [],
}

test.each(vectors)('$typed', ({ typed, ...expected }) => {
  expect(parseSearch(typed, today)).toEqual({ ...nothing, ...expected })
})

test('a date written in any of four ways is found among the readings', () => {
  const pad = (part: number) => String(part).padStart(2, '0')
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2025 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (year, month, day) => {
        const writings = [
          `${month}/${day}/${year}`,
          `${day}.${month}.${year}`,
          `${year}-${pad(month)}-${pad(day)}`,
          `${pad(month)}${pad(day)}${year}`,
        ]
        for (const typed of writings) {
          expect(parseSearch(`nguyen ${typed}`, today)).toMatchObject({ nameParts: ['nguyen'] })
          expect(parseSearch(typed, today).birthDates).toContain(`${year}-${pad(month)}-${pad(day)}`)
        }
      },
    ),
  )
})

test('any text is read without failing, and no birth date lies after today', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (typed) => {
      for (const date of parseSearch(typed, today).birthDates) expect(date <= today).toBe(true)
    }),
  )
})
