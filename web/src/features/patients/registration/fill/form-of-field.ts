import type { MissingField } from '@foyer/patients'

/** The form in which a field is filled: the short one of the desk, one of the details, or the people beside the patient. */
export function formOfField(field: MissingField): 'desk' | 'details' | 'people' {
  switch (field) {
    case 'birthSex':
    case 'genderIdentity':
    case 'race':
    case 'ethnicity':
    case 'accessibility':
    case 'employer':
      return 'details'
    case 'emergencyContact':
      return 'people'
    default:
      return 'desk'
  }
}
