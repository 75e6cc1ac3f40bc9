import { expect, test } from 'vitest'
import { type OtherDraft, othersOf, serviceOf } from './others-draft.ts'

test.each([
  ['80053 | Blood test | 40.00', { code: '80053', units: 1, description: 'Blood test', expectedCents: 4000 }],
  ['g0109 x2 | Class | $84', { code: 'G0109', units: 2, description: 'Class', expectedCents: 8400 }],
  ['80053 | Análisis | 40,50', { code: '80053', units: 1, description: 'Análisis', expectedCents: 4050 }],
])('%s', (line, item) => {
  expect(serviceOf(line)).toEqual({ diagnosisCodes: [], ...item })
})

test('diagnoses may stand behind, each in the form of ICD-10', () => {
  expect(serviceOf('80053 | Blood test | 40 | e119, I10')?.diagnosisCodes).toEqual(['E11.9', 'I10'])
  expect(serviceOf('80053 | Blood test | 40 | sugar')).toBeNull()
})

test.each([
  '80053',
  '80053 | Blood test',
  '80053 | | 40',
  '80053 | Test | much',
  '80053 x0 | Test | 4',
  '8 | a | 4 | 5',
  '80053 | Test | 4 | I10 | 6',
])('%s is no service', (line) => expect(serviceOf(line)).toBeNull())

const lab: OtherDraft = { key: 1, name: 'City Lab', npi: '', taxId: '', place: '', services: '80053 | Blood test | 40' }

test('an empty one is left out, and what is wrong with one is said', () => {
  const empty = { ...lab, name: '', services: ' ' }
  expect(othersOf([empty, lab])).toMatchObject([{ name: 'City Lab', npi: null, taxId: null, place: null }])
  expect(othersOf([{ ...lab, name: ' ' }])).toEqual({ key: 1, fault: 'name', line: '' })
  expect(othersOf([{ ...lab, npi: '123' }])).toEqual({ key: 1, fault: 'npi', line: '' })
  expect(othersOf([{ ...lab, services: '' }])).toEqual({ key: 1, fault: 'services', line: '' })
  expect(othersOf([{ ...lab, services: '80053 | a | 4\nx' }])).toEqual({ key: 1, fault: 'services', line: 'x' })
})
