import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../platform/database/organization-db.ts'
import { prepared } from '../../../platform/database/statement.ts'
import { answersNear } from '../coverage/store.ts'
import { consentsOf } from '../consent-facts/store.ts'
import { stillBeside } from '../standing/store.ts'

// Rows inside the JSON speak of the person `p` of the statement around them. What is the same for everybody (sites, visit
// types, payers, consent texts) each process knows and is not asked for here.

const LAST = sql.lit(10)
/** Longer ahead nobody has asked a payer about. */
const ANSWERED_DAYS = 30
/** Somebody late, or a visit that runs long, is still what is next. */
const isNext = (now: string) =>
  sql<boolean>`a.status in ('booked', 'arrived', 'roomed', 'with-clinician') and a.starts_at > ${now}::timestamptz - interval '12 hours'`

function whoIs(db: Db, role: 'clinician' | 'interpreter') {
  return db
    .selectFrom('allocation as al')
    .select('al.resource_id')
    .where(sql<boolean>`al.appointment_id = a.id and al.role = ${sql.lit(role)}`)
    .limit(sql.lit(1))
}

function visits(db: Db) {
  return db
    .selectFrom('appointment as a')
    .select(['a.id', 'a.starts_at as start', 'a.ends_at as end', 'a.site_id', 'a.visit_type_id', 'a.status'])
    .select(whoIs(db, 'clinician').as('clinician_id'))
    .where(sql<boolean>`a.patient_id = p.id`)
    .limit(LAST)
}

/** Those ahead, the next one first, with what its check-in will ask. */
function upcoming(db: Db, now: string) {
  return visits(db)
    .select('a.identity_confirmed')
    .select(whoIs(db, 'interpreter').as('interpreter_id'))
    .select(
      jsonArrayFrom(
        db
          .selectFrom('appointment_coverage as n')
          .select(['n.coverage_id', 'n.coverage_order'])
          .where(sql<boolean>`n.appointment_id = a.id`),
      ).as('pins'),
    )
    .select(
      db
        .selectFrom('payment as pay')
        .select(sql<number | null>`sum(pay.amount_cents)`.as('paid'))
        .where(sql<boolean>`pay.appointment_id = a.id and pay.voided_at is null`)
        .as('paid_cents'),
    )
    .where(isNext(now))
    .orderBy('a.starts_at')
}

function coverages(db: Db, now: string) {
  return db
    .selectFrom('coverage as c')
    .select([
      'c.id',
      'c.payer_id as payerId',
      'c.plan_name as planName',
      'c.member_id as memberId',
      'c.group_number as groupNumber',
      'c.relationship',
      'c.subscriber_name as subscriberName',
      'c.period_start as periodStart',
      'c.period_end as periodEnd',
      'c.plan_id as planId',
      'c.kind',
      'c.subscriber_birth_date as subscriberBirthDate',
      'c.subscriber_sex as subscriberSex',
      'c.subscriber_patient_id as subscriberPatientId',
      'c.ended_because as endedBecause',
      'c.version',
      'c.coverage_order as order',
      'c.copay_cents as copayCents',
      'c.checked_at as checkedAt',
      'c.checked_by as checkedBy',
    ])
    .select(
      db
        .selectFrom('payer as y')
        .select('y.kind')
        .where(sql<boolean>`y.id = c.payer_id`)
        .$asScalar()
        .$notNull()
        .as('payerKind'),
    )
    .select(
      answersNear(
        db,
        sql`${now}::timestamptz`,
        sql`${now}::timestamptz + interval '${sql.raw(String(ANSWERED_DAYS))} days'`,
      ).as('answers'),
    )
    .where(sql<boolean>`c.patient_id = p.id`)
    .orderBy('c.coverage_order')
    .orderBy('c.id')
}

/** Others with the same number, restricted ones among them. */
function sharers(db: Db) {
  return db
    .selectFrom('contact_point as mine')
    .innerJoin('contact_point as theirs', 'theirs.search_value', 'mine.search_value')
    .innerJoin('patient as o', 'o.id', 'theirs.patient_id')
    .select(['o.id', 'o.given', 'o.family'])
    .select(sql<boolean>`o.restriction is not null`.as('restricted'))
    .distinct()
    .where(
      sql<boolean>`mine.patient_id = p.id and mine.system = 'phone' and theirs.system = 'phone' and mine.period_end is null and theirs.period_end is null and theirs.patient_id <> p.id and o.merged_into is null`,
    )
    .limit(LAST)
}

const columns = [
  ...(['p.id', 'p.mrn', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'] as const),
  ...(['p.birth_date', 'p.sex', 'p.pronouns', 'p.language', 'p.interpreter_needed', 'p.contact_preference'] as const),
  ...(['p.address', 'p.alerts', 'p.deceased', 'p.contact_confirmed_on', 'p.further_languages'] as const),
  ...(['p.restriction', 'p.merged_into', 'p.version'] as const),
  ...(['p.registration', 'p.language_asked', 'p.birth_date_estimated', 'p.confidential_contact'] as const),
]

function pageStatement(db: Db, id: string, now: string) {
  return db
    .selectFrom('patient as p')
    .select(columns)
    .select([
      // A photo that was removed is the one that was chosen still, and not shown.
      sql<string | null>`${db
        .selectFrom('document as photo')
        .select('photo.id')
        .where(sql<boolean>`photo.id = p.photo_document_id and photo.removed_at is null`)}`.as('photo_document_id'),
      jsonArrayFrom(
        db
          .selectFrom('contact_point as c')
          .select(['c.system', 'c.value', 'c.use'])
          .where(sql<boolean>`c.patient_id = p.id and c.period_end is null`)
          .orderBy('c.rank')
          .orderBy('c.system', 'desc')
          .orderBy('c.id'),
      ).as('contacts'),
      jsonArrayFrom(
        db
          .selectFrom('related_person as r')
          .select(['r.id', 'r.name', 'r.relationship', 'r.phone'])
          .where(sql<boolean>`r.patient_id = p.id and ${stillBeside(db, 'r', now)}`)
          .orderBy('r.name'),
      ).as('related'),
      jsonArrayFrom(sharers(db)).as('sharers'),
      jsonArrayFrom(coverages(db, now)).as('coverages'),
      jsonArrayFrom(upcoming(db, now)).as('upcoming'),
      consentsOf(db, 'p.id').as('consents'),
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
      db
        .selectFrom('patient as m')
        .select(sql<boolean>`true`.as('it'))
        .where(sql<boolean>`m.merged_into = p.id`)
        .limit(sql.lit(1))
        .as('has_merges'),
      db
        .selectFrom('change_proposal as o')
        .select(sql<boolean>`true`.as('it'))
        .where(sql<boolean>`o.patient_id = p.id and o.state = 'open'`)
        .limit(sql.lit(1))
        .as('has_proposals'),
    ])
    .where('p.id', '=', id)
}

export type PageRow = Awaited<ReturnType<ReturnType<typeof pageStatement>['executeTakeFirstOrThrow']>>

const runPage = prepared<'id' | 'now', PageRow>(['id', 'now'], (db, { id, now }) => pageStatement(db, id, now))

/**
 * The whole page of one person by one statement, but for what few records have: starting a part of a statement costs as
 * much where there is nothing for it to find.
 */
export async function selectPage(db: Db, id: string, now: string): Promise<PageRow | undefined> {
  return (await runPage(db, { id, now }))[0]
}

/** Records that lead to this one, with the merges that made them. */
export async function selectMerges(db: Db, patientId: string) {
  return db
    .selectFrom('patient_merge as g')
    .innerJoin('patient as m', 'm.id', 'g.merged_id')
    .leftJoin('staff as w', 'w.id', 'g.merged_by')
    .select(['g.id', 'g.merged_at', 'w.name as by', 'm.id as patient_id', 'm.mrn', 'm.birth_date'])
    .select(['m.given', 'm.middle', 'm.family', 'm.preferred', 'm.prefix', 'm.suffix'])
    .where('m.merged_into', '=', patientId)
    .where('g.undone_at', 'is', null)
    .orderBy('g.merged_at', 'desc')
    .limit(LAST)
    .execute()
}

export type MergeRow = Awaited<ReturnType<typeof selectMerges>>[number]
