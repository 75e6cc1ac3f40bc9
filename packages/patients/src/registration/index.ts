export {
  mayRequire,
  type RegistrationField,
  registrationFields,
  type Requirement,
  requirements,
  usualRequirements,
} from './fields.ts'
export {
  type MissingField,
  missingOf,
  openOf,
  type Registration,
  type RegistrationFacts,
  registrationOf,
} from './missing.ts'
export { type FieldRule, fieldRules, type RegistrationRule, requiredFields } from './rules.ts'
export { unknownPerson, type UnknownPerson } from './unknown-person.ts'
export { type UrgentFacts, urgentPerson, type UrgentPerson } from './urgent-person.ts'
