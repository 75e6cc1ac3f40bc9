/** An element to write: text, components, or repetitions of either. */
export type Element = string | readonly string[] | { readonly repeat: readonly (string | readonly string[])[] }

/** A segment to write: its tag and its elements. Empty ones at the end are left off. */
export type WrittenSegment = readonly [tag: string, ...elements: readonly Element[]]

/** A transaction set without ST and SE, as the builders make them and `writeInterchange` takes them. */
export interface WrittenSet {
  /** GS01: `HS` for 270. */
  readonly functionalId: string
  /** ST01: `270`. */
  readonly code: string
  /** ST03 and GS08: `005010X279A1`. */
  readonly version: string
  readonly segments: readonly WrittenSegment[]
}

/** An element of type R: no zeros that say nothing. */
export function amount(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100)
  const rest = Math.abs(cents) % 100
  const places = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`
  return `${cents < 0 ? '-' : ''}${whole === 0 && places !== '' ? '' : whole}${places}`
}

/** A civil date `YYYY-MM-DD` as `CCYYMMDD`. */
export function dateOf(date: string): string {
  return date.replaceAll('-', '')
}

/** A time of day `HH:MM` as `HHMM`. */
export function timeOf(time: string): string {
  return time.replaceAll(':', '')
}

/** A day, or the first and last of several, as DTP02 and DTP03 say it. */
export interface Days {
  readonly from: string
  /** Absent or equal where it is one day. */
  readonly to?: string | undefined
}

export function daysOf(qualifier: string, { from, to }: Days): WrittenSegment {
  return to === undefined || to === from
    ? ['DTP', qualifier, 'D8', dateOf(from)]
    : ['DTP', qualifier, 'RD8', `${dateOf(from)}-${dateOf(to)}`]
}
