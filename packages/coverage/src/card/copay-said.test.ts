import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { visitBenefits } from '../benefits/visit-benefits.ts'
import { answerWith } from '../testing.ts'
import { copaySaid } from './copay-said.ts'

const visit = { serviceTypes: ['98'], isInNetwork: null, place: null }

/** What an answer with these lines says of the copay of the visit. */
function said(body: string): string | null {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes: ['98'] })
  if (!found) throw new Error('nobody in it')
  const of = copaySaid(visitBenefits(found, visit))
  return of && `${of.lowCents}-${of.highCents}${of.isMet ? ' met' : ''} ${of.pointer?.tag}`
}

test('a copay of the visit, of nothing too, with its segment; null where nothing is said', () => {
  expect(said('EB*1**30\nEB*B**98****25')).toBe('2500-2500 EB')
  expect(said('EB*1**30\nEB*B**98****0')).toBe('0-0 EB')
  expect(said('EB*1**30')).toBeNull()
})

test('copays of which the payer does not say which applies are both told', () => {
  expect(said('EB*1**30\nEB*B**98****40\nEB*B**98****25')).toBe('2500-4000 EB')
})

test('a share in percent is no amount', () => {
  expect(said('EB*1**30\nEB*A**98*****.2')).toBeNull()
})

test('whoever has paid the most of the year pays nothing more, even where no copay is said', () => {
  expect(said('EB*1**30\nEB*B**98****25\nEB*G*IND*30***29*0')).toBe('0-0 met EB')
  expect(said('EB*1**30\nEB*G*IND*30***29*0')).toBe('0-0 met EB')
  expect(said('EB*1**30\nEB*B**98****25\nEB*G*IND*30***29*10')).toBe('2500-2500 EB')
  // One says that it is met, another that it is not: the copay is asked for.
  expect(said('EB*1**30\nEB*B**98****25\nEB*G*IND*30***29*0\nEB*G*IND*30***29*10')).toBe('2500-2500 EB')
})

const valueOf = (said: { is: string; value?: number }): number => said.value ?? 0

test('it is the copay that was said, or nothing where the year is met', () => {
  const of = fc.oneof(
    fc.record({ is: fc.constant('said' as const), value: fc.nat(100_000), pointers: fc.constant([]) }),
    fc
      .tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }))
      .map(([low, more]) => ({ is: 'unclear' as const, low, high: low + more, pointers: [] })),
    fc.constant({ is: 'unsaid' as const }),
  )
  const unsaid = { is: 'unsaid' } as const
  fc.assert(
    fc.property(of, of, (copay, left) => {
      const family = { whole: unsaid, left: unsaid }
      const found = copaySaid({ copay, outOfPocket: { individual: { whole: unsaid, left }, family } })
      const isMet = left.is === 'said' && left.value === 0
      const [lowCents, highCents] = copay.is === 'unclear' ? [copay.low, copay.high] : [valueOf(copay), valueOf(copay)]
      const expected = isMet ? { lowCents: 0, highCents: 0 } : { lowCents, highCents }
      expect(found).toEqual(isMet || copay.is !== 'unsaid' ? { ...expected, isMet, pointer: null } : null)
    }),
  )
})
