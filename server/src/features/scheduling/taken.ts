import { databaseFault } from '../../platform/database/organization-db.ts'

export type Conflict = 'resource' | 'patient' | 'seat'

/** Thrown within a transaction where the time somebody wants back is somebody else's by now; ends the transaction. */
export class TimeTaken extends Error {}

/** What stood in the way of a save, by PostgreSQL's word; null when the fault is another. */
export function conflictOf(error: unknown): Conflict | null {
  if (error instanceof TimeTaken) return 'resource'
  const fault = databaseFault(error)
  if (fault?.code === '23P01') return fault.constraint === 'patient_once' ? 'patient' : 'resource'
  if (fault?.code === '23505' && fault.constraint === 'one_to_a_seat') return 'seat'
  return null
}

/** Is it that a record named in the statement is not there (any more)? */
export function isMissing(error: unknown): boolean {
  return databaseFault(error)?.code === '23503'
}
