import { Temporal } from '@foyer/kernel'
import { type Assignment, type RoleName, roleTime } from '@foyer/scheduling'
import type { DemoSite } from '../people/index.ts'
import { resourceByKey } from '../practice/resources.ts'
import { ruleOf } from '../practice/visit-types.ts'
import type { Book } from './book.ts'

/** An instant in UTC as text. */
export function iso(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}

export const minuteMs = 60_000
export const dayMs = 86_400_000

/** A visit with its people and places, not yet with a state. Epoch milliseconds. */
export type Slot = {
  readonly visitType: string
  readonly site: DemoSite
  readonly patient: string
  readonly start: number
  readonly end: number
  readonly assignments: readonly Assignment[]
  /** In a group session, which keeps the people and the room. */
  readonly seat?: { readonly session: string; readonly seat: number }
}

export type SlotWish = {
  readonly visitType: string
  readonly site: DemoSite
  readonly start: number
  /** Who fills the roles that have a choice; the others take their only candidate. */
  readonly resources: readonly string[]
}

/** How long a visit of this type keeps whoever leads it, buffer included, in minutes. */
export function spanOf(visitType: string): number {
  const { durationMinutes, bufferAfterMinutes = 0 } = ruleOf(visitType)
  return durationMinutes + bufferAfterMinutes
}

export function assignmentsOf({ visitType, start, resources }: SlotWish): Assignment[] {
  const rule = ruleOf(visitType)
  return rule.roles.map((role) => {
    const chosen = resources.find((key) => resourceByKey.get(key)?.kind === role.kind) ?? role.candidates[0]
    if (chosen === undefined) throw new RangeError(`nobody can be the ${role.name} of ${visitType}`)
    return { role: role.name satisfies RoleName, resourceId: chosen, ...roleTime(rule, role, start) }
  })
}

/** The whole visit or nothing: undefined when somebody in it is taken. */
export function takeSlot(book: Book, wish: SlotWish, patient: string): Slot | undefined {
  const assignments = assignmentsOf(wish)
  const end = wish.start + ruleOf(wish.visitType).durationMinutes * minuteMs
  const visit = { start: wish.start, end }
  const free = assignments.every((one) => book.isFree(one.resourceId, one)) && book.isFree(patient, visit)
  if (!free) return undefined
  for (const one of assignments) book.take(one.resourceId, { start: one.start, end: one.end })
  book.take(patient, visit)
  return { visitType: wish.visitType, site: wish.site, patient, ...visit, assignments }
}
