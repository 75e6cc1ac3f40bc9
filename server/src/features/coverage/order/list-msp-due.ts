import type { coverageOrder, Query, Reply } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentLine, viewerOf } from '../../patients/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { selectMspDue } from './store.ts'

type Spec = typeof coverageOrder.listMspDue

export async function listMspDue(
  ctx: Ctx,
  practices: PracticeBook,
  siteId: string,
  { from, to }: Query<Spec>,
): Promise<Reply<Spec>> {
  const { sites } = await practices.read(ctx.organization)
  if (!sites.has(siteId)) throw new Problem('not-found')
  const rows = await selectMspDue(ctx.db, { siteId, from, to }, viewerOf(ctx))
  ctx.touch([...new Set(rows.map(({ id }) => id))])
  return {
    visits: rows.map((row) => ({
      appointmentId: row.appointment_id,
      patient: presentLine(row),
      start: row.starts_at,
      date: row.date,
      lastAnsweredOn: row.last_on,
    })),
  }
}
