import { words } from './words.ts'

type Word = keyof typeof words.en

/** How it ended, in words: done, refused by a rule, not allowed, or a fault; what it was exactly behind it. */
export function outcomeText(outcome: string, say: (word: Word) => string): string {
  const [kind = '', detail] = outcome.split(':')
  const word = `outcome_${kind}`
  const text = word in words.en ? say(word as Word) : kind
  return detail === undefined ? text : `${text} (${detail})`
}
