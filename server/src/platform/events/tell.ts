import { type Db, runIn, type Statement } from '../database/organization-db.ts'
import { statement } from '../database/statement.ts'
import type { HappenedEvent } from './event.ts'

const insertEvent = statement(['type', 'payload', 'at'], (db, values) => db.insertInto('outbox').values(values))

/** The outbox row of an event; sent in the transaction of the change that it tells of. */
export function tellStatement(db: Db, at: string, event: HappenedEvent): Statement {
  const { type, ...payload } = event
  return insertEvent(db, { type, payload: JSON.stringify(payload), at })
}

/** Tells in the caller's transaction where no request stands behind it; in one, `ctx.tell` does. */
export async function tellIn(db: Db, at: string, event: HappenedEvent): Promise<void> {
  await runIn(db, tellStatement(db, at, event))
}
