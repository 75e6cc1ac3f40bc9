import { Temporal } from '@foyer/kernel'
import type { OrderQuestion, OrderRule, PayingFor, Policy, Verdict } from './policy.ts'

/** `among`: every policy of the person, where a rule looks at a third. */
type Rule = (a: Policy, b: Policy, facts: PayingFor, among: readonly Policy[]) => Verdict | null

const decided = (first: 'a' | 'b', rule: OrderRule, asks: OrderQuestion | null = null): Verdict => ({
  first,
  rule,
  asks,
})

/** A rule that lifts the one of two policies that is such. */
function lifts(rule: OrderRule, isSuch: (policy: Policy, facts: PayingFor) => boolean): Rule {
  return (a, b, facts) => {
    const [isA, isB] = [isSuch(a, facts), isSuch(b, facts)]
    return isA === isB ? null : decided(isA ? 'a' : 'b', rule)
  }
}

/** The same, for one that goes behind. */
function lowers(rule: OrderRule, isSuch: (policy: Policy, facts: PayingFor) => boolean): Rule {
  return lifts(rule, (policy, facts) => !isSuch(policy, facts))
}

/** An accident at work is the employer's insurer's (42 CFR 411.40). */
const work = lifts('work', ({ payerKind }, { cause }) => cause === 'work' && payerKind === 'workers-comp')
/** No-fault and medical payments insurance of a car come before health plans (42 CFR 411.50). */
const auto = lifts('auto', ({ payerKind }, { cause }) => cause === 'auto' && payerKind === 'auto')
/** What pays for accidents only has no part in an illness. */
const notForIllness = lowers(
  'accidents-only',
  ({ payerKind }, { cause }) =>
    (payerKind === 'workers-comp' && cause !== 'work') || (payerKind === 'auto' && cause !== 'auto'),
)
/** Medicaid pays after everybody (42 CFR 433.138 and 433.139). */
const medicaid = lowers('medicaid-last', ({ payerKind }) => payerKind === 'medicaid')
/**
 * Who serves on active duty has TRICARE by right, and it pays before Medicare (10 U.S.C. 1074); Medicare pays first for those
 * who retired and for families (1086(d)).
 */
const activeDuty: Rule = (a, b, facts) => {
  const isTricare = ({ payerKind }: Policy): boolean => payerKind === 'tricare'
  const [tricareSide, medicareSide] = isTricare(a) ? (['a', 'b'] as const) : (['b', 'a'] as const)
  const [one, other] = isTricare(a) ? [a, b] : [b, a]
  if (!isTricare(one) || !isMedicare(other) || one.relationship !== 'self') return null
  if (one.subscriber.employment === 'current') return decided(tricareSide, 'active-duty')
  // Nobody of that age serves.
  const mayServe = one.subscriber.employment === null && ageOn(facts) < 65
  return mayServe ? decided(medicareSide, 'tricare-late', 'employment') : null
}
/** TRICARE pays after every plan but Medicaid (32 CFR 199.8). */
const tricare = lowers('tricare-late', ({ payerKind }) => payerKind === 'tricare')

const isMedicare = ({ payerKind }: Policy): boolean => payerKind === 'medicare' || payerKind === 'medicare-advantage'

/** Medicare and a plan of an employer (42 CFR 411 subparts E to H). */
const medicare = (a: Policy, b: Policy, facts: PayingFor): Verdict | null => {
  if (isMedicare(a) === isMedicare(b)) return null
  const group = isMedicare(a) ? b : a
  const groupSide = isMedicare(a) ? 'b' : 'a'
  const medicareSide = groupSide === 'a' ? 'b' : 'a'
  const because = facts.medicareBecause ?? (ageOn(facts) >= 65 ? 'age' : null)
  if (because === null) return decided(groupSide, 'disabled', 'medicare-because')
  if (because === 'kidney-failure') {
    // Thirty months, whatever the employer's size and whether the job still is (411.162).
    if (facts.kidneyFailureSince === null) return decided(groupSide, 'kidney-failure', 'kidney-failure-since')
    const until = Temporal.PlainDate.from(facts.kidneyFailureSince).add({ months: 30 }).toString()
    return facts.on < until ? decided(groupSide, 'kidney-failure') : decided(medicareSide, 'medicare-first')
  }
  const { employment, employerSize } = group.subscriber
  // Only a job that somebody has now puts Medicare second (411.104).
  if (group.isContinuation || employment === 'former' || employment === 'none')
    return decided(medicareSide, 'medicare-first')
  // For age only the plan of one's own job or the spouse's goes before (411.172(a)); for disability any of the family's.
  const isOwnOrSpouses = group.relationship === 'self' || group.relationship === 'spouse'
  if (because === 'age' && !isOwnOrSpouses) return decided(medicareSide, 'medicare-first')
  // 20 employees where it is for age (411.172), 100 where it is for disability (411.204).
  const [rule, least] = because === 'age' ? (['working-aged', 20] as const) : (['disabled', 100] as const)
  if (employment === null) return decided(groupSide, rule, 'employment')
  if (employerSize === null) return decided(groupSide, rule, 'employer-size')
  return employerSize >= least ? decided(groupSide, rule) : decided(medicareSide, 'medicare-first')
}

function ageOn({ birthDate, on }: PayingFor): number {
  return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(on), { largestUnit: 'year' }).years
}

/**
 * One's own plan before one through somebody else (NAIC model 120, rule 1; so for the rules below), but the other way round
 * where Medicare lies between the two: behind the plan through somebody else, before a retired person's own.
 */
const own: Rule = (a, b, facts, among) => {
  const isOwn = ({ relationship }: Policy): boolean => relationship === 'self'
  if (isOwn(a) === isOwn(b)) return null
  const ownSide = isOwn(a) ? 'a' : 'b'
  const [theirs, through] = isOwn(a) ? [a, b] : [b, a]
  const between = among.some((third) => {
    if (!isMedicare(third) || isMedicare(a) || isMedicare(b)) return false
    return medicare(third, theirs, facts)?.first === 'a' && medicare(third, through, facts)?.first === 'b'
  })
  return between
    ? decided(ownSide === 'a' ? 'b' : 'a', 'dependent-before-retired')
    : decided(ownSide, 'own-before-dependent')
}

const ofChild = (a: Policy, b: Policy): boolean => a.relationship === 'child' && b.relationship === 'child'

/**
 * Parents who live apart: whom a court names, then the parent with whom the child lives, that parent's spouse, the other
 * parent, the other parent's spouse (NAIC model 120, rule 3). Where both are responsible by the court, or share custody,
 * it is the birthday, as of parents who live together.
 */
const apart: Rule = (a, b, { parents }) => {
  if (!ofChild(a, b)) return null
  const { orderedPolicyId: ordered, custodialPolicyIds: custodial, otherParentPolicyIds: others = [], live } = parents
  if (ordered === a.id || ordered === b.id) return decided(ordered === a.id ? 'a' : 'b', 'court-order')
  if (live !== 'apart') return null
  const known = [...custodial, ...others]
  const [placeA, placeB] = [known.indexOf(a.id), known.indexOf(b.id)]
  const place = (at: number): number => (at < 0 ? known.length : at)
  if (placeA < 0 && placeB < 0) return decided('a', 'undecided', 'other-parent')
  const first = place(placeA) < place(placeB) ? 'a' : 'b'
  const at = Math.min(place(placeA), place(placeB))
  if (at === 0 && custodial.length > 0) return decided(first, 'custody')
  const asks = placeA < 0 || placeB < 0 ? 'other-parent' : null
  return decided(first, at < custodial.length ? 'custody-spouse' : 'other-parent', asks)
}

/** Parents who live together, or are both responsible: whose birthday is earlier in the year, whatever the year of birth. */
const birthday: Rule = (a, b, { parents }) => {
  if (!ofChild(a, b)) return null
  const asks = parents.live === null ? 'parents' : null
  const [ofA, ofB] = [a.subscriber.birthday, b.subscriber.birthday]
  if (ofA === null || ofB === null) return decided('a', 'undecided', 'birthday')
  return ofA === ofB ? null : decided(ofA < ofB ? 'a' : 'b', 'birthday', asks)
}

const active = lowers('active-before-former', ({ subscriber }) => subscriber.employment === 'former')
const continuation = lowers('continuation-last', ({ isContinuation }) => isContinuation)

/** What has covered the person longer. */
const longer: Rule = (a, b) => {
  if (a.since === null || b.since === null) return decided('a', 'undecided', 'since')
  return a.since === b.since ? null : decided(a.since < b.since ? 'a' : 'b', 'longer')
}

const rules = [
  work,
  auto,
  notForIllness,
  medicaid,
  activeDuty,
  tricare,
  medicare,
  own,
  apart,
  birthday,
  active,
  continuation,
  longer,
]

/** Which of two policies pays first, and by which rule; the first rule that tells them apart decides. */
export function compare(a: Policy, b: Policy, facts: PayingFor, among: readonly Policy[]): Verdict {
  for (const rule of rules) {
    const verdict = rule(a, b, facts, among)
    if (verdict) return verdict
  }
  return decided('a', 'undecided')
}
