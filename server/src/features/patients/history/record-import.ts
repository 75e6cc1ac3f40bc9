import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { PatientChange } from '../store.ts'
import { personFields } from './person-fields.ts'
import { changesBetween, type Fields, recordChangesBy } from './record-change.ts'
import { type ChangedBy, type ChangeRow, insertChangesOf } from './store.ts'

/** That somebody died comes by a file or a feed as well. */
function death(row: PatientChange): Fields {
  return { deceased: row.deceased ?? false, deceasedOn: row.deceased ? row.deceased_on : null }
}

const nothing = { phone: null, email: null }

function importedAt(now: Temporal.Instant): ChangedBy & { readonly source: 'import' } {
  return { at: now.toString(), actorId: null, actorName: 'foyer import', source: 'import' }
}

export interface Imported {
  readonly patientId: string
  readonly row: PatientChange
  readonly phone: string | null
  readonly email: string | null
}

/** With what records began that an import brought. */
export async function recordImported(db: Db, all: readonly Imported[], now: Temporal.Instant): Promise<void> {
  const begun = all.map(({ patientId, row, phone, email }) => ({
    patientId,
    changes: changesBetween(
      {},
      {
        ...personFields(row, {
          phone: phone === null ? null : { value: phone },
          email: email === null ? null : { value: email },
        }),
        ...(row.deceased ? death(row) : {}),
      },
    ),
  }))
  await insertChangesOf(db, begun, importedAt(now))
}

/** What an import changed in somebody's row who was here before. Columns as the table has them. */
export async function recordImport(
  db: Db,
  patientId: string,
  before: PatientChange,
  after: PatientChange,
  now: Temporal.Instant,
): Promise<void> {
  const changes = changesBetween(
    { ...personFields(before, nothing), ...death(before) },
    { ...personFields(after, nothing), ...death(after) },
  )
  await recordChangesBy(db, patientId, changes, importedAt(now))
}

/** What an import changed in what belongs to people: numbers, coverages, relatives. */
export async function recordImportedChanges(
  db: Db,
  all: readonly { readonly patientId: string; readonly changes: readonly ChangeRow[] }[],
  now: Temporal.Instant,
): Promise<void> {
  await insertChangesOf(db, all, importedAt(now))
}

/** What a file brought in by somebody changed in many people. Fields as `recordChanges` has them. */
export async function recordFile(
  db: Db,
  people: readonly { readonly patientId: string; readonly before: Fields; readonly after: Fields }[],
  by: { readonly at: string; readonly actorId: string | null; readonly actorName: string },
): Promise<void> {
  const changed = people.map(({ patientId, before, after }) => ({ patientId, changes: changesBetween(before, after) }))
  await insertChangesOf(db, changed, { ...by, source: 'import' })
}
