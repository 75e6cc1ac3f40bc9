import { type Expression, type RawBuilder, sql } from 'kysely'
import { anyOf } from '../../../platform/database/any-of.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type Prepared, prepared } from '../../../platform/database/statement.ts'
import type { LineColumns } from '../present.ts'
import { isShut, type Viewer } from '../restricted/store.ts'
import { contactsOf, identifiersOf, relativesPhonesOf } from './keys/store.ts'

/** How a question looks; two of one shape are one statement with other values. */
export interface Shape {
  readonly groups: number
  /** What has to be read besides to judge who was found. */
  readonly phones: boolean
  readonly emails: boolean
  readonly identifiers: boolean
}

/** Groups of keys that one question may have. */
export const MOST_GROUPS = 8
/** As many people are judged; more fit only a question that says little. */
export const MOST_CANDIDATES = 200
/**
 * One group alone may be a tenth of the practice ("j"), and GIN reads all of it before the first is seen. It then takes
 * about so many of them by chance (`gin_fuzzy_search_limit`). With more groups each would be thinned by itself, and who
 * fits both would be lost. Only the first of them are read, and the more there are the nearer to one another these stand:
 * of few each would be on a page of its own, and on another one each time.
 */
const THINNED_TO = sql.lit('5000')

export type CandidateRow = Pick<LineColumns, 'id' | 'mrn' | 'given' | 'family' | 'birth_date'> & {
  readonly search_name: string
  readonly deceased: boolean
  readonly merged_into: string | null
  /** Each name by which they are or were known besides. */
  readonly other_names: readonly string[] | null
  readonly phones: readonly string[] | null
  readonly former_phones: readonly string[] | null
  readonly relatives_phones: readonly string[] | null
  readonly emails: readonly string[] | null
  readonly former_emails: readonly string[] | null
  readonly identifiers: readonly string[] | null
}

const groupNames = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7'] as const
const slotNames = [...groupNames, 'staffId', 'seesAll', 'now'] as const
type Slot = (typeof slotNames)[number]
export type Values = Readonly<Record<Slot, unknown>>

type Slots = Readonly<Record<Slot, string>>

/**
 * The rows with every group of keys, before anything else is read of them. Behind a select PostgreSQL does not see which keys they
 * are: it would plan each question anew, and take a family name that many have for a reason to read the whole table, where holding
 * an array against another is a hundred times what it reckons.
 */
function withKeys(db: Db, shape: Shape, slots: Slots) {
  const rows = db.selectFrom('patient_key').select('patient_id')
  // A condition that is asked once, before the scan, sets it for this statement's transaction.
  const first =
    shape.groups === 1
      ? rows.where(sql<boolean>`(select set_config('gin_fuzzy_search_limit', ${THINNED_TO}, true)) is not null`)
      : rows
  return groupNames
    .slice(0, shape.groups)
    .reduce((query, name) => query.where(sql<boolean>`keys && (select ${slots[name]}::int4[])`), first)
}

/** Read only where something was typed that it is held against. */
function textsOf(wanted: boolean, texts: Expression<unknown>): RawBuilder<readonly string[] | null> {
  return wanted ? sql`array(${texts})` : sql`null::text[]`
}

function candidates(db: Db, shape: Shape, slots: Slots) {
  // Behind a select, or PostgreSQL sees it, hopes for a shorter plan each time, and plans for longer than it looks.
  const viewer = { ...slots, seesAll: sql<boolean>`(select ${slots.seesAll}::boolean)` }
  // Apart and without its limit, or PostgreSQL hopes to come upon so many soon and reads the whole table for a rare name.
  return db
    .with(
      (cte) => cte('fitting').materialized(),
      () => withKeys(db, shape, slots),
    )
    .selectFrom((from) => from.selectFrom('fitting').select('patient_id').limit(sql.lit(MOST_CANDIDATES)).as('k'))
    .innerJoin('patient as p', 'p.id', 'k.patient_id')
    .select(['p.id', 'p.mrn', 'p.given', 'p.family', 'p.birth_date', 'p.search_name', 'p.deceased', 'p.merged_into'])
    .where(sql<boolean>`not ${isShut(db, 'p', viewer)}`)
    .select([
      db
        .selectFrom('patient_name as n')
        .select(sql<string[] | null>`array_agg(concat_ws(' ', n.given, n.middle, n.family))`.as('names'))
        .where(sql<boolean>`n.patient_id = p.id`)
        .as('other_names'),
      textsOf(shape.phones, contactsOf(db, 'phone', 'today')).as('phones'),
      textsOf(shape.phones, contactsOf(db, 'phone', 'before')).as('former_phones'),
      textsOf(shape.phones, relativesPhonesOf(db)).as('relatives_phones'),
      textsOf(shape.emails, contactsOf(db, 'email', 'today')).as('emails'),
      textsOf(shape.emails, contactsOf(db, 'email', 'before')).as('former_emails'),
      textsOf(shape.identifiers, identifiersOf(db)).as('identifiers'),
    ])
}

const known = new Map<string, Prepared<Slot, CandidateRow>>()

/** Those who have a key of every group, at most `MOST_CANDIDATES`, in no order; restricted ones only if open to the viewer. */
export async function selectCandidates(db: Db, shape: Shape, values: Values): Promise<readonly CandidateRow[]> {
  const name = Object.values(shape).join()
  const run = known.get(name) ?? prepared<Slot, CandidateRow>(slotNames, (on, slots) => candidates(on, shape, slots))
  known.set(name, run)
  return run(db, values)
}

export type ShownRow = LineColumns & {
  readonly deceased: boolean
  readonly phone: string | null
  readonly city: string | null
  readonly next_visit: string | null
  /** Of the next visit, else of the last. */
  readonly site: string | null
}

const shown = prepared<'ids' | 'now', ShownRow>(['ids', 'now'], (db, slots) => {
  const visits = db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .where(sql<boolean>`a.patient_id = p.id`)
    .limit(sql.lit(1))
  const next = visits
    .select(['a.starts_at', 's.name'])
    .where(sql<boolean>`a.starts_at >= ${slots.now}::timestamptz and a.status = 'booked'`)
    .orderBy('a.starts_at')
  const last = visits
    .select('s.name')
    .where(sql<boolean>`a.starts_at < ${slots.now}::timestamptz and a.status <> 'cancelled'`)
    .orderBy('a.starts_at', 'desc')
  const phone = contactsOf(db, 'phone', 'today').orderBy('c.rank').orderBy('c.id').limit(sql.lit(1))
  return db
    .selectFrom('patient as p')
    .leftJoinLateral(next.as('next'), (join) => join.onTrue())
    .select(['p.id', 'p.mrn', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'])
    .select(['p.birth_date', 'p.language', 'p.interpreter_needed', 'p.deceased', 'next.starts_at as next_visit'])
    .select([
      sql<string | null>`p.address->>'city'`.as('city'),
      phone.as('phone'),
      sql<string | null>`coalesce(next.name, (${last}))`.as('site'),
    ])
    .where(sql<boolean>`p.id = ${anyOf(slots.ids)}`)
})

/** People as a list shows them: read for those who are shown only. */
export async function selectShown(db: Db, ids: readonly string[], now: string): Promise<readonly ShownRow[]> {
  return ids.length === 0 ? [] : shown(db, { ids, now })
}

/** The records that speak for merged ones, but for those that are shut to the viewer. */
export async function selectSurvivors(db: Db, ids: readonly string[], viewer: Viewer): Promise<readonly LineColumns[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('patient as p')
    .select(['p.id', 'p.mrn', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'])
    .select(['p.birth_date', 'p.language', 'p.interpreter_needed'])
    .where(sql<boolean>`p.id = any(${ids}::uuid[]) and not ${isShut(db, 'p', viewer)}`)
    .execute()
}
