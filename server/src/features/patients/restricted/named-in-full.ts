import { foldName } from '@foyer/patients'

interface Named {
  readonly given: string
  readonly family: string
  readonly preferred: string | null
}

/** Whether every word of the family name and of a first name was said whole, in any order. Words as they are folded. */
export function isNamedInFull({ given, family, preferred }: Named, words: readonly string[]): boolean {
  const said = new Set(words)
  const isSaid = (name: string | null): boolean => {
    const folded = foldName(name ?? '')
      .split(' ')
      .filter(Boolean)
    return folded.length > 0 && folded.every((word) => said.has(word))
  }
  return isSaid(family) && (isSaid(given) || isSaid(preferred))
}
