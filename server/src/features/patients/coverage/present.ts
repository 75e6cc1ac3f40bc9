import type { patients, Reply } from '@foyer/contract'
import type { CoverageRow } from './store.ts'

export type Coverage = Reply<typeof patients.addCoverage>

export function presentCoverage(row: CoverageRow): Coverage {
  return {
    id: row.id,
    payerId: row.payer_id,
    payerName: row.payer_name,
    planName: row.plan_name,
    memberId: row.member_id,
    groupNumber: row.group_number,
    relationship: row.relationship as Coverage['relationship'],
    subscriberName: row.subscriber_name,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    order: row.coverage_order,
    copayCents: row.copay_cents,
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
  }
}
