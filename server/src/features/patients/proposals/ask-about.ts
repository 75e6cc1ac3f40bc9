import type { Db } from '../../../platform/database/organization-db.ts'
import { findPatient } from '../store.ts'
import { feedColumns, type FeedField } from './fields.ts'
import type { Feed } from './hold-back.ts'
import { dropOthers, saveProposals } from './store.ts'

/**
 * What somebody outside knows otherwise of a person, who never has the last word: each field is a question. What that
 * source asked before and does not say any more is asked no longer.
 */
export async function askAbout(
  db: Db,
  feed: Feed,
  patientId: string,
  said: readonly { readonly field: FeedField; readonly proposed: unknown }[],
): Promise<void> {
  const patient = await findPatient(db, patientId)
  if (!patient) return
  await dropOthers(
    db,
    patientId,
    feed.source,
    said.map(({ field }) => field),
  )
  await saveProposals(
    db,
    said.map(({ field, proposed }) => ({
      id: feed.newId(),
      patient_id: patientId,
      source: feed.source,
      field,
      proposed,
      current: patient[feedColumns[field]] ?? null,
      received_at: feed.now.toString(),
    })),
  )
}
