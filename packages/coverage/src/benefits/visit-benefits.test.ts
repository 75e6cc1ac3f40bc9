import { expect, test } from 'vitest'
import { answerWith } from '../testing.ts'
import { readEligibilities } from './read-eligibility.ts'
import { visitBenefits } from './visit-benefits.ts'

function of(body: string, serviceTypes = ['PT'], isInNetwork: boolean | null = true) {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes })
  if (!found) throw new Error('nobody in it')
  return visitBenefits(found, { serviceTypes, isInNetwork, place: '11' })
}

test.each([
  ['EB', 'EB*F**PT***29***VS*8', 8],
  ['HSD', 'EB*F**PT\nHSD*VS*8***29', 8],
  ['HSD beside the whole', 'EB*F**PT***23***VS*20\nHSD*VS*8***29', 8],
  ['HSD below an EB that counts what is left', 'EB*F**PT***29\nHSD*VS*8', 8],
])('visits left by %s', (_, body, value) => {
  expect(of(body).visitsLeft).toMatchObject({ is: 'said', value })
})

test('a limit of so many visits is no number that is left', () => {
  expect(of('EB*F**PT\nHSD*VS*1***34*6').visitsLeft).toEqual({ is: 'unsaid' })
})

test('a copay said of both networks and another of ours are two', () => {
  const body = 'EB*B**98***27*30*****W\nEB*B**98***27*75*****Y'
  expect(of(body, ['98']).copay).toMatchObject({ is: 'unclear', low: 3000, high: 7500 })
  expect(of(body, ['98'], false).copay).toMatchObject({ is: 'said', value: 3000 })
})
