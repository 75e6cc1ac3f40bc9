import {
  type Explanation,
  explainInterchangeAcknowledgement,
  keepSegment,
  type Language,
  openTree,
  partCounter,
  type Reader,
  type Segment,
  sentencesOf,
  type SetHead,
} from '@foyer/x12'
import { explainBenefits } from './x12-explain-benefits.ts'

/** Of an answer about benefits no more stands in memory at once; a longer one is told by subscribers. */
const mostKept = 50_000

export interface Explaining {
  readonly language: Language
  readonly date: string | undefined
}

/** By its interchange, group and set: how many people, claims or answers a set tells of, where there is more than one. */
export type PartsBySet = ReadonlyMap<string, number>

export interface ExplainHandler {
  /** @param code of its set; '' outside of sets */
  readonly explained?: (one: Explanation, code: string) => void
  /** Something of this set can be told in sentences; said also where nobody asks for them. */
  readonly told?: (key: string) => void
  /** A set has ended that tells of so many. */
  counted?(key: string, parts: number): void
  interchange?(): void
}

export function setKey({ position: { interchange, group, set } }: Pick<Explanation, 'position'>): string {
  return `${interchange}.${group}.${set}`
}

/** Tells a file that arrives in pieces in sentences, in the order of the file. `parts` are counted in a reading before. */
export function openExplainer(asked: Explaining, parts: PartsBySet, handler: ExplainHandler): Reader {
  let head: SetHead | null = null
  let say: ((segment: Segment) => string | null) | null = null
  let counter = partCounter('')
  let key = ''
  let benefits: BenefitBatches | null = null
  let isTurnedAway = false
  const { language } = asked
  return openTree({
    beginInterchange: () => handler.interchange?.(),
    beginSet(begun) {
      head = begun
      key = setKey(begun)
      say = sentencesOf(begun.code, language)
      counter = partCounter(begun.code)
      const { explained } = handler
      const tell = explained && ((one: Explanation): void => explained(one, begun.code))
      benefits = tell && begun.code === '271' ? new BenefitBatches(asked, parts.get(key) ?? 1, tell) : null
      isTurnedAway = false
    },
    segment(segment, depth) {
      if (depth === null || !head) {
        if (segment.tag !== 'TA1') return
        const sentence = explainInterchangeAcknowledgement(segment, language)
        handler.told?.(setKey(segment))
        handler.explained?.({ sentence, position: segment.position, part: null }, '')
        return
      }
      counter.take(segment)
      benefits?.take(segment)
      isTurnedAway ||= segment.tag === 'AAA'
      const sentence = say?.(segment) ?? null
      if (sentence === null) return
      handler.told?.(key)
      handler.explained?.({ sentence, position: segment.position, part: counter.now(parts.get(key) ?? 1) }, head.code)
    },
    endSet() {
      benefits?.end()
      // Of everybody who is named something is said, and of nobody named why.
      if (head?.code === '271' && (counter.count > 0 || isTurnedAway)) handler.told?.(key)
      if (counter.count > 1) handler.counted?.(key, counter.count)
      head = null
    },
    beginGroup() {},
    endGroup() {},
    endInterchange() {},
    enter() {},
    leave() {},
    finding() {},
  })
}

/** A set about benefits, told at once or, where it is very long, some subscribers at a time, each time with what stands above them. */
class BenefitBatches {
  readonly #asked: Explaining
  readonly #of: number
  readonly #tell: (one: Explanation) => void
  /** Above the subscribers, by level: what stands before the first HL, of the payer, of the provider. */
  readonly #above: [Segment[], Segment[], Segment[]] = [[], [], []]
  #level = 0
  #prefix: readonly Segment[] = []
  #batch: Segment[] = []
  #toldBefore = 0

  constructor(asked: Explaining, of: number, tell: (one: Explanation) => void) {
    this.#asked = asked
    this.#of = of
    this.#tell = tell
  }

  take(segment: Segment): void {
    const kept = keepSegment(segment)
    if (segment.tag === 'HL') this.#enter({ '20': 1, '21': 2, '22': 3 }[segment.text(3)] ?? this.#level)
    this.#above[this.#level]?.push(kept)
    this.#batch.push(kept)
  }

  end(): void {
    if (this.#batch.length > 0) this.#flush()
  }

  #enter(level: number): void {
    this.#level = level
    for (let lower = level; lower < this.#above.length; lower++) this.#above[lower]?.splice(0)
    if (this.#batch.length <= mostKept) return
    this.#flush()
    this.#prefix = this.#above.slice(0, level).flat()
  }

  #flush(): void {
    const segments = [...this.#prefix, ...this.#batch]
    const counted = partCounter('271')
    for (const segment of this.#batch) counted.take(segment)
    for (const one of explainBenefits(segments, this.#asked)) {
      const { part } = one
      this.#tell({ ...one, part: part && { ...part, number: part.number + this.#toldBefore, of: this.#of } })
    }
    this.#toldBefore += counted.count
    this.#batch = []
  }
}
