import type { peopleExport, Reply } from '@foyer/contract'
import type { RequestRow } from './store.ts'

export type AccessRequest = Reply<typeof peopleExport.requestAccess>

/** The columns' checks list the same words as the contract. */
export function presentRequest(row: RequestRow): AccessRequest {
  return {
    id: row.id,
    relatedPersonId: row.related_person_id,
    askedBy: row.asked_by_name,
    identityCheck: row.identity_check as AccessRequest['identityCheck'],
    form: row.form as AccessRequest['form'],
    language: row.language as AccessRequest['language'],
    requestedOn: row.requested_on,
    dueOn: row.due_on,
    given:
      row.given_at === null
        ? null
        : { at: row.given_at, delivered: row.delivered as NonNullable<AccessRequest['given']>['delivered'] },
  }
}
