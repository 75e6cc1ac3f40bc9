import type { eligibility, Reply } from '@foyer/contract'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { findOwnCoverage } from '../asking/store.ts'
import { presentCheck } from '../present.ts'
import { countChecks, selectChecks } from '../store.ts'

const MOST_SHOWN = 100

export async function listChecks(
  ctx: Ctx,
  { patientId, coverageId }: { readonly patientId: string; readonly coverageId: string },
): Promise<Reply<typeof eligibility.listChecks>> {
  ctx.touch(patientId, coverageId)
  if (!(await findOwnCoverage(ctx.db, patientId, coverageId))) throw new Problem('not-found')
  const [rows, total] = await Promise.all([
    selectChecks(ctx.db, coverageId, MOST_SHOWN),
    countChecks(ctx.db, coverageId),
  ])
  return { checks: rows.map(presentCheck), total }
}
