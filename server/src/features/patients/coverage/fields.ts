import type { Body, patients } from '@foyer/contract'
import type { CoverageFields } from './store.ts'

export type CoverageBody = Body<typeof patients.addCoverage>

export function coverageFields(body: CoverageBody): CoverageFields {
  return {
    payer_id: body.payerId,
    plan_id: body.planId,
    plan_name: body.planName,
    kind: body.kind,
    member_id: body.memberId,
    group_number: body.groupNumber,
    relationship: body.relationship,
    subscriber_name: body.subscriberName,
    subscriber_birth_date: body.subscriberBirthDate,
    subscriber_sex: body.subscriberSex,
    subscriber_patient_id: body.subscriberPatientId,
    period_start: body.periodStart,
    period_end: body.periodEnd,
    ended_because: body.periodEnd === null ? null : body.endedBecause,
    coverage_order: body.order,
    copay_cents: body.copayCents,
  }
}

export function isBackwards({ periodStart, periodEnd }: CoverageBody): boolean {
  return periodStart !== null && periodEnd !== null && periodEnd < periodStart
}

const onTheCard = ['payer_id', 'plan_name', 'member_id', 'group_number', 'period_start', 'period_end'] as const

/** Whether what somebody looked at is no longer what stands here. */
export function cardDiffers(before: CoverageFields, after: CoverageFields): boolean {
  return onTheCard.some((field) => before[field] !== after[field])
}
