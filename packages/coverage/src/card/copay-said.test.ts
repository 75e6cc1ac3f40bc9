import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { visitBenefits } from '../benefits/visit-benefits.ts'
import { answerWith } from '../testing.ts'
import { copaySaid } from './copay-said.ts'

const visit = { serviceTypes: ['98'], isInNetwork: null, place: null, date: '2026-11-24' }

/** What an answer with these lines says of the copay of the visit. */
function said(body: string): string | null {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes: ['98'] })
  if (!found) throw new Error('nobody in it')
  const of = copaySaid(visitBenefits(found, visit))
  return (
    of &&
    `${of.lowCents}-${of.highCents}${of.isMet ? ' met' : ''}${of.isQmb ? ' QMB' : ''}${of.isNotCovered ? ' not covered' : ''} ${of.pointer?.tag}`
  )
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

test('what the family has paid meets the most of the year as well, as the estimate has it', () => {
  expect(said('EB*1**30\nEB*B**98****25\nEB*G*IND*30***29*900\nEB*G*FAM*30***29*0')).toBe('0-0 met EB')
  expect(said('EB*1**30\nEB*B**98****25\nEB*G*FAM*30***23*9000\nEB*G*FAM*30***24*9000')).toBe('0-0 met EB')
  expect(said('EB*1**30\nEB*B**98****25\nEB*G*FAM*30***29*10')).toBe('2500-2500 EB')
})

test('of a Qualified Medicare Beneficiary nothing is collected, while that holds', () => {
  const copay = 'EB*1**30*MB\nEB*B**98****25'
  expect(said(`${copay}\nEB*1**30*QM`)).toBe('0-0 QMB EB')
  expect(said('EB*1**30*QM')).toBe('0-0 QMB EB')
  expect(said(`${copay}\nEB*1**30*QM\nDTP*307*RD8*20260101-20261231`)).toBe('0-0 QMB EB')
  expect(said(`${copay}\nEB*1**30*QM\nDTP*307*RD8*20250101-20251231`)).toBe('2500-2500 EB')
  expect(said(`${copay}\nEB*6**30*QM`)).toBe('2500-2500 EB')
})

test('a visit that the plan does not pay for has no copay, whatever else is said', () => {
  for (const no of ['EB*I**98', 'EB*6**98', 'EB*E**98', 'EB*I**98*********Y\nEB*I**98*********N'])
    expect(said(`EB*1**30\n${no}\nEB*B**98****25`)).toBe('0-0 not covered EB')
  // Whose share may not be asked stays known: another plan may pay for it.
  expect(said('EB*1**30*QM\nEB*I**98\nEB*B**98****25')).toBe('0-0 QMB not covered EB')
  // Of one network alone nobody knows whether it is ours.
  expect(said('EB*1**30\nEB*1**98\nEB*I**98*********N\nEB*B**98****25')).toBe('2500-2500 EB')
  expect(said('EB*1**30\nEB*I**98*********N\nEB*B**98****25')).toBe('2500-2500 EB')
  // Both at once is asked.
  expect(said('EB*1**30\nEB*1**98\nEB*I**98\nEB*B**98****25')).toBe('2500-2500 EB')
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
    fc.property(of, of, of, (copay, own, ofFamily) => {
      const accumulator = (left: typeof own) => ({ whole: unsaid, left, used: unsaid })
      const outOfPocket = { individual: accumulator(own), family: accumulator(ofFamily) }
      const found = copaySaid({ copay, outOfPocket, qmb: [], notCovered: [] })
      const isMet = [own, ofFamily].some((left) => left.is === 'said' && left.value === 0)
      const [lowCents, highCents] = copay.is === 'unclear' ? [copay.low, copay.high] : [valueOf(copay), valueOf(copay)]
      const expected = isMet ? { lowCents: 0, highCents: 0 } : { lowCents, highCents }
      expect(found).toEqual(
        isMet || copay.is !== 'unsaid'
          ? { ...expected, isMet, isQmb: false, isNotCovered: false, pointer: null }
          : null,
      )
    }),
  )
})
