import type { Reply, restricted } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { recordsOf } from '../duplicates/led/records-of.ts'
import { selectLooks } from './store.ts'

const PAGE = 100

export async function listLooks(
  ctx: Ctx,
  patientId: string,
  before: number | null,
): Promise<Reply<typeof restricted.listLooks>> {
  ctx.touch(patientId)
  const records = await recordsOf(ctx, ctx.db, patientId)
  if (records.ids.length === 0) throw new Problem('not-found')
  const rows = await selectLooks(ctx.db, records.ids, { before }, PAGE)
  return {
    looks: rows.map((row) => ({
      id: row.id,
      at: row.at,
      name: row.actor_name,
      role: row.actor_role,
      action: row.action,
      outcome: row.outcome,
      inList: row.in_list,
      reason: row.reason,
      mergedMrn: records.mrnOf(row.record_id),
    })),
    before: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}
