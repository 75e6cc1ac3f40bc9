import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cover, Price, PriceFacts } from './facts.ts'
import { priceOf } from './price-of.ts'
import { active, type Known, known, linesOf } from './testing/generated.ts'
import { answer } from './testing/visit.ts'

function firstWith({ facts }: Known, more: Partial<Cover>): PriceFacts {
  return { ...facts, covers: facts.covers.map((one, at) => (at === 0 ? { ...one, ...more } : one)) }
}

const inactive = answer('EB*6**30')
const lastMonth = '2026-11-24'
const isLeftOf = (kind: string) => (line: string) => line.startsWith(`EB*${kind}*IND*30***29*`)

/** Facts of which something is hidden, and all that may then turn out. */
type Hidden = readonly [hidden: PriceFacts, ...truths: PriceFacts[]]

const hiding: readonly (readonly [string, (of: Known, lines: readonly string[]) => Hidden | null])[] = [
  [
    'no answer',
    (of) => [
      firstWith(of, { answer: null }),
      of.facts,
      firstWith(of, { answer: active(['EB*I**98']) }),
      firstWith(of, { answer: inactive }),
    ],
  ],
  [
    'an answer of another month',
    (of, lines) => [firstWith(of, { answer: active(lines, lastMonth) }), of.facts, firstWith(of, { answer: inactive })],
  ],
  [
    'active and not',
    (of, lines) => [
      firstWith(of, { answer: active([...lines, 'EB*6**30']) }),
      of.facts,
      firstWith(of, { answer: inactive }),
    ],
  ],
  [
    'covered and not',
    (of, lines) => [
      firstWith(of, { answer: active([...lines, 'EB*1**98', 'EB*I**98']) }),
      of.facts,
      firstWith(of, { answer: active([...lines, 'EB*I**98']) }),
    ],
  ],
  ['two copays', (of, lines) => ofTwo(of, lines, 'EB*B**98***27*33*****Y')],
  ['two shares', (of, lines) => ofTwo(of, lines, 'EB*A**98*****.33****Y')],
  [
    'what is left of the deductible',
    (of, lines) => [firstWith(of, { answer: active(lines.filter((one) => !isLeftOf('C')(one))) }), of.facts],
  ],
  [
    'what is left of the maximum',
    (of, lines) => [firstWith(of, { answer: active(lines.filter((one) => !isLeftOf('G')(one))) }), of.facts],
  ],
  [
    'what the contract allows',
    (of) => (of.plans.length > 1 ? null : [firstWith(of, { contract: null, saidOfNetwork: true }), of.facts]),
  ],
  [
    'the network',
    (of, lines) => {
      const other = { ...of.plans[0], copay: 50, share: 10, deductible: [300, 60], most: [800, 90] } as const
      const both = active([...lines, ...linesOf(other, 'N'), 'EB*I***********N*HC:36415'])
      const on = (saidOfNetwork: boolean | null) => firstWith(of, { contract: null, saidOfNetwork, answer: both })
      return of.plans.length > 1 ? null : [on(null), on(true), on(false)]
    },
  ],
  [
    'which of two plans holds',
    (of) => {
      const [first, second] = of.facts.covers
      if (!first || !second) return null
      const [one, other] = [linesOf(of.plans[0]), linesOf(of.plans[1] ?? of.plans[0])]
      const as = (answers: readonly Cover['answer'][]): PriceFacts => ({
        ...of.facts,
        covers: [first, second].map((cover, at) => ({ ...cover, answer: answers[at] ?? null })),
      })
      const truths = [active(one), inactive].flatMap((a) => [active(other), inactive].map((b) => as([a, b])))
      return [as([active(one, lastMonth), active(other, lastMonth)]), ...truths]
    },
  ],
]

/** A second value for the same thing beside the first, where there is one. */
function ofTwo(of: Known, lines: readonly string[], line: string): Hidden | null {
  const isSame = (one: string): boolean => one.startsWith(line.slice(0, 'EB*B**98'.length))
  if (!lines.some(isSame)) return null
  const other = [...lines.filter((one) => !isSame(one)), line]
  return [firstWith(of, { answer: active([...lines, line]) }), of.facts, firstWith(of, { answer: active(other) })]
}

describe('whatever turns out lies within the range that was told before', () => {
  test.each(hiding)('%s', (_, hide) => {
    let wider = 0
    fc.assert(
      fc.property(known({ most: 2 }), (of) => {
        const found = hide(of, linesOf(of.plans[0]))
        fc.pre(found !== null)
        const [hidden, ...truths] = found
        const told = centsOf(priceOf(hidden))
        for (const truth of truths) {
          const exact = centsOf(priceOf(truth))
          expect(told.low).toBeLessThanOrEqual(exact.low)
          expect(told.high).toBeGreaterThanOrEqual(exact.high)
          if (told.low < exact.low || told.high > exact.high) wider += 1
        }
      }),
      { numRuns: 200 },
    )
    expect(wider).toBeGreaterThan(0)
  })
})

function centsOf({ cents }: Price): NonNullable<Price['cents']> {
  if (cents === null) throw new Error('no price')
  return cents
}
