import { jaroWinkler } from '@foyer/patients'

/**
 * How alike typed words and a name are, 0 to 1: of each word its likeness to the nearest word of the name, and of these
 * the least, so that every word must be near one.
 */
export function spellingLikeness(typed: readonly string[], searchName: string): number {
  const words = searchName.trim().split(' ')
  return Math.min(
    ...typed.map((part) =>
      // A word may be half typed: its beginning counts too.
      Math.max(
        ...words.map((word) => Math.max(jaroWinkler(part, word), jaroWinkler(part, word.slice(0, part.length)))),
      ),
    ),
  )
}
