import { languageName } from '@foyer/patients'
import type { Locale } from '../../app/catalog.ts'
import type { PatientDraft } from './draft.ts'
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
  if (key === 'sex') return say(`sex_${draft.sex}`)
  if (key === 'language') return languageName(draft.language, locale)
  if (key === 'interpreterNeeded') return draft.interpreterNeeded ? '✓' : '✕'
  if (key === 'contactPreference') {
    return draft.contactPreference === 'none' ? say('prefersNone') : say(`prefer_${draft.contactPreference}`)
  }
  return draft[key].replaceAll('\n', ', ')
}
