import type { Db, Statement } from '../database/organization-db.ts'
import type { HappenedEvent } from './event.ts'

/** The outbox row of an event; sent in the transaction of the change that it tells of. */
export function tellStatement(db: Db, at: string, event: HappenedEvent): Statement {
  const { type, ...payload } = event
  return db
    .insertInto('outbox')
    .values({ type, payload: JSON.stringify(payload), at })
    .compile()
}
