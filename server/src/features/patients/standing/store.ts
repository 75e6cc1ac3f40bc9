import type { AuthorityKind, AuthorityScope, BarReason, ConfidentialContact } from '@foyer/patients'
import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { anyOf } from '../../../platform/database/any-of.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { prepared } from '../../../platform/database/statement.ts'

export interface AuthorityRow {
  readonly id: string
  readonly kind: AuthorityKind
  readonly scopes: readonly AuthorityScope[]
  readonly periodStart: string
  readonly periodEnd: string | null
  readonly documentId: string | null
  /** The document behind it is on file and was not removed. */
  readonly isShown: boolean
  readonly endedReason: string | null
}

/** Authorities of the relative whom the statement knows as `r`. */
function authorities(db: Db) {
  return db
    .selectFrom('authority as h')
    .leftJoin('document as proof', (join) =>
      join.onRef('proof.id', '=', 'h.document_id').on('proof.removed_at', 'is', null),
    )
    .select(['h.id', 'h.scopes', 'h.period_start as periodStart', 'h.period_end as periodEnd'])
    .select(['h.document_id as documentId', 'h.ended_reason as endedReason'])
    .select(sql<AuthorityKind>`h.kind`.as('kind'))
    .select(sql<boolean>`proof.id is not null`.as('isShown'))
    .where(sql<boolean>`h.related_person_id = r.id`)
    .orderBy('h.period_start', 'desc')
    .orderBy('h.id')
}

/** Who stands beside the person whom the statement knows as `p`: who is called first before the others. */
function relatives(db: Db) {
  return db
    .selectFrom('related_person as r')
    .select(['r.id', 'r.name', 'r.given', 'r.family', 'r.relationship', 'r.phone', 'r.email', 'r.language'])
    .select(['r.birth_date as birthDate', 'r.emergency_rank as emergencyRank', 'r.relative_id as relativeId'])
    .select(['r.period_start as periodStart', 'r.period_end as periodEnd', 'r.version'])
    .select(sql<BarReason | null>`r.barred`.as('barred'))
    .select([jsonArrayFrom(authorities(db)).as('authorities')])
    .where(sql<boolean>`r.patient_id = p.id`)
    .orderBy(sql`r.emergency_rank nulls last`)
    .orderBy('r.name')
    .orderBy('r.id')
}

/** States in which the practice sees patients; an empty text for a site whose state nobody wrote down. */
function statesOfSites(db: Db) {
  return db
    .selectFrom('site as s')
    .select(sql<string[] | null>`array_agg(distinct coalesce(upper(trim(s.address ->> 'state')), ''))`.as('states'))
    .where('s.active', '=', true)
}

/** The civil date at the first site. */
function todayAt(db: Db, now: string): RawBuilder<string> {
  const zone = db
    .selectFrom('site as s')
    .select('s.time_zone')
    .where('s.active', '=', true)
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(1)
  return sql<string>`(${now}::timestamptz at time zone coalesce(${zone}, 'UTC'))::date::text`
}

/** Whether the related person whom the statement knows by this name has not left yet: the last day is one of theirs. */
export function stillBeside(db: Db, related: string, now: string): RawBuilder<boolean> {
  const end = sql.ref<string | null>(`${related}.period_end`)
  return sql<boolean>`(${end} is null or ${end} >= ${todayAt(db, now)}::date)`
}

/** E-mail addresses of the relative `r`: what was said of them, and those of their own record. */
function readerEmails(db: Db): RawBuilder<string[]> {
  const theirs = db
    .selectFrom('contact_point as c')
    .select('c.search_value')
    .where(sql<boolean>`c.patient_id = r.relative_id and c.system = 'email' and c.period_end is null`)
    .orderBy('c.rank')
    .orderBy('c.id')
  return sql<
    string[]
  >`case when r.email is null then array(${theirs}) else array[lower(r.email)] || array(${theirs}) end`
}

/** Whether the address `c` of the person `p` is read by others: the patient said so, or it stands on another's record. */
function isShared(db: Db): RawBuilder<boolean> {
  const elsewhere = db
    .selectFrom('contact_point as o')
    .innerJoin('patient as q', 'q.id', 'o.patient_id')
    .select('o.id')
    .where(sql<boolean>`o.search_value = c.search_value and o.system = 'email'`)
    .where(sql<boolean>`q.id <> p.id and q.merged_into is null`)
  return sql<boolean>`(c.shared_with is not null or exists (${elsewhere}))`
}

function standingsStatement(db: Db, ids: string, now: string) {
  return db
    .selectFrom('patient as p')
    .select(['p.id', 'p.given', 'p.preferred', 'p.birth_date', 'p.emancipated_on', 'p.deceased', 'p.language'])
    .select(sql<ConfidentialContact | null>`p.confidential_contact`.as('wish'))
    .select([statesOfSites(db).as('states'), todayAt(db, now).as('today')])
    .select([
      jsonArrayFrom(
        db
          .selectFrom('contact_point as c')
          .select(['c.value'])
          .select(isShared(db).as('isShared'))
          .where(sql<boolean>`c.patient_id = p.id and c.system = 'email' and c.period_end is null`)
          .orderBy('c.rank')
          .orderBy('c.id'),
      ).as('emails'),
      jsonArrayFrom(relatives(db).select(readerEmails(db).as('emails'))).as('relatives'),
    ])
    .where(sql<boolean>`p.id = ${anyOf(ids)}`)
}

export type StandingRow = Awaited<ReturnType<ReturnType<typeof standingsStatement>['executeTakeFirstOrThrow']>>

const runStandings = prepared<'ids' | 'now', StandingRow>(['ids', 'now'], (db, { ids, now }) =>
  standingsStatement(db, ids, now),
)

export async function selectStandings(db: Db, ids: readonly string[], now: string): Promise<readonly StandingRow[]> {
  return runStandings(db, { ids, now })
}
