import { createHash } from 'node:crypto'

/** One line of the audit trail. Names of patients never stand in it, only their ids. */
export interface AuditEntry {
  /** Instant, UTC. */
  readonly at: string
  readonly actor_id: string | null
  readonly actor_name: string
  readonly actor_role: string
  /** The audit name of the endpoint or command, such as `patient.read`. */
  readonly action: string
  /** `ok`, `refused:<reason>` or `problem:<type>`. */
  readonly outcome: string
  /** The one patient concerned, or the several that a list showed. */
  readonly patient_id: string | null
  readonly patient_ids: readonly string[] | null
  readonly subject_id: string | null
  readonly reason: string | null
  readonly request_id: string
}

/** What an entry says, in the order in which it is written and hashed. */
export const entryFields = [
  'at',
  'actor_id',
  'actor_name',
  'actor_role',
  'action',
  'outcome',
  'patient_id',
  'patient_ids',
  'subject_id',
  'reason',
  'request_id',
] as const satisfies readonly (keyof AuditEntry)[]

/** SHA-256 of what an entry says, in a fixed order of fields; the id is left out so that a swap can be told from a change. */
export function entryHash(entry: AuditEntry): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(entryFields.map((field) => entry[field])))
    .digest()
}
