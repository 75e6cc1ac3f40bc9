import type { practice, Reply, Role } from '@foyer/contract'
import type { Practice } from '../../app/site.ts'

export type { Site } from '../../app/site.ts'
export type Resource = Practice['resources'][number]
export type ResourceKind = Resource['kind']
export type Hours = Resource['hours'][number]
export type VisitType = Practice['visitTypes'][number]
export type RoleNeed = VisitType['roles'][number]
export type Tone = VisitType['tone']
export type Holiday = Practice['holidays'][number]
/** As it was saved, with how many visits are booked on it. */
export type KeptHoliday = Reply<typeof practice.changeHoliday>
export type ChainType = Practice['chainTypes'][number]
export type Colleague = Reply<typeof practice.listStaff>['staff'][number]

export const kinds: readonly ResourceKind[] = ['practitioner', 'room', 'device', 'interpreter']
export const tones: readonly Tone[] = ['info', 'ok', 'warn', 'bad', 'quiet']

/** The roles a visit can need, in the order they are asked, with the kind of resource that fills each. */
export const needs: ReadonlyArray<Pick<RoleNeed, 'role' | 'kind'>> = [
  { role: 'clinician', kind: 'practitioner' },
  { role: 'room', kind: 'room' },
  { role: 'device', kind: 'device' },
  { role: 'interpreter', kind: 'interpreter' },
]

/** The roles a person can have; `integrator` is for the keys of other systems. */
export const personRoles: readonly Role[] = ['junior', 'coordinator', 'senior', 'lead', 'manager', 'clinician']

/** Those in use first, then by name as the language sorts it. */
export function inOrder<T extends { readonly name: string; readonly active: boolean }>(
  items: readonly T[],
  locale: string,
): readonly T[] {
  const collator = new Intl.Collator(locale, { numeric: true })
  return items.toSorted((a, b) => Number(b.active) - Number(a.active) || collator.compare(a.name, b.name))
}
