import { readFileSync } from 'node:fs'
import { readInterchanges } from '@foyer/x12'
import { expect, test } from 'vitest'
import { readEligibilities } from './read-eligibility.ts'
import { referralsFor, saysReferral } from './referral.ts'

const file = new URL('../../vectors/271/whole/17-referral.271', import.meta.url)
const set = readInterchanges(readFileSync(file)).interchanges[0]?.groups[0]?.sets[0]
const asked = { serviceDate: '2026-11-24', serviceTypes: ['98'] }
const [found] = readEligibilities(set?.segments ?? [], asked)
const of = (serviceTypes: readonly string[], isInNetwork: boolean | null) =>
  referralsFor(found ?? { benefits: [] }, {
    serviceTypes,
    isInNetwork,
    place: null,
    date: '2026-11-24',
  }).map(({ said, value, pointer }) => [said, value, pointer.segment].join(' '))

test('of a visit its numbers of referrals and the payer’s own words about them, each with its segment', () => {
  expect(of(['98'], true)).toEqual(['number R-77123 16', 'words REFERRAL FROM PRIMARY CARE REQUIRED 16'])
  expect(of(['98'], false)).toEqual(['words No referral for out of network visits 20'])
  expect(of(['98'], null)).toHaveLength(3)
  // A number of an authorization is none of a referral.
  expect(of(['33'], true)).toEqual([])
})

test('the word itself, and no other that holds it', () => {
  for (const words of ['REFERRAL REQUIRED', 'two referrals a year', 'REFERRAL/AUTH'])
    expect(saysReferral(words)).toBe(true)
  for (const words of ['PREFERRALS', 'REFER TO THE HANDBOOK', '']) expect(saysReferral(words)).toBe(false)
})
