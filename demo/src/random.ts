/** A source of numbers that look random and are the same for the same seed. */
export type Random = {
  /** 0 (included) to 1 (excluded). */
  readonly next: () => number
  /** An integer from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number
  /** True in `share` (0 to 1) of the cases. */
  readonly chance: (share: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** One of the items, each as often as its weight says. */
  readonly weighted: <T>(items: readonly (readonly [item: T, weight: number])[]) => T
}

/** The generator mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to invent a practice. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  function between(from: number, to: number): number {
    return from + Math.floor(next() * (to - from + 1))
  }
  function pick<T>(items: readonly T[]): T {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  function weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = next() * items.reduce((total, [, weight]) => total + weight, 0)
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    return pick(items)[0]
  }
  return { next, between, chance: (share) => next() < share, pick, weighted }
}
