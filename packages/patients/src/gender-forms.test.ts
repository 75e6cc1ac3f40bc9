import { expect, test } from 'vitest'
import { differInGender, otherGenderForms } from './gender-forms.ts'

test.each([
  ['kowalski', 'kowalska'],
  ['zielinski', 'zielinska'],
  ['novak', 'novakova'],
  ['svoboda', 'svobodova'],
  ['capek', 'capkova'],
  ['havel', 'havlova'],
  ['nowak', 'nowakowa'],
  ['ivanov', 'ivanova'],
  ['medvedev', 'medvedeva'],
  ['dostoevsky', 'dostoevskaya'],
  ['dostoevskii', 'dostoevskaya'],
])('%s and %s', (man, woman) => {
  expect(differInGender(man, woman)).toBe(true)
  expect(differInGender(woman, man)).toBe(true)
  expect(otherGenderForms(woman)).toContain(man)
  expect(otherGenderForms(man)).toContain(woman)
})

test.each([
  ['novak', 'novotna'],
  ['medina', 'medin'],
  ['martin', 'martina'],
  ['jonsson', 'jonsdottir'],
  ['bova', 'bov'],
])('%s and %s are other names', (a, b) => {
  expect(differInGender(a, b)).toBe(false)
})
