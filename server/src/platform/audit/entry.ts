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

/** SHA-256 of what an entry says, in a fixed order of fields; the id is left out so that a swap can be told from a change. */
export function entryHash(entry: AuditEntry): Buffer {
  const fields = [
    entry.at,
    entry.actor_id,
    entry.actor_name,
    entry.actor_role,
    entry.action,
    entry.outcome,
    entry.patient_id,
    entry.patient_ids,
    entry.subject_id,
    entry.reason,
    entry.request_id,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest()
}
