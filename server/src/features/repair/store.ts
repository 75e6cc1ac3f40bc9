import type { RuleEvaluation } from '@foyer/scheduling'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import { hasPhone, personColumns } from './people/store.ts'
import type { StoredBefore, StoredProposal } from './place.ts'

/** Instants in UTC. */
interface Time {
  readonly start: string
  readonly end: string
}

export interface NewRepair extends Time {
  readonly id: string
  readonly siteId: string
  readonly resourceIds: readonly string[]
  readonly reason: string
  readonly isOptimal: boolean
  /** False where the hours say already that the time is closed. */
  readonly closes: boolean
  readonly groupIds: readonly string[]
  readonly at: string
  readonly staffId: string
  readonly name: string
}

export async function insertRepair(db: Db, repair: NewRepair): Promise<void> {
  await db
    .insertInto('repair')
    .values({
      id: repair.id,
      site_id: repair.siteId,
      resource_ids: [...repair.resourceIds],
      during: sql<string>`tstzrange(${repair.start}, ${repair.end})`,
      reason: repair.reason,
      is_optimal: repair.isOptimal,
      closes: repair.closes,
      group_ids: [...repair.groupIds],
      created_at: repair.at,
      created_by: repair.staffId,
      created_by_name: repair.name,
    })
    .execute()
}

const repairColumns = [
  'r.id',
  'r.site_id',
  'r.resource_ids',
  'r.reason',
  'r.closes',
  'r.status',
  'r.is_optimal',
  'r.version',
  'r.created_at',
  'r.created_by_name',
] as const

function selectRepairs(db: Db) {
  return db
    .selectFrom('repair as r')
    .select(repairColumns)
    .select([sql<string>`lower(r.during)`.as('from'), sql<string>`upper(r.during)`.as('until')])
}

export type RepairRow = Awaited<ReturnType<typeof listRepairRows>>[number]

export function listRepairRows(db: Db, since: string) {
  return selectRepairs(db).where('r.created_at', '>=', since).orderBy('r.created_at', 'desc').limit(100).execute()
}

export function selectRepair(db: Db, repairId: string) {
  return selectRepairs(db).where('r.id', '=', repairId).executeTakeFirst()
}

/** Nobody else decides on it or applies it until the transaction ends. */
export function lockRepair(db: Db, repairId: string) {
  return selectRepairs(db).where('r.id', '=', repairId).forUpdate().executeTakeFirst()
}

/** False once it was taken back; whoever takes it back waits until the transaction ends. */
export async function isStillWanted(db: Db, repairId: string): Promise<boolean> {
  const row = await db.selectFrom('repair').select('status').where('id', '=', repairId).forShare().executeTakeFirst()
  return row !== undefined && row.status !== 'closed'
}

/** Answers the version it has now. */
export async function touchRepair(
  db: Db,
  repairId: string,
  change: { readonly status?: 'proposed' | 'applied' | 'closed'; readonly isOptimal?: boolean } = {},
): Promise<number> {
  const row = await db
    .updateTable('repair')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(change.status === undefined ? {} : { status: change.status }),
      ...(change.isOptimal === undefined ? {} : { is_optimal: change.isOptimal }),
    }))
    .where('id', '=', repairId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export interface Planned {
  readonly appointmentId: string
  readonly before: StoredBefore
  readonly proposal: StoredProposal | null
  /** Why there is none. */
  readonly noPlace: 'nothing-free' | 'chain-gap' | null
}

/** Writes what is proposed for visits: new ones are added, those known get the new plan and keep their decision. */
export async function savePlanned(db: Db, repairId: string, planned: readonly Planned[]): Promise<void> {
  if (planned.length === 0) return
  await db
    .insertInto('repair_item')
    .values(
      planned.map(({ appointmentId, before, proposal, noPlace }) => ({
        repair_id: repairId,
        appointment_id: appointmentId,
        before: JSON.stringify(before),
        proposal: proposal && JSON.stringify(proposal),
        no_place: noPlace,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['repair_id', 'appointment_id']).doUpdateSet((eb) => ({
        before: eb.ref('excluded.before'),
        proposal: eb.ref('excluded.proposal'),
        no_place: eb.ref('excluded.no_place'),
      })),
    )
    .execute()
}

/** Items with the person and the visit type; what is proposed is read as it was written. */
export async function selectItems(db: Db, repairId: string) {
  const rows = await db
    .selectFrom('repair_item as i')
    .innerJoin('appointment as v', 'v.id', 'i.appointment_id')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select(personColumns)
    .select([
      'i.appointment_id',
      'i.before',
      'i.proposal',
      'i.decision',
      'i.decided_by_name',
      'i.reason',
      'i.no_place',
      'i.overtaken_by',
    ])
    .select([
      'i.applied_at',
      'i.told_at',
      'i.answer',
      'i.answered_at',
      'i.rules_before',
      'i.back_at',
      'i.stays_because',
    ])
    .select(['v.visit_type_id', 'v.site_id', 'v.version', 'v.status', 'v.starts_at'])
    .select(hasPhone(db).as('has_phone'))
    .where('i.repair_id', '=', repairId)
    .orderBy(sql`i.before ->> 'start'`)
    .orderBy('i.appointment_id')
    .execute()
  return rows.map((row) => ({
    ...row,
    before: row.before as unknown as StoredBefore,
    proposal: row.proposal as unknown as StoredProposal | null,
    rules_before: row.rules_before as unknown as readonly RuleEvaluation[] | null,
  }))
}

export type ItemRow = Awaited<ReturnType<typeof selectItems>>[number]

/** Of each repair: all items, what is open, what is accepted and waits, what was moved, and who of them is silent. */
export function countItems(db: Db, repairIds: readonly string[]) {
  return db
    .selectFrom('repair_item as i')
    .select('i.repair_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('affected'),
      sql<number>`count(*) filter (where i.applied_at is null and i.decision in ('open', 'overtaken'))`.as('open'),
      sql<number>`count(*) filter (where i.applied_at is null and i.decision = 'accepted')`.as('accepted'),
      sql<number>`count(*) filter (where i.applied_at is not null and i.back_at is null and i.decision = 'accepted')`.as(
        'moved',
      ),
      sql<number>`count(i.back_at)`.as('back'),
      sql<number>`count(*) filter (where i.told_at is not null and i.answer is null)`.as('unanswered'),
    ])
    .where(sql<boolean>`i.repair_id = any(${repairIds}::uuid[])`)
    .groupBy('i.repair_id')
    .execute()
}

export function lockItem(db: Db, repairId: string, appointmentId: string) {
  return db
    .selectFrom('repair_item as i')
    .innerJoin('appointment as v', 'v.id', 'i.appointment_id')
    .select(['i.decision', 'i.applied_at', 'i.told_at', 'i.answer', 'v.patient_id'])
    .select((eb) => eb('i.proposal', 'is not', null).$castTo<boolean>().as('has_proposal'))
    .where('i.repair_id', '=', repairId)
    .where('i.appointment_id', '=', appointmentId)
    .forUpdate('i')
    .executeTakeFirst()
}

export interface Decision {
  readonly decision: 'open' | 'accepted' | 'kept' | 'cancelled' | 'overtaken'
  readonly reason: string | null
  readonly at: string
  readonly name: string
  /** With `overtaken` only. */
  readonly overtakenBy?: OvertakenBy
}

export type OvertakenBy = 'place-taken' | 'visit-changed' | 'patient-busy' | 'rule' | 'chain-gap'

export async function updateDecision(db: Db, repairId: string, appointmentId: string, made: Decision): Promise<void> {
  await db
    .updateTable('repair_item')
    .set({
      decision: made.decision,
      reason: made.reason,
      decided_at: made.at,
      decided_by_name: made.name,
      overtaken_by: made.overtakenBy ?? null,
    })
    .where('repair_id', '=', repairId)
    .where('appointment_id', '=', appointmentId)
    .where('applied_at', 'is', null)
    .execute()
}

export async function acceptOpen(db: Db, repairId: string, at: string, name: string): Promise<readonly string[]> {
  const rows = await db
    .updateTable('repair_item')
    .set({ decision: 'accepted', reason: null, decided_at: at, decided_by_name: name, overtaken_by: null })
    .where('repair_id', '=', repairId)
    .where('applied_at', 'is', null)
    .where('decision', 'in', ['open', 'overtaken'])
    .where('proposal', 'is not', null)
    .returning('appointment_id')
    .execute()
  return rows.map((row) => row.appointment_id)
}

export interface Applied {
  readonly decision: 'accepted' | 'cancelled'
  readonly at: string
  /** Null where the patient need not be told. */
  readonly toldAt: string | null
  readonly tokenHash: Buffer | null
  /** How the rules stood for the time it leaves; null where it leaves none. */
  readonly rules: readonly RuleEvaluation[] | null
}

/** False when somebody else applied it, or decided otherwise, a moment before. */
export async function markApplied(db: Db, repairId: string, appointmentId: string, applied: Applied): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('repair_item')
    .set({
      applied_at: applied.at,
      told_at: applied.toldAt,
      answer_token_hash: applied.tokenHash,
      rules_before: applied.rules && JSON.stringify(applied.rules),
    })
    .where('repair_id', '=', repairId)
    .where('appointment_id', '=', appointmentId)
    .where('decision', '=', applied.decision)
    .where('applied_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The visit was settled by somebody else: nothing is left to do for it here. */
export async function markSettled(
  db: Db,
  repairId: string,
  appointmentIds: readonly string[],
  at: string,
): Promise<void> {
  if (appointmentIds.length === 0) return
  await db
    .updateTable('repair_item')
    .set({ decision: 'overtaken', proposal: null, applied_at: at })
    .where('repair_id', '=', repairId)
    .where('appointment_id', 'in', appointmentIds)
    .where('applied_at', 'is', null)
    .execute()
}

/** Of a visit of the plan, or of a seat in a group that got another time. */
export async function updateAnswer(
  db: Db,
  table: 'repair_item' | 'repair_seat',
  repairId: string,
  appointmentId: string,
  answer: 'yes' | 'other' | 'call' | 'by-phone',
  at: string,
): Promise<void> {
  await db
    .updateTable(table)
    .set({ answer, answered_at: at })
    .where('repair_id', '=', repairId)
    .where('appointment_id', '=', appointmentId)
    .execute()
}
