import type { patients, Reply } from '@foyer/contract'
import { formatMrn } from '@foyer/patients'
import { type PatientRecord, presentName, presentPatient, wireInstant } from '../present.ts'
import { type NextVisit, openItems } from './open-items.ts'
import type { PageRow } from './store.ts'

type Page = Reply<typeof patients.readPatient>
type Visit = Page['upcoming'][number]

function presentVisit(row: PageRow['upcoming'][number]): Visit {
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
  const { checkedOn: _, ...coverage } = row
  return {
    ...coverage,
    relationship: row.relationship as Page['coverages'][number]['relationship'],
    checkedAt: row.checkedAt === null ? null : wireInstant(row.checkedAt),
  }
}

function nextVisitOf(row: PageRow): NextVisit | null {
  if (row.next_id === null || row.next_date === null) return null
  return {
    appointmentId: row.next_id,
    facts: {
      date: row.next_date,
      identityConfirmed: row.next_identity_confirmed ?? false,
      contactConfirmedOn: row.contact_confirmed_on,
      consentSignedOn: row.consent_signed_on,
      interpreterNeeded: row.interpreter_needed,
      interpreterName: row.next_interpreter_name,
      coverages: row.coverages,
      visitTypeCopayCents: row.next_copay_cents,
      paidCents: row.next_paid_cents ?? 0,
    },
  }
}

export function presentPage(row: PageRow): Omit<Page, 'can' | 'privacy'> {
  const { today, coverages } = row
  return {
    patient: presentPatient(row, row.contacts as PatientRecord['contacts']),
    relatedPersons: row.related as Page['relatedPersons'],
    sharedPhoneWith: row.sharers.map(({ id, given, family }) => ({ id, name: `${given} ${family}` })),
    coverages: coverages.map(presentCoverage),
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
    merged: row.merges.map((one) => ({
      mergeId: one.id,
      patientId: one.patient_id,
      mrn: formatMrn(one.mrn),
      name: presentName(one),
      birthDate: one.birth_date,
      mergedAt: wireInstant(one.merged_at),
      mergedBy: one.by,
    })),
    open: openItems({ birthDate: row.birth_date, deceased: row.deceased, today, coverages }, nextVisitOf(row)),
  }
}
