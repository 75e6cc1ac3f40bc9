import { expect, test } from 'vitest'
import { type Comparison, type Face, mergeInput, standing } from './face.ts'

const side = {
  id: '00000000-0000-7000-8000-000000000001',
  mrn: '0041 7028',
  name: { given: 'Mai', family: 'Nguyen' },
  birthDate: '1961-03-14',
  language: 'en',
  interpreterNeeded: false,
  phones: [],
  emails: [],
  deceased: false,
  createdAt: '2026-01-01T00:00:00Z',
  visits: 1,
  coverages: 0,
  lastVisit: null,
  version: 3,
}
const pair: Comparison = {
  first: side,
  second: { ...side, id: '00000000-0000-7000-8000-000000000002', version: 5 },
  state: 'suspected',
  score: 0.9,
  evidence: [],
  suggestedSurvivorId: side.id,
  fields: [
    { field: 'given', first: 'Mai', second: 'May', differs: true, isList: false },
    { field: 'pronouns', first: null, second: 'she/her', differs: true, isList: false },
    { field: 'alerts', first: ['Walker'], second: ['Deaf'], differs: true, isList: true },
    { field: 'birthDate', first: '1961', second: '1961-03-14', differs: true, isList: false },
    { field: 'family', first: 'Nguyen', second: 'Nguyen', differs: false, isList: false },
  ],
}
const untouched: Face = { survivor: 'first', fields: {}, contacts: null }

test('untouched, nothing that is known gets lost', () => {
  expect(pair.fields.map((field) => standing(field, untouched))).toEqual(['first', 'second', 'both', 'second', 'first'])
})

test('the other record goes on: its own values stand, and the sides turn', () => {
  const face: Face = { survivor: 'second', fields: { given: 'first' }, contacts: 'first' }
  expect(mergeInput(pair, face)).toMatchObject({
    patientId: pair.second.id,
    mergedId: pair.first.id,
    version: 5,
    mergedVersion: 3,
    face: { given: 'merged', pronouns: 'survivor', alerts: 'both', birthDate: 'survivor' },
    contactsFirst: 'merged',
  })
})
