import { type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'
import { prepared } from '../../../platform/database/statement.ts'
import { isShut, openUntil, type Viewer, type ViewerValues } from '../restricted/store.ts'

type Slots = Readonly<Record<keyof Viewer, string>>

// Rows inside the JSON speak of the person `p` and of the next visit `n` of the statement around them.

const LAST = sql.lit(10)
/** Somebody late, or a visit that runs long, is still what is next. */
const isNext = (now: string) =>
  sql<boolean>`a.status in ('booked', 'arrived', 'roomed', 'with-clinician') and a.starts_at > ${now}::timestamptz - interval '12 hours'`

function clinicianName(db: Db) {
  return db
    .selectFrom('allocation as al')
    .innerJoin('resource as r', 'r.id', 'al.resource_id')
    .select('r.name')
    .where(sql<boolean>`al.appointment_id = a.id and al.role = 'clinician'`)
    .limit(sql.lit(1))
}

function visits(db: Db) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .innerJoin('visit_type as v', 'v.id', 'a.visit_type_id')
    .select([
      'a.id',
      'a.starts_at as start',
      'a.ends_at as end',
      's.time_zone as timeZone',
      's.name as siteName',
      'v.name as visitType',
      'v.name_es as visitTypeEs',
      'a.status',
    ])
    .select(clinicianName(db).as('clinicianName'))
    .where(sql<boolean>`a.patient_id = p.id`)
    .limit(LAST)
}

function nextVisit(db: Db, now: string) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .innerJoin('visit_type as v', 'v.id', 'a.visit_type_id')
    .select(['a.id', 's.time_zone', 'v.copay_cents', 'a.identity_confirmed'])
    .select(sql<string>`(a.starts_at at time zone s.time_zone)::date`.as('date'))
    .select(
      db
        .selectFrom('allocation as al')
        .innerJoin('resource as r', 'r.id', 'al.resource_id')
        .select('r.name')
        .where(sql<boolean>`al.appointment_id = a.id and al.role = 'interpreter'`)
        .limit(sql.lit(1))
        .as('interpreter_name'),
    )
    .select(
      db
        .selectFrom('payment as pay')
        .select(sql<number | null>`sum(pay.amount_cents)`.as('paid'))
        .where(sql<boolean>`pay.appointment_id = a.id and pay.voided_at is null`)
        .as('paid_cents'),
    )
    .where(sql<boolean>`a.patient_id = p.id and ${isNext(now)}`)
    .orderBy('a.starts_at')
    .limit(sql.lit(1))
}

function coverages(db: Db) {
  return db
    .selectFrom('coverage as c')
    .innerJoin('payer as y', 'y.id', 'c.payer_id')
    .select([
      'c.id',
      'c.payer_id as payerId',
      'y.name as payerName',
      'c.plan_name as planName',
      'c.member_id as memberId',
      'c.group_number as groupNumber',
      'c.relationship',
      'c.subscriber_name as subscriberName',
      'c.period_start as periodStart',
      'c.period_end as periodEnd',
      'c.coverage_order as order',
      'c.copay_cents as copayCents',
      'c.checked_at as checkedAt',
      'c.checked_by as checkedBy',
    ])
    .select(sql<string | null>`(c.checked_at at time zone coalesce(n.time_zone, 'UTC'))::date`.as('checkedOn'))
    .where(sql<boolean>`c.patient_id = p.id`)
    .orderBy('c.coverage_order')
    .orderBy('c.id')
}

/** Others with the same number whom the viewer may see. */
function sharers(db: Db, viewer: ViewerValues) {
  return db
    .selectFrom('contact_point as mine')
    .innerJoin('contact_point as theirs', 'theirs.search_value', 'mine.search_value')
    .innerJoin('patient as o', 'o.id', 'theirs.patient_id')
    .select(['o.id', 'o.given', 'o.family'])
    .distinct()
    .where(
      sql<boolean>`mine.patient_id = p.id and mine.system = 'phone' and theirs.system = 'phone' and theirs.patient_id <> p.id and o.merged_into is null`,
    )
    .where(sql<boolean>`not ${isShut(db, 'o', viewer)}`)
    .limit(LAST)
}

/** Records that lead to this one, with the merges that made them. */
function merges(db: Db) {
  return db
    .selectFrom('patient_merge as g')
    .innerJoin('patient as m', 'm.id', 'g.merged_id')
    .leftJoin('staff as w', 'w.id', 'g.merged_by')
    .select(['g.id', 'g.merged_at', 'w.name as by', 'm.id as patient_id', 'm.mrn', 'm.birth_date'])
    .select(['m.given', 'm.middle', 'm.family', 'm.preferred', 'm.prefix', 'm.suffix'])
    .where(sql<boolean>`m.merged_into = p.id and g.undone_at is null`)
    .orderBy('g.merged_at', 'desc')
    .limit(LAST)
}

function pageStatement(db: Db, id: string, viewer: Slots) {
  const { now, staffId } = viewer
  return (
    db
      .selectFrom('patient as p')
      .leftJoinLateral(nextVisit(db, now).as('n'), (join) => join.onTrue())
      .selectAll('p')
      .select([
        'n.id as next_id',
        'n.date as next_date',
        'n.copay_cents as next_copay_cents',
        'n.identity_confirmed as next_identity_confirmed',
        'n.interpreter_name as next_interpreter_name',
        'n.paid_cents as next_paid_cents',
      ])
      .select(sql<string>`(${now}::timestamptz at time zone coalesce(n.time_zone, 'UTC'))::date`.as('today'))
      .select(openUntil(db, { staffId, now }).as('open_until'))
      .select([
        jsonArrayFrom(
          db
            .selectFrom('contact_point as c')
            .select(['c.system', 'c.value', 'c.use'])
            .where(sql<boolean>`c.patient_id = p.id`)
            .orderBy('c.rank')
            .orderBy('c.id'),
        ).as('contacts'),
        jsonArrayFrom(
          db
            .selectFrom('related_person as r')
            .select(['r.id', 'r.name', 'r.relationship', 'r.phone', 'r.may_know as mayKnow'])
            .where(sql<boolean>`r.patient_id = p.id`)
            .orderBy('r.name'),
        ).as('related'),
        jsonArrayFrom(sharers(db, viewer)).as('sharers'),
        jsonArrayFrom(coverages(db)).as('coverages'),
        jsonArrayFrom(visits(db).where(isNext(now)).orderBy('a.starts_at')).as('upcoming'),
        jsonArrayFrom(
          visits(db)
            .where(sql<boolean>`a.starts_at <= ${now}::timestamptz and not (${isNext(now)})`)
            .orderBy('a.starts_at', 'desc'),
        ).as('past'),
        jsonArrayFrom(
          db
            .selectFrom('encounter as e')
            .select(['e.id', 'e.started_at as start', 'e.ended_at as end', 'e.type', 'e.reason'])
            .select(['e.place as where', 'e.practitioner'])
            .where(sql<boolean>`e.patient_id = p.id`)
            .orderBy('e.started_at', 'desc')
            .limit(LAST),
        ).as('history'),
        jsonArrayFrom(
          db
            .selectFrom('payment as pay')
            .select(['pay.id', 'pay.receipt_number as receiptNumber', 'pay.amount_cents as amountCents', 'pay.method'])
            .select(['pay.collected_at as collectedAt', sql<boolean>`pay.voided_at is not null`.as('voided')])
            .where(sql<boolean>`pay.patient_id = p.id`)
            .orderBy('pay.collected_at', 'desc')
            .limit(LAST),
        ).as('payments'),
        jsonArrayFrom(merges(db)).as('merges'),
      ])
      // A record that was merged leads to the one that speaks for it.
      .where('p.id', '=', (eb) =>
        eb
          .selectFrom('patient as asked')
          .select(sql<string>`coalesce(asked.merged_into, asked.id)`.as('id'))
          .where('asked.id', '=', id),
      )
  )
}

export type PageRow = Selectable<OrganizationTables['patient']> &
  Awaited<ReturnType<ReturnType<typeof pageStatement>['executeTakeFirstOrThrow']>>

const runPage = prepared<'id' | keyof Viewer, PageRow>(['id', 'staffId', 'seesAll', 'now'], (db, { id, ...viewer }) =>
  pageStatement(db, id, viewer),
)

/** The whole page of one person by one statement. */
export async function selectPage(db: Db, id: string, viewer: Viewer): Promise<PageRow | undefined> {
  return (await runPage(db, { id, ...viewer }))[0]
}
