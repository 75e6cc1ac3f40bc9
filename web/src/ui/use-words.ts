import { useTranslation } from 'react-i18next'
import type { UiWord } from './words.ts'

export type Say = (word: UiWord, values?: Readonly<Record<string, string | number>>) => string

/** The words of the `ui` namespace, limited to those that exist, with the language in force. */
export function useWords(): { readonly say: Say; readonly locale: string } {
  const { t, i18n } = useTranslation('ui')
  return { say: (word, values) => t(word, { ...values, ns: 'ui' }), locale: i18n.language ?? 'en' }
}
