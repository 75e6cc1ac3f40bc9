import type { PreparedPerson } from './prepare.ts'
import type { Candidates } from './candidates.ts'
import type { PairScore, Scorer } from './scorer.ts'

/** A pair of a set with what it scored; `through` is the position of a third record that both agree with. */
export type FoundPair = {
  readonly first: number
  readonly second: number
  readonly pair: PairScore
  readonly through: number | null
}

export type FindOptions = {
  /** Least log2 odds of the pairs that are given. */
  readonly least?: number | undefined
  /** Told now and then how many pairs were compared. */
  readonly onCompared?: ((pairs: number) => void) | undefined
}

const toldEvery = 100_000

/** log2 odds from which a pair is a link that others may lean on. */
const strongFrom = 3
/** log2 odds below which two records contradict each other, whatever a third says; also the least that is told. */
const contradictedBelow = Math.log2(0.001 / 0.999)

/**
 * Scores every candidate pair and gives those with log odds of at least `least`. Being one person is transitive: where A
 * and C, C and B are strong links, A and B are at least as likely one person as both links are, unless they contradict
 * each other. Such a pair is never called the same by itself. Strong pairs are given as they are met, so that no more is
 * kept than the links and, as numbers, the doubtful pairs, which follow.
 */
export function* findPairs(
  people: readonly PreparedPerson[],
  candidates: Candidates,
  scorer: Scorer,
  { least = contradictedBelow, onCompared }: FindOptions = {},
): Generator<FoundPair> {
  const links = openLinks(people.length)
  const doubtful = openNumbers()
  const scored = (first: number, second: number): PairScore | null => {
    const [a, b] = [people[first], people[second]]
    return a && b ? scorer.score(a, b) : null
  }
  let compared = 0
  for (const [first, second] of candidates.pairs()) {
    if (++compared % toldEvery === 0) onCompared?.(compared)
    const [a, b] = [people[first], people[second]]
    if (!a || !b) continue
    const logOdds = scorer.logOdds(a, b)
    if (logOdds > strongFrom) links.add(first, second, logOdds)
    else if (logOdds >= contradictedBelow) {
      doubtful.push(first)
      doubtful.push(second)
      continue
    }
    if (logOdds < least) continue
    yield { first, second, pair: scorer.score(a, b), through: null }
  }
  for (let at = 0; at < doubtful.length(); at += 2) {
    const [first, second] = [doubtful.at(at), doubtful.at(at + 1)]
    const pair = scored(first, second)
    if (!pair) continue
    const disputed = disputedBy(pair)
    const bridge = isBornApart(pair)
      ? null
      : links.bridge(first, second, (through) => disputed.every((field) => people[through]?.[field]))
    if (bridge && bridge.logOdds > pair.logOdds) {
      const lifted = liftedTo(pair, bridge.logOdds)
      if (lifted.logOdds >= least) yield { first, second, pair: lifted, through: bridge.through }
    } else if (pair.logOdds >= least) yield { first, second, pair, through: null }
  }
}

const dispute = ['given', 'family', 'birthDate'] as const

/**
 * What the two do not agree about; a record that lacks it cannot settle it. Father and son both agree with a record
 * without a birth date, twins with one without a given name.
 */
function disputedBy({ evidence }: PairScore): readonly (typeof dispute)[number][] {
  return dispute.filter((of) => evidence.some(({ field, weight }) => field === of && weight < 0))
}

/** Father and son, who share a home, are not made one person by a third record that agrees with both. */
function isBornApart({ evidence }: PairScore): boolean {
  const has = (of: string) => evidence.some(({ outcome }) => outcome === of)
  return (
    has('shared-contact') && evidence.some(({ field, outcome }) => field === 'birthDate' && outcome === 'different')
  )
}

function liftedTo(pair: PairScore, logOdds: number): PairScore {
  return {
    ...pair,
    logOdds,
    score: 1 / (1 + 2 ** -logOdds),
    verdict: 'ask',
    evidence: [...pair.evidence, { field: 'rule', outcome: 'through-another', weight: logOdds - pair.logOdds }],
  }
}

type Bridge = { readonly through: number; readonly logOdds: number }

function openLinks(people: number) {
  const ends = openNumbers()
  const odds: number[] = []
  let index: { readonly starts: Uint32Array; readonly others: Uint32Array; readonly odds: Float32Array } | null = null

  function ordered() {
    const starts = new Uint32Array(people + 1)
    for (let at = 0; at < ends.length(); at++) starts[ends.at(at) + 1] = (starts[ends.at(at) + 1] ?? 0) + 1
    for (let at = 0; at < people; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0)
    const others = new Uint32Array(ends.length())
    const ofOther = new Float32Array(ends.length())
    const next = starts.slice()
    for (let at = 0; at < ends.length(); at++) {
      const from = ends.at(at)
      const slot = next[from] ?? 0
      next[from] = slot + 1
      others[slot] = ends.at(at ^ 1)
      ofOther[slot] = odds[at >> 1] ?? 0
    }
    return { starts, others, odds: ofOther }
  }

  return {
    add: (first: number, second: number, logOdds: number): void => {
      ends.push(first)
      ends.push(second)
      odds.push(logOdds)
    },
    /** The third record that both are linked to most strongly, if there is one. */
    bridge: (first: number, second: number, settles: (through: number) => boolean): Bridge | null => {
      index ??= ordered()
      const { starts, others, odds: ofOther } = index
      let best: Bridge | null = null
      for (let i = starts[first] ?? 0; i < (starts[first + 1] ?? 0); i++) {
        for (let j = starts[second] ?? 0; j < (starts[second + 1] ?? 0); j++) {
          const through = others[i] ?? 0
          if (through !== others[j] || !settles(through)) continue
          const logOdds = bothHold(ofOther[i] ?? 0, ofOther[j] ?? 0)
          if (!best || logOdds > best.logOdds || (logOdds === best.logOdds && through < best.through)) {
            best = { through, logOdds }
          }
        }
      }
      return best
    },
  }
}

/** log2 odds that two independent links both hold. */
function bothHold(one: number, other: number): number {
  const [a, b] = [2 ** -one, 2 ** -other]
  return -Math.log2(a + b + a * b)
}

/** A list of whole numbers that takes four bytes for each. */
function openNumbers() {
  let kept = new Uint32Array(1024)
  let length = 0
  return {
    push: (number: number): void => {
      if (length === kept.length) {
        const larger = new Uint32Array(kept.length * 2)
        larger.set(kept)
        kept = larger
      }
      kept[length++] = number
    },
    at: (position: number): number => kept[position] ?? 0,
    length: (): number => length,
  }
}
