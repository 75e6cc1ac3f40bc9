import type { PeopleMapping } from '@foyer/patients'
import { readPersonRow } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { FileEncoding } from '../encoding.ts'
import { readRows } from '../read-rows.ts'
import { readParts, type RunRow } from '../store.ts'
import type { PendingRow } from './judge.ts'

/** The rows of a run's file as people, without the header, from the beginning. */
export async function* pendingRows(
  db: Db,
  run: RunRow,
  mapping: PeopleMapping,
  today: string,
): AsyncGenerator<PendingRow> {
  const how = { encoding: (run.encoding ?? 'utf-8') as FileEncoding, delimiter: run.delimiter ?? ',' }
  let isHeader = true
  for await (const { line, fields } of readRows(readParts(db, run.id), how)) {
    if (isHeader) isHeader = false
    else if (fields === null) yield { line, read: { faults: [{ code: 'row-unreadable', column: null }] } }
    else yield { line, read: readPersonRow(fields, mapping, today) }
  }
}
