import type { Reply, restricted } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { findLine } from '../store.ts'
import { selectLooks } from './store.ts'

const PAGE = 100

export async function listLooks(
  ctx: Ctx,
  patientId: string,
  before: number | null,
): Promise<Reply<typeof restricted.listLooks>> {
  ctx.touch(patientId)
  const [line, rows] = await Promise.all([
    findLine(ctx.db, patientId),
    selectLooks(ctx.db, patientId, { before }, PAGE),
  ])
  if (!line) throw new Problem('not-found')
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
    })),
    before: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}
