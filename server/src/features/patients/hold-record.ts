import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { holdRecords } from './store.ts'

/**
 * First in a transaction that changes what hangs on a person: a merge locks the two records and then takes everything
 * that hangs on them, so whoever has a coverage in hand and then asks for its person would wait in a circle. Two who
 * change one person come after one another. Records of others that will be referred to are held with it.
 * @throws Problem `not-found`; `merged-record` where it was merged since the gate let the request in
 */
export async function holdRecord(db: Db, patientId: string, ...others: readonly string[]): Promise<void> {
  const record = (await holdRecords(db, [patientId, ...others])).find(({ id }) => id === patientId)
  if (!record) throw new Problem('not-found')
  if (record.merged_into !== null) throw new Problem('merged-record')
}
