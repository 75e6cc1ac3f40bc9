import { expect, test } from 'vitest'
import { isUnknownPerson } from '../matching/placeholder.ts'
import { urgentPerson } from './urgent-person.ts'

const today = '2026-11-28'
const nothing = { given: '', family: '', sex: 'unknown', age: null, birthYear: null }

test('“Maria, about 60” is no unknown person, and her birth year stays a guess', () => {
  const maria = urgentPerson({ ...nothing, given: ' Maria ', sex: 'female', age: 60 }, today, 6)
  expect(maria).toEqual({ name: { given: 'Maria', family: '–' }, birthDate: '1965', birthDateEstimated: true })
  expect(isUnknownPerson(maria.name)).toBe(false)
  expect(urgentPerson({ ...nothing, family: 'Okafor' }, today, 6).name).toEqual({ given: '–', family: 'Okafor' })
})

test('a birth year that somebody said counts before the age, and is a guess all the same', () => {
  const said = urgentPerson({ ...nothing, given: 'Maria', age: 60, birthYear: 1958 }, today, 6)
  expect(said).toMatchObject({ birthDate: '1958', birthDateEstimated: true })
  expect(urgentPerson(nothing, today, 6)).toMatchObject({ birthDate: '', birthDateEstimated: false })
})

test('of whom no name is known they are an unknown person', () => {
  expect(isUnknownPerson(urgentPerson({ ...nothing, age: 40 }, today, 6).name)).toBe(true)
})
