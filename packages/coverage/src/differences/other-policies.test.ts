import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { answerWith } from '../testing.ts'
import { coveredBy, otherPolicies, type OtherPolicy, otherPolicyKey, payerMeant } from './other-policies.ts'

const on = '2026-11-24'

function saidIn(body: string): readonly OtherPolicy[] {
  const [found] = readEligibilities(answerWith(`EB*1**30\n${body}`), { serviceDate: on, serviceTypes: ['30'] })
  if (!found) throw new Error('nobody in it')
  return otherPolicies(found.otherPayers, on)
}

const aetna =
  'EB*R*IND*30*C1\nREF*1W*W123\nREF*6P*G-9\nDTP*290*D8*20250101\nLS*2120\nNM1*PRP*2*AETNA*****PI*60054\nLE*2120'

test('a policy with another payer, with all that the answer knows of it', () => {
  expect(saidIn(aetna)).toEqual([
    {
      payer: 'AETNA',
      payerIdentifier: '60054',
      memberId: 'W123',
      groupNumber: 'G-9',
      order: 'primary',
      from: '2025-01-01',
      until: null,
      holder: null,
    },
  ])
})

test('who holds it is told where the payer names the insured', () => {
  expect(saidIn(aetna.replace('LE*2120', 'NM1*IL*1*OKAFOR*SAM\nLE*2120'))).toMatchObject([{ holder: 'SAM OKAFOR' }])
})

test('said twice it is one; without a payer, or ended before the day, it is none', () => {
  expect(saidIn(`${aetna}\n${aetna.replace('20250101', '20250201')}`)).toHaveLength(1)
  expect(saidIn('EB*R*IND*30')).toEqual([])
  expect(saidIn(aetna.replace('D8*20250101', 'RD8*20250101-20261123'))).toEqual([])
  expect(saidIn(aetna.replace('D8*20250101', 'RD8*20250101-20261124'))).toHaveLength(1)
})

const directory = [
  { id: 'a', name: 'Aetna, Inc.', identifiers: ['60054', '0431'] },
  { id: 'b', name: 'Blue Prairie', identifiers: ['BLUE1', '0431'] },
  { id: 'c', name: 'Harbor Health', identifiers: [] },
]
const meant = (payer: string, payerIdentifier: string | null = null) =>
  payerMeant(directory, { payer, payerIdentifier })?.id ?? null

test('a payer is meant by its number, else by its name; where two have the number the name decides', () => {
  expect([meant('SOMETHING ELSE', '60054'), meant('AETNA'), meant('HARBOR HEALTH CO', '99')]).toEqual(['a', 'a', 'c'])
  expect([meant('BLUE PRAIRIE', '0431'), meant('UNHEARD', '0431'), meant('UNHEARD')]).toEqual(['b', null, null])
  const twice = [...directory, { id: 'd', name: 'Harbor Health', identifiers: [] }]
  expect(payerMeant(twice, { payer: 'HARBOR HEALTH', payerIdentifier: null })).toBeNull()
})

test('the same payer or the same number covers it, whichever is said', () => {
  const [other] = saidIn(aetna)
  if (!other) throw new Error('none')
  const policy = { payerId: 'x', payerName: 'Harbor Health', memberId: 'H1' }
  expect(coveredBy(other, 'a', [policy])).toBeNull()
  expect(coveredBy(other, 'x', [policy])).toBe(policy)
  expect(coveredBy(other, null, [{ ...policy, payerName: 'Aetna Inc' }])).not.toBeNull()
  expect(coveredBy(other, null, [{ ...policy, memberId: 'w-123' }])).not.toBeNull()
  expect(coveredBy({ ...other, memberId: null }, null, [{ ...policy, memberId: null }])).toBeNull()
})

test('once a policy stands in the record as it was said, it is covered; its key knows no dates', () => {
  const text = fc.stringMatching(/^[A-Z][A-Z &'.]{0,12}[A-Z]$/)
  const number = fc.option(fc.stringMatching(/^[A-Z0-9-]{1,10}$/), { nil: null })
  fc.assert(
    fc.property(text, number, fc.constantFrom(null, '2026-01-01'), (payer, memberId, from) => {
      const other = { payer, memberId, payerIdentifier: null, groupNumber: null, order: 'unsaid', from } as const
      const policy = { payerId: 'p', payerName: payer.toLowerCase(), memberId }
      expect(coveredBy(other, null, [policy])).toBe(policy)
      expect(otherPolicyKey({ ...other })).toBe(otherPolicyKey({ payer: payer.toLowerCase(), memberId }))
    }),
  )
})
