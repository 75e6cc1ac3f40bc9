import { useCatalog } from '../../../app/catalog.ts'
import { words } from './words.ts'

export function useWords() {
  return useCatalog('coverage-card', words)
}

export type Words = ReturnType<typeof useWords>
export type Say = Words['say']
