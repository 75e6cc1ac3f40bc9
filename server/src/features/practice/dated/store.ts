import { dateAt, minuteAt, Temporal } from '@foyer/kernel'
import { datesBetween } from '@foyer/scheduling'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface DatedChange {
  readonly id: string
  readonly resourceId: string
  readonly date: string
  readonly startMinute: number
  readonly endMinute: number
  readonly reason: string
}

export interface ExceptionRow extends DatedChange {
  readonly kind: 'open' | 'closed'
}

/** From a date on, the earliest first; of one resource or of all. */
export async function selectExceptionsFrom(db: Db, from: string, resourceId?: string): Promise<ExceptionRow[]> {
  const all = db.selectFrom('resource_exception').selectAll().where('date', '>=', from)
  const some = resourceId === undefined ? all : all.where('resource_id', '=', resourceId)
  const rows = await some.orderBy('date').orderBy('start_minute').execute()
  return rows.map((row) => ({
    id: row.id,
    resourceId: row.resource_id,
    date: row.date,
    startMinute: row.start_minute,
    endMinute: row.end_minute,
    kind: row.kind as ExceptionRow['kind'],
    reason: row.reason,
  }))
}

export async function insertExceptions(db: Db, rows: readonly ExceptionRow[]): Promise<void> {
  await db
    .insertInto('resource_exception')
    .values(
      rows.map((row) => ({
        id: row.id,
        resource_id: row.resourceId,
        date: row.date,
        start_minute: row.startMinute,
        end_minute: row.endMinute,
        kind: row.kind,
        reason: row.reason,
      })),
    )
    .execute()
}

/** Answers how many were there. */
export async function deleteExceptions(db: Db, resourceId: string, ids: readonly string[]): Promise<number> {
  const rows = await db
    .deleteFrom('resource_exception')
    .where('resource_id', '=', resourceId)
    .where('id', 'in', [...ids])
    .returning('id')
    .execute()
  return rows.length
}

/** What is closed from a date on, each stretch once, whatever lanes it closes. Wall time at the site. */
export async function selectBlocksFrom(db: Db, from: string, resourceId?: string): Promise<DatedChange[]> {
  const all = db
    .selectFrom('allocation as a')
    .innerJoin('resource', 'resource.id', 'a.resource_id')
    .innerJoin('site', 'site.id', 'resource.site_id')
    .where('a.reason', 'is not', null)
    .where(sql<boolean>`upper(a.during) > (${from}::date)::timestamp at time zone site.time_zone`)
  const rows = await (resourceId === undefined ? all : all.where('a.resource_id', '=', resourceId))
    .select((eb) => [
      eb.fn.coalesce('a.block_id', 'a.id').as('id'),
      'a.resource_id as resourceId',
      'a.reason',
      'site.time_zone as timeZone',
      eb.fn<string>('lower', ['a.during']).as('start'),
      eb.fn<string>('upper', ['a.during']).as('end'),
    ])
    .orderBy('start')
    .execute()
  const blocks = rows.flatMap(({ timeZone, start, end, reason, ...row }): DatedChange[] =>
    daysOf(Temporal.Instant.from(start), Temporal.Instant.from(end), timeZone).map((day) => ({
      ...row,
      ...day,
      reason: reason ?? '',
    })),
  )
  const once = new Map(
    blocks.map((block) => [`${block.id} ${block.resourceId} ${block.date} ${block.startMinute}`, block]),
  )
  return [...once.values()].filter(({ date }) => date >= from)
}

/** A stretch of time as the days of the site have it, each with its part; one that lasts to midnight ends that day. */
function daysOf(
  from: Temporal.Instant,
  to: Temporal.Instant,
  zone: string,
): Omit<DatedChange, 'id' | 'resourceId' | 'reason'>[] {
  const [first, last] = [dateAt(from, zone), dateAt(to.subtract({ milliseconds: 1 }), zone)]
  return datesBetween(first, last).map((date) => ({
    date,
    startMinute: date === first ? minuteAt(from, zone) : 0,
    endMinute: date === last && dateAt(to, zone) === date ? minuteAt(to, zone) : 1440,
  }))
}

/** How many booked visits a resource has within, seats of its groups among them. Instants in UTC. */
export async function countVisitsWithin(db: Db, resourceId: string, start: string, end: string): Promise<number> {
  const { count } = await db
    .selectFrom('allocation')
    .innerJoin('appointment', (join) =>
      join.on((on) =>
        on.or([
          on('appointment.id', '=', on.ref('allocation.appointment_id')),
          on('appointment.group_session_id', '=', on.ref('allocation.group_session_id')),
        ]),
      ),
    )
    .where('allocation.resource_id', '=', resourceId)
    .where('appointment.status', '=', 'booked')
    .where(sql<boolean>`allocation.during && tstzrange(${start}, ${end})`)
    .select((eb) => eb.fn.count<number>('appointment.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
