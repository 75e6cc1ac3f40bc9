import type { CallInput, patients } from '@foyer/contract'
import { isPhoneReadable, noName, type RegistrationField } from '@foyer/patients'

type Input = CallInput<typeof patients.registerPatient>
export type Race = NonNullable<NonNullable<Input['race']>[number]>
type Need = NonNullable<Input['accessibility']>[number]

/** What is asked while registering only where a rule requires it, as it is typed; null: nobody asked. */
export interface Besides {
  readonly birthSex: NonNullable<Input['birthSex']> | null
  readonly genderIdentity: NonNullable<Input['genderIdentity']> | null
  readonly ethnicity: NonNullable<Input['ethnicity']> | null
  readonly race: readonly Race[]
  readonly accessibility: readonly Need[]
  readonly employer: string
  /** Whom to call. */
  readonly kinName: string
  readonly kinRelationship: string
  readonly kinPhone: string
}

export const noBesides: Besides = {
  birthSex: null,
  genderIdentity: null,
  ethnicity: null,
  race: [],
  accessibility: [],
  employer: '',
  kinName: '',
  kinRelationship: 'mother',
  kinPhone: '',
}

export const besidesFields = [
  'birthSex',
  'genderIdentity',
  'race',
  'ethnicity',
  'accessibility',
  'employer',
  'emergencyContact',
] as const satisfies readonly RegistrationField[]

/** The fields of it that hold an answer. */
export function saidBesides(besides: Besides): readonly (typeof besidesFields)[number][] {
  const isSaid: Record<(typeof besidesFields)[number], boolean> = {
    birthSex: besides.birthSex !== null,
    genderIdentity: besides.genderIdentity !== null,
    race: besides.race.length > 0,
    ethnicity: besides.ethnicity !== null,
    accessibility: besides.accessibility.length > 0,
    employer: besides.employer.trim() !== '',
    emergencyContact: isPhoneReadable(besides.kinPhone),
  }
  return besidesFields.filter((field) => isSaid[field])
}

/** What is sent of it. Whoever is known by a number only has the sign for no name; a number too short to call is none. */
export function besidesInput(besides: Besides) {
  const { birthSex, genderIdentity, ethnicity, kinName, kinRelationship } = besides
  const phone = isPhoneReadable(besides.kinPhone) ? besides.kinPhone.trim() : null
  return {
    birthSex,
    genderIdentity,
    ethnicity,
    race: besides.race.length === 0 ? null : [...besides.race],
    accessibility: [...besides.accessibility],
    employer: besides.employer.trim() || null,
    emergencyContact:
      kinName.trim() === '' && phone === null
        ? null
        : { name: kinName.trim() || noName, relationship: kinRelationship, phone },
  }
}
