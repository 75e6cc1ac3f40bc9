import { foldName } from '../name.ts'
import { isLanguage, languages } from '../language.ts'

const sexWords = {
  female: 'f|female|w|woman|girl|mujer|femenino|femenina|2',
  male: 'm|male|man|boy|hombre|masculino|masculina|h|varon|1',
  other: 'o|other|x|nonbinary|non binary|otro|otra|nb|9|unspecified sex|indeterminate',
  unknown: 'u|unknown|unk|desconocido|desconocida|not specified|undisclosed|declined|0|un|n a',
} as const
const sexes = new Map(
  Object.entries(sexWords).flatMap(([sex, words]) => words.split('|').map((word) => [word, sex as FileSex])),
)

export type FileSex = keyof typeof sexWords

/** FHIR's administrative sex from a letter, a word in English or Spanish or the digits of old systems (ISO 5218). */
export function readSex(written: string): FileSex | null {
  return sexes.get(foldName(written)) ?? null
}

const languageCodes = new Map(languages.flatMap(({ code, en, es }) => [en, es].map((name) => [foldName(name), code])))

// ISO 639-2, by which many systems write what most people speak.
const threeLetters: Readonly<Record<string, string>> = {
  eng: 'en',
  spa: 'es',
  chi: 'zh',
  zho: 'zh',
  vie: 'vi',
  kor: 'ko',
  rus: 'ru',
  ara: 'ar',
  fre: 'fr',
  fra: 'fr',
  ger: 'de',
  deu: 'de',
  por: 'pt',
  tgl: 'tl',
  pol: 'pl',
  hin: 'hi',
  jpn: 'ja',
  ita: 'it',
  ukr: 'uk',
}

/** BCP 47 code of a language by its name in English or Spanish or by its code. */
export function readLanguage(written: string): string | null {
  const text = written.trim().toLowerCase()
  const primary = text.split(/[-_]/)[0] ?? ''
  if (isLanguage(primary)) return primary
  const folded = foldName(written.replace(/[;,/(].*$/, ''))
  const code = threeLetters[folded] ?? languageCodes.get(folded)
  return code !== undefined && isLanguage(code) ? code : null
}
