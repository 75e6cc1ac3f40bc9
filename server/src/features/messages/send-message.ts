import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../platform/database/organization-db.ts'
import { tellStatement } from '../../platform/events/tell.ts'
import type { Mailer } from '../../platform/ports/mailer.ts'
import { messageSettled } from './events.ts'
import { mailProblem } from './mail-problem.ts'
import { type CalendarMethod, noteProblem, selectWaiting, settleMessage } from './store.ts'

/**
 * A message that no server took for this long has failed. Shorter than the time over which a job is tried again (its
 * tenth and last time comes after 34 minutes or more), so that none is left waiting without a job.
 */
export const GIVE_UP_MINUTES = 30

export interface SendDeps {
  readonly db: Db
  readonly now: () => Temporal.Instant
  /** Null: no mail server is set up; the message stays here and says so. */
  readonly mailer: Mailer | null
}

type End = Parameters<typeof settleMessage>[2]

async function settle(deps: SendDeps, message: { id: string; patient_id: string }, end: End): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    if (!(await settleMessage(db, message.id, end))) return
    const event = messageSettled(end.state, message.id, message.patient_id)
    const statement = tellStatement(db, deps.now().toString(), event)
    await db.executeQuery('compile' in statement ? statement.compile() : statement)
  })
}

/**
 * Hands a waiting message to the mail server; one that does not wait any more is left alone. No connection to the
 * database is held meanwhile: a mail server that hangs must not use up those of the desk.
 * @throws Error with a code only, when the mail server did not take it and it is to be tried again.
 */
export async function sendMessage(deps: SendDeps, messageId: string): Promise<void> {
  const message = await selectWaiting(deps.db, messageId)
  if (!message) return
  if (!deps.mailer) return settle(deps, message, { state: 'kept', sentAt: null, problem: null })
  try {
    await deps.mailer.send({
      to: message.to_address,
      subject: message.subject,
      text: message.body,
      calendar:
        message.calendar === null
          ? null
          : { text: message.calendar, method: (message.calendar_method ?? 'PUBLISH') as CalendarMethod },
    })
  } catch (error) {
    const problem = mailProblem(error)
    const waited = deps.now().epochMilliseconds - Date.parse(message.created_at)
    if (waited >= GIVE_UP_MINUTES * 60_000) return settle(deps, message, { state: 'failed', sentAt: null, problem })
    await noteProblem(deps.db, messageId, problem)
    throw new Error(`the mail server did not take it: ${problem}`)
  }
  await settle(deps, message, { state: 'sent', sentAt: deps.now().toString(), problem: null })
}
