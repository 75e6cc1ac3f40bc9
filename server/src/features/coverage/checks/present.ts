import type { eligibility, Reply } from '@foyer/contract'
import type { CheckRow } from './store.ts'

export type Check = Reply<typeof eligibility.askPayer>

export function presentCheck(row: CheckRow): Check {
  return {
    id: row.id,
    coverageId: row.coverage_id,
    appointmentId: row.appointment_id,
    payerName: row.payer_name,
    serviceDate: row.service_date,
    reason: row.reason as Check['reason'],
    state: row.state as Check['state'],
    outcome: row.outcome as Check['outcome'],
    failure: row.failure as Check['failure'],
    failureNote: row.failure_note,
    missing: row.missing as Check['missing'],
    askedAt: row.asked_at,
    askedBy: row.asked_by_name,
    answeredAt: row.answered_at,
    attempts: row.attempts,
    nextAttemptAt: row.state === 'waiting' ? row.next_attempt_at : null,
    isSandbox: row.is_sandbox,
  }
}
