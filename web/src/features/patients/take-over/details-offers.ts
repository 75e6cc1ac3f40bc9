import type { Details } from '../details/shapes.ts'
import { type Besides, besidesFields } from '../registration/besides/besides.ts'

/** What is asked besides and stands in the details of a record. */
export type DetailKey = Exclude<(typeof besidesFields)[number], 'emergencyContact'>
export type Said = Pick<Details, DetailKey>

export const detailKeys: readonly DetailKey[] = besidesFields.filter((field) => field !== 'emergencyContact')

export interface DetailOffer {
  readonly key: DetailKey
  /** The record says nothing there: nothing would be overwritten. */
  readonly isNew: boolean
}

export function saidIn(besides: Besides): Said {
  const { birthSex, genderIdentity, ethnicity, race, accessibility, employer } = besides
  return {
    birthSex,
    genderIdentity,
    ethnicity,
    race: race.length === 0 ? null : [...race],
    accessibility: [...accessibility],
    employer: employer.trim() || null,
  }
}

/** What the record says once these are taken over. Needs add up: asking for one again takes none of the others away. */
export function withTaken(record: Said, typed: Said, keys: Iterable<DetailKey>): Said {
  const taken = Object.fromEntries(
    [...keys].map((key) => [
      key,
      key === 'accessibility' ? [...new Set([...record.accessibility, ...typed.accessibility])] : typed[key],
    ]),
  )
  return { ...record, ...taken }
}

/** Lists say the same in any order. */
function plain(value: Said[DetailKey]): string {
  if (typeof value === 'string') return value.trim().toLowerCase()
  return [...(value ?? [])].toSorted().join(' ')
}

export function saysSame(key: DetailKey, one: Said, other: Said): boolean {
  return plain(one[key]) === plain(other[key])
}

/** Whether any of it was asked and answered: only then the details of the record are read. */
export function saysDetails(typed: Said): boolean {
  return detailKeys.some((key) => plain(typed[key]) !== '')
}

/** What was typed that the details do not say, or say otherwise. */
export function detailOffers(typed: Said, record: Said): readonly DetailOffer[] {
  return detailKeys
    .filter((key) => plain(typed[key]) !== '' && !saysSame(key, withTaken(record, typed, [key]), record))
    .map((key) => ({ key, isNew: plain(record[key]) === '' }))
}
