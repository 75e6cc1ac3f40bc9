import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Say } from './words.ts'

/** The words of this feature, limited to those that exist, with the language in force. */
export function useWords(): { readonly say: Say; readonly locale: string } {
  const { t, i18n } = useTranslation('scheduling')
  const say = useCallback<Say>((word, values) => t(word, { ...values, ns: 'scheduling' }), [t])
  return { say, locale: i18n.language ?? 'en' }
}
