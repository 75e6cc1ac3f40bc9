import type { PersonName } from '../name.ts'

/** Where somebody lives; `line` is house number and street in the order of the country. */
export type MatchAddress = {
  readonly line?: string | undefined
  readonly city?: string | undefined
  readonly state?: string | undefined
  readonly postalCode?: string | undefined
}

/**
 * What two records are compared by. Dates are FHIR dates, also partial ones (`YYYY`, `YYYY-MM`); phones E.164 or any
 * digits; `identifiers` as a FHIR token, `system|value`, or the value alone; `formerFamily` and `formerSexes` are what the person was recorded under before; what is not known is left out.
 */
export type MatchPerson = {
  readonly name: Partial<PersonName>
  readonly formerFamily?: readonly string[] | undefined
  readonly birthDate?: string | undefined
  readonly sex?: string | undefined
  readonly formerSexes?: readonly string[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
  readonly address?: MatchAddress | undefined
  readonly identifiers?: readonly string[] | undefined
}
