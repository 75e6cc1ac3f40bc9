import type { Temporal } from '@foyer/kernel'
import { noteIn } from '../../platform/audit/audit-log.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { tellIn } from '../../platform/events/tell.ts'
import type { Mailer } from '../../platform/ports/mailer.ts'
import { addresseeOf } from './addressing.ts'
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

async function noteInTrail(
  db: Db,
  at: string,
  message: { id: string; patient_id: string },
  state: 'sent' | 'failed',
): Promise<void> {
  const entry = {
    at,
    actor_id: null,
    actor_name: 'foyer messages',
    actor_role: 'system',
    action: 'message.send',
    outcome: state === 'sent' ? 'ok' : 'fault',
    patient_id: message.patient_id,
    patient_ids: null,
    subject_id: message.id,
    reason: null,
    request_id: message.id,
  }
  await noteIn(db, [entry])
}

async function settle(deps: SendDeps, message: { id: string; patient_id: string }, end: End): Promise<void> {
  await inTransaction(deps.db, async (db) => {
    if (!(await settleMessage(db, message.id, end))) return
    const at = deps.now().toString()
    await tellIn(db, at, messageSettled(end.state, message.id, message.patient_id))
    // What stays here was disclosed to nobody.
    if (end.state !== 'kept') await noteInTrail(db, at, message, end.state)
  })
}

type Waiting = NonNullable<Awaited<ReturnType<typeof selectWaiting>>>

/** Answers what went wrong, or null. */
async function handOver(mailer: Mailer, message: Waiting): Promise<string | null> {
  const { calendar, calendar_method: method } = message
  try {
    await mailer.send({
      to: message.to_address,
      subject: message.subject,
      text: message.body,
      // The method was written by insertMessage only.
      calendar: calendar === null ? null : { text: calendar, method: (method ?? 'PUBLISH') as CalendarMethod },
    })
    return null
  } catch (error) {
    return mailProblem(error)
  }
}

/**
 * Hands a waiting message to the mail server; one that does not wait any more is left alone. No connection to the
 * database is held meanwhile: a mail server that hangs must not use up those of the desk.
 * @throws Error with a code only, when the mail server did not take it and it is to be tried again.
 */
export async function sendMessage(deps: SendDeps, messageId: string): Promise<void> {
  const message = await selectWaiting(deps.db, messageId)
  if (!message) return
  // What was wished, ended or found out since it was written holds too, and no way round the addressing leads out.
  const about = {
    patientId: message.patient_id,
    appointmentIds: message.appointment_id === null ? [] : [message.appointment_id],
  }
  const allowed = await addresseeOf(deps.db, about, deps.now().toString())
  if (allowed?.to.toLowerCase() !== message.to_address.toLowerCase())
    return settle(deps, message, { state: 'failed', sentAt: null, problem: 'address not allowed' })
  if (!deps.mailer) return settle(deps, message, { state: 'kept', sentAt: null, problem: null })
  const problem = await handOver(deps.mailer, message)
  const now = deps.now()
  if (problem === null) return settle(deps, message, { state: 'sent', sentAt: now.toString(), problem })
  const waited = now.epochMilliseconds - Date.parse(message.created_at)
  if (waited >= GIVE_UP_MINUTES * 60_000) return settle(deps, message, { state: 'failed', sentAt: null, problem })
  await noteProblem(deps.db, messageId, problem)
  throw new Error(`the mail server did not take it: ${problem}`)
}
