import { type Say as SayOf, useCatalog } from '../../app/catalog.ts'
import { words } from './words.ts'

export type RelativeWord = keyof typeof words.en
export type Say = SayOf<RelativeWord>

export function useWords() {
  return useCatalog('relatives', words)
}

/** Whether there is a word for a code that came over the wire. */
export function isWord(word: string): word is RelativeWord {
  return word in words.en
}
