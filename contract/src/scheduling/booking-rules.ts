import type { RuleCode } from '@foyer/scheduling'
import { z } from 'zod'
import { date, id, roleName } from '../shapes.ts'

const count = z.int()

/** What each rule of a booking looked at. Which rules there are, and who may override them, says `@foyer/scheduling`. */
const details = {
  'in-the-past': {},
  'too-far-ahead': { horizonDays: count },
  'role-missing': { role: roleName },
  'not-a-candidate': { role: roleName, resourceId: id },
  'attribute-missing': { role: roleName, resourceId: id, attributes: z.array(z.string()).readonly() },
  /** `language` of the patient, BCP 47. */
  'interpreter-language': { role: roleName, resourceId: id, language: z.string().nullable() },
  'opening-taken': { resourceId: id, lane: count.optional() },
  overbook: { resourceId: id, lanes: count, most: count, lane: count },
  buffer: { resourceId: id, lane: count },
  'outside-hours': { resourceId: id },
  'session-reserved': {
    resourceId: id,
    visitTypeIds: z.array(id).readonly(),
    /** The session takes every kind from so long before its start; null: never. */
    releaseMinutes: count.nullable(),
  },
  'walk-in-only': { resourceId: id },
  'session-full': { resourceId: id, capacity: count, booked: count },
  cap: {
    of: z.enum(['day', 'lead-and-day', 'new-patients']),
    date,
    most: count,
    booked: count.nullable(),
  },
  'too-soon': { leadMinutes: count },
  'off-grid': { gridMinutes: count },
  age: { age: count.nullable(), minAge: count.nullable(), maxAge: count.nullable() },
  sex: { sexes: z.array(z.string()).readonly() },
  payer: { onlyPayerIds: z.array(id).readonly(), notPayerIds: z.array(id).readonly() },
  gap: {
    days: count.nullable(),
    date: date.nullable(),
    minDays: count.nullable(),
    maxDays: count.nullable(),
  },
  'seats-taken': { seats: count, taken: count },
  'not-self-bookable': {},
} as const satisfies Record<RuleCode, z.ZodRawShape>

const verdict = {
  verdict: z.enum(['met', 'not-met', 'unknown']),
  /** Not met, and no obstacle to the desk. */
  isRemark: z.boolean().optional(),
  /** The reason somebody who may gave for booking all the same. */
  overriddenBecause: z.string().optional(),
} as const

function said<const K extends string, D extends z.ZodRawShape>(rule: K, detail: D) {
  return z.object({ ...detail, ...verdict, rule: z.literal(rule) })
}

/** One rule of a booking that was made: why it was possible. */
export const ruleEvaluation = z.discriminatedUnion('rule', [
  said('in-the-past', details['in-the-past']),
  said('too-far-ahead', details['too-far-ahead']),
  said('role-missing', details['role-missing']),
  said('not-a-candidate', details['not-a-candidate']),
  said('attribute-missing', details['attribute-missing']),
  said('interpreter-language', details['interpreter-language']),
  said('opening-taken', details['opening-taken']),
  said('overbook', details.overbook),
  said('buffer', details.buffer),
  said('outside-hours', details['outside-hours']),
  said('session-reserved', details['session-reserved']),
  said('walk-in-only', details['walk-in-only']),
  said('session-full', details['session-full']),
  said('cap', details.cap),
  said('too-soon', details['too-soon']),
  said('off-grid', details['off-grid']),
  said('age', details.age),
  said('sex', details.sex),
  said('payer', details.payer),
  said('gap', details.gap),
  said('seats-taken', details['seats-taken']),
  said('not-self-bookable', details['not-self-bookable']),
])

const overridable = { mayOverride: z.boolean() }

const objection = z.discriminatedUnion('rule', [
  said('in-the-past', details['in-the-past']).extend(overridable),
  said('too-far-ahead', details['too-far-ahead']).extend(overridable),
  said('role-missing', details['role-missing']).extend(overridable),
  said('not-a-candidate', details['not-a-candidate']).extend(overridable),
  said('attribute-missing', details['attribute-missing']).extend(overridable),
  said('interpreter-language', details['interpreter-language']).extend(overridable),
  said('opening-taken', details['opening-taken']).extend(overridable),
  said('overbook', details.overbook).extend(overridable),
  said('buffer', details.buffer).extend(overridable),
  said('outside-hours', details['outside-hours']).extend(overridable),
  said('session-reserved', details['session-reserved']).extend(overridable),
  said('walk-in-only', details['walk-in-only']).extend(overridable),
  said('session-full', details['session-full']).extend(overridable),
  said('cap', details.cap).extend(overridable),
  said('too-soon', details['too-soon']).extend(overridable),
  said('off-grid', details['off-grid']).extend(overridable),
  said('age', details.age).extend(overridable),
  said('sex', details.sex).extend(overridable),
  said('payer', details.payer).extend(overridable),
  said('gap', details.gap).extend(overridable),
  said('seats-taken', details['seats-taken']).extend(overridable),
  said('not-self-bookable', details['not-self-bookable']).extend(overridable),
])

/** All rules that say no, and whether the caller may override each with a reason. */
export const objections = { rules: z.array(objection).readonly() } as const

/** What the rules answer instead of a booking, by the first that says no. */
export const ruleRefusals = {
  'in-the-past': z.object({ ...details['in-the-past'], ...objections }),
  'too-far-ahead': z.object({ ...details['too-far-ahead'], ...objections }),
  'role-missing': z.object({ ...details['role-missing'], ...objections }),
  'not-a-candidate': z.object({ ...details['not-a-candidate'], ...objections }),
  'attribute-missing': z.object({ ...details['attribute-missing'], ...objections }),
  'interpreter-language': z.object({ ...details['interpreter-language'], ...objections }),
  'outside-hours': z.object({ ...details['outside-hours'], ...objections }),
  'session-reserved': z.object({ ...details['session-reserved'], ...objections }),
  'walk-in-only': z.object({ ...details['walk-in-only'], ...objections }),
  'session-full': z.object({ ...details['session-full'], ...objections }),
  cap: z.object({ ...details.cap, ...objections }),
  'too-soon': z.object({ ...details['too-soon'], ...objections }),
  'off-grid': z.object({ ...details['off-grid'], ...objections }),
  age: z.object({ ...details.age, ...objections }),
  sex: z.object({ ...details.sex, ...objections }),
  payer: z.object({ ...details.payer, ...objections }),
  gap: z.object({ ...details.gap, ...objections }),
  'seats-taken': z.object({ ...details['seats-taken'], ...objections }),
  'not-self-bookable': z.object({ ...details['not-self-bookable'], ...objections }),
} as const
