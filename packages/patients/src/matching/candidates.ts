import { blockingKeys } from './blocking.ts'
import type { PreparedPerson } from './prepare.ts'

/** Blocks larger than this say nothing about who somebody is, and would be compared for ever. */
const largestBlock = 1_000

/** So few pairs are all compared: sooner done than choosing among them, and none is overlooked. */
const fewPairs = 1_000_000

/**
 * Every pair of records that shares a blocking key, each once, smaller position first, without a list of pairs: a pair
 * is given where it meets first, which its keys alone decide.
 */
export function* candidatePairs(people: readonly PreparedPerson[]): Generator<readonly [number, number]> {
  if ((people.length * (people.length - 1)) / 2 <= fewPairs) return yield* everyPair(people.length)
  const kinds = hashedKeys(people)
  const pair: [number, number] = [0, 0]
  for (const [kind, { hashes, width }] of kinds.entries()) {
    for (const block of blocksOf(hashes, width, people.length)) {
      for (let i = 0; i < block.length; i++) {
        const first = block[i] ?? 0
        for (let j = i + 1; j < block.length; j++) {
          const second = block[j] ?? 0
          if (first === second || meetsBefore(kinds, kind, first, second)) continue
          pair[0] = Math.min(first, second)
          pair[1] = Math.max(first, second)
          yield pair
        }
      }
    }
  }
}

function* everyPair(count: number): Generator<readonly [number, number]> {
  const pair: [number, number] = [0, 0]
  for (pair[0] = 0; pair[0] < count; pair[0]++) for (pair[1] = pair[0] + 1; pair[1] < count; pair[1]++) yield pair
}

type Kind = { readonly hashes: Uint32Array; readonly width: number }

function hashedKeys(people: readonly PreparedPerson[]): Kind[] {
  const keys = people.map(blockingKeys)
  const count = keys[0]?.length ?? 0
  return Array.from({ length: count }, (_, kind) => {
    const width = Math.min(3, Math.max(1, ...keys.map((of) => of[kind]?.length ?? 0)))
    const hashes = new Uint32Array(people.length * width)
    keys.forEach((of, at) => of[kind]?.slice(0, width).forEach((key, slot) => (hashes[at * width + slot] = hash(key))))
    return { hashes, width }
  })
}

function* blocksOf(hashes: Uint32Array, width: number, people: number): Generator<readonly number[]> {
  const shift = 2 ** 21
  if (people > shift) throw new RangeError('more than two million records')
  const sorted = new Float64Array(hashes.length)
  hashes.forEach((key, slot) => (sorted[slot] = key * shift + Math.floor(slot / width)))
  sorted.sort()
  let block: number[] = []
  let last = 0
  for (const entry of sorted) {
    const key = Math.floor(entry / shift)
    if (key !== last) {
      if (block.length > 1) yield* within(block, hashes, width)
      block = []
      last = key
    }
    const at = entry - key * shift
    if (key !== 0 && block.at(-1) !== at) block.push(at)
  }
  if (block.length > 1) yield* within(block, hashes, width)
}

function* within(block: readonly number[], hashes: Uint32Array, width: number): Generator<readonly number[]> {
  if (block.length <= largestBlock) return yield block
  // Too many: as if these had no such key, so that a later kind of key may bring them together.
  const key = block[0] === undefined ? 0 : hashes[block[0] * width]
  for (const at of block) for (let slot = 0; slot < width; slot++) if (hashes[at * width + slot] === key) hashes[at * width + slot] = 0
}

function meetsBefore(kinds: readonly Kind[], kind: number, first: number, second: number): boolean {
  for (let before = 0; before < kind; before++) {
    const one = kinds[before]
    if (!one) continue
    const { hashes, width } = one
    for (let i = 0; i < width; i++) {
      const key = hashes[first * width + i]
      if (!key) continue
      for (let j = 0; j < width; j++) if (hashes[second * width + j] === key) return true
    }
  }
  return false
}

/** FNV-1a, never 0: that means no key. */
function hash(text: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    bits ^= text.charCodeAt(at)
    bits = Math.imul(bits, 0x01000193)
  }
  return bits >>> 0 || 1
}
