import { noteIn } from '../../../platform/audit/audit-log.ts'
import type { AuditEntry } from '../../../platform/audit/entry.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { HappenedEvent } from '../../../platform/events/event.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import { updateAnswer } from '../store.ts'
import type { StoredBefore, StoredProposal } from '../place.ts'

/** The moved visit of a link as it stands now. */
export async function selectAnswer(db: Db, tokenHash: Buffer) {
  const row = await db
    .selectFrom('repair_item as i')
    .innerJoin('repair as r', 'r.id', 'i.repair_id')
    .innerJoin('appointment as v', 'v.id', 'i.appointment_id')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select(['i.repair_id', 'i.appointment_id', 'i.before', 'i.proposal', 'i.back_at', 'i.answer'])
    .select('r.site_id as repair_site_id')
    .select(['v.patient_id', 'v.site_id', 'v.visit_type_id', 'v.starts_at', 'v.status', 'p.language'])
    .where('i.answer_token_hash', '=', tokenHash)
    .executeTakeFirst()
  return (
    row && {
      ...row,
      before: row.before as unknown as StoredBefore,
      proposal: row.proposal as unknown as StoredProposal | null,
    }
  )
}

export type AnswerRow = NonNullable<Awaited<ReturnType<typeof selectAnswer>>>

/** The answer, its entry in the audit trail and the event that tells of it, in one transaction. */
export async function saveAnswer(
  db: Db,
  row: AnswerRow,
  answer: 'yes' | 'other' | 'call',
  entry: AuditEntry,
  event: HappenedEvent,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await updateAnswer(tx, row.repair_id, row.appointment_id, answer, entry.at)
    await noteIn(tx, [entry])
    await tellIn(tx, entry.at, event)
  })
}
