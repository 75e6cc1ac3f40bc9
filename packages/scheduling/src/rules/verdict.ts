import { type Objection, overridable, type RuleCode, type RuleEvaluation, type RuleFact } from './rule.ts'
import type { AnyFacts } from './wish.ts'

type Wish = AnyFacts['wish']

/** Lanes that only an override would bring are refused as what they are without one: the opening is taken. */
type RefusalCode = Exclude<RuleCode, 'overbook' | 'buffer' | 'opening-taken'>
type Refused<F extends RuleFact> = F extends { readonly rule: RefusalCode }
  ? { readonly reason: F['rule'] } & Omit<F, 'rule'>
  : never

/**
 * The first rule that says no, with what it looked at, and in `rules` all that say no, each with whether the caller may
 * override it. Overriding all of them, with a reason, makes the booking possible.
 */
export type BookRefusal = (Refused<RuleFact> | { readonly reason: 'opening-taken'; readonly resourceId: string }) & {
  readonly rules: readonly Objection[]
}

/** Marks what the caller, who gave a reason and may, overrides. Patients who book for themselves override nothing. */
export function withOverrides(wish: Wish, rules: readonly RuleEvaluation[]): RuleEvaluation[] {
  const { overrides } = wish
  if (!overrides || overrides.reason.trim() === '') return [...rules]
  return rules.map((each) =>
    saysNo(each) && overrides.rules.includes(each.rule) && mayOverride(wish, each.rule)
      ? { ...each, overriddenBecause: overrides.reason }
      : each,
  )
}

export function refusalOf(wish: Wish, evaluations: readonly RuleEvaluation[]): BookRefusal | undefined {
  const [first, ...others] = evaluations.filter(saysNo)
  if (!first) return undefined
  const rules = [first, ...others].map((each) => ({ ...each, mayOverride: mayOverride(wish, each.rule) }))
  if (first.rule === 'opening-taken' || first.rule === 'overbook' || first.rule === 'buffer') {
    return { reason: 'opening-taken', resourceId: first.resourceId, rules }
  }
  const { rule: reason, verdict: _, isRemark: __, overriddenBecause: ___, ...details } = first
  // The details of a rule stay with its own code.
  return { reason, ...details, rules } as BookRefusal
}

function saysNo({ verdict, isRemark, overriddenBecause }: RuleEvaluation): boolean {
  return verdict === 'not-met' && isRemark !== true && overriddenBecause === undefined
}

function mayOverride({ selfBooking, may }: Wish, rule: RuleCode): boolean {
  const permission = overridable[rule]
  return permission !== null && selfBooking === undefined && may?.(permission) === true
}
