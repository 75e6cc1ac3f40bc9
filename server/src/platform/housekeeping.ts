import type { Temporal } from '@foyer/kernel'
import { sql } from 'kysely'
import type { Db } from './database/organization-db.ts'
import { inTransaction } from './database/transaction.ts'

/** How long is kept what nobody needs any more. */
const ANSWERS_HOURS = 48
const RELAYED_HOURS = 7 * 24
const SESSIONS_HOURS = 90 * 24
/** Of people who booked nothing: as long as limits count them. */
const SELF_BOOKINGS_HOURS = 1
/** Of each table at a time, so that no transaction grows long. */
const MOST_AT_ONCE = 5000
const FIRST_MS = 60_000
const EVERY_MS = 3_600_000

export interface Swept {
  /** Answers kept under an Idempotency-Key: they hold what the answer held, names included. */
  readonly answers: number
  /** Events that were relayed. */
  readonly events: number
  readonly holds: number
  readonly sessions: number
  /** What people said who began to book for themselves and did not: names and birth dates. */
  readonly selfBookings: number
}

const nothing: Swept = { answers: 0, events: 0, holds: 0, sessions: 0, selfBookings: 0 }

async function sweepOnce(tx: Db, now: Temporal.Instant): Promise<Swept> {
  const ago = (hours: number): string => now.subtract({ hours }).toString()
  const answers = await tx
    .deleteFrom('idempotency')
    .where((eb) => {
      const old = eb.selectFrom('idempotency').select(sql.ref('ctid').as('row')).where('at', '<', ago(ANSWERS_HOURS))
      return eb(sql.ref('ctid'), 'in', old.limit(MOST_AT_ONCE))
    })
    .executeTakeFirstOrThrow()
  const events = await tx
    .deleteFrom('outbox')
    .where('id', 'in', (eb) =>
      eb.selectFrom('outbox').select('id').where('relayed_at', '<', ago(RELAYED_HOURS)).limit(MOST_AT_ONCE),
    )
    .executeTakeFirstOrThrow()
  // Their time goes with them.
  const holds = await tx
    .deleteFrom('hold')
    .where('id', 'in', (eb) =>
      eb.selectFrom('hold').select('id').where('expires_at', '<', now.toString()).limit(MOST_AT_ONCE),
    )
    .executeTakeFirstOrThrow()
  const sessions = await tx
    .deleteFrom('session')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('session')
        .select('id')
        .where((or) => or.or([or('ended_at', '<', ago(SESSIONS_HOURS)), or('expires_at', '<', ago(SESSIONS_HOURS))]))
        .limit(MOST_AT_ONCE),
    )
    .executeTakeFirstOrThrow()
  const selfBookings = await tx
    .deleteFrom('self_booking')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('self_booking')
        .select('id')
        .where('appointment_id', 'is', null)
        .where('expires_at', '<', ago(SELF_BOOKINGS_HOURS))
        .limit(MOST_AT_ONCE),
    )
    .executeTakeFirstOrThrow()
  return {
    answers: Number(answers.numDeletedRows),
    events: Number(events.numDeletedRows),
    holds: Number(holds.numDeletedRows),
    sessions: Number(sessions.numDeletedRows),
    selfBookings: Number(selfBookings.numDeletedRows),
  }
}

/** Takes away what one organization does not need any more; nothing where another process is at it. */
export async function sweep(organization: { slug: string; db: Db }, now: Temporal.Instant): Promise<Swept> {
  let all = nothing
  for (;;) {
    const one = await inTransaction(organization.db, async (tx) => {
      const { free } = await tx
        .selectNoFrom(
          sql<boolean>`pg_try_advisory_xact_lock(hashtext(${`foyer housekeeping ${organization.slug}`}))`.as('free'),
        )
        .executeTakeFirstOrThrow()
      return free ? sweepOnce(tx, now) : nothing
    })
    all = {
      answers: all.answers + one.answers,
      events: all.events + one.events,
      holds: all.holds + one.holds,
      sessions: all.sessions + one.sessions,
      selfBookings: all.selfBookings + one.selfBookings,
    }
    if (Object.values(one).every((count) => count < MOST_AT_ONCE)) return all
  }
}

export interface Housekeeping {
  stop(): Promise<void>
}

/** Sweeps every organization a minute after the start and then once an hour. */
export function startHousekeeping(options: {
  organizations: () => readonly { slug: string; db: Db }[]
  now: () => Temporal.Instant
  onFault: (error: unknown, organization: string) => void
}): Housekeeping {
  let running = Promise.resolve()
  let stopped = false

  async function round(): Promise<void> {
    for (const organization of options.organizations()) {
      if (stopped) return
      await sweep(organization, options.now()).catch((error: unknown) => options.onFault(error, organization.slug))
    }
  }

  function next(wait: number): NodeJS.Timeout {
    return setTimeout(() => {
      running = round()
      timer = next(EVERY_MS)
    }, wait)
  }

  let timer = next(FIRST_MS)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
