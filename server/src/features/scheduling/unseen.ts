import type { AllowedPlan } from '@foyer/scheduling'
import { msOf } from './instants.ts'

interface Before {
  readonly starts_at: string
  readonly ends_at: string
}
type Parts = readonly { readonly role: string | null; readonly resource_id: string }[]

/** Whether only rooms, devices or interpreters are others than before: for patients nothing is different. */
export function isUnseen(before: Before, parts: Parts, { start, end, assignments }: AllowedPlan): boolean {
  const isSameTime = msOf(before.starts_at) === start && msOf(before.ends_at) === end
  const clinician = parts.find(({ role }) => role === 'clinician')?.resource_id
  return isSameTime && clinician === assignments.find(({ role }) => role === 'clinician')?.resourceId
}
