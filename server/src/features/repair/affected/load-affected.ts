import { type RepairWish, urgencyByNotice } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import { msOf } from '../../scheduling/index.ts'
import { type AffectedRow, selectAffected, selectPlaces, type Time } from './store.ts'

/** A visit that may be moved, and what has to be known of it. */
export interface Affected extends RepairWish {
  readonly visitTypeId: string
  readonly siteId: string
  readonly version: number
}

/** `here`: how many visits have begun; nobody moves them. `only`: of these visits alone. */
export async function loadAffected(
  db: Db,
  resourceIds: readonly string[],
  time: Time,
  only: ReadonlySet<string> | null = null,
): Promise<{ readonly visits: readonly Affected[]; readonly here: number }> {
  const rows = (await selectAffected(db, resourceIds, time)).filter(({ id }) => only?.has(id) ?? true)
  const movable = rows.filter(({ status }) => status === 'booked')
  const here = rows.filter(({ status }) => status !== 'booked' && status !== 'checked-out').length
  const places = await selectPlaces(
    db,
    movable.map(({ id }) => id),
  )
  return { visits: movable.map((row) => affected(row, places)), here }
}

function affected(row: AffectedRow, places: Awaited<ReturnType<typeof selectPlaces>>): Affected {
  const start = msOf(row.starts_at)
  return {
    id: row.id,
    patientId: row.patient_id,
    visitTypeId: row.visit_type_id,
    siteId: row.site_id,
    version: row.version,
    urgency: urgencyByNotice(msOf(row.booked_at), start),
    start,
    end: msOf(row.ends_at),
    assignments: places
      .filter((place) => place.appointment_id === row.id)
      .map((place) => ({
        // Rows of a visit always have a role.
        role: place.role ?? 'clinician',
        resourceId: place.resource_id,
        lane: place.lane,
        start: msOf(place.from),
        end: msOf(place.until),
      })),
  }
}
