import { conceptText, contactPreferences, languageName, sexes } from '@foyer/patients'
import type { Locale } from '../../app/catalog.ts'
import type { PatientDraft } from './draft.ts'
import { type Field, fieldOf } from './meanwhile/compare.ts'
import { bornOn } from './person-text.ts'
import type { Say } from './use-words.ts'

type Named = Exclude<keyof PatientDraft, 'prefix'>

export function isNamed(key: keyof PatientDraft): key is Named {
  return key !== 'prefix'
}

/** "Phone: (312) 555-0134": a field of the form and what stands in it. */
export function draftFieldText(draft: PatientDraft, key: Named, say: Say, locale: Locale): string {
  const label = say(key === 'line' ? 'addressLine' : key)
  return `${label}: ${valueText(draft, key, say, locale) || say('empty')}`
}

function valueText(draft: PatientDraft, key: Named, say: Say, locale: Locale): string {
  if (key === 'birthDate') return draft.birthDate === null ? '' : bornOn(draft.birthDate, locale)
  if (key === 'sex') return conceptText(sexes, draft.sex, locale)
  if (key === 'language') return draft.language === '' ? '' : languageName(draft.language, locale)
  if (key === 'interpreterNeeded') return draft.interpreterNeeded ? '✓' : '✕'
  if (key === 'contactPreference') {
    return draft.contactPreference === 'none'
      ? say('prefersNone')
      : conceptText(contactPreferences, draft.contactPreference, locale)
  }
  return draft[key].replaceAll('\n', ', ')
}

const addressKeys = ['line', 'city', 'state', 'postalCode'] as const

/** The fields of the form, to be compared. An address is one: half of mine and half of theirs is nobody's. */
export function draftFields(say: Say, locale: Locale): readonly Field<PatientDraft>[] {
  const named = (key: Named): Field<PatientDraft> => ({
    ...fieldOf<PatientDraft, Named>(key, say(key === 'line' ? 'addressLine' : key), () => null),
    text: (draft) => valueText(draft, key, say, locale),
  })
  const partsOf = (draft: PatientDraft) => addressKeys.map((key) => draft[key])
  return [
    ...(['given', 'middle', 'family', 'preferred', 'suffix', 'birthDate', 'sex', 'pronouns'] as const).map(named),
    fieldOf('prefix', say('prefix'), (text) => text),
    ...(['language', 'interpreterNeeded', 'contactPreference', 'phone', 'email'] as const).map(named),
    {
      key: 'address',
      label: say('address'),
      of: partsOf,
      put: (into, { line, city, state, postalCode }) => ({ ...into, line, city, state, postalCode }),
      text: (draft) =>
        partsOf(draft)
          .filter((part) => part.trim() !== '')
          .join(', '),
    },
    named('alerts'),
  ]
}
