import type { Temporal } from '@foyer/kernel'
import { sameValue } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { PatientChange } from '../store.ts'
import { feedColumns, type FeedField, feedFields, mayBeEmpty } from './fields.ts'
import { dropSettled, type NewProposal, saveProposals, selectHeldFields } from './store.ts'

/** What a feed would make of a record. Columns as the table has them. */
export interface FeedChange {
  readonly patientId: string
  readonly before: PatientChange
  readonly after: PatientChange
  /** The record that speaks for this one, where it was merged: what the feed says is a question there. */
  readonly survivor?: { readonly id: string; readonly row: PatientChange } | undefined
}

export interface Feed {
  readonly source: string
  readonly now: Temporal.Instant
  newId(): string
}

/**
 * Where somebody here had the last word, what a feed says of a field is asked and not taken over; fields that nobody
 * touched follow the feed. Answers for each change the columns that stay as they are.
 */
export async function holdBack(
  db: Db,
  feed: Feed,
  changes: readonly FeedChange[],
): Promise<readonly Partial<PatientChange>[]> {
  const held = new Map(
    [
      ...Map.groupBy(
        await selectHeldFields(
          db,
          changes.map(({ patientId }) => patientId),
        ),
        (row) => row.patient_id,
      ),
    ].map(([id, rows]) => [id, new Set(rows.map(({ field }) => field))]),
  )
  const asked: NewProposal[] = []
  const settled: { patient_id: string; source: string; field: string }[] = []
  const kept = changes.map(({ patientId, before, after, survivor }): Partial<PatientChange> => {
    const stays: Record<string, unknown> = {}
    for (const field of feedFields) {
      const column = feedColumns[field]
      const isHeld = survivor !== undefined || held.get(patientId)?.has(field) === true
      const isSame = sameValue(before[column], after[column])
      if (!isHeld || (survivor && isSame)) continue
      if (!isSame) stays[column] = before[column]
      const target = survivor ?? { id: patientId, row: before }
      const about = { patient_id: target.id, source: feed.source, field }
      if (sameValue(target.row[column], after[column])) settled.push(about)
      else if (isWorthAsking(field, after[column]))
        asked.push({
          ...about,
          id: feed.newId(),
          proposed: after[column] ?? null,
          current: target.row[column] ?? null,
          received_at: feed.now.toString(),
        })
    }
    return stays
  })
  await dropSettled(db, settled)
  await saveProposals(db, asked)
  return kept
}

function isWorthAsking(field: FeedField, proposed: unknown): boolean {
  return mayBeEmpty(field) || (proposed !== null && proposed !== undefined && proposed !== '')
}
