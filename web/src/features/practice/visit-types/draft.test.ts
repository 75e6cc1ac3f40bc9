import { expect, test } from 'vitest'
import { draftOf, lengthOf, phasesOf, roleNameOf, withRule } from './draft.ts'
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

const infusionRules = {
  phases: [
    { name: 'Start', offsetMinutes: 5, durationMinutes: 20 },
    { name: 'Infusion', offsetMinutes: 15, durationMinutes: 40 },
    { name: 'Check', offsetMinutes: 60, durationMinutes: 10 },
  ],
}
const infusion = {
  ...visitType,
  rules: infusionRules,
  roles: [{ role: 'nurse', kind: 'practitioner' as const, candidates: ['n'], phase: 'Start' }],
}

test('parts that overlap, pause or end before the visit come back as they were', () => {
  const { id: _, ...rest } = infusion
  expect(draftOf(infusion)).toMatchObject({ rest: 10, phases: [{ startsAt: 5 }, { startsAt: 15 }, { startsAt: 60 }] })
  expect(bodyOf(draftOf(infusion))).toEqual(rest)
})

test('a part starts at a minute of the visit, or moves with the one before it', () => {
  const draft = draftOf(visitType)
  const [prep, scan] = draft.phases
  if (!prep || !scan) throw new Error('there are two parts')
  const offsets = (phases: typeof draft.phases) => phasesOf({ phases }).map(({ offsetMinutes }) => offsetMinutes)
  expect(offsets([{ ...prep, minutes: 25 }, scan])).toEqual([0, 25])
  expect(
    offsets([
      { ...prep, minutes: 25 },
      { ...scan, startsAt: 10 },
    ]),
  ).toEqual([0, 10])
  const overlapping = { ...draft, phases: [prep, { ...scan, startsAt: 10 }] }
  expect(lengthOf(overlapping)).toBe(75)
  expect(bodyOf({ ...overlapping, rest: 5 })?.durationMinutes).toBe(80)
})

test('a visit lasts as long as its phases', () => {
  const draft = draftOf(visitType)
  const longer = { ...draft, phases: [...draft.phases, { key: 9, name: 'Recovery', minutes: 20, startsAt: null }] }
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
  const draft = { ...draftOf(visitType), needs: [], phases: [], durationMinutes: null }
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
