import { type patients, type Reply, roleMay } from '@foyer/contract'
import type { Actor } from '../../../platform/auth/sessions.ts'

type Privacy = Reply<typeof patients.readPatient>['privacy']

/** What the page says of its restriction, and what the caller may do about it. */
export function privacyOf({ role }: Actor, restriction: string | null, openUntil: string | null): Privacy {
  return {
    // The column's check lists the same words.
    restriction: restriction as Privacy['restriction'],
    openUntil,
    canRestrict: roleMay(role, 'patient.restrict'),
    canReview: roleMay(role, 'privacy.review'),
  }
}
