import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'
import { type Prepared, prepared } from '../prepared.ts'
import type { LineColumns } from '../present.ts'

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
] as const
export type Slot = (typeof slotNames)[number]
type Slots = Readonly<Record<Slot, string>>

/** Fewer than these found by what was typed: those whose name is only similar are shown too. */
const FEW = sql.lit(5)
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
  // They read of different tables; what they answer is of one form.
  return [
    ...(shape.mrn ? [people('mrn', sql<boolean>`b.mrn = ${slots.mrn}`)] : []),
    ...(shape.phone ? [contactPoints(db, 'phone', slots.phoneFrom, slots.phoneTo), relatives()] : []),
    ...(shape.email ? [contactPoints(db, 'email', slots.emailFrom, slots.emailTo)] : []),
    ...(shape.birthDate ? [people('birth-date', sql<boolean>`b.birth_date = any(${slots.birthDates}::text[])`)] : []),
    ...(shape.birthYear ? [people('birth-date', within('b.birth_date', slots.yearFrom, slots.yearTo))] : []),
  ] as unknown as readonly Reading[]
}

function allOf(selects: readonly Reading[]) {
  const [first, ...rest] = selects
  return first ? rest.reduce((union, one) => union.unionAll(one), first) : null
}

function nameSlots(shape: Shape, slots: Slots): readonly string[] {
  return [slots.name0, slots.name1, slots.name2, slots.name3, slots.name4].slice(0, shape.nameParts)
}

/** Everybody who fits one of the readings and has all the names; each once, under the best reading. */
function foundBy(db: Db, shape: Shape, slots: Slots) {
  const other = allOf(readings(db, shape, slots))
  let query = db.selectFrom('patient as p')
  for (const name of nameSlots(shape, slots)) query = query.where('p.search_name', 'like', name)
  if (!other) return query.select(['p.id', 'p.family', 'p.given', rankOf('name').as('rank')])
  const best = db
    .selectFrom(other.as('one'))
    .select(['one.id', sql<number>`min(one.rank)`.as('rank')])
    .groupBy('one.id')
  return query.innerJoin(best.as('best'), 'best.id', 'p.id').select(['p.id', 'p.family', 'p.given', 'best.rank'])
}

/**
 * Those whose name is only similar. The threshold of `<%` is a setting: it is set for this transaction by a condition
 * that stands before the scan and is asked once.
 */
function similarTo(db: Db, shape: Shape, slots: Slots) {
  const other = allOf(readings(db, shape, slots))
  const query = db
    .selectFrom('patient as p')
    .select(['p.id', rankOf('similar-name').as('rank')])
    .select(sql<number>`word_similarity(${slots.words}, p.search_name)`.as('likeness'))
    .where(sql<boolean>`(select count(*) from found) < ${FEW}`)
    .where(sql<boolean>`(select set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true)) is not null`)
    .where(sql<boolean>`${slots.words} <% p.search_name`)
    .where(sql<boolean>`not exists (select 1 from found where found.id = p.id)`)
    .orderBy('likeness', 'desc')
    .orderBy(sql`similarity(${slots.words}, p.family)`, 'desc')
    .limit(MOST_ALIKE)
  return other ? query.where('p.id', 'in', db.selectFrom(other.as('one')).select('one.id')) : query
}

function statement(db: Db, shape: Shape, slots: Slots) {
  const withPage = db
    .with('found', () => foundBy(db, shape, slots))
    .with('page', (cte) =>
      cte
        .selectFrom('found')
        .select(['found.id', 'found.rank', sql<number>`0`.as('likeness')])
        .orderBy('found.rank')
        .orderBy('found.family')
        .orderBy('found.given')
        .limit(sql<number>`${slots.limit}`),
    )
  const all =
    shape.nameParts > 0
      ? withPage
          .with('alike', () => similarTo(db, shape, slots))
          .with('hit', (cte) =>
            cte
              .selectFrom('page')
              .select(['page.id', 'page.rank', 'page.likeness'])
              .unionAll(cte.selectFrom('alike').select(['alike.id', 'alike.rank', 'alike.likeness'])),
          )
      : withPage.with('hit', (cte) => cte.selectFrom('page').select(['page.id', 'page.rank', 'page.likeness']))
  return all
    .selectFrom('hit')
    .innerJoin('patient as p', 'p.id', 'hit.id')
    .select(['p.id', 'p.mrn', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'])
    .select(['p.birth_date', 'p.language', 'p.interpreter_needed', 'p.deceased', 'p.search_name', 'hit.rank'])
    .select(sql<string | null>`p.address->>'city'`.as('city'))
    .select(
      db
        .selectFrom('contact_point as c')
        .select('c.value')
        .where(sql<boolean>`c.patient_id = p.id and c.system = 'phone'`)
        .orderBy('c.rank')
        .orderBy('c.id')
        .limit(sql.lit(1))
        .as('phone'),
    )
    .select(
      db
        .selectFrom('appointment as a')
        .select('a.starts_at')
        .where(sql<boolean>`a.patient_id = p.id and a.starts_at >= ${slots.now}::timestamptz and a.status = 'booked'`)
        .orderBy('a.starts_at')
        .limit(sql.lit(1))
        .as('next_visit'),
    )
    .orderBy('hit.rank')
    .orderBy('hit.likeness', 'desc')
    .orderBy('p.family')
    .orderBy('p.given')
}

type Run = Prepared<Slot, FoundRow>
const runs = new Map<string, Run>()

function runOf(shape: Shape): Run {
  const key = Object.values(shape).join()
  const known = runs.get(key)
  if (known) return known
  const run = prepared<Slot, FoundRow>(slotNames, (db, slots) => statement(db, shape, slots) as never)
  runs.set(key, run)
  return run
}

export async function selectFound(
  db: Db,
  shape: Shape,
  values: Readonly<Record<Slot, unknown>>,
): Promise<readonly FoundRow[]> {
  return runOf(shape)(db, values)
}
