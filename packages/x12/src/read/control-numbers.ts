/** Control numbers seen so far. So many are kept that memory stays bounded; beyond those, doubles are not seen. */
const mostKept = 50_000

export class ControlNumbers {
  readonly #seen = new Set<string>()

  /** @returns whether it was there before */
  hasSeen(number: string): boolean {
    if (this.#seen.has(number)) return true
    if (this.#seen.size < mostKept) this.#seen.add(number)
    return false
  }

  clear(): void {
    this.#seen.clear()
  }
}

/** ISA13, GS06 are numbers, so 1 and 000000001 are the same; ST02 is text. */
export function sameNumber(a: string, b: string): boolean {
  const [left, right] = [a.trim(), b.trim()]
  return left === right || (/^\d{1,9}$/.test(left) && /^\d{1,9}$/.test(right) && Number(left) === Number(right))
}
