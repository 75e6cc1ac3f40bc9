import type { duplicates, Query, Reply } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { presentLine } from '../present.ts'
import { viewerOf } from '../restricted/gate.ts'
import { scoreOf } from './pair.ts'
import { selectOpenPairs } from './store.ts'

type Spec = typeof duplicates.listDuplicates

export async function listDuplicates(ctx: Ctx, { limit }: Query<Spec>): Promise<Reply<Spec>> {
  const { total, rows } = await selectOpenPairs(ctx.db, limit, viewerOf(ctx))
  ctx.touch([...new Set(rows.flatMap(({ first, second }) => [first.id, second.id]))])
  return {
    total,
    pairs: rows.map((row) => ({
      first: presentLine(row.first),
      second: presentLine(row.second),
      score: scoreOf(row.log_odds),
      evidence: [...row.evidence],
      foundAt: row.found_at,
    })),
  }
}
