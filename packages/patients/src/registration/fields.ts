/** What a registration may ask for, beside a name. The need of an interpreter is asked with the language. */
export const registrationFields = [
  'birthDate',
  'sex',
  'middle',
  'preferred',
  'pronouns',
  'birthSex',
  'genderIdentity',
  'phone',
  'email',
  'address',
  'contactPreference',
  'language',
  'accessibility',
  'race',
  'ethnicity',
  'employer',
  'emergencyContact',
] as const
export type RegistrationField = (typeof registrationFields)[number]

/** `required` is marked and its lack is noted, never in the way; `asked` has its place; `hidden` is not asked at all. */
export const requirements = ['required', 'asked', 'hidden'] as const
export type Requirement = (typeof requirements)[number]

/** What a practice asks for that made no rules of its own. */
export const usualRequirements: Readonly<Record<RegistrationField, Requirement>> = {
  birthDate: 'required',
  sex: 'asked',
  middle: 'asked',
  preferred: 'asked',
  pronouns: 'asked',
  birthSex: 'hidden',
  genderIdentity: 'hidden',
  phone: 'required',
  email: 'asked',
  address: 'required',
  contactPreference: 'asked',
  language: 'asked',
  accessibility: 'asked',
  race: 'hidden',
  ethnicity: 'hidden',
  employer: 'hidden',
  emergencyContact: 'asked',
}

/**
 * A person is told apart by two identifiers at least (The Joint Commission, NPSG.01.01.01): the place for the birth date
 * is never hidden. Nor is the one for the language: whoever speaks little English is to be understood (45 CFR 92.201), and
 * who is not asked is taken to speak it.
 */
export function mayRequire(field: RegistrationField, requirement: Requirement): boolean {
  return requirement !== 'hidden' || (field !== 'birthDate' && field !== 'language')
}
