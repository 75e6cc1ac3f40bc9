import type { Wish } from './wish.ts'

/** What was understood of a typed wish; a field that was not mentioned is absent. */
export type WishWords = Partial<Wish>

/** Reads at a place in the folded words: how many words it took and what they mean, or null. */
export type Reader = (words: readonly string[], at: number) => { used: number; meaning: WishWords } | null
