import { type Say as SayOf, useCatalog } from '../../../app/catalog.ts'
import { words } from './words.ts'

export type DetailsWord = keyof typeof words.en
export type Say = SayOf<DetailsWord>

export function useWords() {
  return useCatalog('details', words)
}

export function isWord(word: string): word is DetailsWord {
  return word in words.en
}
