import type { arrival, Reply, ActorRole } from '@foyer/contract'
import { formatMrn } from '@foyer/patients'
import { checkInSteps } from '@foyer/readiness'
import { addressLine, type PatientReach } from '../patients/index.ts'
import type { Practice } from '../practice/index.ts'
import { mayStep, offeredNext } from './policy.ts'
import { stepBack } from './step-back.ts'
import type { StepRow, VisitRow } from './store.ts'
import { clinicianOf, type Visit } from './visit.ts'

type BoardVisit = Reply<typeof arrival.readBoard>['visits'][number]
type CheckIn = Reply<typeof arrival.readCheckIn>
export type Steps = Reply<typeof arrival.confirmStep>['steps']

export function presentSteps(visit: Visit): Steps {
  return checkInSteps(visit.facts).map(
    ({ code, state, on, amountCents, what, fields, by, isNotCovered, isMadeUp }) => ({
      code,
      state,
      on,
      amountCents,
      what,
      fields: fields as Steps[number]['fields'],
      by,
      isNotCovered,
      isMadeUp,
    }),
  )
}

/** What is to be done and how far, without payer, dates or amounts. */
function bare(steps: Steps): Steps {
  return steps.map((step) => ({
    ...step,
    on: null,
    amountCents: null,
    what: null,
    fields: [],
    by: null,
    isNotCovered: false,
  }))
}

function presentName(row: VisitRow): BoardVisit['patient']['name'] {
  return {
    given: row.given,
    ...(row.middle === null ? {} : { middle: row.middle }),
    family: row.family,
    ...(row.preferred === null ? {} : { preferred: row.preferred }),
    ...(row.prefix === null ? {} : { prefix: row.prefix }),
    ...(row.suffix === null ? {} : { suffix: row.suffix }),
  }
}

export interface Viewer {
  readonly role: ActorRole
  /** Civil date at the site now. */
  readonly today: string
  readonly practice: Practice
  /** The record of this person is not open to them: of what is missing only that, and no alerts. */
  readonly isShut?: boolean
}

/** @param steps those of this visit that hold, oldest first */
export function presentVisit(visit: Visit, steps: readonly StepRow[], viewer: Viewer): BoardVisit {
  const { row, status, date } = visit
  const { role, today, practice, isShut = false } = viewer
  const visitType = practice.visitTypes.get(row.visit_type_id)
  const room = row.room_id === null ? undefined : practice.resources.get(row.room_id)
  const back = mayStep(role, status) ? stepBack(steps, status, row.booked_at) : null
  return {
    appointmentId: row.id,
    patient: {
      id: row.patient_id,
      mrn: formatMrn(row.mrn),
      name: presentName(row),
      birthDate: row.birth_date,
      language: row.language,
      interpreterNeeded: row.interpreter_needed,
      alerts: isShut ? [] : row.alerts,
    },
    start: row.starts_at,
    end: row.ends_at,
    visitTypeId: row.visit_type_id,
    visitType: visitType?.name ?? '',
    visitTypeEs: visitType?.nameEs ?? '',
    telehealth: visitType?.telehealth ?? false,
    clinician: clinicianOf(row, practice),
    room: room ? { id: room.id, name: room.name } : null,
    status,
    since: row.status_since,
    readiness: isShut ? bare(presentSteps(visit)) : presentSteps(visit),
    version: row.version,
    next: [...offeredNext(role, status, date, today)],
    undo: back?.to ?? null,
  }
}

/** PostgreSQL writes an instant inside JSON with `+00:00`, and with up to six digits of a second. */
function instantIn(json: string): string {
  return json.replace(/\+00:00$/, 'Z')
}

export function presentCoverages(row: VisitRow): CheckIn['coverages'] {
  return row.coverages.map((coverage) => ({
    id: coverage.id,
    payerId: coverage.payer_id,
    payerName: coverage.payer_name,
    planId: coverage.plan_id,
    planName: coverage.plan_name,
    // The columns' checks and the contract list the same words, here and below.
    kind: coverage.kind as CheckIn['coverages'][number]['kind'],
    memberId: coverage.member_id,
    groupNumber: coverage.group_number,
    relationship: coverage.relationship as CheckIn['coverages'][number]['relationship'],
    subscriberName: coverage.subscriber_name,
    subscriberBirthDate: coverage.subscriber_birth_date,
    subscriberSex: coverage.subscriber_sex as CheckIn['coverages'][number]['subscriberSex'],
    subscriberPatientId: coverage.subscriber_patient_id,
    periodStart: coverage.period_start,
    periodEnd: coverage.period_end,
    endedBecause: coverage.ended_because as CheckIn['coverages'][number]['endedBecause'],
    order: coverage.coverage_order,
    copayCents: coverage.copay_cents,
    checkedAt: coverage.checked_at === null ? null : instantIn(coverage.checked_at),
    checkedBy: coverage.checked_by,
    version: coverage.version,
  }))
}

export function presentContact(
  row: VisitRow,
  reach: Pick<PatientReach, 'contacts' | 'notes'> = { contacts: [], notes: [] },
): CheckIn['contact'] {
  const { contacts, notes } = reach
  const valueOf = (system: string): string | null => contacts.find((one) => one.system === system)?.value ?? null
  return { phone: valueOf('phone'), email: valueOf('email'), address: addressLine(row.address), notes: [...notes] }
}

export function presentPayments(
  rows: readonly {
    readonly id: string
    readonly receipt_number: string
    readonly amount_cents: number
    readonly method: string
    readonly collected_at: string
    readonly collected_by_name: string
    readonly voided_at: string | null
  }[],
): CheckIn['payments'] {
  return rows.map((row) => ({
    id: row.id,
    receiptNumber: row.receipt_number,
    amountCents: row.amount_cents,
    method: row.method === 'cash' ? 'cash' : 'card',
    collectedAt: row.collected_at,
    collectedBy: row.collected_by_name,
    voided: row.voided_at !== null,
  }))
}
