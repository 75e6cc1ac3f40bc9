import { blockingKeys } from './blocking.ts'
import type { PreparedPerson } from './prepare.ts'

/** Hashes of one kind of blocking key, `width` for each record, 0 for none. */
export type KeyColumn = { readonly hashes: Uint32Array; readonly width: number }

/** So many keys of one kind a record may have: of phones, e-mails and identifiers the first. */
const mostKeys = 3

/** The blocking keys of all records as columns of hashes: some 30 numbers a record, whatever the text. */
export function keyColumns(people: readonly PreparedPerson[]): readonly KeyColumn[] {
  const [first] = people
  const columns = (first ? blockingKeys(first) : []).map(() => new Uint32Array(people.length * mostKeys))
  const widths = columns.map(() => 1)
  for (const [at, person] of people.entries()) {
    for (const [kind, keys] of blockingKeys(person).entries()) {
      const count = Math.min(keys.length, mostKeys)
      if (count > (widths[kind] ?? 1)) widths[kind] = count
      for (let slot = 0; slot < count; slot++) {
        const column = columns[kind]
        if (column) column[at * mostKeys + slot] = hash(keys[slot] ?? '')
      }
    }
  }
  return columns.map((hashes, kind) => narrowed(hashes, people.length, widths[kind] ?? 1))
}

/** Of the rules of `blockingKeys`: whoever changes them raises it, and stored keys are made anew. */
export const blockKeysVersion = 3

/**
 * The blocking keys of one record as signed 32-bit numbers, for a column of a database: two records are worth comparing
 * when they share one. Keys of different kinds differ in their text.
 */
export function blockKeys(person: PreparedPerson): readonly number[] {
  const keys = new Set<number>()
  for (const kind of blockingKeys(person)) for (const key of kind.slice(0, mostKeys)) keys.add(hash(key) | 0)
  return [...keys].toSorted((a, b) => a - b)
}

function narrowed(hashes: Uint32Array, people: number, width: number): KeyColumn {
  if (width === mostKeys) return { hashes, width }
  const narrow = new Uint32Array(people * width)
  for (let at = 0; at < people; at++) {
    for (let slot = 0; slot < width; slot++) narrow[at * width + slot] = hashes[at * mostKeys + slot] ?? 0
  }
  return { hashes: narrow, width }
}

/** Hash of the text, by FNV-1a; never 0, that means no key. */
function hash(text: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    bits ^= text.charCodeAt(at)
    bits = Math.imul(bits, 0x01000193)
  }
  return bits >>> 0 || 1
}
