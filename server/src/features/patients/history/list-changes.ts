import type { Reply, restricted } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { recordsOf } from '../duplicates/led/records-of.ts'
import { selectChanges } from './store.ts'

const PAGE = 50

export async function listChanges(
  ctx: Ctx,
  patientId: string,
  before: number | null,
): Promise<Reply<typeof restricted.listChanges>> {
  ctx.touch(patientId)
  const records = await recordsOf(ctx, ctx.db, patientId)
  if (records.ids.length === 0) throw new Problem('not-found')
  const rows = await selectChanges(ctx.db, records.ids, before, PAGE)
  return {
    changes: rows.map((row) => ({
      id: row.id,
      field: row.field,
      before: row.before,
      after: row.after,
      at: row.at,
      by: row.actor_name,
      source: row.source,
      mergedMrn: records.mrnOf(row.patient_id),
    })),
    before: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}
