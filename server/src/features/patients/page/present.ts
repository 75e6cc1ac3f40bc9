import type { patients, Reply } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import { type ConfidentialContact, formatMrn, type MissingField, type StandingLevel } from '@foyer/patients'
import type { CoverageFacts } from '@foyer/readiness'
import { consentsForVisit } from '../consent-facts/for-visit.ts'
import { type PatientRecord, presentName, presentPatient, wireInstant } from '../present.ts'
import { type NextVisit, openItems } from './open-items.ts'
import type { MergeRow, PageRow } from './store.ts'

type Page = Reply<typeof patients.readPatient>
type Visit = Page['upcoming'][number]

function presentVisit(row: PageRow['past'][number]): Visit {
  return {
    id: row.id,
    start: wireInstant(row.start),
    end: wireInstant(row.end),
    timeZone: row.timeZone,
    siteName: row.siteName,
    visitType: row.visitType,
    visitTypeEs: row.visitTypeEs,
    clinicianName: row.clinicianName,
    status: row.status as Visit['status'],
  }
}

function presentCoverage(row: PageRow['coverages'][number]): Page['coverages'][number] {
  return {
    ...row,
    relationship: row.relationship as Page['coverages'][number]['relationship'],
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

/** What a coverage says on days of the zone in which the next visit is. */
function coverageFacts(row: PageRow): readonly CoverageFacts[] {
  const zone = row.upcoming[0]?.timeZone ?? 'UTC'
  return row.coverages.map((coverage) => ({
    ...coverage,
    checkedOn:
      coverage.checkedAt === null ? null : dateAt(Temporal.Instant.from(wireInstant(coverage.checkedAt)), zone),
  }))
}

function nextVisitOf(
  row: PageRow,
  coverages: readonly CoverageFacts[],
  registrationMissing: readonly MissingField[],
): NextVisit | null {
  const [next] = row.upcoming
  if (!next) return null
  return {
    appointmentId: next.id,
    facts: {
      date: next.date,
      identityConfirmed: next.identity_confirmed,
      registrationMissing,
      contactConfirmedOn: row.contact_confirmed_on,
      consents: consentsForVisit({
        texts: row.consent_texts,
        consents: row.consents,
        languages: [row.language, ...row.further_languages],
        date: next.date,
        timeZone: next.timeZone,
        isTelehealth: next.telehealth,
      }),
      interpreterNeeded: row.interpreter_needed,
      interpreterName: next.interpreter_name,
      coverages,
      visitTypeCopayCents: next.copay_cents,
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
}

export function presentPage(
  row: PageRow,
  { now, sharers, merges, levels, missing }: Besides,
): Omit<Page, 'can' | 'privacy'> {
  const coverages = coverageFacts(row)
  const today = row.upcoming[0]?.today ?? dateAt(now, 'UTC')
  return {
    patient: presentPatient(row, row.contacts as PatientRecord['contacts']),
    photoDocumentId: row.photo_document_id,
    contactWish: wishOf(row.confidential_contact as ConfidentialContact | null),
    relatedPersons: row.related.map((one) => ({ ...one, mayKnow: mayKnow[levels.get(one.id) ?? 'nothing'] })),
    sharedPhoneWith: sharers.map(({ id, given, family }) => ({ id, name: `${given} ${family}` })),
    coverages: row.coverages.map(presentCoverage),
    upcoming: row.upcoming.map(presentVisit),
    past: row.past.map(presentVisit),
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
        today,
        coverages,
        missing,
      },
      nextVisitOf(row, coverages, missing),
    ),
  }
}
