import { hasInterpreter } from '@foyer/scheduling'
import { expect, test } from 'vitest'
import type { VisitType } from '../shapes.ts'
import { counterpart, inModality, withVisitType } from './counterpart.ts'

function type(name: string, ...parts: readonly string[]): VisitType {
  const roles = parts.map((role) => ({
    role,
    kind: role === 'interpreter' ? ('interpreter' as const) : ('practitioner' as const),
    candidates: [],
  }))
  const looks = { copayCents: null, tone: 'info', prep: null, prepEs: null, bufferAfterMinutes: 0 } as const
  const kind = { forNewPatients: false, telehealth: name.includes('video'), durationMinutes: 20, rules: {} }
  return { id: name, name, nameEs: name, active: name !== 'Follow-up, old, with interpreter', roles, ...looks, ...kind }
}

const types = [
  type('New patient', 'clinician'),
  type('Follow-up', 'clinician'),
  type('New patient with interpreter', 'clinician', 'interpreter'),
  type('Follow-up, old, with interpreter', 'clinician', 'interpreter'),
  type('Follow-up with interpreter', 'clinician', 'interpreter'),
  type('Sick child', 'clinician'),
  type('MRI', 'technologist', 'device'),
  type('Follow-up by video', 'clinician'),
]
const named = (chosen: string, is: (each: VisitType) => boolean) => counterpart(types, chosen, is)?.id ?? null

test('the type with an interpreter is the one that is otherwise the same', () => {
  expect(named('Follow-up', hasInterpreter)).toBe('Follow-up with interpreter')
  expect(named('New patient', hasInterpreter)).toBe('New patient with interpreter')
  expect(named('MRI', hasInterpreter)).toBeNull()
  expect(named('Sick child', hasInterpreter)).toBeNull()
  expect(named('Follow-up with interpreter', hasInterpreter)).toBeNull()
})

test('by video, and back; an interpreter is not gained nor lost by it', () => {
  expect(inModality(types, 'Follow-up', 'video')).toBe('Follow-up by video')
  expect(inModality(types, 'Follow-up by video', 'in-person')).toBe('Follow-up')
  expect(inModality(types, 'Follow-up', 'in-person')).toBe('Follow-up')
  expect(inModality(types, 'Follow-up with interpreter', 'video')).toBeNull()
  expect(inModality(types, 'MRI', 'video')).toBeNull()
})

test('without a visit type the only one by video is meant, and none where there are several', () => {
  expect(inModality(types, null, 'video')).toBe('Follow-up by video')
  expect(inModality(types, null, 'in-person')).toBeNull()
})

test('a visit of a chain becomes another in its place, and the chain has no name any more', () => {
  const then = [{ visitTypeId: 'visit', gap: { sameDay: true as const } }, { visitTypeId: 'labs' }]
  expect(withVisitType({ then }, 1, 'interpreted')).toEqual({
    then: [{ visitTypeId: 'interpreted', gap: { sameDay: true } }, { visitTypeId: 'labs' }],
    chainTypeId: null,
  })
  expect(withVisitType({ then }, 0, 'interpreted')).toEqual({ visitTypeId: 'interpreted', chainTypeId: null })
  expect(withVisitType({ then: [] }, 0, 'interpreted')).toEqual({ visitTypeId: 'interpreted' })
})
