import type { Db } from '../../../platform/database/organization-db.ts'
import type { Fields } from '../../patients/index.ts'
import { selectInForce } from './store.ts'

/** What is kept from the plan, for the history of the record: civil dates of visits, `every-visit`. */
export async function restrictionFields(db: Db, patientId: string): Promise<Fields> {
  const rows = await selectInForce(db, [patientId])
  return { planRestriction: rows.map(({ date }) => date ?? 'every-visit').toSorted() }
}
