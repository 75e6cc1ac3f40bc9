import type { LocalDay } from '../local-day.ts'

/** How much of the hours of a civil day is taken, 0 to 100 by row, kept from one question to the next until something changes. */
export class DayPercents {
  readonly #byDay = new Map<LocalDay, Int8Array>()
  /** Options come day by day. */
  #last: { readonly day: LocalDay; readonly percents: Int8Array } | undefined

  /** To be read and filled by whoever asks; -1 where it has not been worked out. */
  of(day: LocalDay, rows: number): Int8Array {
    if (this.#last?.day === day) return this.#last.percents
    const percents = this.#byDay.get(day) ?? new Int8Array(rows).fill(-1)
    this.#byDay.set(day, percents)
    this.#last = { day, percents }
    return percents
  }

  /** Asked with every booking, hence nothing is done where nothing is known. */
  forget(): void {
    if (this.#last === undefined) return
    this.#byDay.clear()
    this.#last = undefined
  }
}
