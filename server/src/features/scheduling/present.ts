import type { Reply, scheduling } from '@foyer/contract'
import type { Assignment, BookingPlan, Opening } from '@foyer/scheduling'
import { instantOfMs } from './instants.ts'

export type OpeningReply = Reply<typeof scheduling.findOpenings>['openings'][number]
type PatientLine = Reply<typeof scheduling.readAppointment>['patient']

export interface PatientRow {
  readonly patient_id: string
  readonly mrn: string
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly preferred: string | null
  readonly prefix: string | null
  readonly suffix: string | null
  readonly birth_date: string
  readonly language: string
  readonly interpreter_needed: boolean
}

export function patientLine(row: PatientRow): PatientLine {
  const name: PatientLine['name'] = { given: row.given, family: row.family }
  if (row.middle !== null) name.middle = row.middle
  if (row.preferred !== null) name.preferred = row.preferred
  if (row.prefix !== null) name.prefix = row.prefix
  if (row.suffix !== null) name.suffix = row.suffix
  return {
    id: row.patient_id,
    mrn: row.mrn,
    name,
    birthDate: row.birth_date,
    language: row.language,
    interpreterNeeded: row.interpreter_needed,
  }
}

export function assignmentReply({ role, resourceId, start, end }: Assignment): OpeningReply['assignments'][number] {
  return { role, resourceId, start: instantOfMs(start), end: instantOfMs(end) }
}

export function planReply(plan: BookingPlan): Pick<OpeningReply, 'start' | 'end' | 'assignments'> {
  return {
    start: instantOfMs(plan.start),
    end: instantOfMs(plan.end),
    assignments: plan.assignments.map(assignmentReply),
  }
}

/** Points stay inside: only the order and the reasons leave. */
export function openingReply(opening: Opening): OpeningReply {
  return { ...planReply(opening), reasons: opening.reasons.map((reason) => ({ ...reason })) }
}
