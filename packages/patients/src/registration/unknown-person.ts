import { unknownMarks } from '../matching/placeholder.ts'
import type { PersonName } from '../name.ts'

export interface UnknownPerson {
  readonly name: PersonName
  /** A year, as FHIR allows; empty where nobody would guess. */
  readonly birthDate: string
  readonly birthDateEstimated: boolean
}

const kinds: Readonly<Record<string, string>> = { female: 'Female', male: 'Male' }

/**
 * A person who has to be seen before anybody knows who it is: `Unknown Male Harbor`, born about 1985. Two who come one
 * after the other have names that no ear confuses; `count` is any number that goes up, `today` a civil date.
 */
export function unknownPerson(
  said: { readonly sex: string; readonly age: number | null },
  today: string,
  count: number,
): UnknownPerson {
  const mark = unknownMarks[count % unknownMarks.length] ?? ''
  const family = `${kinds[said.sex] ?? 'Person'} ${mark}`
  if (said.age === null) return { name: { given: 'Unknown', family }, birthDate: '', birthDateEstimated: false }
  // Of a year alone the youngest age is told: it shall be the one that was said.
  const year = Number(today.slice(0, 4)) - (said.age === 0 ? 0 : said.age + 1)
  return { name: { given: 'Unknown', family }, birthDate: String(year).padStart(4, '0'), birthDateEstimated: true }
}
