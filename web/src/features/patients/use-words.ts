import { type Say as SayOf, useCatalog } from '../../app/catalog.ts'
import { words } from './words.ts'

export type PatientWord = keyof typeof words.en
export type Say = SayOf<PatientWord>

export function useWords() {
  return useCatalog('patients', words)
}

/** Whether there is a word for a code that came over the wire. */
export function isWord(word: string): word is PatientWord {
  return word in words.en
}
