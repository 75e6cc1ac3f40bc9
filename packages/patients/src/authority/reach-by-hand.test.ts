import { expect, test } from 'vitest'
import type { ConfidentialContact } from './addressing.ts'
import { reachByHand } from './reach-by-hand.ts'

const contacts = [
  { system: 'email', value: 'ana@example.org', isShared: false, sharedWith: null, mayLeaveMessage: false },
  { system: 'phone', value: '+13125550134', isShared: true, sharedWith: 'son', mayLeaveMessage: false },
] as const
const wish: ConfidentialContact = {
  ways: ['call'],
  phone: null,
  email: null,
  address: null,
  leaveMessage: false,
  remarks: null,
}
const told = (asked: ConfidentialContact | null, reason: Parameters<typeof reachByHand>[3]) =>
  reachByHand(asked, contacts, '1 Elm St', reason)

test('without a wish by the number or the address of the record', () => {
  expect(told(null, 'no-address')).toEqual({ call: '+13125550134', letter: '1 Elm St' })
  expect(reachByHand(null, [], null, 'not-sent')).toEqual({ call: null, letter: null })
})

test('what is confidential goes to no number of the home', () => {
  expect(told(null, 'confidential')).toEqual({ call: null, letter: null })
  expect(told(wish, 'confidential')).toEqual({ call: null, letter: null })
  expect(told({ ...wish, phone: '+13125550100' }, 'confidential')).toEqual({ call: '+13125550100', letter: null })
})

test('a wish is followed and nothing besides', () => {
  expect(told(wish, 'wish')).toEqual({ call: '+13125550134', letter: null })
  expect(told({ ...wish, ways: ['letter'], address: 'PO Box 4' }, 'wish')).toEqual({ call: null, letter: 'PO Box 4' })
  expect(told({ ...wish, ways: ['text'] }, 'wish')).toEqual({ call: null, letter: null })
  expect(told({ ...wish, ways: ['in-person'] }, 'wish')).toEqual({ call: null, letter: null })
})
