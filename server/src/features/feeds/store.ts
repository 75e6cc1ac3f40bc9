import { sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'

export interface FeedRow {
  readonly id: string
  readonly name: string
  readonly resource_id: string
  /** Null for a feed of the practice itself. */
  readonly staff_id: string | null
  readonly staff_name: string | null
  readonly with_patients: boolean
  readonly created_at: string
  readonly last_read_at: string | null
}

function feeds(db: Db) {
  return db
    .selectFrom('calendar_feed as f')
    .leftJoin('staff as s', 's.id', 'f.staff_id')
    .select(['f.id', 'f.name', 'f.resource_id', 'f.staff_id', 's.name as staff_name', 'f.with_patients'])
    .select(['f.created_at', 'f.last_read_at'])
    .where('f.ended_at', 'is', null)
}

/** Feeds that have not been ended; of one person, or of everybody. */
export function selectFeeds(db: Db, staffId: string | null): Promise<readonly FeedRow[]> {
  const all = feeds(db).orderBy('f.name').orderBy('f.id')
  return (staffId === null ? all : all.where('f.staff_id', '=', staffId)).execute()
}

export function selectFeed(db: Db, id: string): Promise<FeedRow | undefined> {
  return feeds(db).where('f.id', '=', id).executeTakeFirst()
}

export async function countFeeds(db: Db, createdBy: string): Promise<number> {
  const row = await db
    .selectFrom('calendar_feed')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('created_by', '=', createdBy)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export interface NewFeed {
  readonly id: string
  readonly tokenHash: Buffer
  readonly resourceId: string
  readonly staffId: string | null
  readonly name: string
  readonly withPatients: boolean
  readonly createdAt: string
  readonly createdBy: string
}

export async function insertFeed(db: Db, feed: NewFeed): Promise<void> {
  await db
    .insertInto('calendar_feed')
    .values({
      id: feed.id,
      token_hash: feed.tokenHash,
      resource_id: feed.resourceId,
      staff_id: feed.staffId,
      name: feed.name,
      with_patients: feed.withPatients,
      created_at: feed.createdAt,
      created_by: feed.createdBy,
    })
    .execute()
}

export async function updateToken(db: Db, id: string, tokenHash: Buffer): Promise<void> {
  await db.updateTable('calendar_feed').set({ token_hash: tokenHash }).where('id', '=', id).execute()
}

export async function updateWithPatients(db: Db, id: string, withPatients: boolean): Promise<void> {
  await db.updateTable('calendar_feed').set({ with_patients: withPatients }).where('id', '=', id).execute()
}

export async function updateEnded(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('calendar_feed').set({ ended_at: at }).where('id', '=', id).execute()
}

/** Not more often than every five minutes: nobody looks closer, and calendars ask often. */
export async function updateRead(db: Db, id: string, at: string): Promise<void> {
  await db
    .updateTable('calendar_feed')
    .set({ last_read_at: at })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('last_read_at', 'is', null), sql<boolean>`last_read_at < ${at}::timestamptz - interval '5 minutes'`]),
    )
    .execute()
}

/** A feed by the hash of its token, ended ones too, with whoever it belongs to and the language it is written in. */
export function selectByToken(db: Db, tokenHash: Buffer) {
  return db
    .selectFrom('calendar_feed as f')
    .innerJoin('staff as maker', 'maker.id', 'f.created_by')
    .leftJoin('staff as owner', 'owner.id', 'f.staff_id')
    .select(['f.id', 'f.name', 'f.resource_id', 'f.staff_id', 'f.with_patients', 'f.created_at', 'f.ended_at'])
    .select(['owner.active as owner_active', 'owner.role as owner_role'])
    .select((eb) => eb.fn.coalesce('owner.language', 'maker.language').as('language'))
    .where('f.token_hash', '=', tokenHash)
    .executeTakeFirst()
}

export interface VisitRow {
  readonly id: string
  readonly patient_id: string
  readonly given: string
  readonly family: string
  readonly preferred: string | null
  readonly suffix: string | null
  readonly restriction: string | null
  readonly visit_type_id: string
  readonly site_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly status: string
  readonly approval: string | null
  readonly ical_sequence: number
  readonly changed_at: string
  /** The part of the visit that takes the resource; null for a visit whose time was given back. */
  readonly from: string | null
  readonly until: string | null
}

/** Instants in UTC. */
export interface Range {
  readonly from: string
  readonly to: string
}

function visits(db: Db, resourceId: string) {
  return db
    .selectFrom('allocation as a')
    .innerJoin('appointment as v', 'v.id', 'a.appointment_id')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select([
      'v.id',
      'v.patient_id',
      'p.given',
      'p.family',
      'p.preferred',
      'p.suffix',
      'p.restriction',
      'v.visit_type_id',
      'v.site_id',
    ])
    .select(['v.starts_at', 'v.ends_at', 'v.status', 'v.approval', 'v.ical_sequence'])
    .select([sql<string | null>`lower(a.during)`.as('from'), sql<string | null>`upper(a.during)`.as('until')])
    .select((eb) =>
      eb.fn
        .coalesce(
          eb
            .selectFrom('appointment_status_history as h')
            .select((of) => of.fn.max('h.at').as('at'))
            .whereRef('h.appointment_id', '=', 'v.id'),
          'v.booked_at',
        )
        .$castTo<string>()
        .as('changed_at'),
    )
    .where('a.resource_id', '=', resourceId)
    .orderBy('v.starts_at')
    .orderBy('v.id')
    .orderBy(sql`lower(a.during)`)
}

/** The visits of a resource that touch a range, in a fixed order: the same visits make the same file. */
export function selectVisits(db: Db, resourceId: string, { from, to }: Range): Promise<VisitRow[]> {
  return visits(db, resourceId).where(sql<boolean>`a.during && tstzrange(${from}, ${to})`).execute()
}

/** Those of the range that were cancelled since an instant: a calendar that has one must be told that it is off. */
export function selectCancelled(db: Db, resourceId: string, { from, to }: Range, since: string): Promise<VisitRow[]> {
  return visits(db, resourceId)
    .where(sql<boolean>`isempty(a.during)`)
    .where('v.status', '=', 'cancelled')
    .where('v.status_since', '>=', since)
    .where('v.starts_at', '<', to)
    .where('v.ends_at', '>', from)
    .execute()
}

/** Who and what else takes part in visits. */
export function selectCompany(db: Db, appointmentIds: readonly string[], resourceId: string) {
  return db
    .selectFrom('allocation as a')
    .innerJoin('resource as r', 'r.id', 'a.resource_id')
    .select(['a.appointment_id', 'r.kind', 'r.name'])
    .distinct()
    .where(sql<boolean>`a.appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .where('a.resource_id', '<>', resourceId)
    .orderBy('r.name')
    .execute()
}

export interface OtherRow {
  readonly id: string
  /** Null for a block. */
  readonly visit_type_id: string | null
  readonly site_id: string | null
  readonly from: string
  readonly until: string
  readonly created_at: string | null
  readonly version: number | null
  readonly seats: number | null
  readonly taken: number
}

/** Blocks and group visits of a resource that touch a range; a block over several lanes once. */
export function selectOthers(db: Db, resourceId: string, { from, to }: Range): Promise<OtherRow[]> {
  const id = sql<string>`coalesce(a.group_session_id, a.block_id, a.id)`
  return db
    .selectFrom('allocation as a')
    .leftJoin('group_session as g', 'g.id', 'a.group_session_id')
    .select([id.as('id'), 'g.visit_type_id', 'g.site_id', 'g.created_at', 'g.version', 'g.seats'])
    .select([sql<string>`lower(a.during)`.as('from'), sql<string>`upper(a.during)`.as('until')])
    .select((eb) =>
      eb
        .selectFrom('appointment as v')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('v.group_session_id', '=', 'g.id')
        .where('v.status', 'not in', ['cancelled', 'no-show'])
        .$asScalar()
        .$notNull()
        .as('taken'),
    )
    .distinctOn([sql`lower(a.during)`, id])
    .where('a.resource_id', '=', resourceId)
    .where(sql<boolean>`a.during && tstzrange(${from}, ${to})`)
    .where((eb) => eb.or([eb('a.reason', 'is not', null), eb('a.group_session_id', 'is not', null)]))
    .orderBy(sql`lower(a.during)`)
    .orderBy(id)
    .execute()
}
