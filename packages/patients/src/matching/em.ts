import { type Field, fields, levels } from './levels.ts'
import type { FieldModel, MatchModel } from './model.ts'

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
 * nobody says which pairs are of one person. `start` is believed as if it had been seen in some pairs, so that a level
 * that never occurs keeps a chance.
 */
export function estimateModel(counts: PatternCounts, start: MatchModel, rounds = 60): MatchModel {
  const patterns = [...counts].map(([packed, count]) => ({ at: unpack(packed), count }))
  let model = start
  for (let round = 0; round < rounds; round++) {
    const next = oneRound(patterns, model, start)
    const change = fields.reduce(
      (most, field) => Math.max(most, ...next.fields[field].m.map((m, level) => Math.abs(m - (model.fields[field].m[level] ?? 0)))),
      0,
    )
    model = next
    if (change < 0.00001) break
  }
  return model
}

type Pattern = { readonly at: readonly number[]; readonly count: number }

function oneRound(patterns: readonly Pattern[], model: MatchModel, start: MatchModel): MatchModel {
  const matched = fields.map((_, field) => new Float64Array(radix[field] ?? 0))
  const other = fields.map((_, field) => new Float64Array(radix[field] ?? 0))
  let [same, all] = [0, 0]
  for (const { at, count } of patterns) {
    let odds = model.prior / (1 - model.prior)
    for (const [field, level] of at.entries()) {
      const name = fields[field]
      if (level === 0 || name === undefined) continue
      odds *= (model.fields[name].m[level] ?? 0) / (model.fields[name].u[level] ?? 1)
    }
    const chance = odds / (1 + odds)
    same += count * chance
    all += count
    for (const [field, level] of at.entries()) {
      const [m, u] = [matched[field], other[field]]
      if (m) m[level] = (m[level] ?? 0) + count * chance
      if (u) u[level] = (u[level] ?? 0) + count * (1 - chance)
    }
  }
  const fitted = fields.map((field, index): [Field, FieldModel] => [
    field,
    {
      m: shares(matched[index], start.fields[field].m),
      u: atLeast(shares(other[index], start.fields[field].u), start.fields[field].u),
    },
  ])
  return { prior: same / all, fields: Object.fromEntries(fitted) as MatchModel['fields'] }
}

function shares(seen: Float64Array | undefined, believed: readonly number[]): number[] {
  if (!seen) return [...believed]
  const total = seen.reduce((sum, count, level) => sum + (level === 0 ? 0 : count), 0)
  return believed.map((share, level) => (level === 0 ? 0 : ((seen[level] ?? 0) + belief * share) / (total + belief)))
}

/** Chance is never far less than believed: what no two persons of a small set share, two of a larger one will. */
function atLeast(chances: readonly number[], believed: readonly number[]): number[] {
  return chances.map((chance, level) => Math.max(chance, (believed[level] ?? 0) / 10))
}
