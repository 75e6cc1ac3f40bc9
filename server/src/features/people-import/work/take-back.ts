import { noteIn } from '../../../platform/audit/audit-log.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type Asker, keepFindable, recordFile, selectReferences } from '../../patients/index.ts'
import { columnsToWrite } from '../people/fill.ts'
import {
  deleteAdded,
  deleteNumbers,
  deletePeople,
  lockPeople,
  type PersonRow,
  selectAdded,
  selectFingerprints,
  selectInOtherRuns,
  selectReferred,
  writePerson,
} from '../people/store.ts'
import { systemOf } from '../report.ts'
import { type RowRow, type RunRow, setUndone } from '../store.ts'
import type { Added } from './bring-in.ts'
import { auditEntry, changedBy } from './entries.ts'

/** What an import writes itself, and what stands there because a record was found, shown or suspected. */
const ownTables = [
  'contact_point',
  'patient_identifier',
  'patient_name',
  'coverage',
  'import_row',
  'patient_key',
  'duplicate_pair',
]
/** They stay with a record when it is merged, so the catalogue's list of what follows leaves them out. */
const ofTheRecord = [
  { table: 'patient_merge', column: 'survivor_id' },
  { table: 'patient_merge', column: 'merged_id' },
  { table: 'break_glass', column: 'patient_id' },
  { table: 'self_booking', column: 'made_patient_id' },
]

export interface TakenBack {
  readonly removed: number
  readonly restored: number
  readonly kept: number
}

/**
 * Takes lines of a run back, the last of the file first: who was made and has had nothing happen to them goes; in records
 * that were there what the run filled goes where it still stands so. The rest stays, and its line says why.
 */
export async function takeBack(
  { db, run, asker }: { readonly db: Db; readonly run: RunRow; readonly asker: Asker },
  lines: readonly RowRow[],
): Promise<TakenBack> {
  const done: { line: number; undone: string }[] = []
  const made = lines.filter(({ fingerprint }) => fingerprint !== null)
  const idsOf = (some: readonly RowRow[]) => some.flatMap(({ patient_id }) => (patient_id === null ? [] : [patient_id]))
  const ids = idsOf(made)
  // Locked first: a visit that is being booked now waits, and finds nobody to book for.
  const there = new Map((await lockPeople(db, idsOf(lines))).map((row) => [row.id, row]))
  // Before the fingerprints are taken: a line may have filled in a record that an earlier line of these made.
  for (const line of lines.filter(({ fingerprint }) => fingerprint === null))
    done.push({ line: line.line, undone: await restore(db, run, asker, line) })
  const reasons = await whyKept(db, run.id, ids)
  const prints = await selectFingerprints(db, ids)
  const gone: string[] = []
  for (const line of made) {
    const id = line.patient_id
    if (id === null) done.push({ line: line.line, undone: 'gone' })
    else if (!there.has(id)) done.push({ line: line.line, undone: 'merged' })
    else if (reasons.has(id)) done.push({ line: line.line, undone: reasons.get(id) ?? 'changed' })
    else if (prints.get(id) !== line.fingerprint) done.push({ line: line.line, undone: 'changed' })
    else {
      gone.push(id)
      done.push({ line: line.line, undone: 'removed' })
    }
  }
  await noteIn(
    db,
    gone.map((id) => auditEntry(asker, run.id, 'people-import.remove', id)),
  )
  await deletePeople(db, gone)
  await setUndone(db, run.id, done)
  const count = (...of: readonly string[]) => done.filter(({ undone }) => of.includes(undone)).length
  return { removed: count('removed'), restored: count('restored'), kept: done.length - count('removed', 'restored') }
}

/** For each of these people to whom something happened since: what. */
async function whyKept(db: Db, runId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const reasons = new Map<string, string>()
  if (ids.length === 0) return reasons
  const following = (await selectReferences(db)).filter(({ table }) => !ownTables.includes(table))
  for (const { table, column } of [...following, ...ofTheRecord])
    for (const id of await selectReferred(db, { table, column }, ids)) reasons.set(id, table)
  for (const id of await selectInOtherRuns(db, ids, runId)) reasons.set(id, 'import')
  return reasons
}

async function restore(db: Db, run: RunRow, asker: Asker, line: RowRow): Promise<string> {
  // Held back: nothing was written.
  if (line.patient_id === null) return 'restored'
  const [row] = await lockPeople(db, [line.patient_id])
  if (!row) return 'merged'
  const filled = (line.before ?? {}) as unknown as Record<string, { before: unknown; after: unknown }>
  const added = (line.added ?? { rows: [], numbers: [] }) as unknown as Added
  const still = Object.entries(filled).filter(([column, { after }]) => isSame(row[column as keyof PersonRow], after))
  const prints = new Map(added.rows.map(({ id, print }) => [id, print]))
  const untouched = (await selectAdded(db, [...prints.keys()])).filter(({ id, print }) => prints.get(id) === print)
  const change = Object.fromEntries(still.map(([column, { before }]) => [column, before]))
  await deleteAdded(
    db,
    untouched.map(({ id }) => id),
  )
  await deleteNumbers(db, row.id, systemOf(run.identifier_system), added.numbers)
  const isAny = still.length > 0 || untouched.length > 0 || added.numbers.length > 0
  if (isAny) {
    await writePerson(db, row.id, columnsToWrite(row, change))
    const before = {
      ...Object.fromEntries(still.map(([column, { after }]) => [column, after])),
      ...(added.numbers.length > 0 ? { identifier: added.numbers } : {}),
      ...Object.fromEntries(untouched.map(({ field, value }) => [field, value])),
    }
    const after = Object.fromEntries(Object.keys(before).map((field) => [field, change[field] ?? null]))
    await recordFile(db, [{ patientId: row.id, before, after }], changedBy(asker))
    await keepFindable(db, [row.id])
    await noteIn(db, [auditEntry(asker, run.id, 'people-import.restore', row.id)])
  }
  const isWhole = still.length === Object.keys(filled).length && untouched.length === added.rows.length
  return isWhole ? 'restored' : 'changed'
}

function isSame(now: unknown, then: unknown): boolean {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    )
  return text(now ?? null) === text(then ?? null)
}
