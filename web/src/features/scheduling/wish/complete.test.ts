import { expect, test } from 'vitest'
import { completionsOf } from './complete.ts'

const vocabulary = {
  visitTypes: [
    { id: 'new', names: ['New patient', 'Paciente nuevo'] },
    { id: 'follow', names: ['Follow-up', 'Control'] },
    { id: 'video', names: ['Follow-up video', 'Control por video'] },
  ],
  clinicians: [
    { id: 'okafor', name: 'Dr. Ada Okafor' },
    { id: 'alvarez', name: 'Ana Álvarez, NP' },
  ],
}
const labels = (line: string) => completionsOf(line, vocabulary).map(({ label }) => label)
const lines = (line: string) => completionsOf(line, vocabulary).map((one) => one.line)

test('the end of the line begins a name, in either language, with accents or without', () => {
  expect(labels('new pat')).toEqual(['New patient'])
  expect(labels('mornings pac')).toEqual(['Paciente nuevo'])
  expect(labels('fol')).toEqual(['Follow-up', 'Follow-up video'])
  expect(labels('new patient alv')).toEqual(['Ana Álvarez, NP'])
  expect(labels('new patient with ada ok')).toEqual(['Dr. Ada Okafor'])
})

test('what is chosen stands in the line without titles, and what stood before it stays', () => {
  expect(lines('mornings new pa')).toEqual(['mornings New patient '])
  expect(lines('follow-up, next week alv')).toEqual(['follow-up, next week Ana Álvarez '])
  expect(lines('dr oka')).toEqual(['dr Ada Okafor '])
})

test('nothing is offered for a finished word, one letter, or a name that is whole', () => {
  for (const line of ['', 'n', 'new ', 'new patient', 'okafor', 'fol,', 'mañanas con'])
    expect(labels(line), line).toEqual([])
})
