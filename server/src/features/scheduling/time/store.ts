import type { BookingPlan } from '@foyer/scheduling'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../../platform/auth/sessions.ts'
import type { Db, Statement } from '../../../platform/database/organization-db.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { instantOfMs, msOf } from '../instants.ts'

/** Time of a resource; epoch milliseconds. */
export interface KeptTime {
  readonly resourceId: string
  readonly start: number
  readonly end: number
}

/** Time that is spoken for. Cancelled visits keep their rows with an empty time, which overlaps nothing. */
export function during({ start, end }: { readonly start: number; readonly end: number }) {
  return sql<string>`tstzrange(${instantOfMs(start)}, ${instantOfMs(end)})`
}

const dayMs = 86_400_000

/** What stands for the time of a resource on a day (of UTC), where whoever wants some of it waits for the one before. */
export function queueKeys(times: readonly KeptTime[]): string[] {
  const keys = new Set<string>()
  for (const { resourceId, start, end } of times)
    for (let day = Math.floor(start / dayMs); day * dayMs <= end; day++)
      keys.add(`${resourceId} ${instantOfMs(day * dayMs).slice(0, 10)}`)
  return [...keys].sort()
}

/**
 * Whoever wants time of a resource on a day waits for the one before, so that two who insert overlapping rows at once do
 * not end in a deadlock, which PostgreSQL would take a second to see, and so that what is read after it stays true.
 */
export function queueFor(db: Db, times: readonly KeptTime[], others: readonly string[] = []): Statement {
  return waitFor(db, [...queueKeys(times), ...others].sort())
}

/** @param keys sorted, so that nobody waits in a circle */
function waitFor(db: Db, keys: readonly string[]): Statement {
  return sql`select count(pg_advisory_xact_lock(hashtextextended(key, 0))) from unnest(${keys}::text[]) as key`.compile(
    db,
  )
}

/**
 * Before a hold is let go in a transaction that then names a patient: a merge locks its patients and then takes their
 * holds, so whoever has a hold in hand and then asks for a patient would wait in a circle.
 */
export function keepPatient(db: Db, patientId: string | null): Statement[] {
  return patientId === null ? [] : [patientKept(db, { patientId })]
}

const patientKept = statement(['patientId'], (db, { patientId }) =>
  db.selectFrom('patient').select('id').where('id', '=', patientId).forKeyShare(),
)

/** Whose a hold is: staff's, or of somebody who books for themselves and knows the secret with this hash. */
export interface Holder {
  readonly staffId: string | null
  readonly tokenHash: Buffer | null
}

export function holderOf(actor: Actor): Holder {
  return actor.role === 'patient'
    ? { staffId: null, tokenHash: actor.holdToken }
    : { staffId: actor.staffId, tokenHash: null }
}

/** Compared with null nothing is anybody's. */
export function isHeldBy({ staffId, tokenHash }: Holder, hold = 'hold') {
  return sql<boolean>`(${sql.ref(`${hold}.staff_id`)} = ${staffId}::uuid or ${sql.ref(`${hold}.public_token_hash`)} = ${tokenHash}::bytea)`
}

/** Of whom a hold is of no matter: it has run out by `now`, or is the holder's own. */
export interface ForWhom {
  readonly now: string
  readonly holder: Holder
}

/** A hold that keeps something from a holder. */
export function keepsFrom({ now, holder }: ForWhom, hold = 'hold') {
  return sql<boolean>`(${sql.ref(`${hold}.expires_at`)} > ${now}::timestamptz and ${isHeldBy(holder, hold)} is not true)`
}

/** Lets go what has run out, or is the caller's own, where it lies in the way of the plan. */
export function sweepHolds(db: Db, times: readonly KeptTime[], now: string, holder: Holder | null): Statement {
  const wanted = times.map(
    (one) => sql<boolean>`(a.resource_id = ${one.resourceId}::uuid and a.during && ${during(one)})`,
  )
  return db
    .deleteFrom('hold as h')
    .where('h.id', 'in', (eb) =>
      eb
        .selectFrom('allocation as a')
        .select('a.hold_id')
        .where('a.hold_id', 'is not', null)
        .where(sql<boolean>`(${sql.join(wanted, sql` or `)})`)
        .$narrowType<{ hold_id: string }>(),
    )
    .where((eb) => eb.or([eb('h.expires_at', '<=', now), ...(holder === null ? [] : [isHeldBy(holder, 'h')])]))
}

export interface HeldRow {
  readonly id: string
  readonly site_id: string
  readonly starts_at: string
  readonly times: readonly { readonly resource_id: string; readonly from: string; readonly until: string }[]
}

export function selectHoldsOf(db: Db, holder: Holder): Promise<readonly HeldRow[]> {
  return db
    .selectFrom('hold as h')
    .select((eb) => [
      'h.id',
      'h.site_id',
      'h.starts_at',
      jsonArrayFrom(
        eb
          .selectFrom('allocation as a')
          .whereRef('a.hold_id', '=', 'h.id')
          .select(['a.resource_id'])
          .select([sql<string>`lower(a.during)`.as('from'), sql<string>`upper(a.during)`.as('until')]),
      ).as('times'),
    ])
    .where(isHeldBy(holder, 'h'))
    .execute()
}

export function deleteHold(db: Db, holdId: string, holder: Holder): Statement {
  return db.deleteFrom('hold').where('id', '=', holdId).where(isHeldBy(holder))
}

export function deleteHoldsOf(db: Db, holder: Holder): Statement {
  return db.deleteFrom('hold').where(isHeldBy(holder))
}

export interface NewHold {
  readonly id: string
  readonly holder: Holder
  readonly patientId: string | null
  readonly visitTypeId: string
  readonly siteId: string
  readonly expiresAt: string
}

export function insertHold(db: Db, hold: NewHold, plan: BookingPlan): Statement {
  return db.insertInto('hold').values({
    id: hold.id,
    staff_id: hold.holder.staffId,
    public_token_hash: hold.holder.tokenHash,
    patient_id: hold.patientId,
    visit_type_id: hold.visitTypeId,
    site_id: hold.siteId,
    starts_at: instantOfMs(plan.start),
    ends_at: instantOfMs(plan.end),
    expires_at: hold.expiresAt,
  })
}

type Owner = { readonly appointmentId: string } | { readonly holdId: string } | { readonly groupSessionId: string }

export function insertAllocations(db: Db, plan: BookingPlan, owner: Owner, newId: () => string): Statement {
  const owned = ownedBy(owner)
  return db.insertInto('allocation').values(
    inOrder(plan).map((one) => ({
      id: newId(),
      resource_id: one.resourceId,
      role: one.role,
      during: during(one),
      lane: one.lane ?? 0,
      ...owned,
    })),
  )
}

function ownedBy(owner: Owner) {
  if ('holdId' in owner) return { hold_id: owner.holdId }
  return 'appointmentId' in owner ? { appointment_id: owner.appointmentId } : { group_session_id: owner.groupSessionId }
}

/** In one order for everybody: two who want the same two resources then wait for one another only once. */
export function inOrder({ assignments }: BookingPlan): BookingPlan['assignments'] {
  return assignments.toSorted((a, b) => (a.resourceId < b.resourceId ? -1 : 1))
}

/**
 * The resources of visits; a cancelled one has them still, without a time. A visit in a group has none of its own; `shared`
 * answers those of its group.
 */
export function selectAllocations(db: Db, appointmentIds: readonly string[], shared = false) {
  const own = sql<boolean>`a.appointment_id = any(${appointmentIds}::uuid[])`
  return db
    .selectFrom('allocation as a')
    .select(['a.appointment_id', 'a.resource_id', 'a.role', 'a.lane'])
    .select([sql<string | null>`lower(a.during)`.as('from'), sql<string | null>`upper(a.during)`.as('until')])
    .where((eb) =>
      shared
        ? eb.or([
            own,
            eb(
              'a.group_session_id',
              'in',
              eb
                .selectFrom('appointment')
                .select('group_session_id')
                .where(sql<boolean>`appointment.id = any(${appointmentIds}::uuid[])`)
                .where('group_session_id', 'is not', null)
                .$narrowType<{ group_session_id: string }>(),
            ),
          ])
        : own,
    )
    .orderBy('a.role')
    .execute()
}

export type AllocationRow = Awaited<ReturnType<typeof selectAllocations>>[number]

/** The time that a visit keeps; nothing where it was given back. */
export async function selectTimes(db: Db, appointmentId: string): Promise<TakenRange[]> {
  return timesIn(await selectAllocations(db, [appointmentId]))
}

export function timesIn(rows: readonly AllocationRow[]): TakenRange[] {
  return rows.flatMap(({ resource_id, from, until }): TakenRange[] =>
    from === null || until === null ? [] : [[resource_id, msOf(from), msOf(until)]],
  )
}

export async function deleteAllocations(db: Db, appointmentId: string): Promise<void> {
  await db.deleteFrom('allocation').where('appointment_id', '=', appointmentId).execute()
}

/** Gives the time of a visit back and remembers whose it was. */
export async function emptyAllocations(db: Db, appointmentId: string): Promise<void> {
  await db
    .updateTable('allocation')
    .set({ during: sql<string>`'empty'::tstzrange` })
    .where('appointment_id', '=', appointmentId)
    .execute()
}

/** Ends the time of a visit that has begun. */
export async function endAllocations(db: Db, appointmentId: string, at: string): Promise<void> {
  await db
    .updateTable('allocation')
    .set({ during: sql<string>`tstzrange(lower(during), ${at})` })
    .where('appointment_id', '=', appointmentId)
    .where(sql<boolean>`lower(during) < ${at} and upper(during) > ${at}`)
    .execute()
}
