import type { Db } from '../../platform/database/organization-db.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { tellIn } from '../../platform/events/tell.ts'
import { messageQueued, messageSettled } from './events.ts'
import { insertMessage, type NewMessage } from './store.ts'

export type { NewMessage } from './store.ts'

/**
 * Puts a message into the outbox, from where it is sent by a job; one that may go to nobody stands there for the desk. `eventId` is the outbox id of the event that it
 * answers: the same event twice makes one message. Joins the transaction of `db`, or opens one.
 */
export async function queueMessage(db: Db, message: NewMessage): Promise<void> {
  async function queue(tx: Db): Promise<void> {
    if (!(await insertMessage(tx, message))) return
    const { id, patientId } = message
    await tellIn(
      tx,
      message.createdAt,
      message.to.to === null ? messageSettled('failed', id, patientId) : messageQueued(id, patientId),
    )
  }
  if (db.isTransaction) await queue(db)
  else await inTransaction(db, queue)
}
