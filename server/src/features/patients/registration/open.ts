import { type MissingField, openOf, type RegistrationRule } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { selectFacts } from './store.ts'

export interface Registered {
  readonly patientId: string
  readonly registration: string
  /** Of the visit that is spoken of; null: of none. */
  readonly visitTypeId: string | null
}

export type OpenRegistrations = (one: Registered) => readonly MissingField[]

/** What is open of these registrations. The database is asked only about those of which something may be. */
export async function openRegistrations(
  db: Db,
  rules: readonly RegistrationRule[],
  all: readonly Registered[],
): Promise<OpenRegistrations> {
  const strict = new Set(rules.map(({ visitTypeId }) => visitTypeId))
  const mayBeOpen = ({ registration, visitTypeId }: Registered): boolean =>
    registration !== 'complete' || (visitTypeId !== null && strict.has(visitTypeId))
  const ids = new Set(all.filter(mayBeOpen).map(({ patientId }) => patientId))
  const facts = await selectFacts(db, [...ids])
  return (one) => {
    const known = mayBeOpen(one) ? facts.get(one.patientId) : undefined
    return known ? openOf(known, rules, one.visitTypeId) : []
  }
}
