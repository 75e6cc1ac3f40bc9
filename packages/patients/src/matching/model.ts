import { type Field, fields, levels } from './levels.ts'
import { usualNames } from './usual-names.ts'

/** Chances of each level of one field: among pairs of one person (`m`) and among pairs of two (`u`). Level 0 is left out of both. */
export type FieldModel = { readonly m: readonly number[]; readonly u: readonly number[] }

/**
 * What Fellegi and Sunter (1969) need to weigh a pair: for each field the chances of its levels, and `prior`, the share
 * of pairs of one person among all pairs. `shares` are how often single values occur, by field.
 */
export type MatchModel = {
  readonly prior: number
  readonly fields: Readonly<Record<Field, FieldModel>>
  readonly shares?: Shares | undefined
}

/** How often single values of a field occur among all; `rest` is the share of a value that is not listed. */
export type ShareTable = { readonly of: ReadonlyMap<string, number>; readonly rest: number | null }

export type Shares = { readonly [F in 'given' | 'family' | 'city']?: ShareTable | undefined }

const one = (m: readonly number[], u: readonly number[]): FieldModel => ({ m: [0, ...m], u: [0, ...u] })

/** Chances set from registries with known duplicates in the literature; `estimate` fits them to a set at hand. */
export const defaultModel: MatchModel = {
  prior: 1 / 50_000,
  shares: usualNames,
  fields: {
    given: one([0.78, 0.06, 0.08, 0.03, 0.01, 0.04], [0.008, 0.006, 0.006, 0.01, 0.01, 0.96]),
    family: one([0.82, 0.03, 0.07, 0.03, 0.05], [0.003, 0.003, 0.003, 0.008, 0.983]),
    birthDate: one([0.88, 0.01, 0.05, 0.01, 0.02, 0.015, 0.015], [0.00004, 0.00002, 0.0007, 0.001, 0.004, 0.03, 0.96428]),
    sex: one([0.98, 0.02], [0.5, 0.5]),
    phone: one([0.6, 0.05, 0.35], [0.0001, 0.0005, 0.9994]),
    email: one([0.7, 0.06, 0.24], [0.0001, 0.0001, 0.9998]),
    street: one([0.6, 0.05, 0.35], [0.0002, 0.003, 0.9968]),
    city: one([0.75, 0.08, 0.17], [0.05, 0.005, 0.945]),
    postalCode: one([0.7, 0.06, 0.24], [0.01, 0.01, 0.98]),
    identifier: one([0.88, 0.07, 0.05], [0.000001, 0.00002, 0.999979]),
    suffix: one([0.9, 0.1], [0.4, 0.6]),
    order: one([0.98, 0.02], [0.999999, 0.000001]),
    middle: one([0.75, 0.17, 0.08], [0.02, 0.06, 0.92]),
    state: one([0.95, 0.05], [0.3, 0.7]),
  },
}

/** log2(m/u) of every level, flat: `weights[offset[field] + level]`. */
export type Weights = { readonly flat: Float64Array; readonly offsets: readonly number[]; readonly prior: number }

export function weightsOf(model: MatchModel): Weights {
  const offsets: number[] = []
  const flat: number[] = []
  for (const field of fields) {
    offsets.push(flat.length)
    const { m, u } = model.fields[field]
    const last = levels[field].length - 1
    levels[field].forEach((_, level) => {
      const weight = level === 0 ? 0 : Math.log2((m[level] ?? 0) / (u[level] ?? 1))
      // A value in common never speaks against, and two that have nothing in common never for one person.
      flat.push(level === 1 ? Math.max(0, weight) : level === last && field !== 'order' ? Math.min(0, weight) : weight)
    })
  }
  return { flat: Float64Array.from(flat), offsets, prior: Math.log2(model.prior / (1 - model.prior)) }
}
