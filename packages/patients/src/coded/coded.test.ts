import { expect, test } from 'vitest'
import * as coded from './index.ts'
import { type Concept, conceptText, ethnicities, kinText, races } from './index.ts'

const sets = Object.entries(coded).filter((one): one is [string, readonly Concept[]] => Array.isArray(one[1]))

test.each(sets)('%s: each code once, with words of its own in both languages', (_, concepts) => {
  for (const part of ['code', 'en', 'es'] as const)
    expect(new Set(concepts.map((one) => one[part])).size).toBe(concepts.length)
  const codings = concepts.flatMap(({ coding }) => (coding ? [`${coding.system}|${coding.code}`] : []))
  expect(new Set(codings).size).toBe(codings.length)
})

test('the categories of the OMB by their codes', () => {
  expect(races.map(({ coding }) => coding.code)).toEqual([
    '1002-5',
    '2028-9',
    '2054-5',
    '2076-8',
    '2106-3',
    '2131-1',
    'ASKU',
  ])
  expect(ethnicities.map(({ coding }) => coding.code)).toEqual(['2135-2', '2186-5', 'ASKU'])
})

test('a code of no set says itself', () => {
  expect(conceptText(races, 'white', 'es')).toBe('Blanca')
  expect(conceptText(races, '2106-3', 'en')).toBe('2106-3')
})

test('who somebody is, also in words that came from elsewhere', () => {
  expect([kinText('Mother', 'es'), kinText('aunt by marriage', 'es')]).toEqual(['madre', 'aunt by marriage'])
})
