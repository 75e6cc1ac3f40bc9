import { createHmac } from 'node:crypto'
import type { Db, Statement } from './database/organization-db.ts'
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

/** Takes the key within the transaction of the request; a key that is taken already fails with 23505. */
export function remember(db: Db, key: RequestKey, at: string, reply: unknown): Statement {
  return db
    .insertInto('idempotency')
    .values({
      staff_id: key.staffId,
      key: key.key,
      request_hash: key.requestHash,
      status: 200,
      reply: JSON.stringify(reply ?? null),
      at,
    })
    .compile()
}

/** What was answered under the key before. @throws Problem `key-reused` when the request was another. */
export async function recall(db: Db, key: RequestKey): Promise<unknown> {
  const row = await db
    .selectFrom('idempotency')
    .select(['request_hash', 'reply'])
    .where('staff_id', '=', key.staffId)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow()
  if (!row.request_hash.equals(key.requestHash)) throw new Problem('key-reused')
  return row.reply
}
