import type { SignalKind } from '../../../ui/index.ts'
import { familyName, lateAfterMinutes, minutesBetween, type Visit, waitKind } from '../visit.ts'
import type { CardSignal } from './card-signal.ts'

/** What stands in the two upper corners of a card. Minutes become words where they are shown. */
export interface CardCorners {
  readonly left:
    | { readonly what: 'start' }
    | { readonly what: 'room'; readonly name: string }
    | { readonly what: 'video' }
  readonly right:
    | { readonly what: 'name'; readonly name: string }
    | { readonly what: 'minutes' | 'late'; readonly minutes: number }
    | null
  readonly rightKind: 'bad' | 'warn' | null
}

export function cardCorners(visit: Visit, now: string): CardCorners {
  const name = visit.clinician ? ({ what: 'name', name: familyName(visit.clinician.name) } as const) : null
  if (visit.status === 'booked') {
    const late = minutesBetween(visit.start, now)
    if (late < 1) return { left: { what: 'start' }, right: name, rightKind: null }
    const rightKind = late > lateAfterMinutes ? 'bad' : 'warn'
    return { left: { what: 'start' }, right: { what: 'late', minutes: late }, rightKind }
  }
  if (visit.status === 'arrived' || visit.status === 'roomed' || visit.status === 'with-clinician') {
    const minutes = Math.max(0, minutesBetween(visit.since, now))
    return { left: place(visit), right: { what: 'minutes', minutes }, rightKind: waitKind(visit, now) }
  }
  return { left: { what: 'start' }, right: name, rightKind: null }
}

function place(visit: Visit): CardCorners['left'] {
  if (visit.status === 'arrived') return { what: 'start' }
  if (visit.room) return { what: 'room', name: visit.room.name }
  return visit.telehealth ? { what: 'video' } : { what: 'start' }
}

/** The colour of a card's edge: the most urgent of signal and wait. It repeats what words say. */
export function cardEdge(
  visit: Visit,
  signal: CardSignal | null,
  wait: 'bad' | 'warn' | null,
): SignalKind | 'brand' | undefined {
  if (visit.status === 'with-clinician') return 'brand'
  if (wait === 'bad' || signal?.kind === 'bad') return 'bad'
  if (wait === 'warn' || signal?.kind === 'warn') return 'warn'
  return undefined
}
