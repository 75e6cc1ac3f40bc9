import { databaseFault } from '../../platform/database/organization-db.ts'

export type Conflict = 'resource' | 'patient' | 'deadlock'

/** What stood in the way of a save, by PostgreSQL's word; null when the fault is another. */
export function conflictOf(error: unknown): Conflict | null {
  const fault = databaseFault(error)
  if (fault?.code === '23P01') return fault.constraint === 'patient_once' ? 'patient' : 'resource'
  return fault?.code === '40P01' ? 'deadlock' : null
}

/** Is it that a record named in the statement is not there (any more)? */
export function isMissing(error: unknown): boolean {
  return databaseFault(error)?.code === '23503'
}
