import type { LocalDay } from '../local-day.ts'

/** How much of the hours of a civil day is taken, 0 to 100 by row, kept from one question to the next until something changes. */
export class DayPercents {
  readonly #byDay = new Map<LocalDay, Int8Array>()

  /** To be read and filled by whoever asks; -1 where it has not been worked out. */
  of(day: LocalDay, rows: number): Int8Array {
    const before = this.#byDay.get(day)
    if (before) return before
    const fresh = new Int8Array(rows).fill(-1)
    this.#byDay.set(day, fresh)
    return fresh
  }

  /** Asked with every booking, hence nothing is done where nothing is known. */
  forget(): void {
    if (this.#byDay.size > 0) this.#byDay.clear()
  }
}
