import type { Db } from '../../platform/database/organization-db.ts'
import { aPatient } from '../patients/testing.ts'
import { aSmallPractice, type SmallPractice } from '../practice/testing.ts'
import { anAppointment } from '../scheduling/testing.ts'

export interface VisitWish {
  readonly patientId?: string
  readonly visitTypeId?: string
  /** Instant; 2026-11-23, 10:00 in Chicago, where it is left out. */
  readonly start?: string
  readonly clinicianId?: string
  readonly interpreterId?: string
}

/** A booked visit of 20 minutes with a clinician at the practice's site, of a new patient unless one is named. */
export async function aVisit(db: Db, practice: SmallPractice, wish: VisitWish = {}): Promise<string> {
  const { interpreterId, clinicianId = practice.clinicians.okafor } = wish
  const { id } = await anAppointment(db, {
    patientId: wish.patientId ?? (await aPatient(db)),
    siteId: practice.siteId,
    visitTypeId: wish.visitTypeId ?? practice.visitTypes.newPatient,
    start: wish.start ?? '2026-11-23T16:00:00Z',
    assignments: [
      { role: 'clinician', resourceId: clinicianId },
      ...(interpreterId === undefined ? [] : [{ role: 'interpreter', resourceId: interpreterId } as const]),
    ],
  })
  return id
}

/** A small practice with one booked visit; copay $25. */
export async function aDesk(db: Db, wish: VisitWish = {}) {
  const practice = await aSmallPractice(db)
  const patientId = wish.patientId ?? (await aPatient(db))
  const visitId = await aVisit(db, practice, { ...wish, patientId })
  return { ...practice, patientId, visitId }
}
