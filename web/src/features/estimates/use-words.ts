import { useCatalog } from '../../app/catalog.ts'
import { words } from './words.ts'

export function useWords() {
  return useCatalog('estimates', words)
}

export type Say = ReturnType<typeof useWords>['say']
