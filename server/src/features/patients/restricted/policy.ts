import { type patients, type Reply, roleMay } from '@foyer/contract'
import type { Actor } from '../../../platform/auth/sessions.ts'

type Privacy = Reply<typeof patients.readPatient>['privacy']

/** What the page says of its restriction, and what the caller may do about it. */
export function privacyOf(
  { role }: Actor,
  row: { readonly restriction: string | null; readonly open_until: string | null },
): Privacy {
  return {
    // The column's check lists the same words.
    restriction: row.restriction as Privacy['restriction'],
    openUntil: row.open_until,
    canRestrict: roleMay(role, 'patient.restrict'),
    canReview: roleMay(role, 'privacy.review'),
  }
}
