import { expect, test } from 'vitest'
import { draftOf, lengthOf, roleNameOf, withRule } from './draft.ts'
import { bodyOf } from './draft-body.ts'
import { faultsOf } from './draft-faults.ts'

const visitType = {
  id: 'a',
  name: 'MRI',
  nameEs: 'Resonancia',
  durationMinutes: 80,
  bufferAfterMinutes: 5,
  forNewPatients: true,
  telehealth: false,
  copayCents: 2500,
  tone: 'ok' as const,
  prep: 'Bring your card.',
  prepEs: null,
  active: true,
  rules: {
    seats: 2,
    caps: { perDay: 4 },
    phases: [
      { name: 'Prep', offsetMinutes: 0, durationMinutes: 15 },
      { name: 'Scan', offsetMinutes: 15, durationMinutes: 65 },
    ],
  },
  roles: [
    { role: 'device', kind: 'device' as const, candidates: ['m1', 'm2'], phase: 'Scan' },
    { role: 'nurse', kind: 'practitioner' as const, candidates: [], requires: ['nurse'], phase: 'Prep' },
    { role: 'room', kind: 'room' as const, candidates: ['r1'] },
  ],
}

test('what is not touched is saved as it was', () => {
  const { id: _, ...rest } = visitType
  expect(bodyOf(draftOf(visitType))).toEqual(rest)
})

test('phases that do not follow one another are kept while nobody touches them', () => {
  const rules = { phases: [{ name: 'Start', offsetMinutes: 0, durationMinutes: 20 }] }
  const roles = [{ role: 'nurse', kind: 'practitioner' as const, candidates: ['n'], phase: 'Start' }]
  const infusion = { ...visitType, rules, roles }
  const { id: _, ...rest } = infusion
  expect(bodyOf(draftOf(infusion))).toEqual(rest)
})

test('a visit lasts as long as its phases', () => {
  const draft = draftOf(visitType)
  const longer = { ...draft, phases: [...draft.phases, { key: 9, name: 'Recovery', minutes: 20 }] }
  expect(lengthOf(longer)).toBe(100)
  expect(bodyOf(longer)?.rules.phases?.at(-1)).toEqual({ name: 'Recovery', offsetMinutes: 80, durationMinutes: 20 })
  expect(faultsOf({ ...draft, phases: draft.phases.map((one) => ({ ...one, name: 'Same' })) }).phases).toBe(true)
})

test('a new one has to be named in both languages and needs a candidate', () => {
  const draft = draftOf(null)
  expect(faultsOf(draft)).toMatchObject({ names: true, duration: false, noRole: false, empty: [0] })
  const named = { ...draft, name: 'A', nameEs: 'B' }
  expect(bodyOf(named)).toBeNull()
  expect(bodyOf({ ...named, needs: named.needs.map((one) => ({ ...one, candidates: ['x'] })) })).not.toBeNull()
  const able = named.needs.map((one) => ({ ...one, mode: 'able' as const, requires: ['nurse'], candidates: ['x'] }))
  expect(bodyOf({ ...named, needs: able })?.roles).toEqual([
    { role: 'clinician', kind: 'practitioner', candidates: [], requires: ['nurse'] },
  ])
})

test('nobody needed, no length, and one name twice are faults', () => {
  const draft = { ...draftOf(visitType), needs: [], phases: [], kept: null, durationMinutes: null }
  expect(faultsOf(draft)).toMatchObject({ duration: true, noRole: true })
  const twice = draftOf(visitType)
  expect(faultsOf({ ...twice, needs: twice.needs.map((one) => ({ ...one, role: 'Room' })) }).roleNames).toEqual([1, 2])
})

test('a role is called as data call it', () => {
  expect(roleNameOf(' Prep room ')).toBe('prep-room')
  expect(roleNameOf('Técnica 2')).toBe('tecnica-2')
  expect(roleNameOf('2 – ')).toBe('')
})

test('a rule that is emptied is gone', () => {
  expect(withRule({ seats: 2, leadMinutes: 60 }, 'seats', null)).toEqual({ leadMinutes: 60 })
  expect(withRule({ caps: { perDay: 1 } }, 'caps', {})).toEqual({})
  expect(withRule({}, 'horizonDays', 30)).toEqual({ horizonDays: 30 })
})
