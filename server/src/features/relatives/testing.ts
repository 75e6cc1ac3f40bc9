import type { ConfidentialService } from '@foyer/patients'
import { systemClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/organization-db.ts'

/** A site of this state, in Chicago's zone. Answers the id, as all builders do. */
export async function aSiteIn(db: Db, state: string): Promise<string> {
  const id = systemClock.id()
  const address = { line: '1 Main St', city: 'Springfield', state, postalCode: '62701' }
  await db
    .insertInto('site')
    .values({ id, name: `Site ${id}`, time_zone: 'America/Chicago', address: JSON.stringify(address) })
    .execute()
  return id
}

/** A court's paper on the patient's file. */
export async function aDocument(db: Db, patientId: string): Promise<string> {
  const id = systemClock.id()
  await db
    .insertInto('document')
    .values({
      id,
      patient_id: patientId,
      type: 'authority',
      title: 'Letters of guardianship',
      content_type: 'image/png',
      bytes: 1,
      created_at: systemClock.now().toString(),
    })
    .execute()
  return id
}

export interface VisitWish {
  /** Instant in UTC; it lasts twenty minutes. */
  readonly start: string
  readonly confidential?: ConfidentialService
}

/** A booked visit of a type and at a site of its own. */
export async function aVisitFor(db: Db, patientId: string, { start, confidential }: VisitWish): Promise<string> {
  const id = systemClock.id()
  const visitTypeId = systemClock.id()
  const siteId = await aSiteIn(db, 'IL')
  await db
    .insertInto('visit_type')
    .values({
      id: visitTypeId,
      name: 'Visit',
      name_es: 'Cita',
      duration_minutes: 20,
      roles: '[]',
      rules: JSON.stringify(confidential === undefined ? {} : { confidential }),
    })
    .execute()
  await db
    .insertInto('appointment')
    .values({
      id,
      patient_id: patientId,
      visit_type_id: visitTypeId,
      site_id: siteId,
      starts_at: start,
      ends_at: new Date(Date.parse(start) + 20 * 60_000).toISOString(),
      status: 'booked',
      status_since: start,
      booked_at: start,
    })
    .execute()
  return id
}
