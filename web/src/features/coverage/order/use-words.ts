import { useCatalog } from '../../../app/catalog.ts'
import { words } from './words.ts'

export function useWords() {
  return useCatalog('coverage-order', words)
}

export type Words = ReturnType<typeof useWords>

/** Why not, in a sentence. */
export function refusalText({ say }: Words, reason: string): string {
  const word = `refused_${reason}`
  return word in words.en ? say(word as 'refused_unfinished') : say('failed')
}
