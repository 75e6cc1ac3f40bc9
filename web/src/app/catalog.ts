import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

export type Locale = 'en' | 'es'

/** The same words in another language: `const es: Catalog<typeof en> = { … }` fails to compile when one is missing. */
export type Catalog<E extends Readonly<Record<string, string>>> = Readonly<Record<keyof E, string>>

/** `visits_one` and `visits_other` are asked for as `visits`, with `count`. */
type Word<K> = K | (K extends `${infer Base}_one` ? Base : never)

export type Say<K> = (word: Word<K>, values?: Readonly<Record<string, string | number>>) => string

/**
 * The words of a feature in the language in force, limited to those that exist. Each feature wraps it once:
 * `export function useWords() { return useCatalog('patients', words) }`. The name is the namespace in `app/words.ts`.
 */
export function useCatalog<E extends Readonly<Record<string, string>>>(
  namespace: string,
  _words: { readonly en: E },
): { readonly say: Say<keyof E & string>; readonly locale: Locale } {
  const { i18n, t } = useTranslation(namespace)
  const translate: (word: string, values: Record<string, unknown>) => unknown = t
  const say = useCallback<Say<keyof E & string>>(
    (word, values) => String(translate(word, { ...values, ns: namespace })),
    [translate, namespace],
  )
  return { say, locale: localeOf(i18n.language) }
}

/** The language in force, for who needs no words. */
export function useLocale(): Locale {
  return localeOf(useTranslation().i18n.language)
}

function localeOf(language: string): Locale {
  return language === 'es' ? 'es' : 'en'
}
