import type { Db } from '../../../platform/database/organization-db.ts'
import { findPatient } from '../store.ts'
import { feedColumns, type FeedField, isFeedField } from './fields.ts'
import type { Feed } from './hold-back.ts'
import type { policyField } from './policies/proposed-policy.ts'
import { dropOthers, saveProposals } from './store.ts'

export interface Said {
  readonly field: FeedField | typeof policyField
  /** Tells apart what is asked of one field; absent: the field holds one thing. */
  readonly about?: string
  readonly proposed: unknown
}

/**
 * What somebody outside knows otherwise of a person, who never has the last word: each field is a question. What that
 * source asked before and does not say any more is asked no longer.
 */
export async function askAbout(db: Db, feed: Feed, patientId: string, said: readonly Said[]): Promise<void> {
  const patient = await findPatient(db, patientId)
  if (!patient) return
  const asked = said.map(({ about = '', ...one }) => ({ ...one, about }))
  await dropOthers(db, patientId, feed.source, asked)
  await saveProposals(
    db,
    asked.map(({ field, about, proposed }) => ({
      id: feed.newId(),
      patient_id: patientId,
      source: feed.source,
      field,
      about,
      proposed,
      current: isFeedField(field) ? (patient[feedColumns[field]] ?? null) : null,
      received_at: feed.now.toString(),
    })),
  )
}
