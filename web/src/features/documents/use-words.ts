import { useCatalog, type Say as SayOf } from '../../app/catalog.ts'
import { words } from './words.ts'

export type Say = SayOf<keyof typeof words.en>

export function useWords() {
  return useCatalog('documents', words)
}
