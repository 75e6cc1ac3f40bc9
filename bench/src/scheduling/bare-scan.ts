import type { AvailabilityIndex } from '@foyer/scheduling'

const words = 9
const day = 288
const tickMs = 300_000
/** A word holds an even number of ticks, so that multiples of ten minutes look the same in all. */
const everyOther = 0x55_55_55_55

/**
 * The least code that answers with the same bits: six free ticks in a row (30 minutes) that begin at a multiple of ten
 * minutes. It knows no wishes, zones, roles, sessions, lanes, ranks or reasons, and rows are resources.
 */
export function bareScan(
  index: AvailabilityIndex,
  rows: number,
  days: number,
  starts: Float64Array,
  leads: Uint16Array,
): number {
  const { free, rows: stride, firstDay } = index
  let count = 0
  for (let each = 0; each < days; each++) {
    const midnight = (firstDay + each) * day * tickMs
    for (let row = 0; row < rows; row++) {
      let next = 0
      let nextTwo = 0
      const base = (each * stride + row) * words
      for (let word = words - 1; word >= 0; word--) {
        const own = free[base + word] as number
        if (own === 0) {
          next = nextTwo = 0
          continue
        }
        const two = own & ((own >>> 1) | (next << 31))
        const four = two & ((two >>> 2) | (nextTwo << 30))
        let six = four & ((two >>> 4) | (nextTwo << 28)) & everyOther
        next = own
        nextTwo = two
        for (; six !== 0; six &= six - 1) {
          starts[count] = midnight + ((word << 5) + 31 - Math.clz32(six & -six)) * tickMs
          leads[count++] = row
        }
      }
    }
  }
  return count
}

/** The same for the first days, and of what is found the soonest `limit`: no points, no reasons, nobody assigned. */
export function bareFirst(
  index: AvailabilityIndex,
  rows: number,
  days: number,
  limit: number,
  starts: Float64Array,
  leads: Uint16Array,
): number[] {
  const count = bareScan(index, rows, days, starts, leads)
  const best: number[] = []
  let worst = Infinity
  for (let each = 0; each < count; each++) {
    const start = starts[each] as number
    if (best.length === limit && start >= worst) continue
    let place = best.length
    while (place > 0 && (starts[best[place - 1] as number] as number) > start) place--
    best.splice(place, 0, each)
    if (best.length > limit) best.pop()
    worst = best.length === limit ? (starts[best[limit - 1] as number] as number) : Infinity
  }
  return best
}
