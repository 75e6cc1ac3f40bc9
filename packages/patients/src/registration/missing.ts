import { isUnknownPerson } from '../matching/placeholder.ts'
import { foldName, type PersonName } from '../name.ts'
import type { RegistrationField } from './fields.ts'
import { fieldRules, type RegistrationRule, requiredFields } from './rules.ts'

export type Registration = 'complete' | 'partial' | 'urgent'

/** What is known of a person. Texts as stored; empty, null and `unknown` mean that nobody said. */
export interface RegistrationFacts {
  readonly registration: Registration
  readonly name: Pick<PersonName, 'given' | 'family'> & Partial<PersonName>
  /** FHIR date, also a partial one; empty where it is not known. */
  readonly birthDate: string
  readonly birthDateEstimated: boolean
  /** The other fields that hold an answer, "did not want to say" among them. */
  readonly said: ReadonlySet<Exclude<RegistrationField, 'birthDate' | 'middle' | 'preferred'>>
}

export type MissingField = RegistrationField | 'name'

function isNameKnown({ name }: RegistrationFacts): boolean {
  return !isUnknownPerson(name) && foldName(`${name.given} ${name.family}`) !== ''
}

function isSaid(person: RegistrationFacts, field: RegistrationField): boolean {
  switch (field) {
    case 'birthDate':
      return person.birthDate.length === 10 && !person.birthDateEstimated
    case 'middle':
    case 'preferred':
      return Boolean(person.name[field])
    default:
      return person.said.has(field)
  }
}

/** What is required, by the practice or for a visit of this type, and not known of a person; the name first. */
export function missingOf(
  person: RegistrationFacts,
  rules: readonly RegistrationRule[],
  visitTypeId: string | null,
): readonly MissingField[] {
  const fields = requiredFields(rules, visitTypeId).filter((field) => !isSaid(person, field))
  return isNameKnown(person) ? fields : ['name', ...fields]
}

/**
 * What is open of a registration at a visit of this type (null: at none). A record that was complete once is not asked
 * again for what the practice came to ask later; what the visit type itself asks for is open all the same.
 */
export function openOf(
  person: RegistrationFacts,
  rules: readonly RegistrationRule[],
  visitTypeId: string | null,
): readonly MissingField[] {
  const missing = missingOf(person, rules, visitTypeId)
  if (person.registration !== 'complete') return missing
  const own = new Set<MissingField>(
    fieldRules(rules, visitTypeId)
      .filter(({ from }) => from === 'visit-type')
      .map(({ field }) => field),
  )
  return missing.filter((field) => own.has(field))
}

/**
 * What a registration has become: urgent as long as nobody knows who it is, then partial until nothing is missing that
 * the practice requires of everybody. It never falls back.
 */
export function registrationOf(person: RegistrationFacts, rules: readonly RegistrationRule[]): Registration {
  if (person.registration === 'complete') return 'complete'
  if (person.registration === 'urgent' && !isNameKnown(person)) return 'urgent'
  return missingOf(person, rules, null).length === 0 ? 'complete' : 'partial'
}
