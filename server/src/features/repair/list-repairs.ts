import type { repair, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { Practice } from '../practice/index.ts'
import { presentRepairLine } from './present.ts'
import { countSilent } from './groups/seat-store.ts'
import { countGroups } from './groups/store.ts'
import { countItems, listRepairRows } from './store.ts'

const weeks = 8

export async function listRepairs(
  ctx: Ctx,
  practice: Practice,
): Promise<Result<Reply<typeof repair.listRepairs>, never>> {
  const rows = await listRepairRows(ctx.db, ctx.now.subtract({ hours: weeks * 7 * 24 }).toString())
  const ids = rows.map(({ id }) => id)
  const counts = new Map((await countItems(ctx.db, ids)).map((each) => [each.repair_id, each]))
  const [groups, silent] = [await countGroups(ctx.db, ids), await countSilent(ctx.db, ids)]
  const repairs = rows.map((row) => {
    const ofGroups = { waiting: groups.get(row.id) ?? 0, silent: silent.get(row.id) ?? 0 }
    return presentRepairLine(practice, ctx.actor, row, counts.get(row.id), ofGroups)
  })
  return ok({ repairs })
}
