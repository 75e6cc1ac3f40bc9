import { expect, test } from 'vitest'
import { bodyOf, draftOf, faultsOf } from './draft.ts'

const visitType = {
  id: 'a',
  name: 'Check-up',
  nameEs: 'Chequeo',
  durationMinutes: 30,
  bufferAfterMinutes: 5,
  forNewPatients: true,
  telehealth: false,
  copayCents: 2500,
  tone: 'ok' as const,
  prep: 'Bring your card.',
  prepEs: null,
  active: true,
  rules: { seats: 2 },
  roles: [
    { role: 'room' as const, kind: 'room' as const, candidates: ['r1', 'r2'] },
    { role: 'clinician' as const, kind: 'practitioner' as const, candidates: ['ada'] },
  ],
}

test('what is not touched is saved as it was', () => {
  const { id: _, roles, ...rest } = visitType
  expect(bodyOf(draftOf(visitType))).toEqual({ ...rest, roles: [roles[1], roles[0]] })
})

test('a new one has to be named in both languages and needs a candidate', () => {
  const draft = draftOf(null)
  expect(faultsOf(draft)).toEqual({ names: true, duration: false, noRole: false, empty: ['clinician'] })
  expect(bodyOf({ ...draft, name: 'A', nameEs: 'B' })).toBeNull()
  expect(bodyOf({ ...draft, name: 'A', nameEs: 'B', candidates: new Map([['clinician', ['x']]]) })).not.toBeNull()
})

test('nobody needed and no length are faults', () => {
  const draft = { ...draftOf(visitType), candidates: new Map(), durationMinutes: null }
  expect(faultsOf(draft)).toMatchObject({ duration: true, noRole: true })
})
