import type { Reply, restricted } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { findLine } from '../store.ts'
import { selectChanges } from './store.ts'

const PAGE = 50

export async function listChanges(
  ctx: Ctx,
  patientId: string,
  before: number | null,
): Promise<Reply<typeof restricted.listChanges>> {
  ctx.touch(patientId)
  const [line, rows] = await Promise.all([findLine(ctx.db, patientId), selectChanges(ctx.db, patientId, before, PAGE)])
  if (!line) throw new Problem('not-found')
  return {
    changes: rows.map((row) => ({
      id: row.id,
      field: row.field,
      before: row.before,
      after: row.after,
      at: row.at,
      by: row.actor_name,
      source: row.source,
    })),
    before: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}
