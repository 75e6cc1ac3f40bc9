import { expect, test } from 'vitest'
import { diagnosisCode, diagnosisCodes } from './diagnosis.ts'

test.each([
  ['e11.9', 'E11.9'],
  ['E119', 'E11.9'],
  ['I10', 'I10'],
  ['M1A.0110', 'M1A.0110'],
  ['s72001a', 'S72.001A'],
  [' Z00.00 ', 'Z00.00'],
])('%s is %s', (typed, code) => expect(diagnosisCode(typed)).toBe(code))

test.each(['', 'E1', '250.00', 'EE1', 'E11.', 'E11.12345', 'E11-9', 'diabetes'])('%s is no code', (typed) =>
  expect(diagnosisCode(typed)).toBeNull(),
)

test('several are read in one line, each once, and the first that is none is named', () => {
  expect(diagnosisCodes('e119, E11.9; I10 Z0000')).toEqual(['E11.9', 'I10', 'Z00.00'])
  expect(diagnosisCodes('  ')).toEqual([])
  expect(diagnosisCodes('E11.9, sugar, salt')).toEqual({ wrong: 'sugar' })
})
