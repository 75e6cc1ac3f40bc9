import type { planRestrictions, Reply } from '@foyer/contract'
import type { RestrictionRow } from './store.ts'

export type Restriction = Reply<typeof planRestrictions.notePlanRestriction>

interface VisitColumns {
  readonly id: string
  readonly starts_at: string
  readonly time_zone: string
  readonly name: string
  readonly name_es: string
}

export function presentVisit(row: VisitColumns): NonNullable<Restriction['visit']> {
  return { id: row.id, start: row.starts_at, timeZone: row.time_zone, visitType: row.name, visitTypeEs: row.name_es }
}

export function presentRestriction(row: RestrictionRow): Restriction {
  const { appointmentId, starts_at, time_zone, name, name_es } = row
  const visit =
    appointmentId !== null && starts_at !== null && time_zone !== null && name !== null && name_es !== null
      ? presentVisit({ id: appointmentId, starts_at, time_zone, name, name_es })
      : null
  return {
    id: row.id,
    visit,
    remarks: row.remarks,
    notedAt: row.noted_at,
    notedBy: row.noted_by_name,
    endedAt: row.ended_at,
    endedBy: row.ended_by_name,
  }
}
