import table from '../data/languages.json' with { type: 'json' }

/** A language a patient may speak: its BCP 47 code and its name in English and Spanish. */
export type Language = { readonly code: string; readonly en: string; readonly es: string }

/** The languages offered in forms: English and Spanish first, the others by code. */
export const languages: readonly Language[] = table

const byCode = new Map(languages.map((language) => [language.code, language]))

export function isLanguage(code: string): boolean {
  return byCode.has(code)
}

/** The name of a language; regions and scripts (`es-MX`, `zh-Hant`) fall back to the language, unknown codes to themselves. */
export function languageName(code: string, locale: 'en' | 'es'): string {
  const primary = code.split(/[-_]/)[0]?.toLowerCase() ?? ''
  return byCode.get(primary)?.[locale] ?? code
}
