import { expect, test } from 'vitest'
import { familyNames, givenNames } from './compare-names.ts'
import { levels } from './levels.ts'
import { type PreparedName, prepareName } from './prepare-name.ts'

function name(written: string): PreparedName {
  const prepared = prepareName(written)
  if (!prepared) throw new Error(`${written} is no name`)
  return prepared
}

test.each([
  ['José', 'Jose', 'same'],
  ['Zoë', 'ZOE', 'same'],
  ['Mary-Ann', 'Mary Ann', 'same'],
  ['Лариса', 'Larisa', 'same'],
  ['Γιώργος', 'Giorgos', 'same'],
  ['محمد', 'محمد', 'same'],
  ['さくら', 'Sakura', 'same'],
  ['민준', 'Minjun', 'same'],
  ['Þórður', 'Thordur', 'same'],
  ['Siobhán', 'Siobhan', 'same'],
  ['Thị Lan', 'Lan', 'variant'],
  ['Peggy', 'Margaret', 'variant'],
  ['Maria E', 'Maria Elena', 'variant'],
  ['María Elena', 'María Isabel', 'alike'],
  ['Catherine', 'Kathrin', 'alike'],
  ['Jennifer', 'Jenifer', 'slip'],
  ['J', 'Jennifer', 'initial'],
  ['Le', 'Li', 'different'],
  ['Anna', 'Wolfgang', 'different'],
])('given names %s and %s: %s', (one, other, level) => {
  expect(levels.given[givenNames(name(one), name(other))]).toBe(level)
  expect(levels.given[givenNames(name(other), name(one))]).toBe(level)
})

test.each([
  ['Nguyễn', 'Nguyen', 'same'],
  ['Łukaszewicz', 'Lukaszewicz', 'same'],
  ['Müller', 'Mueller', 'slip'],
  ['Smith-Jones', 'Smith Jones', 'same'],
  ['Smith-Jones', 'Jones', 'part'],
  ['García Márquez', 'Márquez', 'part'],
  ['van der Berg', 'Berg', 'part'],
  ['Vanderberg', 'van der Berg', 'same'],
  ['Vandenberg', 'Berg', 'part'],
  ['al-Rashid', 'Rashid', 'part'],
  ['Alrashid', 'Rashid', 'part'],
  ["O'Connor", 'Connor', 'part'],
  ['OConnor', "O'Connor", 'same'],
  ['de los Santos', 'de los Reyes', 'different'],
  ['van der Meer', 'van der Berg', 'different'],
  ['Ivanov', 'Иванов', 'same'],
  ['Cohen', 'כהן', 'slip'],
  ['Petersen', 'Pedersen', 'slip'],
  ['Smith', 'Smyth', 'slip'],
  ['Ng', 'Ny', 'different'],
])('family names %s and %s: %s', (one, other, level) => {
  expect(levels.family[familyNames(name(one), name(other))]).toBe(level)
  expect(levels.family[familyNames(name(other), name(one))]).toBe(level)
})

test.each(['BABY BOY', 'Baby Girl A', 'Twin B', 'UNKNOWN', 'FNU', 'N/A', '-', 'Test Patient'])(
  '%s is nobody',
  (written) => {
    expect(prepareName(written)).toBeNull()
  },
)
