import type { Db } from '../../platform/database/organization-db.ts'
import { messageQueued, tellIn } from './events.ts'
import { insertMessage, type NewMessage } from './store.ts'

export type { NewMessage } from './store.ts'

/**
 * Puts a message into the outbox, from where it is sent by a job. `eventId` is the outbox id of the event that it
 * answers: the same event twice makes one message. Joins the transaction of `db`, or opens one.
 */
export async function queueMessage(db: Db, message: NewMessage): Promise<void> {
  async function queue(tx: Db): Promise<void> {
    if (!(await insertMessage(tx, message))) return
    await tellIn(tx, message.createdAt, messageQueued(message.id, message.patientId))
  }
  if (db.isTransaction) await queue(db)
  else await db.transaction().execute(queue)
}
