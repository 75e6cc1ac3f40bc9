import { expect, test } from 'vitest'
import { bringsInterpreter, withInterpreter } from './rules/interpreter.ts'
import type { VisitTypeRule } from './visit-type.ts'

const without: VisitTypeRule = {
  id: 'follow-up',
  durationMinutes: 20,
  roles: [{ name: 'clinician', kind: 'practitioner', candidates: ['ana'] }],
}

test('an interpreter is added to a visit that has none, from its beginning to its end', () => {
  const added = withInterpreter(without, ['luz', 'viet'])
  expect(added.roles).toEqual([
    ...without.roles,
    { name: 'interpreter', kind: 'interpreter', candidates: ['luz', 'viet'] },
  ])
  expect(bringsInterpreter(added.roles.map(({ name }) => ({ role: name })))).toBe(true)
  expect(bringsInterpreter(without.roles.map(({ name }) => ({ role: name })))).toBe(false)
})

test('to one that has an interpreter, and to a group, never', () => {
  const own = {
    ...without,
    roles: [...without.roles, { name: 'voice', kind: 'interpreter' as const, candidates: ['luz'] }],
  }
  expect(withInterpreter(own, ['viet'])).toBe(own)
  const group = { ...without, seats: 6 }
  expect(withInterpreter(group, ['luz'])).toBe(group)
})
