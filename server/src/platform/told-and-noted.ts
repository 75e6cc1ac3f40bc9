import type { AuditEntry } from './audit/entry.ts'
import { entryFields } from './audit/entry.ts'
import type { Db, Statement } from './database/organization-db.ts'
import { statement } from './database/statement.ts'
import { insertKey, keyNames, keyValues, type RequestKey } from './idempotency.ts'
import type { HappenedEvent } from './events/event.ts'

const names = ['type', 'payload', 'toldAt', ...entryFields] as const

const insertBoth = statement(names, (db, { type, payload, toldAt, ...entry }) =>
  db
    .with('told', (one) => one.insertInto('outbox').values({ type, payload, at: toldAt }))
    .insertInto('audit_entry')
    .values(entry as unknown as Omit<AuditEntry, 'patient_ids'>),
)

const insertAll = statement([...names, ...keyNames], (db, slots) => {
  const { type, payload, toldAt, staffId, key, hash, reply, keyAt, ...entry } = slots
  return db
    .with('remembered', (one) => insertKey(one, { staffId, key, hash, reply, keyAt }))
    .with('told', (one) => one.insertInto('outbox').values({ type, payload, at: toldAt }))
    .insertInto('audit_entry')
    .values(entry as unknown as Omit<AuditEntry, 'patient_ids'>)
})

/** The outbox row of one event and the audit entry of the change that it tells of, as one statement. */
export function toldAndNoted(db: Db, toldAt: string, event: HappenedEvent, entry: AuditEntry): Statement {
  const { type, ...payload } = event
  return insertBoth(db, { type, payload: JSON.stringify(payload), toldAt, ...entry })
}

/** The same with the answer for the request's key; a key that is taken already fails with 23505. */
export function rememberedToldAndNoted(
  db: Db,
  key: RequestKey,
  reply: unknown,
  at: string,
  event: HappenedEvent,
  entry: AuditEntry,
): Statement {
  const { type, ...payload } = event
  return insertAll(db, {
    type,
    payload: JSON.stringify(payload),
    toldAt: at,
    ...keyValues(key, at, reply),
    ...entry,
  })
}
