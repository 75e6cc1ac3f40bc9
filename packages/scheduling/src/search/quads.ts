/** A list of four whole numbers each: UTC day, tick, place of the lead, score. */
export type Quads = { numbers: Int32Array; count: number }

const smallest = 1024
/** A search looks at a few dates at a time. */
const mostKept = 16
const mostNumbers = 1 << 16

/** Lists that were given back: a search after the other fills the same memory, and leaves nothing to be collected. */
const spare: Quads[] = []

export function takeQuads(): Quads {
  return spare.pop() ?? { numbers: new Int32Array(smallest), count: 0 }
}

/** It must not be used any more by whoever gives it. */
export function giveQuads(quads: Quads): void {
  if (spare.length >= mostKept || quads.numbers.length > mostNumbers) return
  quads.count = 0
  spare.push(quads)
}

export function putQuad(quads: Quads, day: number, tick: number, lead: number, score: number): void {
  const at = quads.count * 4
  if (at === quads.numbers.length) {
    const larger = new Int32Array(at * 2)
    larger.set(quads.numbers)
    quads.numbers = larger
  }
  const { numbers } = quads
  numbers[at] = day
  numbers[at + 1] = tick
  numbers[at + 2] = lead
  numbers[at + 3] = score
  quads.count++
}
