import { useCatalog } from '../../app/catalog.ts'
import { words } from './words.ts'

export function useWords() {
  return useCatalog('payers', words)
}

export type Say = ReturnType<typeof useWords>['say']

export function isWord(word: string): word is keyof typeof words.en {
  return word in words.en
}
