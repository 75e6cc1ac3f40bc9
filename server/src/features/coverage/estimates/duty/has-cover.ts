import { leftOutOf, type PriceFacts } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { coversOf } from '../pricing/covers-of.ts'
import { selectCovers } from '../pricing/store.ts'

/** Whether any plan counts on that day, or for an accident whoever insures it. */
export async function hasCover(db: Db, patientId: string, on: Pick<PriceFacts, 'date' | 'cause'>): Promise<boolean> {
  const covers = coversOf(await selectCovers(db, patientId), [], () => null)
  return covers.some((cover) => leftOutOf(cover, on) === null)
}
