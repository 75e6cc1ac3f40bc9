import type { estimates, Reply } from '@foyer/contract'
import type { Temporal } from '@foyer/kernel'
import type { Practice } from '../../practice/index.ts'
import { askedIn } from './asked.ts'
import { contentIn } from './content.ts'
import { todayAt } from './days.ts'
import { MOST_TRIES } from './policy.ts'
import { signatureIn } from './signature.ts'
import type { EstimateLine } from './store.ts'

export type Estimate = Reply<typeof estimates.wantEstimate>

/** To be made or given still; of a made one that was replaced the newer one waits. */
function isWaiting({ state, replaced_by_id: newer }: EstimateLine): boolean {
  return state === 'wanted' || (state === 'made' && newer === null)
}

export function presentEstimate(row: EstimateLine, practice: Practice, now: Temporal.Instant): Estimate {
  const { visitTypeId, siteId, ...asked } = askedIn(row)
  const signature = signatureIn(row)
  return {
    id: row.id,
    // The checks of these columns let in nothing else.
    kind: row.kind as Estimate['kind'],
    state: row.state as Estimate['state'],
    cause: row.cause as Estimate['cause'],
    givenHow: row.given_how as Estimate['givenHow'],
    appointmentId: row.appointment_id,
    visitTypeId,
    siteId,
    serviceDate: row.service_date,
    language: row.language,
    asked,
    causedOn: row.caused_on,
    dueOn: row.due_on,
    isOverdue: isWaiting(row) && row.due_on !== null && row.due_on < todayAt(practice, siteId, now),
    replacesId: row.replaces_id,
    replacedById: row.replaced_by_id,
    madeAt: row.made_at,
    madeBy: row.made_by_name,
    lowCents: row.low_cents,
    highCents: row.high_cents,
    content: contentIn(row),
    documentId: row.document_id,
    givenAt: row.given_at,
    link:
      row.link_until === null
        ? null
        : { until: row.link_until, openedAt: row.opened_at, isShut: row.link_tries >= MOST_TRIES },
    signature: signature && {
      signedAt: signature.signedAt,
      signedByName: signature.name,
      with: signature.with,
      isOnline: signature.isOnline,
    },
    withdrawnReason: row.withdrawn_reason,
  }
}
