import type { Db } from '../../../platform/database/organization-db.ts'
import { type Asker, checkOpen } from '../restricted/gate.ts'

/** Whoever puts records together, or looks at two, sees both. @throws Problem `restricted` */
export async function checkBothOpen(ctx: Asker, db: Db, ids: readonly string[]): Promise<void> {
  for (const id of ids) await checkOpen(ctx, db, id)
}
