import { parseSearch } from '@foyer/patients'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNamedInFull } from './named-in-full.ts'

const person = { given: 'Aurelia Maria', family: "O'Brien-Zwicky", preferred: 'Rela' }
const said = (text: string): boolean => isNamedInFull(person, parseSearch(text, '2026-11-23').nameParts)

test('every word of the family name and of a first name, in any order and spelling of accents', () => {
  expect(said("Aurelia Maria O'Brien-Zwicky")).toBe(true)
  expect(said("O'BRIEN-ZWICKY, Rela")).toBe(true)
})

test('a part, a beginning or one name alone is not in full', () => {
  for (const text of [
    'Aurelia Zwicky',
    "Aurelia O'Brien-Zwicky",
    "Rel O'Brien-Zwicky",
    "O'Brien-Zwicky",
    'Rela Aurelia',
  ])
    expect([text, said(text)]).toEqual([text, false])
})

test('no beginning of the words names anybody: nothing can be found out letter by letter', () => {
  const whole = ['aurelia', 'maria', 'obrien', 'zwicky', 'o', 'brien', 'rela']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...whole.map((word) => word.slice(0, -1)))), (words) => {
      expect(isNamedInFull({ given: 'Aurelia', family: 'Zwicky', preferred: null }, words)).toBe(false)
    }),
  )
})
