import { type Field, fieldAt, fields, levels } from './levels.ts'
import { type FieldModel, householdFields, isNoTwin, type MatchModel } from './model.ts'

/** How many pairs show each pattern of levels; patterns are packed by `packLevels`. */
export type PatternCounts = ReadonlyMap<number, number>

const radix = fields.map((field) => levels[field].length)

export function packLevels(at: Uint8Array): number {
  let packed = 0
  for (let field = 0; field < radix.length; field++) packed = packed * (radix[field] ?? 1) + (at[field] ?? 0)
  return packed
}

function unpack(packed: number): number[] {
  const at: number[] = []
  for (let field = radix.length - 1; field >= 0; field--) {
    const base = radix[field] ?? 1
    at[field] = packed % base
    packed = Math.floor(packed / base)
  }
  return at
}

/** Pairs' worth of belief in the model one starts from. */
const belief = 20

/**
 * Expectation maximisation over patterns (Winkler 1988): which chances make the patterns that are there likeliest, when
 * nobody says which pairs are of one person, of one household, or neither. `start` is believed as if it had been seen in
 * some pairs, so that a level that never occurs keeps a chance. What tells the members of a household apart is not
 * fitted, or a household would be whatever looks like one person; only their given names, among those born apart.
 * `counts` are of pairs that share a key. `strangers` are of pairs drawn from the rest, each of which stands for many: they
 * say what two have in common by chance, and of one person or household nothing, since one namesake that happened to be
 * drawn would outweigh all copies.
 */
export function estimateModel(
  counts: PatternCounts,
  strangers: PatternCounts,
  start: MatchModel,
  rounds = 100,
): MatchModel {
  const patterns = [
    ...[...counts].map(([packed, count]) => ({ at: unpack(packed), count, isOpen: true })),
    ...[...strangers].map(([packed, count]) => ({ at: unpack(packed), count, isOpen: false })),
  ]
  let model = start
  for (let round = 0; round < rounds; round++) {
    const next = oneRound(patterns, model, start)
    const change = fields.reduce(
      (most, field) =>
        Math.max(most, ...next.fields[field].m.map((m, level) => Math.abs(m - (model.fields[field].m[level] ?? 0)))),
      0,
    )
    model = next
    if (change < 0.00001) break
  }
  return model
}

/**
 * What tells the members of a household apart is learnt of one person only from pairs that are rather one person than a
 * household's: twins and fathers and sons would else teach that one person has two names and two birth dates.
 */
const personal: ReadonlySet<number> = new Set([fieldAt.given, fieldAt.birthDate])

type Pattern = { readonly at: readonly number[]; readonly count: number; readonly isOpen: boolean }

function oneRound(patterns: readonly Pattern[], model: MatchModel, start: MatchModel): MatchModel {
  const seenIn = (): Float64Array[] => fields.map((_, field) => new Float64Array(radix[field] ?? 0))
  const [matched, other, home] = [seenIn(), seenIn(), seenIn()]
  const chances = fields.map((field) => model.fields[field])
  const unrelated = 1 - model.prior - model.household
  let [same, together, all] = [0, 0, 0]
  for (const { at, count, isOpen } of patterns) {
    all += count
    if (!isOpen) {
      for (const [field, level] of at.entries()) add(other[field], level, count)
      continue
    }
    let odds = model.prior / unrelated
    let homeOdds = model.household / unrelated
    for (const [field, level] of at.entries()) {
      const of = chances[field]
      if (level === 0 || of === undefined) continue
      const u = of.u[level] ?? 1
      odds *= (of.m[level] ?? 0) / u
      if (field !== fieldAt.birthDate || !isNoTwin(at)) homeOdds *= (of.h[level] ?? 0) / u
    }
    const share = count / (1 + odds + homeOdds)
    same += share * odds
    together += share * homeOdds
    for (const [field, level] of at.entries()) {
      if (!personal.has(field) || odds > homeOdds) add(matched[field], level, share * odds)
      if (field !== fieldAt.given || (at[fieldAt.birthDate] ?? 0) >= bornApart)
        add(home[field], level, share * homeOdds)
      add(other[field], level, share)
    }
  }
  const fitted = fields.map((field, index): [Field, FieldModel] => {
    const { m, u } = start.fields[field]
    const unlike = atLeast(shares(other[index], u), u)
    return [
      field,
      {
        m: notAbove(shares(matched[index], m), mostUnlike[field]),
        u: unlike,
        h: ofHousehold(field, home[index], start.fields[field], unlike),
      },
    ]
  })
  return { prior: same / all, household: together / all, fields: Object.fromEntries(fitted) as MatchModel['fields'] }
}

function add(into: Float64Array | undefined, level: number, count: number): void {
  if (into) into[level] = (into[level] ?? 0) + count
}

function shares(seen: Float64Array | undefined, believed: readonly number[]): number[] {
  if (!seen) return [...believed]
  const total = seen.reduce((sum, count, level) => sum + (level === 0 ? 0 : count), 0)
  return believed.map((share, level) => (level === 0 ? 0 : ((seen[level] ?? 0) + belief * share) / (total + belief)))
}

/**
 * Records of one person that have nothing in common there, at the most. Where a set has more namesakes than copies, one
 * person would else become whoever is called alike.
 */
const mostUnlike: Readonly<Partial<Record<Field, number>>> = { given: 0.12, family: 0.18, birthDate: 0.25, sex: 0.06 }

function notAbove(chances: readonly number[], most = 1): number[] {
  const unlike = chances.at(-1) ?? 0
  if (unlike <= most) return [...chances]
  const rest = (1 - most) / (1 - unlike)
  return chances.map((chance, level) => (level === chances.length - 1 ? most : chance * rest))
}

/** Chance is never far less than believed: what no two persons of a small set share, two of a larger one will. */
function atLeast(chances: readonly number[], believed: readonly number[]): number[] {
  return chances.map((chance, level) => Math.max(chance, (believed[level] ?? 0) / 10))
}

/** Level of birth dates that are no slip of each other. */
const bornApart = 6
/** So many of a household more than of strangers may bear one given name; more would take copies for families. */
const mostNamesakes = 0.1

function ofHousehold(field: Field, seen: Float64Array | undefined, { u, h }: FieldModel, unlike: number[]): number[] {
  if (householdFields.includes(field)) return shares(seen, h)
  const believed = above(unlike, u, h)
  return field === 'given' ? atMost(shares(seen, believed), (unlike[1] ?? 0) + mostNamesakes) : believed
}

/** What members of a household have in common more often than strangers, above what strangers of this set have. */
function above(
  unlike: readonly number[],
  believedUnlike: readonly number[],
  believedHome: readonly number[],
): number[] {
  const raised = unlike.map((chance, level) =>
    Math.max(chance / 2, chance + (believedHome[level] ?? 0) - (believedUnlike[level] ?? 0)),
  )
  const total = raised.reduce((sum, chance) => sum + chance, 0)
  return raised.map((chance) => chance / total)
}

function atMost(chances: readonly number[], most: number): number[] {
  const same = chances[1] ?? 0
  const rest = (1 - most) / (1 - same)
  return chances.map((chance, level) => (same <= most ? chance : level === 1 ? most : chance * rest))
}
