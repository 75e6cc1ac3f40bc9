import { useCatalog } from '../../app/catalog.ts'
import { words } from './words.ts'

type PrivacyWord = keyof typeof words.en

export function useWords() {
  return useCatalog('privacy', words)
}

/** Whether there is a word for a code that came over the wire. */
export function isWord(word: string): word is PrivacyWord {
  return word in words.en
}
