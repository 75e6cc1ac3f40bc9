import { createHmac } from 'node:crypto'
import type { Db, Statement } from './database/organization-db.ts'
import { statement } from './database/statement.ts'
import { Problem } from './http/problem.ts'

/** Who sent which key for which request; the same key for another request is a mistake of the caller. */
export interface RequestKey {
  readonly staffId: string
  readonly key: string
  readonly requestHash: Buffer
}

/** Keyed, because a body can hold a password or a PIN, and a plain hash of such could be guessed from the table. */
export function requestHash(secret: string, method: string, url: string, body: unknown): Buffer {
  return createHmac('sha256', secret)
    .update(`${method} ${url} ${JSON.stringify(body ?? null)}`)
    .digest()
}

export const keyNames = ['staffId', 'key', 'hash', 'reply', 'keyAt'] as const

type KeySlots = Readonly<Record<(typeof keyNames)[number], string>>

export function insertKey(db: Pick<Db, 'insertInto'>, slots: KeySlots) {
  return db.insertInto('idempotency').values({
    staff_id: slots.staffId,
    key: slots.key,
    // A slot stands for every kind of value.
    request_hash: slots.hash as unknown as Buffer,
    status: 200,
    reply: slots.reply,
    at: slots.keyAt,
  })
}

/** What stands in the slots of `insertKey`. */
export function keyValues({ staffId, key, requestHash }: RequestKey, at: string, reply: unknown) {
  return { staffId, key, hash: requestHash, reply: JSON.stringify(reply ?? null), keyAt: at }
}

const insertKeyAlone = statement(keyNames, insertKey)

/** Takes the key within the transaction of the request; a key that is taken already fails with 23505. */
export function remember(db: Db, key: RequestKey, at: string, reply: unknown): Statement {
  return insertKeyAlone(db, keyValues(key, at, reply))
}

/**
 * What was answered under the key before, undefined when nothing was.
 * @throws Problem `key-reused` when the request was another.
 */
export async function recall(db: Db, key: RequestKey): Promise<unknown> {
  const row = await db
    .selectFrom('idempotency')
    .select(['request_hash', 'reply'])
    .where('staff_id', '=', key.staffId)
    .where('key', '=', key.key)
    .executeTakeFirst()
  if (!row) return undefined
  if (!row.request_hash.equals(key.requestHash)) throw new Problem('key-reused')
  return row.reply
}
