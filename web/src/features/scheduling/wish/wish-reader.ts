import type { Gap, When, Wish } from './wish.ts'

/** What was understood of a typed wish; a field that was not mentioned is absent. */
export type WishWords = Partial<Wish>

/** What only means something beside other words: that another visit follows, how far from the one before. */
export type Joint = {
  readonly isNext?: boolean
  readonly gap?: Gap
  /** What a gap means where no visit is before it: counted from today. */
  readonly when?: When
  /** How many visits a series has. */
  readonly times?: number
  /** How many days a series goes on; where there is none, `until` counts. */
  readonly days?: number
  /** The last civil date of a series, or of what is looked at. */
  readonly until?: string
}

/** Reads at a place in the folded words: how many words it took and what they mean, or null. */
export type Reader = (
  words: readonly string[],
  at: number,
) => {
  readonly used: number
  readonly meaning: WishWords
  readonly joint?: Joint
  /** Understood as something a wish cannot say: handed back as it was typed, before parts of it mean something else. */
  readonly isUnread?: boolean
} | null

/** Phrases, apart by bars, that all mean the same. */
export function alike<const T>(phrases: string, meaning: T): ReadonlyArray<readonly [phrase: string, meaning: T]> {
  return phrases.split('|').map((phrase) => [phrase.trim(), meaning] as const)
}

/** How many words a phrase takes at a place; 0 where it does not stand there. */
export function phraseAt(words: readonly string[], at: number, phrase: string): number {
  const parts = phrase.split(' ')
  return parts.every((part, index) => words[at + index] === part) ? parts.length : 0
}

/** Of the phrases that stand at a place the longest, with what it means. */
export function longestAt<T>(
  words: readonly string[],
  at: number,
  phrases: ReadonlyArray<readonly [phrase: string, meaning: T]>,
): { readonly used: number; readonly meaning: T } | null {
  let best: { readonly used: number; readonly meaning: T } | null = null
  for (const [phrase, meaning] of phrases) {
    const used = phraseAt(words, at, phrase)
    if (used > (best?.used ?? 0)) best = { used, meaning }
  }
  return best
}
