import type { Db } from '../../../../platform/database/organization-db.ts'
import { type Asker, viewerOf } from '../../restricted/gate.ts'
import { selectRecordsOf } from './store.ts'

/** The records of one person, as of the merges that hold now. */
export interface PersonRecords {
  /** The one that speaks for them first, and those that lead to it, as far as the caller may open them. */
  readonly ids: readonly string[]
  /** Some lead to it that are shut to the caller. */
  readonly isCut: boolean
  /** The MRN of one that was merged into another; null for the one that speaks for them. */
  readonly mrnOf: (id: string) => string | null
}

/** What stays with a merged record (its history, who looked at it) is found through the one to which it leads. */
export async function recordsOf(ctx: Asker, db: Db, patientId: string): Promise<PersonRecords> {
  const all = await selectRecordsOf(db, patientId, viewerOf(ctx))
  const open = all.filter(({ is_shut }) => !is_shut)
  const mrns = new Map(open.slice(1).map(({ id, mrn }) => [id, mrn]))
  return {
    ids: open.map(({ id }) => id),
    isCut: open.length < all.length,
    mrnOf: (id) => mrns.get(id) ?? null,
  }
}
