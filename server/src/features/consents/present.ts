import type { consents, Reply } from '@foyer/contract'
import type { GivenRow } from './store.ts'

export type Given = Reply<typeof consents.readConsents>['given'][number]

/** Without the signature itself: it is seen on the printed document only. */
export function presentGiven(row: GivenRow): Given {
  return {
    id: row.id,
    // The columns' checks, and the contract that wrote the kind, list the same words.
    kind: row.kind as Given['kind'],
    title: row.title,
    version: row.version,
    language: row.language,
    decision: row.decision as Given['decision'],
    signedAt: row.signed_at,
    signedByName: row.signed_by_name,
    signer: row.related_person_id === null ? null : { id: row.related_person_id, relationship: row.relationship ?? '' },
    signedWith: row.signed_with as Given['signedWith'],
    expiresOn: row.expires_on,
    revokedAt: row.revoked_at,
    revokedReason: row.revoked_reason,
    recordedBy: row.recorded_by,
  }
}
