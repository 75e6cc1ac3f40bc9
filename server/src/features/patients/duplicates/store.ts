import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { isShut, type Viewer } from '../restricted/store.ts'
import type { Patient } from '../store.ts'

/**
 * Rows locked in the order of their ids, so that two who do so never wait for one another. Whoever writes what two
 * records have in common (a merge, a pair) takes these locks first, and by them what hangs on the records is held too.
 */
export async function lockPatients(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Patient>> {
  const rows = await db
    .selectFrom('patient')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** These records stay, and nobody merges them, until the transaction ends; locked in the order of their ids. */
async function keepThere(db: Db, ids: readonly string[]): Promise<void> {
  await db
    .selectFrom('patient')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .forKeyShare()
    .execute()
}

function asColumn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : value
}

/** Writes columns of a record as JSON has them and counts its version up; answers the new one. */
export async function writeRecord(db: Db, id: string, columns: Readonly<Record<string, unknown>>): Promise<number> {
  const { version } = await db
    .updateTable('patient')
    .set(Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, asColumn(value)])))
    .set({ version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Moves contact points behind (or, below zero, before) those of the record that they joined. */
export async function shiftContacts(db: Db, patientId: string, keys: readonly unknown[], by: number): Promise<void> {
  const ids = (keys as readonly { id: string }[]).map(({ id }) => id)
  await db
    .updateTable('contact_point')
    .set({ rank: sql`rank + ${by}::smallint` })
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/** Visits of both that take place at one time: the constraint patient_once would forbid them to be one person's. */
export async function selectCollisions(db: Db, survivorId: string, mergedId: string) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('appointment as o', (join) =>
      join.on(sql<boolean>`tstzrange(a.starts_at, a.ends_at) && tstzrange(o.starts_at, o.ends_at)`),
    )
    .innerJoin('site as s', 's.id', 'a.site_id')
    .select(['a.id as appointmentId', 'o.id as otherAppointmentId', 'a.starts_at as start', 's.time_zone as timeZone'])
    .where('a.patient_id', '=', survivorId)
    .where('o.patient_id', '=', mergedId)
    .where('a.status', 'not in', ['cancelled', 'no-show'])
    .where('o.status', 'not in', ['cancelled', 'no-show'])
    .orderBy('a.starts_at')
    .limit(20)
    .execute()
}

/** How one stands in the other's record as a relative; undefined when neither does. */
export async function findKinship(db: Db, one: string, other: string) {
  return db
    .selectFrom('related_person')
    .select('relationship')
    .where((eb) =>
      eb.or([
        eb.and([eb('patient_id', '=', one), eb('relative_id', '=', other)]),
        eb.and([eb('patient_id', '=', other), eb('relative_id', '=', one)]),
      ]),
    )
    .executeTakeFirst()
}

export interface MergeRow {
  readonly id: string
  readonly survivor_id: string
  readonly merged_id: string
  readonly before: Readonly<Record<string, unknown>>
  readonly face: { readonly columns: Readonly<Record<string, unknown>>; readonly contactRank: number }
  readonly followed: Readonly<Record<string, readonly unknown[]>>
  readonly undone_at: string | null
}

export async function insertMerge(
  db: Db,
  merge: Omit<MergeRow, 'undone_at'> & { readonly reason: string | null },
  by: { readonly at: string; readonly staffId: string },
): Promise<void> {
  await db
    .insertInto('patient_merge')
    .values({
      ...merge,
      before: JSON.stringify(merge.before),
      face: JSON.stringify(merge.face),
      followed: JSON.stringify(merge.followed),
      merged_at: by.at,
      merged_by: by.staffId,
    })
    .execute()
}

export async function findMerge(db: Db, id: string): Promise<MergeRow | undefined> {
  return (await db.selectFrom('patient_merge').selectAll().where('id', '=', id).executeTakeFirst()) as
    | MergeRow
    | undefined
}

/** The merge by which this record leads to another now. */
export async function findMergeOf(db: Db, mergedId: string): Promise<string | null> {
  const row = await db
    .selectFrom('patient_merge')
    .select('id')
    .where('merged_id', '=', mergedId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The merge by which this record leads to another now, and what followed by it. */
export async function findMergeLed(db: Db, mergedId: string): Promise<Pick<MergeRow, 'id' | 'followed'> | undefined> {
  return (await db
    .selectFrom('patient_merge')
    .select(['id', 'followed'])
    .where('merged_id', '=', mergedId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()) as Pick<MergeRow, 'id' | 'followed'> | undefined
}

export async function addFollowed(db: Db, mergeId: string, followed: MergeRow['followed']): Promise<void> {
  await db
    .updateTable('patient_merge')
    .set({ followed: JSON.stringify(followed) })
    .where('id', '=', mergeId)
    .execute()
}

export async function setUndone(db: Db, id: string, at: string, staffId: string): Promise<void> {
  await db.updateTable('patient_merge').set({ undone_at: at, undone_by: staffId }).where('id', '=', id).execute()
}

export interface PairRow {
  readonly first_id: string
  readonly second_id: string
  readonly log_odds: number
  readonly evidence: readonly { readonly field: string; readonly outcome: string }[]
  readonly state: 'suspected' | 'not-same' | 'merged'
  readonly found_at: string
}

export async function findPair(db: Db, [first, second]: readonly [string, string]): Promise<PairRow | undefined> {
  return (await db
    .selectFrom('duplicate_pair')
    .selectAll()
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .executeTakeFirst()) as PairRow | undefined
}

/** What somebody decided of a pair, with the evidence that they saw. */
export async function savePair(
  db: Db,
  pair: Omit<PairRow, 'found_at'>,
  at: string,
  decidedBy: string | null,
): Promise<void> {
  const decided = {
    state: pair.state,
    log_odds: pair.log_odds,
    evidence: JSON.stringify(pair.evidence),
    decided_at: decidedBy === null ? null : at,
    decided_by: decidedBy,
  }
  await db
    .insertInto('duplicate_pair')
    .values({ first_id: pair.first_id, second_id: pair.second_id, found_at: at, ...decided })
    .onConflict((conflict) => conflict.columns(['first_id', 'second_id']).doUpdateSet(decided))
    .execute()
}

function nameOf(pair: Pick<PairRow, 'first_id' | 'second_id'>): string {
  return `${pair.first_id} ${pair.second_id}`
}

/**
 * Keeps suspicions, within a transaction. A pair of which somebody said "not the same" is asked again only when what was compared has changed
 * since and speaks louder for one person; what was merged stays decided.
 */
export async function saveSuspicions(db: Db, pairs: readonly Omit<PairRow, 'state' | 'found_at'>[], at: string) {
  if (pairs.length === 0) return
  const ordered = pairs.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  await keepThere(
    db,
    ordered.flatMap((pair) => [pair.first_id, pair.second_id]),
  )
  await db
    .insertInto('duplicate_pair')
    .values(ordered.map((pair) => ({ ...pair, evidence: JSON.stringify(pair.evidence), found_at: at })))
    .onConflict((conflict) =>
      conflict
        .columns(['first_id', 'second_id'])
        .doUpdateSet((eb) => ({
          log_odds: eb.ref('excluded.log_odds'),
          evidence: eb.ref('excluded.evidence'),
          state: 'suspected',
          decided_at: null,
          decided_by: null,
        }))
        .where(
          sql<boolean>`duplicate_pair.state = 'suspected' or (duplicate_pair.state = 'not-same'
            and duplicate_pair.evidence <> excluded.evidence and excluded.log_odds > duplicate_pair.log_odds)`,
        ),
    )
    .execute()
}

/** Suspicions that did not bear being looked at again. */
export async function dropSuspicions(db: Db, pairs: readonly (readonly [string, string])[]): Promise<void> {
  if (pairs.length === 0) return
  await db
    .deleteFrom('duplicate_pair')
    .where('state', '=', 'suspected')
    .where((eb) => eb.or(pairs.map(([first, second]) => eb.and({ first_id: first, second_id: second }))))
    .execute()
}

const lineOf = (alias: 'a' | 'b') =>
  sql<
    Pick<
      Patient,
      | 'id'
      | 'mrn'
      | 'given'
      | 'middle'
      | 'family'
      | 'preferred'
      | 'prefix'
      | 'suffix'
      | 'birth_date'
      | 'language'
      | 'interpreter_needed'
    >
  >`to_jsonb(${sql.ref(alias)})`

/** Open pairs, the best evidence first; those with a restricted record only for whoever may open it. */
export async function selectOpenPairs(db: Db, limit: number, viewer: Viewer) {
  const open = db
    .selectFrom('duplicate_pair as p')
    .innerJoin('patient as a', 'a.id', 'p.first_id')
    .innerJoin('patient as b', 'b.id', 'p.second_id')
    .where('p.state', '=', 'suspected')
    .where('a.merged_into', 'is', null)
    .where('b.merged_into', 'is', null)
    .where(sql<boolean>`not ${isShut(db, 'a', viewer)}`)
    .where(sql<boolean>`not ${isShut(db, 'b', viewer)}`)
  const { total } = await open.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await open
    .select([
      'p.log_odds',
      sql<PairRow['evidence']>`p.evidence`.as('evidence'),
      'p.found_at',
      lineOf('a').as('first'),
      lineOf('b').as('second'),
    ])
    .orderBy('p.log_odds', 'desc')
    .orderBy('p.first_id')
    .orderBy('p.second_id')
    .limit(limit)
    .execute()
  return { total, rows }
}

/** What stands beside a record when two are compared. */
export async function selectWeights(db: Db, ids: readonly string[], now: string) {
  return db
    .selectFrom('patient as p')
    .select(['p.id'])
    .select((eb) => [
      eb
        .selectFrom('appointment as a')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('a.patient_id', '=', 'p.id')
        .as('visits'),
      eb
        .selectFrom('coverage as c')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('c.patient_id', '=', 'p.id')
        .as('coverages'),
      eb
        .selectFrom('appointment as a')
        .select(sql<string | null>`max(a.starts_at)`.as('last'))
        .whereRef('a.patient_id', '=', 'p.id')
        .where('a.starts_at', '<=', now)
        .as('last_visit'),
    ])
    .where(sql<boolean>`p.id = any(${ids}::uuid[])`)
    .execute()
}

/** Records after `after` in the order of their ids. */
export async function selectNextIds(db: Db, after: string, most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('patient')
    .select('id')
    .where('id', '>', after)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** What a record's pairs were suspected of before it changed. */
export async function selectSuspectedOf(db: Db, patientId: string): Promise<readonly [string, string][]> {
  const rows = await db
    .selectFrom('duplicate_pair')
    .select(['first_id', 'second_id'])
    .where('state', '=', 'suspected')
    .where((eb) => eb.or([eb('first_id', '=', patientId), eb('second_id', '=', patientId)]))
    .execute()
  return rows.map((row) => [row.first_id, row.second_id])
}

/** Whether somebody, or the night, asked for a sweep since. */
export async function wasAskedSince(db: Db, since: string): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('type', '=', 'duplicate.sweep-asked')
    .where('at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
