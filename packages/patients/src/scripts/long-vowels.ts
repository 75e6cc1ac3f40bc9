import names from '../../data/japanese-long-vowels.json' with { type: 'json' }
import { kanaSpellings } from './kana.ts'

const none: readonly string[] = []

/** Of names that may come of several the first one's, which is the more usual. */
const formsOf = new Map<string, readonly string[]>()
for (const kana of names) {
  const forms = kanaSpellings(kana)
  for (const form of forms) if (!formsOf.has(form)) formsOf.set(form, forms)
}

/** Other spellings of a Japanese name in Latin letters whose long vowel some write and some do not: `ono`, `oono` of `ohno`. */
export function longVowelForms(latin: string): readonly string[] {
  return formsOf.get(latin) ?? none
}
