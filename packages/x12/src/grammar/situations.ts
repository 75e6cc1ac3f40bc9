import type { SituationData } from './data.ts'
import { packed } from '../read/packed-codes.ts'
import type { Condition, LoopUse, Situation, Term } from './guide.ts'

/** A value that a situation asks for, kept with the running loop `owner`: the innermost that holds both the situation and the value. */
export interface Capture {
  readonly owner: LoopUse
  readonly loop: LoopUse
  readonly tag: string
  /** 0: whether the segment is there at all. */
  readonly element: number
  readonly component: number
  /** Code of the element that tells segments of this tag apart; '' where any will do. */
  readonly qualifier: string
  /** See `firstsOf`. */
  readonly firsts: Uint8Array | null
  /** See `wordsOf`. */
  readonly words: ReadonlyMap<number, string> | null
}

/** `2010BA.DMG02`, `CLM05-3`, `2110C.EQ`, `DTP03[431]` */
const reference = /^(?:(\w+)\.)?([A-Z][A-Z0-9]{1,2}?)(?:(\d\d)(?:-(\d))?)?(?:\[(\w+)\])?$/

/**
 * Reads the situations of a guide and what has to be kept to judge them.
 *
 * @param chain loops from the root down to the one with this id
 */
export function readSituations(
  data: readonly SituationData[],
  chain: (id: string) => readonly LoopUse[],
): { situations: Situation[]; captures: Capture[] } {
  const captures: Omit<Capture, 'firsts' | 'words'>[] = []
  const keys: string[] = []
  const captureOf = (word: string, home: readonly LoopUse[]): number => {
    const match = reference.exec(word)
    if (!match) throw new Error(`data/ has a situation about ${word}`)
    const path = match[1] === undefined ? home : chain(match[1])
    const loop = path.at(-1)
    const owner = home.findLast((one) => path.includes(one))
    if (!loop || !owner) throw new Error(`data/ has a situation about ${word}, which is elsewhere`)
    const capture = {
      owner,
      loop,
      tag: match[2] ?? '',
      element: Number(match[3] ?? 0),
      component: Number(match[4] ?? 0),
      qualifier: match[5] ?? '',
    }
    const key = [owner.id, loop.id, match[2], match[3], match[4], match[5]].join(' ')
    const known = keys.indexOf(key)
    return known < 0 ? keys.push(key) && captures.push(capture) - 1 : known
  }
  const situations = data.map((situation): Situation => {
    const home = chain(situation.in)
    const loop = home.at(-1)
    if (!loop) throw new Error(`data/ has a situation in ${situation.in}`)
    const read = (text: string): Condition =>
      text.split(' or ').map((all) => all.split(' and ').map((term) => readTerm(term, (word) => captureOf(word, home))))
    return { loop, when: read(situation.if), then: read(situation.then), says: situation.says }
  })
  return {
    situations,
    captures: captures.map((capture, number) => ({
      ...capture,
      firsts: firstsOf(situations, number),
      words: wordsOf(situations, number),
    })),
  }
}

/**
 * The first letters that matter of a value, where nothing but some codes of it is ever asked for: whatever begins otherwise is as good
 * as absent and need not be read. By the letter's byte; null where the value itself matters.
 */
function firstsOf(situations: readonly Situation[], number: number): Uint8Array | null {
  const isIt = ({ capture }: Term): boolean => capture === number
  const firsts = new Uint8Array(256)
  for (const { when, then } of situations) {
    if (then.flat().some(isIt)) return null
    for (const { codes } of when.flat().filter(isIt)) {
      if (codes === null) return null
      for (const code of codes) firsts[code.charCodeAt(0) & 255] = 1
    }
  }
  return firsts
}

/**
 * All codes that are asked for of a value, by their numbers (see read/packed-codes.ts), so that no text is made of it; null where
 * one is too long to have a number.
 */
function wordsOf(situations: readonly Situation[], number: number): ReadonlyMap<number, string> | null {
  const terms = situations.flatMap(({ when, then }) => [...when, ...then].flat())
  const codes = terms.flatMap((term) => (term.capture === number ? [...(term.codes ?? [])] : []))
  const words = new Map(codes.map((code) => [packed(code), code]))
  return words.has(0) ? null : words
}

function readTerm(text: string, captureOf: (word: string) => number): Term {
  const [word = '', verb = '', codes = ''] = text.trim().split(' ')
  const capture = captureOf(word)
  if (verb === 'present' || verb === 'absent') return { capture, codes: null, isNegated: verb === 'absent' }
  if (verb === 'is' || verb === 'not') return { capture, codes: new Set(codes.split('|')), isNegated: verb === 'not' }
  throw new Error(`data/ has a condition that cannot be read: ${text}`)
}
