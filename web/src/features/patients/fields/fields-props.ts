import type { MissingField, RegistrationField } from '@foyer/patients'
import type { PatientDraft } from '../draft.ts'

export interface FormOfPerson {
  readonly draft: PatientDraft
  readonly onChange: (change: Partial<PatientDraft>) => void
  /** The latest possible birth date. */
  readonly today: string
  /** What is on record where it is no whole date. */
  readonly partialBirthDate?: string | undefined
  /** A number too short to call is kept as a note: so where no other phone stands on record. */
  readonly keepsPhoneAsTold?: boolean
  /** The field that has the focus when the form opens; the name where nothing is said. */
  readonly focusOn?: MissingField | undefined
}

type TextKey = Exclude<keyof PatientDraft, 'birthDate' | 'sex' | 'interpreterNeeded' | 'contactPreference' | 'language'>

/** What a group of fields needs of the form around it. */
export interface FieldsProps extends FormOfPerson {
  readonly fault: (key: keyof PatientDraft) => { errorMessage?: string }
  readonly text: (key: TextKey) => { value: string; onChange: (value: string) => void; errorMessage?: string }
  /** Whether the field has its place here. */
  readonly isAsked: (field: RegistrationField) => boolean
  readonly isRequired: (field: RegistrationField) => boolean
  readonly hasFocus: (field: MissingField) => boolean
}
