import type { Report, Severity } from '../finding.ts'
import type { Position } from '../position.ts'

interface Weighed {
  readonly severity: Severity
  readonly position: Position
  readonly report: readonly [Report['in'], string] | null
}

/**
 * Of very many findings so many are told that somebody can read them, and always the first of each severity and each part of
 * an acknowledgement in a set: what is answered to a set must not be milder because another has many.
 */
export class Ration {
  /** Not told. */
  left = 0
  readonly #most: number
  readonly #mostOfSet: number
  #told = 0
  #toldOfSet = 0
  #interchange = -1
  #group = -1
  #set = -1
  readonly #kinds = new Set<string>()

  constructor(most: number, mostOfSet: number) {
    this.#most = most
    this.#mostOfSet = mostOfSet
  }

  allows({ severity, position, report }: Weighed): boolean {
    const { interchange, group, set } = position
    if (interchange !== this.#interchange || group !== this.#group || set !== this.#set) {
      this.#interchange = interchange
      this.#group = group
      this.#set = set
      this.#toldOfSet = 0
      this.#kinds.clear()
    }
    const kind = `${severity} ${report?.[0]}`
    const isFirst = !this.#kinds.has(kind)
    this.#kinds.add(kind)
    const isAllowed = isFirst || (this.#told < this.#most && this.#toldOfSet < this.#mostOfSet)
    if (!isAllowed) this.left++
    else {
      this.#told++
      this.#toldOfSet++
    }
    return isAllowed
  }
}

/** What is said of those that were not told. */
export function leftOut(count: number): string {
  return count === 1
    ? 'There is 1 more finding, which is left out.'
    : `There are ${count} more findings, which are left out.`
}
