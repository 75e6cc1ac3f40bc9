import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { isShut, type Viewer } from '../restricted/store.ts'
import { lineColumns } from '../store.ts'

/** Fields of these people whose last change was not a feed's: somebody here had the last word. */
export async function selectHeldFields(db: Db, patientIds: readonly string[]) {
  const last = db
    .selectFrom('patient_change as c')
    .distinctOn(['c.patient_id', 'c.field'])
    .select(['c.patient_id', 'c.field', 'c.source'])
    .where(sql<boolean>`c.patient_id = any(${patientIds}::uuid[])`)
    .orderBy('c.patient_id')
    .orderBy('c.field')
    .orderBy('c.id', 'desc')
  return db
    .selectFrom(last.as('last'))
    .select(['last.patient_id', 'last.field'])
    .where('last.source', 'not in', ['import', 'feed'])
    .execute()
}

export interface NewProposal {
  readonly id: string
  readonly patient_id: string
  readonly source: string
  readonly field: string
  /** Absent: the field holds one thing. */
  readonly about?: string
  readonly proposed: unknown
  readonly current: unknown
  readonly received_at: string
}

/**
 * Keeps proposals, one of each feed, field and what it is about: a later one takes the place of one that is open. What was
 * declined is not asked again while the feed says the same; of what has an `about`, that alone says so.
 */
export async function saveProposals(db: Db, proposals: readonly NewProposal[]): Promise<void> {
  if (proposals.length === 0) return
  const rows = JSON.stringify(proposals)
  await db
    .insertInto('change_proposal')
    .columns(['id', 'patient_id', 'source', 'field', 'about', 'proposed', 'current', 'received_at'])
    .expression(
      sql`select said.id, said.patient_id, said.source, said.field, coalesce(said.about, ''), said.proposed, said.current,
          said.received_at
        from jsonb_to_recordset(${rows}::jsonb) as said(id uuid, patient_id uuid, source text, field text,
          about text, proposed jsonb, current jsonb, received_at timestamptz)
        where not exists (select from ${sql.table('change_proposal')} as d where d.patient_id = said.patient_id
          and d.source = said.source and d.field = said.field and d.state = 'declined'
          and d.about = coalesce(said.about, '') and (d.about <> '' or d.proposed is not distinct from said.proposed))`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['patient_id', 'source', 'field', 'about'])
        // In words and not as a value: without it no plan knows which index is meant.
        .where(sql<boolean>`state = 'open'`)
        .doUpdateSet((row) => ({
          proposed: row.ref('excluded.proposed'),
          current: row.ref('excluded.current'),
          received_at: row.ref('excluded.received_at'),
        })),
    )
    .execute()
}

/** The feed says by now what stands in the record: there is nothing left to ask. */
export async function dropSettled(
  db: Db,
  settled: readonly { readonly patient_id: string; readonly source: string; readonly field: string }[],
): Promise<void> {
  if (settled.length === 0) return
  await db
    .deleteFrom('change_proposal')
    .where('state', '=', 'open')
    .where(
      sql<boolean>`(patient_id, source, field) in (select patient_id, source, field
        from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as said(patient_id uuid, source text, field text))`,
    )
    .execute()
}

const proposal = ['g.id', 'g.patient_id', 'g.source', 'g.field', 'g.proposed', 'g.received_at', 'g.state'] as const

/** Open ones of those whose records the viewer may open, the oldest first, with what stands in the record now. */
export async function selectOpenProposals(db: Db, limit: number, viewer: Viewer) {
  const open = db
    .selectFrom('change_proposal as g')
    .innerJoin('patient', 'patient.id', 'g.patient_id')
    .where('g.state', '=', 'open')
    .where('patient.merged_into', 'is', null)
    .where(sql<boolean>`not ${isShut(db, 'patient', viewer)}`)
  const { total } = await open.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await open
    .select(proposal)
    .select(lineColumns)
    .select('g.id as proposal_id')
    .select(['patient.sex', 'patient.address', 'patient.deceased', 'patient.general_practitioner'])
    .orderBy('g.received_at')
    .orderBy('g.id')
    .limit(limit)
    .execute()
  return { total, rows }
}

export async function selectProposalsOf(db: Db, patientId: string) {
  return db
    .selectFrom('change_proposal as g')
    .select(proposal)
    .where('g.patient_id', '=', patientId)
    .where('g.state', '=', 'open')
    .orderBy('g.received_at')
    .orderBy('g.id')
    .execute()
}

/** Locked, so that two who decide do it after one another. */
export async function lockProposal(db: Db, patientId: string, proposalId: string) {
  return db
    .selectFrom('change_proposal as g')
    .select(proposal)
    .where('g.id', '=', proposalId)
    .where('g.patient_id', '=', patientId)
    .forUpdate()
    .executeTakeFirst()
}

export async function setDecided(
  db: Db,
  proposalId: string,
  state: 'taken' | 'declined',
  by: { readonly at: string; readonly staffId: string | null },
): Promise<void> {
  await db
    .updateTable('change_proposal')
    .set({ state, decided_at: by.at, decided_by: by.staffId })
    .where('id', '=', proposalId)
    .execute()
}

/** Open questions of a source about other things than these. */
export async function dropOthers(
  db: Db,
  patientId: string,
  source: string,
  asked: readonly { readonly field: string; readonly about: string }[],
): Promise<void> {
  await db
    .deleteFrom('change_proposal')
    .where('patient_id', '=', patientId)
    .where('source', '=', source)
    .where('state', '=', 'open')
    .where(
      sql<boolean>`(field, about) not in (select field, about
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as said(field text, about text))`,
    )
    .execute()
}

export async function dropProposals(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('change_proposal')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('state', '=', 'open')
    .execute()
}
