import type { Db } from '../../../platform/database/organization-db.ts'
import { patientColumns } from '../store.ts'

/** Which of the two a visit belongs to. */
export type Whole = { readonly seriesId: string } | { readonly chainId: string }

function ofWhole(db: Db, whole: Whole) {
  const visits = db.selectFrom('appointment')
  return 'seriesId' in whole
    ? visits.where('series_id', '=', whole.seriesId).select('series_occurrence as at').orderBy('series_occurrence')
    : visits.where('chain_id', '=', whole.chainId).select('chain_leg as at').orderBy('chain_leg')
}

/** The visits of a series or a chain in their order, by place and then by time. */
export function selectParts(db: Db, whole: Whole) {
  return ofWhole(db, whole)
    .select(['id', 'visit_type_id', 'site_id', 'starts_at', 'ends_at', 'status', 'version'])
    .orderBy('starts_at')
    .execute()
}

export type PartRow = Awaited<ReturnType<typeof selectParts>>[number]

/** Name, birth date and number of a patient; undefined when there is none. */
export function selectPatientLine(db: Db, patientId: string) {
  return db.selectFrom('patient as p').select(patientColumns).where('p.id', '=', patientId).executeTakeFirst()
}
