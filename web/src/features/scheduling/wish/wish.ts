import { Temporal } from '@foyer/kernel'
import type { OpeningsQuestion } from '../shapes.ts'

export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** The next so many weeks from today on, or civil dates of the site, both included. */
export type When = { readonly weeks: number } | { readonly from: string; readonly to: string }

export type Wish = {
  readonly visitTypeId: string | null
  /** Any of these; none means whoever the visit type allows. */
  readonly clinicianIds: readonly string[]
  readonly dayParts: readonly DayPart[]
  /** ISO 8601: Monday is 1, Sunday is 7. */
  readonly weekdays: readonly number[]
  readonly when: When
}

export const emptyWish: Wish = { visitTypeId: null, clinicianIds: [], dayParts: [], weekdays: [], when: { weeks: 2 } }

/** The contract allows 92 days; thirteen weeks stay below it. */
export const mostWeeks = 13

export function rangeOf(when: When, today: string): { from: string; to: string } {
  if ('from' in when) return { from: when.from < today ? today : when.from, to: when.to }
  return { from: today, to: Temporal.PlainDate.from(today).add({ weeks: when.weeks }).toString() }
}

/** What to ask the server, or null while the wish has no visit type or its dates cannot be asked for. */
export function questionOf(
  wish: Wish,
  siteId: string,
  patientId: string | null,
  today: string,
): OpeningsQuestion | null {
  const { from, to } = rangeOf(wish.when, today)
  if (wish.visitTypeId === null || to < from) return null
  return {
    visitTypeId: wish.visitTypeId,
    siteId,
    patientId,
    from,
    to,
    dayParts: [...wish.dayParts],
    weekdays: [...wish.weekdays],
    clinicianIds: [...wish.clinicianIds],
    limit: 9,
  }
}
