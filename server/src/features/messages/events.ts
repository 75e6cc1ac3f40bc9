import type { Db } from '../../platform/database/organization-db.ts'
import type { HappenedEvent } from '../../platform/events/event.ts'
import { tellStatement } from '../../platform/events/tell.ts'

export function messageQueued(id: string, patientId: string): HappenedEvent {
  return { type: 'message.queued', id, patientId }
}

export function messageSettled(state: 'sent' | 'kept' | 'failed', id: string, patientId: string): HappenedEvent {
  return { type: `message.${state}`, id, patientId }
}

/** Tells in the transaction `tx`, where there is no request to tell for. */
export async function tellIn(tx: Db, at: string, event: HappenedEvent): Promise<void> {
  const statement = tellStatement(tx, at, event)
  await tx.executeQuery('compile' in statement ? statement.compile() : statement)
}
