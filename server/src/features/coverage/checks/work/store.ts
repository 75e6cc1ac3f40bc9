import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** Sweeps of a connection go out together and are answered later: always by file, over CAQH CORE where it is set so. */
const takesBatches = sql<boolean>`(n.kind = 'sftp' or (n.kind in ('core-mime', 'core-soap') and coalesce(n.settings ->> 'batch', 'no') = 'yes'))`
/** Of its questions only those of a sweep, unless it takes nothing but files. */
const goesInBatch = sql<boolean>`(n.kind = 'sftp' or e.reason = 'sweep')`

/** A process that took a question and died lets go of it after this long. */
const LEASE_SECONDS = 60

export interface Claim {
  readonly now: string
  /** `desk`: somebody waits for it. */
  readonly lane: 'desk' | 'sweep'
  /** Questions that each line may have under way here at a time. */
  readonly most: number
  /** How many it has, by the connection's id. */
  readonly underWay: Readonly<Record<string, number>>
}

/**
 * Takes questions that are due and no other process has. A line that is down gets one at a time: if that is answered, the
 * others follow.
 */
export async function claimDue(db: Db, { now, lane, most, underWay }: Claim) {
  const due = db
    .selectFrom('eligibility_check as e')
    .innerJoin('payer_connection as n', 'n.id', 'e.connection_id')
    .select('e.id')
    .select(
      sql<number>`case when n.down_since is null then ${most}::int else 1 end
        - coalesce((${JSON.stringify(underWay)}::jsonb ->> e.connection_id::text)::int, 0)`.as('free'),
    )
    .select(
      sql<number>`row_number() over (partition by e.connection_id order by
        case e.reason when 'check-in' then 0 when 'by-hand' then 1 when 'booking' then 2 else 3 end,
        e.next_attempt_at, e.id)`.as('place'),
    )
    .where('e.state', '=', 'waiting')
    .where('e.next_attempt_at', '<=', now)
    .where('n.active', '=', true)
    .where(sql<boolean>`not (${takesBatches} and ${goesInBatch})`)
    .where((eb) => eb.or([eb('n.retry_at', 'is', null), eb('n.retry_at', '<=', now)]))
    .where('e.reason', lane === 'desk' ? 'not in' : 'in', ['sweep', 'discovery'])
  const taken = db
    .selectFrom('eligibility_check as c')
    .select('c.id')
    .where('c.id', 'in', (eb) => eb.selectFrom(due.as('d')).select('d.id').whereRef('d.place', '<=', 'd.free'))
    .where('c.state', '=', 'waiting')
    .where('c.next_attempt_at', '<=', now)
    .forUpdate()
    .skipLocked()
  return db
    .updateTable('eligibility_check')
    .set({
      attempts: sql`attempts + 1`,
      // Under way it waits for nothing, and nothing wakes it.
      failure: null,
      next_attempt_at: sql`${now}::timestamptz + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where('id', 'in', taken)
    .returningAll()
    .execute()
}

export type ClaimedRow = Awaited<ReturnType<typeof claimDue>>[number]

/** Waiting questions of a line that takes batches, to go out in one. */
export async function claimBatch(db: Db, connectionId: string, now: string, most: number) {
  const taken = db
    .selectFrom('eligibility_check as e')
    .innerJoin('payer_connection as n', 'n.id', 'e.connection_id')
    .select('e.id')
    .where('e.connection_id', '=', connectionId)
    .where('e.state', '=', 'waiting')
    .where('e.next_attempt_at', '<=', now)
    .where(goesInBatch)
    .orderBy('e.asked_at')
    .limit(most)
    .forUpdate('e')
    .skipLocked()
  return db
    .updateTable('eligibility_check')
    .set({
      attempts: sql`attempts + 1`,
      // Under way it waits for nothing, and nothing wakes it.
      failure: null,
      next_attempt_at: sql`${now}::timestamptz + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where('id', 'in', taken)
    .returningAll()
    .execute()
}

/** Lines on which batches go out or answers are waited for. */
export async function selectBatchLines(db: Db, now: string) {
  return db
    .selectFrom('payer_connection as n')
    .select(['n.id', 'n.kind'])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('eligibility_check as e')
            .select('e.id')
            .whereRef('e.connection_id', '=', 'n.id')
            .where('e.state', '=', 'waiting')
            .where('e.next_attempt_at', '<=', now)
            .where(goesInBatch),
        )
        .as('has_waiting'),
      eb
        .exists(
          eb
            .selectFrom('eligibility_check as e')
            .select('e.id')
            .whereRef('e.connection_id', '=', 'n.id')
            .where('e.state', '=', 'sent'),
        )
        .as('has_sent'),
    ])
    .where('n.active', '=', true)
    .where(takesBatches)
    .where((eb) => eb.or([eb('n.retry_at', 'is', null), eb('n.retry_at', '<=', now)]))
    .execute()
}

/** Questions that wait for a line that answers again go at once; none where it is down still. */
export async function wakeWaiting(db: Db, connectionId: string, now: string): Promise<void> {
  await db
    .updateTable('eligibility_check')
    .set({ next_attempt_at: now, failure: null })
    .where('connection_id', '=', connectionId)
    .where('state', '=', 'waiting')
    .where('failure', '=', 'payer-down')
    .where('next_attempt_at', '>', now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('payer_connection as n')
          .select('n.id')
          .where('n.id', '=', connectionId)
          .where('n.down_since', 'is', null),
      ),
    )
    .execute()
}

export interface CheckChange {
  readonly state?: string
  readonly outcome?: string | null
  readonly failure?: string | null
  readonly failure_note?: string | null
  readonly missing?: string[]
  readonly attempts?: number
  readonly next_attempt_at?: string | null
  readonly request?: string
  readonly response?: string
  readonly result?: string
  readonly copay_said?: string | null
  readonly control_number?: number
  readonly trace?: string
  readonly sent_at?: string
  readonly answered_at?: string
}

/** Only one that is still open: what was answered meanwhile stays answered. Says whether it was. */
export async function changeOpenCheck(
  db: Db,
  id: string,
  change: CheckChange,
  hops: readonly unknown[],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('eligibility_check')
    .set({ ...change, hops: sql`hops || ${JSON.stringify(hops)}::jsonb` })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'sent'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What is being sent stands in the row before it leaves. */
export async function noteRequest(
  db: Db,
  id: string,
  sent: {
    readonly request: string
    readonly control_number: number
    readonly trace: string
    readonly sent_at: string
    readonly subscriber_patient_id: string | null
  },
): Promise<void> {
  await db.updateTable('eligibility_check').set(sent).where('id', '=', id).execute()
}

/** The answer to what was asked last stands: one that comes late from a batch does not take its place. Says whether it does. */
export async function setLastCheck(
  db: Db,
  coverageId: string,
  check: { readonly id: string; readonly asked_at: string },
  verified: { readonly at: string; readonly by: string } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('coverage')
    .set({
      last_check_id: check.id,
      ...(verified && { checked_at: verified.at, checked_by: verified.by, checked_source: 'payer' }),
    })
    .where('id', '=', coverageId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('eligibility_check as e')
            .select('e.id')
            .whereRef('e.id', '=', 'coverage.last_check_id')
            .where('e.asked_at', '>', check.asked_at),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function selectByTraces(db: Db, connectionId: string, traces: readonly string[]) {
  return db
    .selectFrom('eligibility_check')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where(sql<boolean>`trace = any(${traces}::text[])`)
    .execute()
}

/** Questions that went out in the interchange of this number, answered ones too. */
export async function selectByControlNumber(db: Db, connectionId: string, controlNumber: number) {
  if (!Number.isSafeInteger(controlNumber)) return []
  return db
    .selectFrom('eligibility_check')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('control_number', '=', controlNumber)
    .orderBy('id')
    .execute()
}

/** Open questions that were asked before the moment: nobody waits for them any more. */
export async function selectForgottenRows(db: Db, before: string) {
  return db
    .selectFrom('eligibility_check')
    .selectAll()
    .where('state', 'in', ['waiting', 'sent'])
    .where('asked_at', '<', before)
    .limit(500)
    .execute()
}

/** Questions that wait for a line over which nobody is asked any more. */
export async function selectStranded(db: Db) {
  return db
    .selectFrom('eligibility_check as e')
    .innerJoin('payer_connection as n', 'n.id', 'e.connection_id')
    .selectAll('e')
    .where('e.state', '=', 'waiting')
    .where('n.active', '=', false)
    .execute()
}

/** Sweeps of which nothing is open any more come to their end; answers which. */
export async function endSweeps(db: Db, now: string): Promise<readonly string[]> {
  const rows = await db
    .updateTable('eligibility_sweep as s')
    .set({ ended_at: now })
    .where('s.ended_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('eligibility_check as e')
            .select('e.id')
            .leftJoin('payer_connection as n', 'n.id', 'e.connection_id')
            .whereRef('e.sweep_id', '=', 's.id')
            .where('e.state', '=', 'waiting')
            // Over a line that is not used any more nothing is sent.
            .where('n.active', 'is distinct from', false),
        ),
      ),
    )
    .returning('s.id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function siteOfVisit(db: Db, appointmentId: string | null): Promise<string | null> {
  if (appointmentId === null) return null
  const row = await db.selectFrom('appointment').select('site_id').where('id', '=', appointmentId).executeTakeFirst()
  return row?.site_id ?? null
}
