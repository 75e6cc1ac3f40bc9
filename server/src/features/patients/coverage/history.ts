import type { Fields } from '../history/record-change.ts'
import type { CoverageFields } from './store.ts'

/** What of a coverage is told in the person's history. */
export function coverageHistory(row: CoverageFields, payerName: string | null): Fields {
  return {
    'coverage.payer': payerName,
    'coverage.planName': row.plan_name,
    'coverage.kind': row.kind,
    'coverage.memberId': row.member_id,
    'coverage.groupNumber': row.group_number,
    'coverage.relationship': row.relationship,
    'coverage.subscriberName': row.subscriber_name,
    'coverage.subscriberBirthDate': row.subscriber_birth_date,
    'coverage.subscriberSex': row.subscriber_sex,
    'coverage.periodStart': row.period_start,
    'coverage.periodEnd': row.period_end,
    'coverage.endedBecause': row.ended_because,
    'coverage.order': row.coverage_order,
    'coverage.copayCents': row.copay_cents,
  }
}
