import { expect, test } from 'vitest'
import type { ConfidentialContact } from './addressing.ts'
import { reachNotes } from './reach-notes.ts'

const wishFor = (wish: Partial<ConfidentialContact>): ConfidentialContact => ({
  ways: ['call'],
  phone: null,
  email: null,
  address: null,
  leaveMessage: false,
  remarks: null,
  ...wish,
})
const phone = {
  system: 'phone',
  value: '+13125550134',
  isShared: false,
  sharedWith: null,
  mayLeaveMessage: false,
} as const
const email = { ...phone, system: 'email', value: 'ana@example.org' } as const

test('with no wish and nothing shared there is nothing to heed', () => {
  expect(reachNotes(null, [phone, email])).toEqual([])
})

test('a wish says the only ways, the number to use, and that no message is left', () => {
  expect(
    reachNotes(wishFor({ ways: ['call', 'letter'], phone: '+13125550100', remarks: 'After six' }), [phone]),
  ).toEqual([
    { kind: 'only-by', ways: ['call', 'letter'] },
    { kind: 'call-only', value: '+13125550100' },
    { kind: 'no-message' },
    { kind: 'remark', text: 'After six' },
  ])
})

test('who asked for letters to one address is written to there only; of a message on a phone nothing is said', () => {
  expect(reachNotes(wishFor({ ways: ['email', 'letter'], email: 'me@example.org', address: 'PO Box 4' }), [])).toEqual([
    { kind: 'only-by', ways: ['email', 'letter'] },
    { kind: 'write-only', value: 'me@example.org' },
    { kind: 'letter-only', value: 'PO Box 4' },
  ])
})

test('an address for a way that was not asked for is not to be used', () => {
  expect(reachNotes(wishFor({ ways: ['letter'], phone: '+13125550100', email: 'me@example.org' }), [])).toEqual([
    { kind: 'only-by', ways: ['letter'] },
  ])
})

test('where a message may be left, nothing says otherwise', () => {
  expect(reachNotes(wishFor({ leaveMessage: true }), [])).toEqual([{ kind: 'only-by', ways: ['call'] }])
})

test('a number that others answer is said to be so, with whom, and no message is left unless that was allowed', () => {
  const shared = { ...phone, isShared: true, sharedWith: 'daughter' }
  expect(reachNotes(null, [shared])).toEqual([
    { kind: 'shared', system: 'phone', value: '+13125550134', with: 'daughter' },
    { kind: 'no-message' },
  ])
  expect(reachNotes(null, [{ ...shared, mayLeaveMessage: true }])).toEqual([
    { kind: 'shared', system: 'phone', value: '+13125550134', with: 'daughter' },
  ])
  expect(reachNotes(null, [{ ...email, isShared: true }])).toEqual([
    { kind: 'shared', system: 'email', value: 'ana@example.org', with: null },
  ])
})

test('no message is said once, and a wish that allows one goes before the number', () => {
  const shared = { ...phone, isShared: true, sharedWith: 'son' }
  const kinds = (wish: ConfidentialContact) => reachNotes(wish, [shared]).map(({ kind }) => kind)
  expect(kinds(wishFor({}))).toEqual(['only-by', 'no-message', 'shared'])
  expect(kinds(wishFor({ leaveMessage: true }))).toEqual(['only-by', 'shared'])
  // The number that was asked for is another one.
  expect(kinds(wishFor({ phone: '+13125550100' }))).toEqual(['only-by', 'call-only', 'no-message'])
})
