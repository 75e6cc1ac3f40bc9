import { useCatalog, type Say as SayOf } from '../../app/catalog.ts'
import { words } from './words.ts'

export type DocumentWord = keyof typeof words.en & string
export type Say = SayOf<DocumentWord>

export function useWords() {
  return useCatalog('documents', words)
}
