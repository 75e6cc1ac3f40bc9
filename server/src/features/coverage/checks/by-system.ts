import type { AuditEntry } from '../../../platform/audit/entry.ts'

/** Nobody of the desk did it, and it tells or changes something of people: the trail has it by the system. */
export function bySystem(
  at: string,
  action:
    | 'eligibility.ask'
    | 'eligibility.discover'
    | 'eligibility.not-asked'
    | 'eligibility.answer'
    | 'eligibility.sweep',
  about: {
    readonly subjectId: string
    readonly patients: string | readonly string[]
    readonly outcome?: 'ok' | 'fault'
    readonly reason?: string
  },
): AuditEntry {
  const { subjectId, patients, outcome = 'ok', reason = null } = about
  const isOne = typeof patients === 'string'
  return {
    at,
    actor_id: null,
    actor_name: 'foyer eligibility',
    actor_role: 'system',
    action,
    outcome,
    patient_id: isOne ? patients : null,
    patient_ids: isOne ? null : patients,
    subject_id: subjectId,
    reason,
    request_id: subjectId,
  }
}
