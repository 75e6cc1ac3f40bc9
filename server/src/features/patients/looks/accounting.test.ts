import { permissionsOf, endpoints } from '@foyer/contract'
import { expect, test } from 'vitest'
import { accountWords } from './account-words.ts'
import { accountOf, kindOf } from './accounting.ts'

const look = (at: string, action: string, more: object = {}) => ({
  id: 1,
  at,
  actor_name: 'Rosa Delgado',
  actor_role: 'coordinator',
  action,
  outcome: 'ok',
  reason: null,
  in_list: false,
  record_id: 'one',
  ...more,
})

test('one line for a day, a role and what was done; never a name', () => {
  const lines = accountOf(
    [
      look('2026-11-24T05:30:00Z', 'patient.read'),
      look('2026-11-23T20:00:00Z', 'patient.read', { actor_name: 'Mia Tran' }),
      look('2026-11-23T19:00:00Z', 'patient.search', { in_list: true }),
      look('2026-11-23T18:00:00Z', 'coverage.change', { actor_role: 'lead' }),
    ],
    'America/Chicago',
  )
  // 05:30 UTC on the 24th is still the evening of the 23rd in Chicago.
  expect(lines).toEqual([
    { date: '2026-11-23', role: 'coordinator', kind: 'looked', times: 2, mergedMrn: null },
    { date: '2026-11-23', role: 'coordinator', kind: 'listed', times: 1, mergedMrn: null },
    { date: '2026-11-23', role: 'lead', kind: 'changed', times: 1, mergedMrn: null },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/Rosa|Mia/)
})

test('who was kept out saw nothing; who was asked back saw what they typed', () => {
  const lines = accountOf(
    [
      look('2026-11-23T18:00:00Z', 'patient.read', { outcome: 'problem:restricted' }),
      look('2026-11-23T18:00:00Z', 'patient.read', { outcome: 'fault' }),
      look('2026-11-23T18:00:00Z', 'patient.register', { outcome: 'refused:possible-duplicate' }),
    ],
    'UTC',
  )
  expect(lines.map(({ kind }) => kind)).toEqual(['changed'])
})

test('a payer’s answer, which nobody of the desk wrote, changed the record', () => {
  const [line] = accountOf([look('2026-11-23T18:00:00Z', 'eligibility.answer', { actor_role: 'system' })], 'UTC')
  expect(line).toEqual({ date: '2026-11-23', role: 'system', kind: 'changed', times: 1, mergedMrn: null })
})

test('every role of the desk has its words in both languages, and every endpoint of a patient is of some kind', () => {
  for (const words of Object.values(accountWords))
    for (const role of [...Object.keys(permissionsOf), 'patient', 'system'])
      expect([role, words.roles[role] !== undefined]).toEqual([role, true])
  const other = [...endpoints.values()]
    .filter(({ path, audit }) => path.includes(':patientId') && audit !== null)
    .filter(({ audit }) => kindOf({ action: audit ?? '', in_list: false }) === 'other')
  expect(other.map(({ audit }) => audit)).toEqual([])
})

test('what was done in a record that was merged into this one has a line of its own, with its number', () => {
  const lines = accountOf(
    [look('2026-11-23T18:00:00Z', 'patient.read'), look('2026-11-23T17:00:00Z', 'patient.read', { record_id: 'two' })],
    'America/Chicago',
    (id) => (id === 'two' ? '00417028' : null),
  )
  expect(lines.map(({ mergedMrn, times }) => [mergedMrn, times])).toEqual([
    [null, 1],
    ['00417028', 1],
  ])
})
