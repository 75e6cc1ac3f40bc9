import type { Temporal } from '@foyer/kernel'
import { firstOfYear } from './days.ts'
import type { Policy, Rejected } from './policy.ts'
import { medicaidManaged, medicareAlone } from './public-plans.ts'
import { stories } from './stories.ts'
import { plainLines, type Terms } from './terms.ts'

export type Answered = { readonly policy: Policy; readonly groupNumber: string } | { readonly rejects: Rejected }

/**
 * What a payer says of a member who is not of the cast: always the same for one payer and number. Of a hundred some 94
 * are covered, three were until last month, three are not found.
 */
export function anybody(
  payer: { readonly name: string; readonly id: string },
  memberId: string,
  today: Temporal.PlainDate,
): Answered {
  const draw = drawsOf(`${payer.id} ${memberId.toUpperCase()}`)
  const share = draw(100)
  if (share < 3) return { rejects: { at: 'person', code: '75', action: 'C' } }
  const policy = policyOf(payer.name.toUpperCase(), draw, today)
  if (share < 6) return { policy: { ...policy, until: stories.ended(today).until }, groupNumber: '' }
  return { policy, groupNumber: `G-${1000 + draw(9000)}` }
}

type Draw = (below: number) => number

function policyOf(payerName: string, draw: Draw, today: Temporal.PlainDate): Policy {
  if (payerName.includes('MEDICAID')) return medicaidManaged(today)
  const medicareLeft = pick(draw, [0, 0, 4_000, 11_250, 28_300])
  if (payerName.includes('MEDICARE')) return medicareAlone(today, medicareLeft)
  const from = firstOfYear(today).subtract({ years: draw(4) })
  return { from, until: null, lines: plainLines(termsOf(draw)) }
}

function termsOf(draw: Draw): Terms {
  const kind = draw(10)
  const isHighDeductible = kind < 2
  const whole = isHighDeductible ? 330_000 : pick(draw, [50_000, 100_000, 150_000, 250_000])
  const left = Math.round((whole * draw(101)) / 100 / 500) * 500
  const most = whole + pick(draw, [200_000, 300_000, 400_000])
  const spent = whole - left
  const copay = pick(draw, [1500, 2000, 2500, 3000, 4000])
  return {
    plan: isHighDeductible ? 'BRONZE HSA' : pick(draw, ['PPO STANDARD', 'CHOICE PLUS', 'OPEN ACCESS', 'SILVER']),
    insurance: kind > 7 ? 'HM' : 'PR',
    primaryCopay: isHighDeductible ? null : copay,
    specialistCopay: isHighDeductible ? null : copay + 2000,
    urgentCopay: isHighDeductible ? null : copay + 4000,
    coinsurance: pick(draw, [0.1, 0.2, 0.2, 0.3]),
    deductible: {
      individual: { whole, left },
      family: { whole: 2 * whole, left: 2 * whole - spent },
    },
    outOfPocket: {
      individual: { whole: most, left: most - spent },
      // One in ten does not say what is left for the family.
      family: { whole: 2 * most, left: draw(10) === 0 ? null : 2 * most - spent },
    },
  }
}

function pick<T>(draw: Draw, of: readonly [T, ...T[]]): T {
  return of[draw(of.length)] ?? of[0]
}

/** Numbers that follow from a text: FNV-1a, then a xorshift of 32 bits (Marsaglia 2003). */
function drawsOf(text: string): Draw {
  let state = 0x811c9dc5
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  state ||= 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  // The first ones of near texts are near each other.
  for (let times = 0; times < 4; times++) next()
  return (below) => next() % below
}
