import { noteIn } from '../../../platform/audit/audit-log.ts'
import type { AuditEntry } from '../../../platform/audit/entry.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { HappenedEvent } from '../../../platform/events/event.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import { updateAnswer } from '../store.ts'
import type { StoredBefore, StoredProposal } from '../place.ts'

/** The moved visit of a link as it stands now: one of the plan, or a seat in a group that got another time. */
export async function selectAnswer(db: Db, tokenHash: Buffer): Promise<AnswerRow | undefined> {
  return (await selectItemAnswer(db, tokenHash)) ?? (await selectSeatAnswer(db, tokenHash))
}

export interface AnswerRow {
  readonly table: 'repair_item' | 'repair_seat'
  readonly repair_id: string
  readonly repair_site_id: string
  readonly appointment_id: string
  readonly patient_id: string
  readonly site_id: string
  readonly visit_type_id: string
  readonly starts_at: string
  readonly status: string
  readonly language: string
  readonly answer: string | null
  /** When it was before it went where it is now. */
  readonly before: string
}

const visitColumns = ['v.patient_id', 'v.site_id', 'v.visit_type_id', 'v.starts_at', 'v.status', 'p.language'] as const

async function selectItemAnswer(db: Db, tokenHash: Buffer): Promise<AnswerRow | undefined> {
  const row = await db
    .selectFrom('repair_item as i')
    .innerJoin('repair as r', 'r.id', 'i.repair_id')
    .innerJoin('appointment as v', 'v.id', 'i.appointment_id')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select(['i.repair_id', 'i.appointment_id', 'i.before', 'i.proposal', 'i.back_at', 'i.answer'])
    .select('r.site_id as repair_site_id')
    .select(visitColumns)
    .where('i.answer_token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return undefined
  const { before, proposal, back_at, ...rest } = row
  const was = before as unknown as StoredBefore
  const put = proposal as unknown as StoredProposal | null
  return { ...rest, table: 'repair_item', before: back_at === null ? was.start : (put?.start ?? was.start) }
}

async function selectSeatAnswer(db: Db, tokenHash: Buffer): Promise<AnswerRow | undefined> {
  const row = await db
    .selectFrom('repair_seat as s')
    .innerJoin('repair as r', 'r.id', 's.repair_id')
    .innerJoin('appointment as v', 'v.id', 's.appointment_id')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .innerJoin('repair_group as g', (join) =>
      join.onRef('g.repair_id', '=', 's.repair_id').onRef('g.group_session_id', '=', 'v.group_session_id'),
    )
    .select(['s.repair_id', 's.appointment_id', 's.answer', 'g.before_start', 'g.given_start', 'g.back_at'])
    .select('r.site_id as repair_site_id')
    .select(visitColumns)
    .where('s.answer_token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return undefined
  const { before_start, given_start, back_at, ...rest } = row
  return { ...rest, table: 'repair_seat', before: (back_at === null ? before_start : given_start) ?? rest.starts_at }
}

/** The answer, its entry in the audit trail and the event that tells of it, in one transaction. */
export async function saveAnswer(
  db: Db,
  row: AnswerRow,
  answer: 'yes' | 'other' | 'call',
  entry: AuditEntry,
  event: HappenedEvent,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await updateAnswer(tx, row.table, row.repair_id, row.appointment_id, answer, entry.at)
    await noteIn(tx, [entry])
    await tellIn(tx, entry.at, event)
  })
}
