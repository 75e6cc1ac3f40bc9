import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { PayerLine } from '../../../platform/ports/payer-exchange.ts'
import type { Connection } from './connections/store.ts'
import type { Enrolment, EnrolmentKey, Payer, PayerTransaction, Plan } from './payer.ts'

type PayerRow = {
  readonly id: string
  readonly name: string
  readonly payer_id: string | null
  readonly kind: string
  readonly phone: string | null
  readonly active: boolean
}

function payerOf({ id, name, payer_id, kind, phone, active }: PayerRow): Payer {
  // A check of the table.
  return { id, name, number: payer_id, kind: kind as Payer['kind'], phone, active }
}

export async function selectPayers(db: Db): Promise<readonly Payer[]> {
  return (await db.selectFrom('payer').selectAll().orderBy('name').execute()).map(payerOf)
}

/** Locked until the end of the transaction. */
export async function lockPayer(db: Db, id: string): Promise<Payer | null> {
  const row = await db.selectFrom('payer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? payerOf(row) : null
}

export async function updatePayer(db: Db, { id, name, number, kind, phone, active }: Payer): Promise<void> {
  await db.updateTable('payer').set({ name, payer_id: number, kind, phone, active }).where('id', '=', id).execute()
}

export async function selectPlans(db: Db, payerId: string | null = null): Promise<readonly Plan[]> {
  const rows = await db
    .selectFrom('plan')
    .selectAll()
    .$if(payerId !== null, (query) => query.where('payer_id', '=', payerId))
    .orderBy('active', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(({ payer_id, type, in_network, ...plan }) => ({
    ...plan,
    payerId: payer_id,
    type: type as Plan['type'],
    isInNetwork: in_network,
  }))
}

export async function savePlan(db: Db, { id, payerId, isInNetwork, ...written }: Plan): Promise<void> {
  const fields = { ...written, in_network: isInNetwork }
  await db
    .insertInto('plan')
    .values({ id, payer_id: payerId, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}

export async function selectEnrolments(db: Db): Promise<readonly Enrolment[]> {
  const rows = await db.selectFrom('payer_enrolment').selectAll().orderBy('transaction').execute()
  return rows.map((row) => ({
    payerId: row.payer_id,
    connectionId: row.connection_id,
    transaction: row.transaction as Enrolment['transaction'],
    knownAs: row.known_as,
    state: row.state as Enrolment['state'],
    since: row.since,
  }))
}

export async function saveEnrolment(db: Db, one: Enrolment): Promise<void> {
  const fields = { known_as: one.knownAs, state: one.state, since: one.since }
  await db
    .insertInto('payer_enrolment')
    .values({ payer_id: one.payerId, connection_id: one.connectionId, transaction: one.transaction, ...fields })
    .onConflict((conflict) => conflict.columns(['payer_id', 'transaction', 'connection_id']).doUpdateSet(fields))
    .execute()
}

/** Whether there was one. */
export async function deleteEnrolment(db: Db, { payerId, connectionId, transaction }: EnrolmentKey): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('payer_enrolment')
    .where('payer_id', '=', payerId)
    .where('connection_id', '=', connectionId)
    .where('transaction', '=', transaction)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** A connection over which one payer takes a kind of exchange. */
export interface Way {
  readonly payerId: string
  readonly payerName: string
  /** The payer's number there (NM109 of the payer). */
  readonly knownAs: string
  readonly connectionId: string
  /** `sftp` takes files only: nothing is answered at once. */
  readonly kind: PayerLine['kind']
  readonly settings: Connection['settings']
  readonly isSandbox: boolean
}

/**
 * The best way to each payer: one that answers at once before one that takes files, one that is not down before one that is,
 * then the newest enrolment. None to a payer, or over a connection, that is not in use.
 */
export async function selectWays(
  db: Db,
  transaction: PayerTransaction,
  among: { readonly payerIds?: readonly string[]; readonly connectionId?: string } = {},
): Promise<readonly Way[]> {
  const { payerIds, connectionId } = among
  const rows = await db
    .selectFrom('payer_enrolment as e')
    .innerJoin('payer_connection as c', 'c.id', 'e.connection_id')
    .innerJoin('payer as p', 'p.id', 'e.payer_id')
    .distinctOn('e.payer_id')
    .select([
      'e.payer_id as payerId',
      'p.name as payerName',
      'e.known_as as knownAs',
      'e.connection_id as connectionId',
    ])
    .select(['c.kind', 'c.settings', 'c.is_sandbox as isSandbox'])
    .where('e.transaction', '=', transaction)
    .where('e.state', '=', 'active')
    .where('c.active', '=', true)
    .where('p.active', '=', true)
    .$if(payerIds !== undefined, (query) => query.where(sql<boolean>`e.payer_id = any(${payerIds}::uuid[])`))
    .$if(connectionId !== undefined, (query) => query.where('e.connection_id', '=', connectionId ?? ''))
    .orderBy('e.payer_id')
    .orderBy(sql`c.kind = 'sftp'`)
    .orderBy(sql`c.down_since is not null`)
    .orderBy(sql`e.since desc nulls last`)
    .orderBy('c.name')
    .execute()
  // Checks of the table.
  return rows.map((row) => ({ ...row, kind: row.kind as Way['kind'], settings: row.settings as Way['settings'] }))
}

/** One of those that take eligibility questions over a connection. */
export async function selectPayerOn(
  db: Db,
  connectionId: string,
): Promise<{ readonly name: string; readonly knownAs: string } | undefined> {
  return db
    .selectFrom('payer_enrolment as e')
    .innerJoin('payer as p', 'p.id', 'e.payer_id')
    .select(['p.name', 'e.known_as as knownAs'])
    .where('e.connection_id', '=', connectionId)
    .where('e.transaction', '=', '270')
    .where('e.state', '=', 'active')
    .orderBy('p.name')
    .limit(1)
    .executeTakeFirst()
}
