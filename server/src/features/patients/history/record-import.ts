import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { PatientChange } from '../store.ts'
import { personFields } from './person-fields.ts'
import { changesBetween, recordChangesBy } from './record-change.ts'

const nothing = { phone: null, email: null }

/** What an import changed in somebody's row who was here before. Columns as the table has them. */
export async function recordImport(
  db: Db,
  patientId: string,
  before: PatientChange,
  after: PatientChange,
  now: Temporal.Instant,
): Promise<void> {
  const changes = changesBetween(personFields(before, nothing), personFields(after, nothing))
  await recordChangesBy(db, patientId, changes, {
    at: now.toString(),
    actorId: null,
    actorName: 'foyer import',
    source: 'import',
  })
}
