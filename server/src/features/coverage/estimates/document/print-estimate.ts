import type { estimates, Params } from '@foyer/contract'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Media } from '../../../../platform/http/route.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { findEstimate } from '../store.ts'
import { drawEstimate } from './estimate-pdf.ts'
import { paperOf } from './paper-of.ts'

export async function printEstimate(
  ctx: Ctx,
  practices: PracticeBook,
  { patientId, estimateId }: Params<typeof estimates.printEstimate>,
): Promise<Media> {
  ctx.touch(patientId, estimateId)
  const row = await findEstimate(ctx.db, patientId, estimateId)
  const paper = row && paperOf(row, await practices.read(ctx.organization))
  if (!paper) throw new Problem('not-found')
  return { media: 'application/pdf', filename: 'estimate.pdf', bytes: await drawEstimate(paper) }
}
