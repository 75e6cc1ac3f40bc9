import { createInstance } from 'i18next'
import { type SchedulingSay, words } from './words.ts'

/** The words of one language, as the pages say them, without a page. */
export function sayIn(locale: 'en' | 'es'): SchedulingSay {
  const i18n = createInstance()
  void i18n.init({
    lng: locale,
    resources: { en: { scheduling: words.en }, es: { scheduling: words.es } },
    ns: ['scheduling'],
    defaultNS: 'scheduling',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  // The words are checked by SchedulingSay; i18next would want its own types for them.
  const { t } = i18n as { readonly t: (word: string, values: object) => string }
  return (word, values) => t(word, { ...values })
}
