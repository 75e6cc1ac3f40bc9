import type { arrival, Reply } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { displayName, languageName } from '@foyer/patients'
import type { Locale } from '../../app/catalog.ts'

export type Board = Reply<typeof arrival.readBoard>
export type Visit = Board['visits'][number]
export type Status = Visit['status']
export type ReadinessItem = Visit['readiness'][number]
export type CheckIn = Reply<typeof arrival.readCheckIn>

/** The name on a card: "Maria Nguyen". What she likes to be called stands in the person pane. */
export function visitName(visit: Visit): string {
  return displayName({ ...visit.patient.name, preferred: undefined })
}

export function visitTypeName(visit: Visit, locale: Locale): string {
  return locale === 'es' ? visit.visitTypeEs : visit.visitType
}

/** "Dr Anna Okafor, MD" → "Okafor": what a card has room for. The full name stands in the person pane. */
export function familyName(clinician: string): string {
  return clinician.split(',')[0]?.trim().split(/\s+/).at(-1) ?? clinician
}

/** The language the patient speaks when it is not the one the screen is in. */
export function otherLanguage(visit: Visit, locale: Locale): string | null {
  const { language } = visit.patient
  const primary = language.split('-')[0]
  return primary === locale || (primary === 'en' && !visit.patient.interpreterNeeded)
    ? null
    : languageName(language, locale)
}

/** Whole minutes from one instant (ISO, UTC) to another; negative before it. */
export function minutesBetween(from: string, to: string): number {
  return Math.floor(Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('minutes'))
}

export function plusMinutes(instant: string, minutes: number): string {
  return Temporal.Instant.from(instant).add({ minutes }).toString()
}

/** How long a visit may wait in a state before somebody should look, in minutes. */
export const waitLimits = { arrived: { warn: 10, bad: 15 }, roomed: { warn: 15, bad: 20 } } as const
/** Minutes after the start from which a visit that has not arrived needs a call. */
export const lateAfterMinutes = 10

export function isWaiting(status: Status): status is 'arrived' | 'roomed' {
  return status === 'arrived' || status === 'roomed'
}

export function waitKind(visit: Visit, now: string): 'bad' | 'warn' | null {
  if (!isWaiting(visit.status)) return null
  const minutes = minutesBetween(visit.since, now)
  const limits = waitLimits[visit.status]
  if (minutes > limits.bad) return 'bad'
  return minutes > limits.warn ? 'warn' : null
}
