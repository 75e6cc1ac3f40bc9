import {
  type RegistrationField,
  registrationFields,
  type Requirement,
  requirements,
  usualRequirements,
} from './fields.ts'

/** As a practice set it; `visitTypeId` null speaks of every registration. */
export interface RegistrationRule {
  readonly visitTypeId: string | null
  readonly field: RegistrationField
  readonly requirement: Requirement
}

export interface FieldRule {
  readonly field: RegistrationField
  readonly requirement: Requirement
  /** Whose word it is: the visit type's, the practice's, or what is usual where neither said anything. */
  readonly from: 'visit-type' | 'organization' | 'usual'
  /** What would hold without the visit type, where the visit type asks for less. */
  readonly weakens: Requirement | null
}

function isWeaker(one: Requirement, other: Requirement): boolean {
  return requirements.indexOf(one) > requirements.indexOf(other)
}

/**
 * What is asked for a visit of this type, or for anybody (null), field by field. The more exact rule wins: a visit type's
 * before the practice's before what is usual. Where it asks for less than the practice does, `weakens` says so.
 */
export function fieldRules(rules: readonly RegistrationRule[], visitTypeId: string | null): readonly FieldRule[] {
  return registrationFields.map((field) => {
    const said = (of: string | null): Requirement | undefined =>
      rules.find((rule) => rule.field === field && rule.visitTypeId === of)?.requirement
    const organization = said(null)
    const general = organization ?? usualRequirements[field]
    const exact = visitTypeId === null ? undefined : said(visitTypeId)
    if (exact === undefined)
      return { field, requirement: general, from: organization ? 'organization' : 'usual', weakens: null }
    return { field, requirement: exact, from: 'visit-type', weakens: isWeaker(exact, general) ? general : null }
  })
}

/** The fields that a visit of this type, or any registration, needs. */
export function requiredFields(
  rules: readonly RegistrationRule[],
  visitTypeId: string | null,
): readonly RegistrationField[] {
  return fieldRules(rules, visitTypeId)
    .filter(({ requirement }) => requirement === 'required')
    .map(({ field }) => field)
}
