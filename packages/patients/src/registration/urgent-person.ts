import { noName, type PersonName } from '../name.ts'
import { unknownPerson } from './unknown-person.ts'

/** What is known of somebody who has to be seen at once; empty and null: nobody knows. */
export interface UrgentFacts {
  readonly given: string
  readonly family: string
  readonly sex: string
  /** Years, as they look or as somebody said. */
  readonly age: number | null
  /** A year that somebody said; it counts before the age. */
  readonly birthYear: number | null
}

export interface UrgentPerson {
  readonly name: PersonName
  /** A year, as FHIR allows; empty where nobody would guess. */
  readonly birthDate: string
  readonly birthDateEstimated: boolean
}

/**
 * `Maria –`, born about 1965: a name that is known in part is their name, the sign for none stands for the rest. Without
 * any they are an unknown person; `today` a civil date, `count` any number that goes up.
 */
export function urgentPerson(said: UrgentFacts, today: string, count: number): UrgentPerson {
  const unknown = unknownPerson(said, today, count)
  const [given, family] = [said.given.trim(), said.family.trim()]
  const name = given === '' && family === '' ? unknown.name : { given: given || noName, family: family || noName }
  if (said.birthYear === null) return { ...unknown, name }
  return { name, birthDate: String(said.birthYear).padStart(4, '0'), birthDateEstimated: true }
}
