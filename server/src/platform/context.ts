import type { Result, Temporal } from '@foyer/kernel'
import { type Actor, staffOf } from './auth/sessions.ts'
import type { AuditEntry } from './audit/entry.ts'
import { insertEntries } from './audit/audit-log.ts'
import type { Clock } from './clock.ts'
import { databaseFault, type Db, runIn, saveTogether, type Statement } from './database/organization-db.ts'
import type { Pool } from './database/pool.ts'
import { isJoinable } from './database/statement.ts'
import { inTransaction, tryAgain } from './database/transaction.ts'
import type { HappenedEvent } from './events/event.ts'
import { tellIn, tellStatement } from './events/tell.ts'
import { rememberedToldAndNoted, toldAndNoted } from './told-and-noted.ts'
import type { Organization } from './organizations.ts'
import { recall, remember, type RequestKey } from './idempotency.ts'

/** What a use case needs to know of the request: who asks, for which organization, when. */
export interface Ctx {
  readonly organization: Organization
  readonly db: Db
  readonly actor: Actor
  /** One moment for the whole request. */
  readonly now: Temporal.Instant
  readonly requestId: string
  newId(): string
  /** Says which patients the request concerns, for the audit trail; a list stands for all that was shown. */
  touch(patients: string | readonly string[], subjectId?: string): void
  /** Why it was done, where the person gave a reason. */
  because(reason: string | null): void
  /**
   * Load, decide, save, tell in one transaction; a refusal rolls it back. The audit entry and the answer for the
   * request's Idempotency-Key are part of the transaction, so what was done is known to have been done. `work` may run
   * more than once (see `inTransaction`): what it gathers it begins anew each time.
   */
  tx<T, E>(work: (db: Db) => Promise<Result<T, E>>): Promise<Result<T, E>>
  /** What was answered under this request's key before; undefined for a first request. For rules that look at the clock. */
  recall(): Promise<unknown>
  /** Tells within `tx`. */
  tell(db: Db, event: HappenedEvent): Promise<void>
  /**
   * The same for statements that need nothing of one another, in one round trip. `value` is what is answered; its
   * faults (such as 23P01, an opening taken) are thrown for the use case to read with `databaseFault`.
   */
  save<T>(value: T, statements: readonly Statement[], events: readonly HappenedEvent[]): Promise<T>
  /**
   * For one of several things that a request does, each for itself: a transaction, an answer remembered under `name` and
   * an audit entry `action` of its own.
   */
  step(name: string, action: string): Ctx
}

export interface CtxOptions {
  readonly pool: Pool
  readonly clock: Clock
  readonly organization: Organization
  readonly actor: Actor
  readonly requestId: string
  /** Name in the audit trail; null leaves none. */
  readonly action: string | null
  /** A good answer that named no patient leaves no entry. */
  readonly onlyPatients?: boolean
  readonly key: RequestKey | null
  /** After the commit. */
  readonly onTold: (organization: string, events: readonly HappenedEvent[]) => void
}

export interface OpenCtx extends Ctx {
  /** The entry for this request. `written` when a transaction carried it already. */
  auditEntry(outcome: string): AuditEntry | null
  readonly audit: { written: boolean }
}

export function openCtx(options: CtxOptions): OpenCtx {
  const { pool, organization, actor, requestId, clock } = options
  const now = clock.now()
  const at = now.toString()
  const concerned: {
    one: string | null
    many: readonly string[] | null
    subject: string | null
    reason: string | null
  } = {
    one: null,
    many: null,
    subject: null,
    reason: null,
  }
  const audit = { written: false }
  let told: HappenedEvent[] = []

  function auditEntry(outcome: string): AuditEntry | null {
    if (options.action === null) return null
    const namesNobody = concerned.one === null && (concerned.many?.length ?? 0) === 0
    if (options.onlyPatients && namesNobody && outcome === 'ok') return null
    return {
      at,
      actor_id: staffOf(actor),
      actor_name: actor.name,
      actor_role: actor.role,
      action: options.action,
      outcome,
      patient_id: concerned.one,
      patient_ids: concerned.many,
      subject_id: concerned.subject,
      reason: concerned.reason,
      request_id: requestId,
    }
  }

  function auditStatements(): Statement[] {
    const entry = auditEntry('ok')
    return entry ? [insertEntries(organization.db, [entry])] : []
  }

  /**
   * The statements of a change, and before them the key, so that a second request waits there, and what is told and noted.
   */
  function whole(answer: unknown, statements: readonly Statement[], events: readonly HappenedEvent[]): Statement[] {
    const { db } = organization
    const entry = auditEntry('ok')
    const [event] = events
    const [change] = statements
    const { key } = options
    // Most that happens is one thing: each statement less is time for the others.
    if (entry && event && events.length === 1) {
      if (!key) return [toldAndNoted(db, at, event, entry), ...statements]
      return change && statements.length === 1 && isJoinable(change)
        ? [rememberedToldAndNoted(db, key, answer, at, event, entry, change)]
        : [rememberedToldAndNoted(db, key, answer, at, event, entry), ...statements]
    }
    return [
      ...(key ? [remember(db, key, at, answer)] : []),
      ...events.map((one) => tellStatement(db, at, one)),
      ...auditStatements(),
      ...statements,
    ]
  }

  /** The same key twice at once: the second waits for the first at the key's row, then answers the same. */
  async function once<T>(work: () => Promise<T>, replay: (stored: unknown) => T): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const fault = databaseFault(error)
      if (!options.key || fault?.code !== '23505' || fault.constraint !== 'idempotency_pkey') throw error
      return replay(await recall(organization.db, options.key))
    }
  }

  function done(): void {
    audit.written = true
    if (told.length > 0) options.onTold(organization.slug, told)
  }

  return {
    organization,
    db: organization.db,
    actor,
    now,
    requestId,
    newId: () => clock.id(),
    touch: (patients, subjectId) => {
      if (typeof patients === 'string') concerned.one = patients
      else concerned.many = patients
      if (subjectId !== undefined) concerned.subject = subjectId
    },
    because: (reason) => {
      // No table takes the character NUL, and an attempt with it must be noted all the same.
      concerned.reason = reason?.replaceAll('\0', '') ?? null
    },
    recall: async () => (options.key ? recall(organization.db, options.key) : undefined),
    tell: async (db, event) => {
      told.push(event)
      await tellIn(db, at, event)
    },
    tx: <T, E>(work: (db: Db) => Promise<Result<T, E>>) =>
      once<Result<T, E>>(
        async () => {
          const rollback = new Rollback()
          try {
            const result = await inTransaction(organization.db, async (db) => {
              told = []
              if (options.key) await runIn(db, remember(db, options.key, at, null))
              const answer = await work(db)
              if (!answer.ok) {
                rollback.answer = answer
                throw rollback
              }
              for (const statement of auditStatements()) await runIn(db, statement)
              if (options.key)
                await db
                  .updateTable('idempotency')
                  .set({ reply: JSON.stringify(answer.value ?? null) })
                  .where('staff_id', '=', options.key.staffId)
                  .where('key', '=', options.key.key)
                  .execute()
              return answer
            })
            done()
            return result
          } catch (error) {
            if (error === rollback) {
              told = []
              return rollback.answer as Result<T, E>
            }
            throw error
          }
        },
        (stored) => ({ ok: true, value: stored as T }),
      ),
    save: <T>(value: T, statements: readonly Statement[], events: readonly HappenedEvent[]) =>
      once<T>(
        async () => {
          const all = whole(value, statements, events)
          await tryAgain(() => saveTogether(pool, all))
          told = [...events]
          done()
          return value
        },
        (stored) => stored as T,
      ),
    step: (name, action) =>
      openCtx({
        ...options,
        action,
        onlyPatients: false,
        key: options.key && { ...options.key, key: `${options.key.key} ${name}` },
      }),
    auditEntry,
    audit,
  }
}

class Rollback extends Error {
  answer: unknown = null
}
