/** Required value sets of FHIR R4 (hl7.org/fhir/R4), by their ids there. */
export const administrativeGender = ['male', 'female', 'other', 'unknown'] as const
export const appointmentStatus = [
  'proposed',
  'pending',
  'booked',
  'arrived',
  'fulfilled',
  'cancelled',
  'noshow',
  'entered-in-error',
  'checked-in',
  'waitlist',
] as const
export const encounterStatus = [
  'planned',
  'arrived',
  'triaged',
  'in-progress',
  'onleave',
  'finished',
  'cancelled',
  'entered-in-error',
  'unknown',
] as const
export const financialStatus = ['active', 'cancelled', 'draft', 'entered-in-error'] as const
export const contactPointSystem = ['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other'] as const
export const contactPointUse = ['home', 'work', 'temp', 'old', 'mobile'] as const
export const nameUse = ['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden'] as const
export const addressUse = ['home', 'work', 'temp', 'old', 'billing'] as const

export type AdministrativeGender = (typeof administrativeGender)[number]
export type AppointmentStatus = (typeof appointmentStatus)[number]
export type EncounterStatus = (typeof encounterStatus)[number]
export type FinancialStatus = (typeof financialStatus)[number]
export type ContactPointSystem = (typeof contactPointSystem)[number]
export type ContactPointUse = (typeof contactPointUse)[number]
export type NameUse = (typeof nameUse)[number]
export type AddressUse = (typeof addressUse)[number]

/** Appointment invariant app-3: only these may have neither start nor end. */
export const appointmentWithoutTime: readonly AppointmentStatus[] = ['proposed', 'cancelled', 'waitlist']

/** organization-type codes that say which side of a bill an organization stands on. */
export const payerOrganization: readonly string[] = ['pay', 'ins']
export const providerOrganization: readonly string[] = ['prov', 'dept', 'team']
