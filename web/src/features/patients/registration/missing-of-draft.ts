import {
  isPhoneReadable,
  isWholeAddress,
  type MissingField,
  missingOf,
  type RegistrationField,
  type RegistrationRule,
} from '@foyer/patients'
import type { PatientDraft } from '../draft.ts'
import { type Besides, saidBesides } from './besides/besides.ts'

/** What would be missing if this were saved now. */
export function missingOfDraft(
  draft: PatientDraft,
  besides: Besides,
  rules: readonly RegistrationRule[],
  visitTypeId: string | null,
): readonly MissingField[] {
  const isThere = {
    sex: draft.sex !== 'unknown',
    pronouns: draft.pronouns.trim() !== '',
    phone: isPhoneReadable(draft.phone),
    email: draft.email.trim() !== '',
    address: isWholeAddress(draft),
    language: draft.language !== '',
    contactPreference: draft.contactPreference !== 'none',
  } satisfies Partial<Record<RegistrationField, boolean>>
  const said = Object.entries(isThere).flatMap(([field, is]) => (is ? [field as keyof typeof isThere] : []))
  return missingOf(
    {
      registration: 'partial',
      name: {
        given: draft.given,
        family: draft.family,
        middle: draft.middle.trim(),
        preferred: draft.preferred.trim(),
      },
      birthDate: draft.birthDate ?? '',
      birthDateEstimated: false,
      said: new Set([...said, ...saidBesides(besides)]),
    },
    rules,
    visitTypeId,
  )
}
