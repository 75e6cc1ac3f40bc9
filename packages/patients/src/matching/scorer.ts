import { compareInto } from './compare.ts'
import { type Guard, guardOf } from './guards.ts'
import { type Field, fieldAt, fields, type LevelOf, levels } from './levels.ts'
import { type MatchModel, type ShareTable, weightsOf } from './model.ts'
import type { PreparedPerson } from './prepare.ts'

export type Verdict = 'same' | 'ask' | 'different'

type FieldEvidence = { [F in Field]: { readonly field: F; readonly outcome: Exclude<LevelOf<F>, 'missing'> } }[Field]

/** One reason for a score: the field, how it compared and its weight, in log2 of the likelihood ratio. */
export type Evidence = { readonly weight: number } & (
  | FieldEvidence
  | { readonly field: 'rule'; readonly outcome: Guard | 'shared-contact' | 'through-another' }
)

/**
 * `score` is the probability, 0 to 1, that two records are of one person; `logOdds` the same as log2 of the odds:
 * `prior` and the weights of all `evidence` added. Missing fields give no evidence.
 */
export type PairScore = {
  readonly score: number
  readonly logOdds: number
  readonly prior: number
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
}

export type Scorer = {
  /** log2 of the odds that both are one person. Allocates nothing. */
  readonly logOdds: (a: PreparedPerson, b: PreparedPerson) => number
  readonly score: (a: PreparedPerson, b: PreparedPerson) => PairScore
}

// "Same" may merge by itself: it is to be wrong at most once in 10,000 times.
const sameFrom = Math.log2(10_000)
const askFrom = -3
// People who live together share phone, e-mail and address: all of them are hardly more proof than the best of them.
const mostFromContacts = 18
const mostOfAnotherMember = -6
const contactFields: readonly Field[] = ['phone', 'email', 'street', 'city', 'postalCode', 'state']

const contacts = contactFields.map((field) => fieldAt[field])

/** Weighs pairs by `model`. Not for two calls at once: it keeps one list of levels. */
export function createScorer(model: MatchModel): Scorer {
  const { flat, offsets, prior } = weightsOf(model)
  const at = new Uint8Array(fields.length)
  const weigh = weigher(model)

  const weightOf = (field: number, a: PreparedPerson, b: PreparedPerson): number => {
    const level = at[field] ?? 0
    const weight = flat[(offsets[field] ?? 0) + level] ?? 0
    return level === 1 ? weight + weigh(field, a, b) : weight
  }
  const excessOf = (a: PreparedPerson, b: PreparedPerson): number => {
    let sum = 0
    for (const field of contacts) sum += weightOf(field, a, b)
    return Math.max(0, sum - mostFromContacts)
  }
  const logOdds = (a: PreparedPerson, b: PreparedPerson): number => {
    compareInto(at, a, b)
    let sum = prior
    for (let field = 0; field < at.length; field++) if (at[field] !== 0) sum += weightOf(field, a, b)
    sum -= excessOf(a, b)
    return sum > mostOfAnotherMember && guardOf(at, a, b) === 'other-member' ? mostOfAnotherMember : sum
  }
  const score = (a: PreparedPerson, b: PreparedPerson): PairScore => {
    const total = logOdds(a, b)
    const evidence = fields.flatMap((field, position): Evidence[] => {
      const level = at[position] ?? 0
      if (level === 0 || (field === 'order' && level === 1)) return []
      return [{ field, outcome: levels[field][level], weight: weightOf(position, a, b) } as Evidence]
    })
    const straight = at[fieldAt.order] === 1 ? weightOf(fieldAt.order, a, b) : 0
    const excess = excessOf(a, b)
    if (excess > 0) evidence.push({ field: 'rule', outcome: 'shared-contact', weight: -excess })
    const guard = guardOf(at, a, b)
    const sum = evidence.reduce((all, { weight }) => all + weight, prior + straight)
    if (guard && (sum >= askFrom || total < sum)) evidence.push({ field: 'rule', outcome: guard, weight: total - sum })
    const isSame = total >= sameFrom && guard === null
    const verdict = isSame ? 'same' : total >= askFrom ? 'ask' : 'different'
    return { score: 1 / (1 + 2 ** -total), logOdds: total, prior: prior + straight, verdict, evidence }
  }
  return { logOdds, score }
}

// A value half the town has proves little, a rare one much; no single value more than these many bits either way.
const mostForRare = 5
const mostForCommon = -5

/** What agreeing on this very value is worth above agreeing on any: log2 of the usual share over its own (Winkler 1989). */
function weigher(model: MatchModel): (field: number, a: PreparedPerson, b: PreparedPerson) => number {
  const { given, family, city } = model.shares ?? {}
  const bonus = (table: ShareTable | undefined, field: Field, value: string | undefined): number => {
    const share = table && value !== undefined ? (table.of.get(value) ?? table.rest) : null
    if (share === null) return 0
    const { m, u } = model.fields[field]
    const own = Math.max(mostForCommon, Math.min(mostForRare, Math.log2((u[1] ?? 1) / share)))
    // However usual the value, having it in common does not speak against.
    return Math.max(own, -Math.max(0, Math.log2((m[1] ?? 0) / (u[1] ?? 1))))
  }
  return (field, a, b) => {
    if (field === fieldAt.given) return a.given?.text === b.given?.text ? bonus(given, 'given', a.given?.text) : 0
    if (field === fieldAt.family) return a.family?.text === b.family?.text ? bonus(family, 'family', a.family?.text) : 0
    if (field === fieldAt.city) return bonus(city, 'city', a.city?.text)
    return 0
  }
}
