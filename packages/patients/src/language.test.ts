import { expect, test } from 'vitest'
import { isLanguage, languageName, languages } from './language.ts'

test('a language is named in both languages of the desk', () => {
  expect(languageName('vi', 'en')).toBe('Vietnamese')
  expect(languageName('es-MX', 'es')).toBe('español')
  expect(languageName('ZH-Hant', 'en')).toBe('Chinese (Mandarin)')
  expect(languageName('tlh', 'es')).toBe('tlh')
})

test('codes are known to the platform and stand once', () => {
  expect(Intl.getCanonicalLocales(languages.map((language) => language.code))).toHaveLength(languages.length)
  expect(isLanguage('ase')).toBe(true)
  expect(isLanguage('xx')).toBe(false)
})
