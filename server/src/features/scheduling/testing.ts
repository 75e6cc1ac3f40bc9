import type { AppointmentStatus, ResourceKind, RoleName } from '@foyer/scheduling'
import { sql } from 'kysely'
import { systemClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'

export interface AppointmentOverrides {
  readonly id?: string
  readonly patientId?: string
  readonly siteId?: string
  readonly visitTypeId?: string
  /** Instant in UTC. */
  readonly start?: string
  readonly minutes?: number
  readonly status?: AppointmentStatus
  /** Since when it is in its state; the start unless told otherwise. */
  readonly statusSince?: string
  readonly roomId?: string | null
  readonly note?: string | null
  readonly assignments?: readonly { readonly role: RoleName; readonly resourceId: string }[]
}

export interface BuiltAppointment {
  readonly id: string
  readonly patientId: string
  readonly siteId: string
  readonly visitTypeId: string
  readonly start: string
  readonly end: string
  readonly assignments: readonly { readonly role: RoleName; readonly resourceId: string }[]
}

/**
 * A visit of 20 minutes on Tuesday 8 December 2026, 10:40 in Chicago, with its time taken and the step of its booking;
 * patient, site, clinician and visit type are made where none is named.
 */
export async function anAppointment(db: Db, overrides: AppointmentOverrides = {}): Promise<BuiltAppointment> {
  const id = overrides.id ?? systemClock.id()
  const patientId = overrides.patientId ?? (await aPatient(db))
  const siteId = overrides.siteId ?? (await aSite(db))
  const assignments = overrides.assignments ?? [
    { role: 'clinician', resourceId: await aResource(db, { siteId }) } as const,
  ]
  const visitTypeId =
    overrides.visitTypeId ??
    (await aVisitType(db, {
      roles: assignments.map(({ role, resourceId }) => ({
        role,
        kind: kindOf(role),
        candidates: [resourceId],
      })),
    }))
  const start = overrides.start ?? '2026-12-08T16:40:00Z'
  const end = new Date(Date.parse(start) + (overrides.minutes ?? 20) * 60_000).toISOString().replace('.000Z', 'Z')
  const status = overrides.status ?? 'booked'
  const bookedAt = '2026-11-20T15:00:00Z'
  const statusSince = overrides.statusSince ?? (status === 'booked' ? bookedAt : start)

  await db
    .insertInto('appointment')
    .values({
      id,
      patient_id: patientId,
      visit_type_id: visitTypeId,
      site_id: siteId,
      starts_at: start,
      ends_at: end,
      status,
      status_since: statusSince,
      room_id: overrides.roomId ?? null,
      note: overrides.note ?? null,
      booked_at: bookedAt,
    })
    .execute()
  const during = status === 'cancelled' ? sql<string>`'empty'::tstzrange` : sql<string>`tstzrange(${start}, ${end})`
  for (const { role, resourceId } of assignments)
    await db
      .insertInto('allocation')
      .values({ id: systemClock.id(), resource_id: resourceId, role, appointment_id: id, during })
      .execute()
  const steps = [
    { from_status: null, to_status: 'booked', at: bookedAt },
    ...(status === 'booked' ? [] : [{ from_status: 'booked', to_status: status, at: statusSince }]),
  ]
  for (const step of steps)
    await db
      .insertInto('appointment_status_history')
      .values({ id: systemClock.id(), appointment_id: id, by_name: 'Test', ...step })
      .execute()
  return { id, patientId, siteId, visitTypeId, start, end, assignments }
}

function kindOf(role: RoleName): ResourceKind {
  return role === 'room' || role === 'device' || role === 'interpreter' ? role : 'practitioner'
}
