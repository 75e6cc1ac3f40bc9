import { type KeyColumn, keyColumns } from './block-keys.ts'
import type { PreparedPerson } from './prepare.ts'

/** The pairs of a set of records that are worth comparing. */
export type Candidates = {
  /** Number of pairs there are at most. */
  readonly most: number
  /** Whether every pair of the set is one. */
  readonly isAll: boolean
  /**
   * Each pair once, smaller position first, without a list of pairs; the two numbers stand in one array that is used
   * again. With `every` n only about each nth, always the same.
   */
  pairs(every?: number): Generator<readonly [number, number]>
  has(first: number, second: number): boolean
}

/** So few pairs are all compared: sooner done than choosing among them, and none is overlooked. */
const fewPairs = 1_000_000

/** Of each kind of key the smallest blocks are taken until they give so many pairs a record, or this many in all. */
const mostPairsARecord = 10
const alwaysPairs = 300_000
/** Blocks larger than this say nothing about who somebody is. */
const largestBlock = 1_000

/** Pairs that share a blocking key; all pairs when they are few. */
export function findCandidates(people: readonly PreparedPerson[]): Candidates {
  const all = (people.length * (people.length - 1)) / 2
  if (all <= fewPairs) {
    return { most: all, isAll: true, pairs: () => everyPair(people.length), has: () => true }
  }
  const columns = keyColumns(people)
  const budget = Math.max(alwaysPairs, mostPairsARecord * people.length)
  const most = columns.reduce((sum, column) => sum + dropLargeBlocks(column, budget), 0)
  return {
    most,
    isAll: false,
    pairs: (every = 1) => pairsOf(columns, every),
    has: (first, second) => meetBefore(columns, columns.length, first, second),
  }
}

function* everyPair(count: number): Generator<readonly [number, number]> {
  const pair: [number, number] = [0, 0]
  for (pair[0] = 0; pair[0] < count; pair[0]++) for (pair[1] = pair[0] + 1; pair[1] < count; pair[1]++) yield pair
}

/** A pair is given where it meets first, which its keys alone decide. */
function* pairsOf(columns: readonly KeyColumn[], every: number): Generator<readonly [number, number]> {
  const pair: [number, number] = [0, 0]
  for (const [kind, column] of columns.entries()) {
    const { positions, ends, keys } = blocksOf(column)
    let start = 0
    for (const [block, end] of ends.entries()) {
      const key = keys[block] ?? 0
      for (let i = start; i < end; i++) {
        const first = positions[i] ?? 0
        for (let j = i + 1; j < end; j++) {
          const second = positions[j] ?? 0
          if (every > 1 && isSkipped(first, second, every)) continue
          if (column.width > 1 && smallestCommon(column, first, second) !== key) continue
          if (meetBefore(columns, kind, first, second)) continue
          pair[0] = first
          pair[1] = second
          yield pair
        }
      }
      start = end
    }
  }
}

function isSkipped(first: number, second: number, every: number): boolean {
  let bits = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  return ((bits ^ (bits >>> 13)) >>> 0) % every !== 0
}

const shift = 2 ** 21

type Blocks = {
  /** Positions of the records in the order of their keys. */
  readonly positions: Uint32Array
  /** Where the block of each key ends. */
  readonly ends: readonly number[]
  readonly keys: readonly number[]
}

function blocksOf({ hashes, width }: KeyColumn): Blocks {
  if (hashes.length / width > shift) throw new RangeError('more than two million records')
  let count = 0
  for (const key of hashes) if (key !== 0) count++
  const sorted = new Float64Array(count)
  let next = 0
  for (let slot = 0; slot < hashes.length; slot++) {
    const key = hashes[slot] ?? 0
    if (key !== 0) sorted[next++] = key * shift + Math.floor(slot / width)
  }
  sorted.sort()
  const positions = new Uint32Array(count)
  const ends: number[] = []
  const keys: number[] = []
  let filled = 0
  let last = 0
  for (let at = 0; at < count; at++) {
    const entry = sorted[at] ?? 0
    if (at > 0 && entry === sorted[at - 1]) continue
    const key = Math.floor(entry / shift)
    if (key !== last) {
      if (filled > 0) ends.push(filled)
      keys.push(key)
      last = key
    }
    positions[filled++] = entry - key * shift
  }
  if (filled > 0) ends.push(filled)
  return { positions: positions.subarray(0, filled), ends, keys }
}

/** Takes the key from records in blocks that are too large, so that another kind of key may bring them together. */
function dropLargeBlocks(column: KeyColumn, budget: number): number {
  const { positions, ends, keys } = blocksOf(column)
  const sizes = new Map<number, number>()
  let start = 0
  for (const end of ends) {
    sizes.set(end - start, (sizes.get(end - start) ?? 0) + 1)
    start = end
  }
  let pairs = 0
  let largest = 1
  for (const [size, count] of [...sizes].toSorted(([a], [b]) => a - b)) {
    const more = (count * size * (size - 1)) / 2
    if (size > largestBlock || pairs + more > budget) break
    pairs += more
    largest = size
  }
  start = 0
  for (const [block, end] of ends.entries()) {
    if (end - start > largest) drop(column, positions.subarray(start, end), keys[block] ?? 0)
    start = end
  }
  return pairs
}

function drop({ hashes, width }: KeyColumn, block: Uint32Array, key: number): void {
  for (const at of block) {
    for (let slot = 0; slot < width; slot++) if (hashes[at * width + slot] === key) hashes[at * width + slot] = 0
  }
}

/** Two who share several keys of one kind meet at the smallest. */
function smallestCommon({ hashes, width }: KeyColumn, first: number, second: number): number {
  let smallest = Number.POSITIVE_INFINITY
  for (let i = 0; i < width; i++) {
    const key = hashes[first * width + i] ?? 0
    if (key === 0 || key >= smallest) continue
    for (let j = 0; j < width; j++) if (hashes[second * width + j] === key) smallest = key
  }
  return smallest
}

function meetBefore(columns: readonly KeyColumn[], kinds: number, first: number, second: number): boolean {
  for (let kind = 0; kind < kinds; kind++) {
    const column = columns[kind]
    if (!column) continue
    const { hashes, width } = column
    if (width === 1) {
      const key = hashes[first]
      if (key !== 0 && key === hashes[second]) return true
      continue
    }
    for (let i = 0; i < width; i++) {
      const key = hashes[first * width + i]
      if (!key) continue
      for (let j = 0; j < width; j++) if (hashes[second * width + j] === key) return true
    }
  }
  return false
}
