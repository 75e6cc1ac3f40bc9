import type { AuditEntry } from '../../../platform/audit/entry.ts'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Asker } from '../../patients/index.ts'

/** A line of the trail for one person of a file, by whom and in which run. */
export function auditEntry({ actor, now }: Asker, runId: string, action: string, patientId: string): AuditEntry {
  return {
    at: now.toString(),
    actor_id: staffOf(actor),
    actor_name: actor.name,
    actor_role: actor.role,
    action,
    outcome: 'ok',
    patient_id: patientId,
    patient_ids: null,
    subject_id: runId,
    reason: null,
    request_id: runId,
  }
}

export function changedBy({ actor, now }: Asker) {
  return { at: now.toString(), actorId: staffOf(actor), actorName: actor.name }
}
