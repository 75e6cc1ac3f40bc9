import { isBackwards, overlap, type Period } from './residence/move.ts'

/** A name besides the one of today. */
export interface NameBesides {
  readonly use: string
  readonly given: string
  readonly family: string
  readonly period: Period
}

export type NameFault = 'name-empty' | 'period-backwards' | 'date-ahead' | 'official-twice'

/**
 * Why somebody cannot have this name besides the `others` (without the name itself where it is corrected); null: they
 * can. Nobody has two legal names at one time, and a name that is over was not over in the future.
 */
export function nameFault(name: NameBesides, others: readonly NameBesides[], today: string): NameFault | null {
  const { start, end } = name.period
  if (name.given === '' && name.family === '') return 'name-empty'
  if (isBackwards(name.period)) return 'period-backwards'
  if ((start ?? '') > today || (end ?? '') > today) return 'date-ahead'
  if (name.use === 'official' && others.some(({ use, period }) => use === 'official' && overlap(period, name.period)))
    return 'official-twice'
  return null
}
