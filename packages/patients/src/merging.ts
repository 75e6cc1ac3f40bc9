import { isUnknownName } from './matching/placeholder.ts'

/** Whose value stands when two records of one person become one; `both` for lists. */
export type FaceSide = 'survivor' | 'merged' | 'both'

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0)
}

/** Empty, or the name of somebody of whom nobody knew who it is. */
function saysNothing(value: unknown): boolean {
  return isEmpty(value) || (typeof value === 'string' && isUnknownName(value))
}

/**
 * The value of one field after a merge. Without a choice nothing that is known gets lost: the survivor's own, the other's
 * where the survivor says nothing, both where it is a list, and yes where one of the two says yes.
 */
export function faceValue(survivor: unknown, merged: unknown, side?: FaceSide): unknown {
  if (side === 'survivor') return survivor
  if (side === 'merged') return merged
  if (Array.isArray(survivor) && Array.isArray(merged)) return [...new Set([...survivor, ...merged])]
  if (typeof survivor === 'boolean' && typeof merged === 'boolean') return survivor || merged
  return saysNothing(survivor) && !saysNothing(merged) ? merged : survivor
}

/** Of two FHIR dates the one that says more: a whole date before a year, one that is known before one that was guessed. */
export function saysMore(
  date: { readonly date: string; readonly isEstimated: boolean },
  other: { readonly date: string; readonly isEstimated: boolean },
): boolean {
  if (date.isEstimated !== other.isEstimated) return !date.isEstimated
  return date.date.length > other.date.length
}

/** Whether two values of a field are the same to a reader. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (isEmpty(a) && isEmpty(b)) return true
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * Restrictions of the two once they are two again. What was restricted together is restricted apart: of nothing that one
 * record held can anybody tell whom it was meant for. Nothing is opened by this; somebody lifts it, record by record.
 */
export function restrictionsApart<K>(
  survivor: K | null,
  merged: K | null,
): { readonly survivor: K | null; readonly merged: K | null } {
  return { survivor, merged: survivor ?? merged }
}
