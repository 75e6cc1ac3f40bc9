import { oneDay } from './birth-days.ts'
import { compareInto } from './compare.ts'
import { type Guard, guardOf } from './guards.ts'
import { type Field, fieldAt, fields, type LevelOf, levels } from './levels.ts'
import { isNoTwin, type MatchModel, weightsOf } from './model.ts'
import { bitsAgainstNamesakes } from './namesake.ts'
import type { ShareTable } from './shares.ts'
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
const mostOfAnotherMember = -6
/** log2 of the share of pairs that are one person, as far as a set full of copies is believed. */
const mostPrior = Math.log2(1 / 5_000)

function isWeighedByShare(field: number): boolean {
  return field === fieldAt.given || field === fieldAt.family || field === fieldAt.city || field === fieldAt.birthDate
}

/** Weighs pairs by `model`. Not for two calls at once: it keeps one list of levels. */
export function createScorer(model: MatchModel): Scorer {
  const { flat, ofHousehold, offsets, prior, household } = weightsOf(model)
  const at = new Uint8Array(fields.length)
  const rarity = weigher(model)

  const rarityOf = (field: number, a: PreparedPerson, b: PreparedPerson): number =>
    at[field] === 1 && isWeighedByShare(field) ? rarity(field, a, b) : 0
  const weightOf = (field: number, a: PreparedPerson, b: PreparedPerson): number =>
    (flat[(offsets[field] ?? 0) + (at[field] ?? 0)] ?? 0) + rarityOf(field, a, b)
  /** What of the weights goes because two people of one household would agree like that as well. */
  const sharedBy = (a: PreparedPerson, b: PreparedPerson): number => {
    let sum = household
    for (let field = 0; field < at.length; field++) {
      if (at[field] === 0 || (field === fieldAt.birthDate && isNoTwin(at))) continue
      sum += (ofHousehold[(offsets[field] ?? 0) + (at[field] ?? 0)] ?? 0) + rarityOf(field, a, b)
    }
    return orMore(sum)
  }
  const logOdds = (a: PreparedPerson, b: PreparedPerson): number => {
    compareInto(at, a, b)
    let sum = prior
    let home = household
    const noTwin = isNoTwin(at)
    for (let field = 0; field < at.length; field++) {
      const level = at[field] ?? 0
      if (level === 0) continue
      const slot = (offsets[field] ?? 0) + level
      const rare = level === 1 ? rarityOf(field, a, b) : 0
      sum += (flat[slot] ?? 0) + rare
      if (field !== fieldAt.birthDate || !noTwin) home += (ofHousehold[slot] ?? 0) + rare
    }
    sum -= orMore(home)
    return sum > mostOfAnotherMember && guardOf(at, a, b) === 'other-member' ? mostOfAnotherMember : sum
  }
  /** Whether the odds fall short when every value counts by its share where it is commonest. */
  const mayBeNamesakes = (a: PreparedPerson, b: PreparedPerson): boolean => {
    let odds = Math.min(prior, mostPrior) + bitsAgainstNamesakes(at, a, b, model.shares)
    for (let field = 0; field < at.length; field++)
      odds += Math.min(0, flat[(offsets[field] ?? 0) + (at[field] ?? 0)] ?? 0)
    return odds < sameFrom
  }
  const score = (a: PreparedPerson, b: PreparedPerson): PairScore => {
    const total = logOdds(a, b)
    const evidence = fields.flatMap((field, position): Evidence[] => {
      const level = at[position] ?? 0
      if (level === 0 || (field === 'order' && level === 1)) return []
      return [{ field, outcome: levels[field][level], weight: weightOf(position, a, b) } as Evidence]
    })
    let before = prior + (at[fieldAt.order] === 1 ? weightOf(fieldAt.order, a, b) : 0)
    const shared = sharedBy(a, b)
    if (shared > worthSaying) evidence.push({ field: 'rule', outcome: 'shared-contact', weight: -shared })
    else before -= shared
    const found = guardOf(at, a, b)
    const guard = found ?? (total >= sameFrom && mayBeNamesakes(a, b) ? 'maybe-namesake' : null)
    const sum = evidence.reduce((all, { weight }) => all + weight, before)
    if (guard && (sum >= askFrom || total < sum)) {
      evidence.push({ field: 'rule', outcome: guard, weight: guard === 'other-member' ? total - sum : 0 })
    }
    const isSame = total >= sameFrom && guard === null
    const verdict = isSame ? 'same' : total >= askFrom ? 'ask' : 'different'
    return { score: 1 / (1 + 2 ** -total), logOdds: total, prior: before, verdict, evidence }
  }
  return { logOdds, score }
}

/** log2(1 + 2^sum), without leaving the numbers there are. */
function orMore(sum: number): number {
  return sum > 40 ? sum : sum < -50 ? 0 : Math.log2(1 + 2 ** sum)
}

const worthSaying = 3

// A value half the town has proves little, a rare one much; no single value more than these many bits either way.
const mostForRare = 5
const mostForCommon = -5

/** What agreeing on this very value is worth above agreeing on any: log2 of the usual share over its own (Winkler 1989). */
function weigher(model: MatchModel): (field: number, a: PreparedPerson, b: PreparedPerson) => number {
  const { given, family, city, day } = model.shares ?? {}
  const shareOf = (table: ShareTable | undefined, value: string | undefined): number | null =>
    table && value !== undefined ? (table.of.get(value) ?? table.rest) : null
  const bonus = (table: ShareTable | undefined, field: Field, value: string | undefined): number => {
    const share = shareOf(table, value)
    return share === null ? 0 : within(field, Math.log2((model.fields[field].u[1] ?? 1) / share))
  }
  const within = (field: Field, bits: number): number => {
    const { m, u } = model.fields[field]
    const own = Math.max(mostForCommon, Math.min(mostForRare, bits))
    // However usual the value, having it in common does not speak against.
    return Math.max(own, -Math.max(0, Math.log2((m[1] ?? 0) / (u[1] ?? 1))))
  }
  return (field, a, b) => {
    if (field === fieldAt.given) return a.given?.text === b.given?.text ? bonus(given, 'given', a.given?.text) : 0
    if (field === fieldAt.family) return a.family?.text === b.family?.text ? bonus(family, 'family', a.family?.text) : 0
    if (field === fieldAt.city) return bonus(city, 'city', a.city?.text)
    if (field === fieldAt.birthDate) {
      const share = shareOf(day, a.birthDate?.text.slice(5))
      // A day that is rarer than others proves no more than they do: they are all a day.
      return share === null ? 0 : within('birthDate', Math.min(0, Math.log2(oneDay / share)))
    }
    return 0
  }
}
