import { type Say as SayOf, useCatalog } from '../../../app/catalog.ts'
import { words } from './words.ts'

export type DuplicateWord = keyof typeof words.en
export type Say = SayOf<DuplicateWord>

export function useWords() {
  return useCatalog('duplicates', words)
}

/** Whether there is a word for a code that came over the wire. */
export function isWord(word: string): word is DuplicateWord {
  return word in words.en
}
