import { useCatalog } from '../../../app/catalog.ts'
import { words } from './words.ts'

export function useWords() {
  return useCatalog('meanwhile', words)
}
