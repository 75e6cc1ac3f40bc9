import type { patients, Reply } from '@foyer/contract'
import type { CoverageRow } from './store.ts'

export type Coverage = Reply<typeof patients.addCoverage>

export function presentCoverage(row: CoverageRow): Coverage {
  return {
    id: row.id,
    payerId: row.payer_id,
    payerName: row.payer_name,
    planId: row.plan_id,
    planName: row.plan_name,
    kind: row.kind as Coverage['kind'],
    memberId: row.member_id,
    groupNumber: row.group_number,
    relationship: row.relationship as Coverage['relationship'],
    subscriberName: row.subscriber_name,
    subscriberBirthDate: row.subscriber_birth_date,
    subscriberSex: row.subscriber_sex as Coverage['subscriberSex'],
    subscriberPatientId: row.subscriber_patient_id,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    endedBecause: row.ended_because as Coverage['endedBecause'],
    order: row.coverage_order,
    copayCents: row.copay_cents,
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
    version: row.version,
  }
}
