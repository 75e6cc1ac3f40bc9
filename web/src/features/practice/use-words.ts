import { useCatalog } from '../../app/catalog.ts'
import { words } from './words.ts'

export function useWords() {
  return useCatalog('practice', words)
}

export type Say = ReturnType<typeof useWords>['say']
