import { leftOutOf } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { coversOf } from '../pricing/covers-of.ts'
import { selectCovers } from '../pricing/store.ts'

/** Whether any plan counts on that day. */
export async function hasCover(db: Db, patientId: string, date: string): Promise<boolean> {
  const { covers } = coversOf(await selectCovers(db, patientId), { pinned: [], decided: null }, new Map())
  return covers.some((cover) => leftOutOf(cover, date) === null)
}
