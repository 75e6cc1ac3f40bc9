import type { Query, Reply, restricted } from '@foyer/contract'
import type { Ctx } from '../../../../platform/context.ts'
import { presentLine } from '../../present.ts'
import { countOpenings, type OpeningRow, selectDone, selectOpeners, selectOpenings } from './store.ts'

type List = Reply<typeof restricted.listBrokenGlass>
type Opening = List['openings'][number]

const PAGE = 50

function reviewOf(row: OpeningRow): Opening['review'] {
  if (row.reviewed_at === null) return null
  return {
    at: row.reviewed_at,
    by: row.reviewed_by ?? '',
    finding: row.finding as NonNullable<Opening['review']>['finding'],
    remarks: row.finding_remarks,
  }
}

export async function listOpenings(
  ctx: Ctx,
  { after, ...filter }: Query<typeof restricted.listBrokenGlass>,
): Promise<List> {
  const [found, count, unreviewed, openers] = await Promise.all([
    selectOpenings(ctx.db, filter, { after, limit: PAGE + 1 }),
    countOpenings(ctx.db, filter),
    countOpenings(ctx.db, { state: 'waiting' }),
    selectOpeners(ctx.db),
  ])
  const rows = found.slice(0, PAGE)
  const done = Map.groupBy(
    await selectDone(
      ctx.db,
      rows.map((row) => row.opening_id),
    ),
    (one) => one.id,
  )
  ctx.touch([...new Set(rows.map((row) => row.id))])
  return {
    unreviewed,
    count,
    after: found.length > PAGE ? (rows.at(-1)?.opening_id ?? null) : null,
    openers: [...openers],
    openings: rows.map((row) => ({
      id: row.opening_id,
      patient: presentLine(row),
      staffId: row.staff_id,
      staffName: row.staff_name,
      staffRole: row.staff_role,
      reason: row.reason as Opening['reason'],
      remarks: row.remarks,
      openedAt: row.opened_at,
      until: row.until,
      did: (done.get(row.opening_id) ?? []).map(({ action, times }) => ({ action, times })),
      review: reviewOf(row),
      own: row.staff_id === ctx.actor.staffId,
    })),
  }
}
