import { useCatalog } from '../../app/catalog.ts'
import { words } from './words.ts'

export function useWords() {
  return useCatalog('consents', words)
}

export type Say = ReturnType<typeof useWords>['say']

/** The name of a kind, or of several with a space between, for screens of other features. */
export function useKindNames(): (kinds: string) => string {
  const { say } = useWords()
  return (kinds) =>
    kinds
      .split(' ')
      .map((kind) => {
        const word = `kind_${kind}`
        return word in words.en ? say(word as 'kind_treatment') : kind
      })
      .join(', ')
}
