import type { AppointmentDraft } from '@foyer/fhir'
import { Temporal } from '@foyer/kernel'
import type { AppointmentStatus } from '@foyer/scheduling'
import { type Applied, rejected, skipped, written } from '../outcome.ts'
import { homeSite } from '../places/home-site.ts'
import { selectSites } from '../places/store.ts'
import { insertRows } from '../store.ts'
import { type Pending, recordsOf, type Work } from '../work.ts'
import { type AppointmentFields, deleteAllocations, NO_TIME, rangeText, statusOf, updateAppointment } from './store.ts'
import { openVisitTypeNames } from './visit-type-names.ts'

/** http://hl7.org/fhir/R4/valueset-appointmentstatus.html; what is missing here is not booked yet. */
const statuses: Readonly<Partial<Record<AppointmentDraft['status'], AppointmentStatus>>> = {
  booked: 'booked',
  arrived: 'arrived',
  'checked-in': 'arrived',
  fulfilled: 'checked-out',
  cancelled: 'cancelled',
  noshow: 'no-show',
}

const IMPORTER = 'foyer import'

interface Visit {
  readonly draft: AppointmentDraft
  readonly recordId: string | null
  readonly patientId: string
  readonly practitionerIds: readonly string[]
  readonly fields: AppointmentFields
}

/** Conflicts are left to the database: a visit that takes the time of another is rejected by itself. */
export async function applyAppointments(work: Work, batch: readonly Pending<AppointmentDraft>[]): Promise<Applied[]> {
  const keys = batch.flatMap(({ draft }) => [draft.patientKey, ...draft.practitionerKeys, ...draft.locationKeys])
  const records = await recordsOf(work, keys)
  const types = await openVisitTypeNames(work)
  const home = await homeSite(work)
  const inUse = new Set((await selectSites(work.db)).filter((site) => site.active).map((site) => site.id))
  const answers: Applied[] = []
  for (const { draft, recordId } of batch) {
    const status = statuses[draft.status]
    const patientId = records.get(draft.patientKey ?? '')
    const { start, end } = draft
    if (status === undefined || start === undefined || end === undefined)
      answers.push(skipped('is not booked, or has no start and end'))
    else if (Temporal.Instant.compare(start, end) >= 0) answers.push(rejected('end is not after start'))
    else if (patientId === undefined) answers.push(rejected('its patient has not been imported'))
    else {
      const places = draft.locationKeys.flatMap((key) => records.get(key) ?? [])
      const fields = {
        visit_type_id: await types.idOf(draft.visitType),
        site_id: places.find((id) => inUse.has(id)) ?? home.id,
        starts_at: start,
        ends_at: end,
        status,
        status_since: work.now.toString(),
        note: draft.description ?? null,
        cancel_reason: status === 'cancelled' ? (draft.cancelReason ?? 'other') : null,
      }
      const practitionerIds = [...new Set(draft.practitionerKeys.flatMap((key) => records.get(key) ?? []))]
      answers.push(written(await save(work, { draft, recordId, patientId, practitionerIds, fields }), patientId))
    }
  }
  return answers
}

async function save(work: Work, visit: Visit): Promise<string> {
  const { db } = work
  const { fields, patientId } = visit
  const now = work.now.toString()
  const id = visit.recordId ?? work.newId()
  const before = visit.recordId === null ? null : await statusOf(db, id)
  if (visit.recordId === null)
    await insertRows(db, 'appointment', [{ id, patient_id: patientId, ...fields, booked_at: now }])
  else {
    await deleteAllocations(db, id)
    await updateAppointment(db, id, fields)
  }
  // A cancelled visit takes nobody's time, but whose it was stays known.
  const during = fields.status === 'cancelled' ? NO_TIME : rangeText(fields.starts_at, fields.ends_at)
  await insertRows(
    db,
    'allocation',
    visit.practitionerIds.map((resource_id) => {
      return { id: work.newId(), resource_id, during, role: 'clinician', appointment_id: id }
    }),
  )
  const steps = before === null ? [null, 'booked', fields.status] : [before, fields.status]
  const moves = steps.slice(1).flatMap((to, index) => {
    const from = steps[index] ?? null
    return to === null || to === from ? [] : [{ from_status: from, to_status: to }]
  })
  await insertRows(
    db,
    'appointment_status_history',
    moves.map((move) => ({ id: work.newId(), appointment_id: id, ...move, at: now, by_name: IMPORTER, undone: false })),
  )
  return id
}
