import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { PayerLine } from '../../../../platform/ports/payer-exchange.ts'
import type { SealedByKey } from '../../../../platform/sealing/keys.ts'
import type { LineHealth } from './line-health.ts'

export interface Connection extends LineHealth {
  readonly id: string
  readonly name: string
  readonly kind: PayerLine['kind']
  readonly address: string
  readonly settings: Readonly<Record<string, string>>
  readonly senderId: string
  readonly receiverId: string
  readonly usage: 'P' | 'T'
  readonly active: boolean
  readonly isSandbox: boolean
  readonly sealed: SealedByKey | null
  readonly lastAnswerAt: string | null
}

interface Row {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly address: string
  readonly settings: unknown
  readonly sender_id: string
  readonly receiver_id: string
  readonly usage: string
  readonly active: boolean
  readonly is_sandbox: boolean
  readonly secret: Buffer | null
  readonly secret_nonce: Buffer | null
  readonly secret_key_version: number | null
  readonly down_since: string | null
  readonly retry_at: string | null
  readonly failures: number
  readonly last_answer_at: string | null
}

function connectionOf(row: Row): Connection {
  const { secret, secret_nonce: nonce, secret_key_version: keyVersion } = row
  return {
    id: row.id,
    name: row.name,
    // Checks of the table.
    kind: row.kind as Connection['kind'],
    address: row.address,
    settings: row.settings as Connection['settings'],
    senderId: row.sender_id,
    receiverId: row.receiver_id,
    usage: row.usage as Connection['usage'],
    active: row.active,
    isSandbox: row.is_sandbox,
    sealed: secret && nonce && keyVersion !== null ? { sealed: secret, nonce, keyVersion } : null,
    downSince: row.down_since,
    retryAt: row.retry_at,
    failures: row.failures,
    lastAnswerAt: row.last_answer_at,
  }
}

export async function selectConnections(db: Db): Promise<readonly Connection[]> {
  const rows = await db.selectFrom('payer_connection').selectAll().orderBy('name').execute()
  return rows.map(connectionOf)
}

export async function selectConnection(db: Db, id: string): Promise<Connection | null> {
  const row = await db.selectFrom('payer_connection').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? connectionOf(row) : null
}

export async function lockConnection(db: Db, id: string): Promise<Connection | null> {
  const row = await db.selectFrom('payer_connection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? connectionOf(row) : null
}

type Written = Omit<Connection, 'isSandbox' | 'downSince' | 'retryAt' | 'failures' | 'lastAnswerAt'>

export async function saveConnection(db: Db, { id, sealed, ...written }: Written): Promise<void> {
  const fields = {
    name: written.name,
    kind: written.kind,
    address: written.address,
    settings: JSON.stringify(written.settings),
    sender_id: written.senderId,
    receiver_id: written.receiverId,
    usage: written.usage,
    active: written.active,
    ...secretFields(sealed),
  }
  await db
    .insertInto('payer_connection')
    .values({ id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}

function secretFields(sealed: SealedByKey | null) {
  return {
    secret: sealed?.sealed ?? null,
    secret_nonce: sealed?.nonce ?? null,
    secret_key_version: sealed?.keyVersion ?? null,
  }
}

export async function updateSecret(db: Db, id: string, sealed: SealedByKey | null): Promise<void> {
  await db.updateTable('payer_connection').set(secretFields(sealed)).where('id', '=', id).execute()
}

/** Connections whose secret an older key seals. */
export async function selectOlderSecrets(db: Db, newest: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('payer_connection')
    .select('id')
    .where('secret', 'is not', null)
    .where('secret_key_version', '<', newest)
    .execute()
  return rows.map(({ id }) => id)
}

/** It went another way now, and what was known of it is about the old one. */
export async function forgetState(db: Db, id: string): Promise<void> {
  await db
    .updateTable('payer_connection')
    .set({ down_since: null, retry_at: null, failures: 0, last_answer_at: null })
    .where('id', '=', id)
    .execute()
}

/** Held until the end of the transaction; questions over the connection may be written meanwhile. */
export async function lockHealth(db: Db, id: string): Promise<LineHealth | null> {
  const row = await db
    .selectFrom('payer_connection')
    .select(['failures', 'down_since as downSince', 'retry_at as retryAt'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** @param answeredAt null where it did not answer */
export async function saveHealth(db: Db, id: string, health: LineHealth, answeredAt: string | null): Promise<void> {
  const { failures, downSince, retryAt } = health
  await db
    .updateTable('payer_connection')
    .set({ failures, down_since: downSince, retry_at: retryAt })
    .$if(answeredAt !== null, (query) => query.set({ last_answer_at: answeredAt }))
    .where('id', '=', id)
    .execute()
}

/** ISA13, GS06 and the like have nine digits; after the last comes the first again (X12 006010, ISA13). */
const greatestControl = 999_999_999

export async function takeControlNumber(db: Db, id: string): Promise<number> {
  const { last_control: number } = await db
    .updateTable('payer_connection')
    .set({ last_control: sql`last_control % ${greatestControl}::bigint + 1` })
    .where('id', '=', id)
    .returning('last_control')
    .executeTakeFirstOrThrow()
  return number
}
