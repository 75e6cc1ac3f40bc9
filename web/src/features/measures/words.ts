import { useCatalog } from '../../app/catalog.ts'
import { en } from './words-en.ts'
import { es } from './words-es.ts'

export const words = { en, es } as const

export function useWords() {
  return useCatalog('measures', words)
}

export type Say = ReturnType<typeof useWords>['say']
