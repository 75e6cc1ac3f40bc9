import { partOf } from '@foyer/coverage'
import { dateAt, Temporal } from '@foyer/kernel'
import type { MissingField } from '@foyer/patients'
import { type Copay, copayDue, type VisitFacts } from '@foyer/readiness'
import type { AppointmentStatus } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import {
  answerFor,
  checkOpen,
  consentsForVisit,
  type ConsentTextRow,
  openRegistrations,
  selectConsentTexts,
} from '../patients/index.ts'
import type { Practice } from '../practice/index.ts'
import { lockVisit, selectVisit, type VisitRow } from './store.ts'

/** A visit with what the rules need to know of it. */
export interface Visit {
  readonly row: VisitRow
  readonly status: AppointmentStatus
  readonly timeZone: string
  /** Civil date of the visit at its site. */
  readonly date: string
  readonly facts: VisitFacts
  readonly copay: Copay
}

function personOf(row: VisitRow, role: string, practice: Practice): { id: string; name: string } | null {
  const id = row.people.find((one) => one.role === role)?.resource_id
  const resource = id === undefined ? undefined : practice.resources.get(id)
  return resource ? { id: resource.id, name: resource.name } : null
}

export function clinicianOf(row: VisitRow, practice: Practice): { id: string; name: string } | null {
  return personOf(row, 'clinician', practice)
}

/** What the rules need to know besides the row. */
export interface Besides {
  readonly texts: readonly ConsentTextRow[]
  /** What is required of the registration and not known. */
  readonly registrationMissing: readonly MissingField[]
}

/** @param known the site's zone and the date, where the caller has them already. */
export function visitOf(
  row: VisitRow,
  practice: Practice,
  { texts, registrationMissing }: Besides,
  known?: { timeZone: string; date: string },
): Visit {
  const timeZone = known?.timeZone ?? practice.sites.get(row.site_id)?.timeZone ?? 'UTC'
  const date = known?.date ?? dateAt(Temporal.Instant.from(row.starts_at), timeZone)
  const visitType = practice.visitTypes.get(row.visit_type_id)
  const facts: VisitFacts = {
    date,
    identityConfirmed: row.identity_confirmed,
    registrationMissing,
    contactConfirmedOn: row.contact_confirmed_on,
    consents: consentsForVisit({
      texts,
      consents: row.consents,
      languages: [row.language, ...row.further_languages],
      date,
      timeZone,
      isTelehealth: visitType?.telehealth ?? false,
    }),
    interpreterNeeded: row.interpreter_needed,
    interpreterName: personOf(row, 'interpreter', practice)?.name ?? null,
    coverages: row.coverages.map((coverage) => ({
      payerName: coverage.payer_name,
      periodStart: coverage.period_start,
      periodEnd: coverage.period_end,
      order: coverage.coverage_order,
      pinned: coverage.pinned,
      ...partOf(coverage.kind, coverage.payer_kind),
      copayCents: coverage.copay_cents,
      checkedOn: coverage.checked_at === null ? null : dateAt(Temporal.Instant.from(coverage.checked_at), timeZone),
      answer: answerFor(
        coverage.answers,
        { appointmentId: row.id, visitTypeId: row.visit_type_id, date, timeZone },
        coverage.checked_at,
      ),
    })),
    visitTypeCopayCents: visitType?.copayCents ?? null,
    paidCents: row.paid_cents ?? 0,
  }
  // The column's check lists the same words.
  return { row, status: row.status as AppointmentStatus, timeZone, date, facts, copay: copayDue(facts) }
}

/** What the registration of each of these visits' patients lacks for it. */
export async function missingAt(
  db: Db,
  practice: Practice,
  rows: readonly VisitRow[],
): Promise<(row: VisitRow) => readonly MissingField[]> {
  const registered = (row: VisitRow) => ({
    patientId: row.patient_id,
    registration: row.registration,
    visitTypeId: row.visit_type_id,
  })
  const openOf = await openRegistrations(db, practice.registrationRules, rows.map(registered))
  return (row) => openOf(registered(row))
}

/** @throws Problem `not-found` */
export async function readVisit(db: Db, practice: Practice, appointmentId: string): Promise<Visit> {
  const row = await selectVisit(db, appointmentId)
  if (!row) throw new Problem('not-found')
  const [texts, missingOf] = await Promise.all([selectConsentTexts(db), missingAt(db, practice, [row])])
  return visitOf(row, practice, { texts, registrationMissing: missingOf(row) })
}

/**
 * The visit for whoever may open the record of its patient.
 *
 * @throws Problem `not-found`, `restricted`
 */
export async function openVisit(ctx: Ctx, db: Db, practice: Practice, appointmentId: string): Promise<Visit> {
  const visit = await readVisit(db, practice, appointmentId)
  ctx.touch(visit.row.patient_id, appointmentId)
  await checkOpen(ctx, db, visit.row.patient_id)
  return visit
}

/**
 * The visit for a change: until the transaction ends nobody else gets it. Read after the lock, so that what another
 * did a moment ago is seen.
 *
 * @throws Problem `not-found`
 */
export async function takeVisit(db: Db, practice: Practice, appointmentId: string): Promise<Visit> {
  if (!(await lockVisit(db, appointmentId))) throw new Problem('not-found')
  return readVisit(db, practice, appointmentId)
}
