import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paidBefore, receiptLines } from './receipt-lines.ts'

test('a first payment of a part', () => {
  expect(receiptLines({ dueCents: 4000, earlierCents: 0, amountCents: 1500, isVoid: false })).toEqual([
    { code: 'due', cents: 4000 },
    { code: 'this', cents: -1500 },
    { code: 'left', cents: 2500 },
  ])
})

test('the rest, after an earlier payment', () => {
  expect(receiptLines({ dueCents: 4000, earlierCents: 1500, amountCents: 2500, isVoid: false })).toEqual([
    { code: 'due', cents: 4000 },
    { code: 'earlier', cents: -1500 },
    { code: 'this', cents: -2500 },
    { code: 'left', cents: 0 },
  ])
})

test('a void payment leaves what was due before it', () => {
  const lines = receiptLines({ dueCents: 4000, earlierCents: 1500, amountCents: 2500, isVoid: true })
  expect(lines.slice(-2)).toEqual([
    { code: 'void', cents: 2500 },
    { code: 'left', cents: 2500 },
  ])
})

test('a plan that asks for less than was paid leaves a credit', () => {
  const lines = receiptLines({ dueCents: 1000, earlierCents: 0, amountCents: 2500, isVoid: false })
  expect(lines.at(-1)).toEqual({ code: 'credit', cents: -1500 })
})

test('lines always add up', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 })
  fc.assert(
    fc.property(
      fc.record({ dueCents: cents, earlierCents: cents, amountCents: cents, isVoid: fc.boolean() }),
      (facts) => {
        const lines = receiptLines(facts)
        const sum = lines.slice(0, -1).reduce((total, line) => total + line.cents, 0)
        expect(lines.at(-1)?.cents).toBe(sum)
        const counted = facts.isVoid ? 0 : facts.amountCents
        expect(sum).toBe(facts.dueCents - facts.earlierCents - counted)
        expect(lines.at(-1)?.code).toBe(sum < 0 ? 'credit' : 'left')
      },
    ),
  )
})

test('earlier payments are those with a lower number that are not void, past the millionth receipt too', () => {
  const paid = (receipt_number: string, amount_cents: number, voided_at: string | null = null) => ({
    receipt_number,
    amount_cents,
    voided_at,
  })
  const last = paid('R-1000000', 100)
  const all = [last, paid('R-999999', 200), paid('R-000007', 400, '2026-11-23T16:00:00Z'), paid('R-1000001', 800)]
  expect(paidBefore(last, all)).toBe(200)
})
