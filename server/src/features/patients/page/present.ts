import type { patients, Reply } from '@foyer/contract'
import { partOf } from '@foyer/coverage'
import { dateAt, Temporal } from '@foyer/kernel'
import { type ConfidentialContact, formatMrn, type MissingField, type StandingLevel } from '@foyer/patients'
import type { CoverageFacts } from '@foyer/readiness'
import { answerFor } from '../coverage/answer-for.ts'
import { consentsForVisit } from '../consent-facts/for-visit.ts'
import type { ConsentTextRow } from '../consent-facts/store.ts'
import { type PatientRecord, presentName, presentPatient, wireInstant } from '../present.ts'
import { type NextVisit, openItems } from './open-items.ts'
import type { SetUp } from './set-up.ts'
import type { MergeRow, PageRow } from './store.ts'

type Page = Reply<typeof patients.readPatient>
type Visit = Page['upcoming'][number]

function nameOf(named: SetUp['resources'], id: string | null): string | null {
  return id === null ? null : (named.get(id)?.name ?? null)
}

function presentVisit(row: PageRow['past'][number], { sites, visitTypes, resources }: SetUp): Visit {
  const site = sites.get(row.site_id)
  const visitType = visitTypes.get(row.visit_type_id)
  return {
    id: row.id,
    start: wireInstant(row.start),
    end: wireInstant(row.end),
    timeZone: site?.timeZone ?? 'UTC',
    siteName: site?.name ?? '',
    visitType: visitType?.name ?? '',
    visitTypeEs: visitType?.nameEs ?? '',
    clinicianName: nameOf(resources, row.clinician_id),
    status: row.status as Visit['status'],
  }
}

type Row = PageRow['coverages'][number]
type Coverage = Omit<Row, 'answers' | 'payerKind'> & { readonly payerName: string }

interface Covered {
  readonly coverage: Coverage
  readonly payerKind: string
  readonly answers: Row['answers']
}

/** With the name of the payer, in the place where a reader looks for it. */
function covered({ id, payerId, payerKind, answers, ...row }: Row, { payers }: SetUp): Covered {
  return { coverage: { id, payerId, payerName: payers.get(payerId)?.name ?? '', ...row }, payerKind, answers }
}

function presentCoverage(row: Coverage): Page['coverages'][number] {
  return {
    ...row,
    // The columns' checks and the contract list the same words.
    relationship: row.relationship as Page['coverages'][number]['relationship'],
    kind: row.kind as Page['coverages'][number]['kind'],
    subscriberSex: row.subscriberSex as Page['coverages'][number]['subscriberSex'],
    endedBecause: row.endedBecause as Page['coverages'][number]['endedBecause'],
    checkedAt: row.checkedAt === null ? null : wireInstant(row.checkedAt),
  }
}

const mayKnow: Readonly<Record<StandingLevel, Page['relatedPersons'][number]['mayKnow']>> = {
  acts: 'everything',
  told: 'everything',
  times: 'times',
  billing: 'nothing',
  message: 'nothing',
  nothing: 'nothing',
}

function wishOf(wish: ConfidentialContact | null): Page['contactWish'] {
  return wish && { ways: [...wish.ways], leaveMessage: wish.leaveMessage }
}

/** What a coverage says on days of the zone in which the next visit is, and its payer of that visit. */
function coverageFacts(
  all: readonly Covered[],
  zone: string,
  next: PageRow['upcoming'][number] | undefined,
): readonly CoverageFacts[] {
  const dayOf = (instant: string) => dateAt(Temporal.Instant.from(wireInstant(instant)), zone)
  return all.map(({ coverage, payerKind, answers }) => ({
    ...coverage,
    pinned: next?.pins.find((pin) => pin.coverage_id === coverage.id)?.coverage_order ?? null,
    ...partOf(coverage.kind, payerKind),
    checkedOn: coverage.checkedAt === null ? null : dayOf(coverage.checkedAt),
    answer: next
      ? answerFor(
          answers,
          { appointmentId: next.id, visitTypeId: next.visit_type_id, date: dayOf(next.start), timeZone: zone },
          coverage.checkedAt,
        )
      : null,
  }))
}

function nextVisitOf(
  row: PageRow,
  coverages: readonly CoverageFacts[],
  { missing: registrationMissing, setUp, texts, zone }: Besides & { readonly zone: string },
): NextVisit | null {
  const [next] = row.upcoming
  if (!next) return null
  const visitType = setUp.visitTypes.get(next.visit_type_id)
  const date = dateAt(Temporal.Instant.from(wireInstant(next.start)), zone)
  return {
    appointmentId: next.id,
    facts: {
      date,
      identityConfirmed: next.identity_confirmed,
      registrationMissing,
      contactConfirmedOn: row.contact_confirmed_on,
      consents: consentsForVisit({
        texts,
        consents: row.consents,
        languages: [row.language, ...row.further_languages],
        date,
        timeZone: zone,
        isTelehealth: visitType?.telehealth ?? false,
      }),
      interpreterNeeded: row.interpreter_needed,
      interpreterName: nameOf(setUp.resources, next.interpreter_id),
      coverages,
      visitTypeCopayCents: visitType?.copayCents ?? null,
      paidCents: next.paid_cents ?? 0,
    },
  }
}

/** Of what stands beside the one statement of the page, and few records have. */
export interface Besides {
  readonly now: Temporal.Instant
  readonly sharers: PageRow['sharers']
  readonly merges: readonly MergeRow[]
  /** What each relative may at most, today. */
  readonly levels: ReadonlyMap<string, StandingLevel>
  /** What the registration lacks. */
  readonly missing: readonly MissingField[]
  readonly setUp: SetUp
  readonly texts: readonly ConsentTextRow[]
}

export function presentPage(row: PageRow, besides: Besides): Omit<Page, 'can' | 'privacy'> {
  const { now, sharers, merges, levels, missing, setUp } = besides
  const zone = (row.upcoming[0] && setUp.sites.get(row.upcoming[0].site_id)?.timeZone) ?? 'UTC'
  const all = row.coverages.map((one) => covered(one, setUp))
  const coverages = coverageFacts(all, zone, row.upcoming[0])
  return {
    patient: presentPatient(row, row.contacts as PatientRecord['contacts']),
    photoDocumentId: row.photo_document_id,
    contactWish: wishOf(row.confidential_contact as ConfidentialContact | null),
    relatedPersons: row.related.map((one) => ({ ...one, mayKnow: mayKnow[levels.get(one.id) ?? 'nothing'] })),
    sharedPhoneWith: sharers.map(({ id, given, family }) => ({ id, name: `${given} ${family}` })),
    coverages: all.map(({ coverage }) => presentCoverage(coverage)),
    upcoming: row.upcoming.map((one) => presentVisit(one, setUp)),
    past: row.past.map((one) => presentVisit(one, setUp)),
    history: row.history.map((one) => ({
      id: one.id,
      start: wireInstant(one.start),
      end: one.end === null ? null : wireInstant(one.end),
      type: one.type,
      reason: one.reason,
      where: one.where,
      practitioner: one.practitioner,
    })),
    payments: row.payments.map((one) => ({
      id: one.id,
      receiptNumber: one.receiptNumber,
      amountCents: one.amountCents,
      method: one.method as Page['payments'][number]['method'],
      collectedAt: wireInstant(one.collectedAt),
      voided: one.voided,
    })),
    merged: merges.map((one) => ({
      mergeId: one.id,
      patientId: one.patient_id,
      mrn: formatMrn(one.mrn),
      name: presentName(one),
      birthDate: one.birth_date,
      mergedAt: one.merged_at,
      mergedBy: one.by,
    })),
    open: openItems(
      {
        birthDate: row.birth_date,
        deceased: row.deceased,
        hasProposals: row.has_proposals === true,
        today: dateAt(now, zone),
        coverages,
        missing,
      },
      nextVisitOf(row, coverages, { ...besides, zone }),
    ),
  }
}
