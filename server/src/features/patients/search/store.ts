import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'
import { type Prepared, prepared } from '../../../platform/database/statement.ts'
import type { LineColumns } from '../present.ts'
import { isShut } from '../restricted/store.ts'

/** How a search reads; two searches of one shape are one statement with other values. */
export interface Shape {
  readonly nameParts: number
  readonly mrn: boolean
  readonly phone: boolean
  readonly email: boolean
  readonly birthDate: boolean
  readonly birthYear: boolean
}

export const ranks = ['mrn', 'phone', 'email', 'birth-date', 'name', 'similar-name'] as const
const rankOf = (matched: (typeof ranks)[number]) => sql.lit(ranks.indexOf(matched))

export type FoundRow = LineColumns & {
  readonly rank: number
  readonly search_name: string
  readonly deceased: boolean
  readonly city: string | null
  readonly phone: string | null
  readonly next_visit: string | null
}

const slotNames = [
  'mrn',
  'phoneFrom',
  'phoneTo',
  'emailFrom',
  'emailTo',
  'birthDates',
  'yearFrom',
  'yearTo',
  'name0',
  'name1',
  'name2',
  'name3',
  'name4',
  'words',
  'now',
  'limit',
  'staffId',
  'seesAll',
] as const
export type Slot = (typeof slotNames)[number]
type Slots = Readonly<Record<Slot, string>>

/** Of trigrams that the typed words share with the best stretch of a name; what is shown is judged again by spelling. */
const ALIKE = sql.lit('0.25')
const MOST_ALIKE = sql.lit(40)

/** In the order of bytes, which the pattern indexes keep: unlike `like`, planned once for every prefix. */
function within(column: string, from: string, to: string): RawBuilder<SqlBool> {
  const ref = sql.ref(column)
  return sql<boolean>`${ref} ~>=~ ${from} and ${ref} ~<~ ${to}`
}

function contactPoints(db: Db, system: 'phone' | 'email', from: string, to: string) {
  return db
    .selectFrom('contact_point as c')
    .select(['c.patient_id as id', rankOf(system).as('rank')])
    .where('c.system', '=', sql.lit(system))
    .where(within('c.search_value', from, to))
}

type Reading = SelectQueryBuilder<OrganizationTables, never, { id: string; rank: number }>

/** One select for each way to read what was typed, names aside. */
function readings(db: Db, shape: Shape, slots: Slots): readonly Reading[] {
  const people = (matched: 'mrn' | 'birth-date', condition: RawBuilder<SqlBool>) =>
    db
      .selectFrom('patient as b')
      .select(['b.id', rankOf(matched).as('rank')])
      .where(condition)
  const relatives = () =>
    db
      .selectFrom('related_person as r')
      .select(['r.patient_id as id', rankOf('phone').as('rank')])
      .where(within('r.search_value', slots.phoneFrom, slots.phoneTo))
  return [
    ...(shape.mrn ? [people('mrn', sql<boolean>`b.mrn = ${slots.mrn}`)] : []),
    ...(shape.phone ? [contactPoints(db, 'phone', slots.phoneFrom, slots.phoneTo), relatives()] : []),
    ...(shape.email ? [contactPoints(db, 'email', slots.emailFrom, slots.emailTo)] : []),
    ...(shape.birthDate ? [people('birth-date', sql<boolean>`b.birth_date = any(${slots.birthDates}::text[])`)] : []),
    ...(shape.birthYear ? [people('birth-date', within('b.birth_date', slots.yearFrom, slots.yearTo))] : []),
  ]
}

function allOf(selects: readonly Reading[]) {
  const [first, ...rest] = selects
  return first ? rest.reduce((union, one) => union.unionAll(one), first) : null
}

function nameSlots(shape: Shape, slots: Slots): readonly string[] {
  return [slots.name0, slots.name1, slots.name2, slots.name3, slots.name4].slice(0, shape.nameParts)
}

/** Of each person the best reading that fits. */
function bestReading(db: Db, readings: Reading) {
  return db
    .selectFrom(readings.as('one'))
    .select(['one.id', sql<number>`min(one.rank)`.as('rank')])
    .groupBy('one.id')
}

function firstPhone(db: Db) {
  return db
    .selectFrom('contact_point as c')
    .select('c.value')
    .where(sql<boolean>`c.patient_id = p.id and c.system = 'phone'`)
    .orderBy('c.rank')
    .orderBy('c.id')
    .limit(sql.lit(1))
}

function nextVisit(db: Db, slots: Slots) {
  return db
    .selectFrom('appointment as a')
    .select('a.starts_at')
    .where(sql<boolean>`a.patient_id = p.id and a.starts_at >= ${slots.now}::timestamptz and a.status = 'booked'`)
    .orderBy('a.starts_at')
    .limit(sql.lit(1))
}

/**
 * People as a list shows them, without the restricted ones that are not open to the viewer: left out before the limit,
 * so that not even a count tells of them. What is read of other tables is read for the page only, after the limit.
 */
function people(db: Db, slots: Slots) {
  return db
    .selectFrom('patient as p')
    .select(['p.id', 'p.mrn', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'])
    .select(['p.birth_date', 'p.language', 'p.interpreter_needed', 'p.deceased', 'p.search_name'])
    .select(sql<string | null>`p.address->>'city'`.as('city'))
    .select([firstPhone(db).as('phone'), nextVisit(db, slots).as('next_visit')])
    .where(sql<boolean>`not ${isShut(db, 'p', slots)}`)
}

/** Everybody who has all the names and fits one of the other readings; each once, under the best. */
function found(db: Db, shape: Shape, slots: Slots) {
  const other = allOf(readings(db, shape, slots))
  let query = people(db, slots).limit(sql<number>`${slots.limit}`)
  for (const name of nameSlots(shape, slots)) query = query.where('p.search_name', 'like', name)
  if (!other) return query.select(rankOf('name').as('rank')).orderBy('p.family').orderBy('p.given')
  return query
    .innerJoin(bestReading(db, other).as('best'), 'best.id', 'p.id')
    .select('best.rank')
    .orderBy('best.rank')
    .orderBy('p.family')
    .orderBy('p.given')
}

/**
 * Those whose name is only similar. The threshold of `<%` is a setting: a condition that is asked once, before the
 * scan, sets it for this statement's transaction.
 */
function similar(db: Db, shape: Shape, slots: Slots) {
  const other = allOf(readings(db, shape, slots))
  const query = people(db, slots)
    .select(rankOf('similar-name').as('rank'))
    .where(sql<boolean>`(select set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true)) is not null`)
    .where(sql<boolean>`${slots.words} <% p.search_name`)
    .orderBy(sql`word_similarity(${slots.words}, p.search_name)`, 'desc')
    .orderBy(sql`similarity(${slots.words}, p.family)`, 'desc')
    .limit(MOST_ALIKE)
  return other ? query.where('p.id', 'in', bestReading(db, other).clearSelect().select('one.id')) : query
}

type Run = Prepared<Slot, FoundRow>
type Build = (db: Db, shape: Shape, slots: Slots) => { compile(): unknown }

/** Keeps one prepared statement for each shape that was asked for. */
function byShape(build: Build): (shape: Shape) => Run {
  const known = new Map<string, Run>()
  return (shape) => {
    const key = Object.values(shape).join()
    const run = known.get(key) ?? prepared<Slot, FoundRow>(slotNames, (db, slots) => build(db, shape, slots) as never)
    known.set(key, run)
    return run
  }
}

const foundRun = byShape(found)
const similarRun = byShape(similar)
type Values = Readonly<Record<Slot, unknown>>

export async function selectFound(db: Db, shape: Shape, values: Values): Promise<readonly FoundRow[]> {
  return foundRun(shape)(db, values)
}

export async function selectSimilar(db: Db, shape: Shape, values: Values): Promise<readonly FoundRow[]> {
  return similarRun(shape)(db, values)
}
