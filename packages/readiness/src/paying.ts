/** What of a coverage says whether it pays for a visit. */
export interface Paying {
  /** Civil dates, both included; null is open. */
  readonly periodStart: string | null
  readonly periodEnd: string | null
  /** As the coverages of the person are numbered today. */
  readonly order: number
  /** Its place among those that this visit goes to; null: it was not pinned to it. */
  readonly pinned: number | null
}

/** In force on a date; both ends of the period are days of cover. */
export function inForce({ periodStart, periodEnd }: Paying, date: string): boolean {
  return (periodStart ?? '') <= date && date <= (periodEnd ?? '9999-12-31')
}

/**
 * What a visit goes to, the first payer first: as it was pinned for its day and its cause. Before anything that is in force
 * was pinned, whatever is in force that day, as it is numbered.
 */
export function payingOn<T extends Paying>(coverages: readonly T[], date: string): readonly T[] {
  const all = coverages.filter((coverage) => inForce(coverage, date))
  const pinned = all.filter((coverage) => coverage.pinned !== null)
  return pinned.length > 0
    ? pinned.toSorted((a, b) => (a.pinned ?? 0) - (b.pinned ?? 0))
    : all.toSorted((a, b) => a.order - b.order)
}
