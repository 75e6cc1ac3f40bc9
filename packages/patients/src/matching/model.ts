import { usualDays } from './birth-days.ts'
import { type Field, fieldAt, fields, levels } from './levels.ts'
import type { Shares } from './shares.ts'
import { usualNames } from './usual-names.ts'

/**
 * Chances of each level of one field: among pairs of one person (`m`), among pairs of two who have nothing to do with each
 * other (`u`) and among pairs of two who live together (`h`). Level 0 is left out of all.
 */
export type FieldModel = { readonly m: readonly number[]; readonly u: readonly number[]; readonly h: readonly number[] }

/**
 * What Fellegi and Sunter (1969) need to weigh a pair: for each field the chances of its levels, and `prior`, the share
 * of pairs of one person among all pairs. People of one household are a third kind of pair, `household` of all: they
 * share name, phone and address as one person's records do, and would else be taken for one. `shares` are how often
 * single values occur, by field.
 */
export type MatchModel = {
  readonly prior: number
  readonly household: number
  readonly fields: Readonly<Record<Field, FieldModel>>
  readonly shares?: Shares | undefined
}

/** Fields whose agreement is no sign of one person where people live together; they are fitted for households too. */
export const householdFields: readonly Field[] = ['family', 'phone', 'email', 'street', 'city', 'postalCode', 'state']

const one = (m: readonly number[], u: readonly number[], h: readonly number[] = u): FieldModel => ({
  m: [0, ...m],
  u: [0, ...u],
  h: [0, ...h],
})

/**
 * Chances set by hand after registries with known duplicates; `estimateFor` fits them to a set. Among people who live
 * together are fathers and sons of one name and twins.
 */
export const defaultModel: MatchModel = {
  prior: 1 / 50_000,
  household: 2 / 50_000,
  shares: { ...usualNames, day: usualDays },
  fields: {
    given: one(
      [0.78, 0.06, 0.08, 0.03, 0.01, 0.04],
      [0.008, 0.006, 0.006, 0.01, 0.01, 0.96],
      [0.02, 0.01, 0.01, 0.02, 0.01, 0.93],
    ),
    family: one([0.82, 0.03, 0.07, 0.03, 0.05], [0.003, 0.003, 0.003, 0.008, 0.983], [0.7, 0.06, 0.02, 0.01, 0.21]),
    birthDate: one(
      [0.88, 0.01, 0.05, 0.01, 0.02, 0.015, 0.015],
      [0.00004, 0.00002, 0.0007, 0.001, 0.004, 0.03, 0.96424],
      [0.012, 0.00002, 0.0007, 0.001, 0.004, 0.03, 0.95228],
    ),
    sex: one([0.98, 0.02], [0.5, 0.5]),
    phone: one([0.6, 0.05, 0.35], [0.0001, 0.0005, 0.9994], [0.5, 0.01, 0.49]),
    email: one([0.7, 0.06, 0.24], [0.0001, 0.0001, 0.9998], [0.3, 0.02, 0.68]),
    street: one([0.6, 0.05, 0.35], [0.0002, 0.003, 0.9968], [0.85, 0.05, 0.1]),
    city: one([0.75, 0.08, 0.17], [0.05, 0.005, 0.945], [0.9, 0.04, 0.06]),
    postalCode: one([0.7, 0.06, 0.24], [0.01, 0.01, 0.98], [0.88, 0.04, 0.08]),
    identifier: one([0.88, 0.07, 0.05], [0.000001, 0.00002, 0.999979]),
    suffix: one([0.9, 0.1], [0.4, 0.6]),
    order: one([0.98, 0.02], [0.999999, 0.000001]),
    middle: one([0.75, 0.17, 0.08], [0.02, 0.06, 0.92]),
    state: one([0.95, 0.05], [0.3, 0.7], [0.97, 0.03]),
  },
}

/**
 * Whether a pair of one household with these levels cannot be twins: nobody is called as his twin is. That they were born
 * on one day is then as unlikely as of any two.
 */
export function isNoTwin(levels: ArrayLike<number>): boolean {
  const given = levels[fieldAt.given] ?? 0
  return (given >= 1 && given <= 3) || levels[fieldAt.order] === 2
}

/** Weights of every level, flat: `flat[offset[field] + level]`. */
export type Weights = {
  readonly offsets: readonly number[]
  /** log2(m/u): one person against two who have nothing to do with each other. */
  readonly flat: Float64Array
  readonly prior: number
  /** log2(h/u): two who live together against the same. */
  readonly ofHousehold: Float64Array
  readonly household: number
}

export function weightsOf(model: MatchModel): Weights {
  const offsets: number[] = []
  const flat: number[] = []
  const ofHousehold: number[] = []
  for (const field of fields) {
    offsets.push(flat.length)
    const { m, u, h } = model.fields[field]
    const last = levels[field].length - 1
    const same = Math.max(0, Math.log2((m[1] ?? 0) / (u[1] ?? 1)))
    levels[field].forEach((_, level) => {
      const weight = level === 0 ? 0 : Math.log2((m[level] ?? 0) / (u[level] ?? 1))
      // A value in common never speaks against, nothing proves more than it, and two that have nothing in common never speak for.
      const most = level === 0 || field === 'order' ? Infinity : level === last ? 0 : same
      flat.push(level === 1 ? same : Math.min(weight, most))
      ofHousehold.push(level === 0 ? 0 : Math.log2((h[level] ?? 0) / (u[level] ?? 1)))
    })
  }
  const unrelated = 1 - model.prior - model.household
  return {
    offsets,
    flat: Float64Array.from(flat),
    prior: Math.log2(model.prior / unrelated),
    ofHousehold: Float64Array.from(ofHousehold),
    household: Math.log2(model.household / unrelated),
  }
}
