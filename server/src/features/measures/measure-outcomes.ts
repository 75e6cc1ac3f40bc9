import { measures, type Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { total } from './spread.ts'
import { type Scope, selectOutcomes } from './store.ts'

type Measures = Reply<typeof measures.readMeasures>

/** Somebody who has arrived was there, however far the visit went. */
const came = new Set(['arrived', 'roomed', 'with-clinician', 'checked-out'])

/** What became of the visits of a period: kept, cancelled why and how late, missed. */
export async function measureOutcomes(ctx: Ctx, scope: Scope): Promise<Pick<Measures, 'cancellations' | 'noShows'>> {
  const rows = await selectOutcomes(ctx.db, scope, ctx.now.toString())
  const cancelled = rows.filter(({ status }) => status === 'cancelled')
  const kept = rows.filter(({ status }) => came.has(status))
  const missed = rows.filter(({ status }) => status === 'no-show')
  const unmarked = rows.filter(({ status, is_past: isPast }) => status === 'booked' && isPast)
  const reasons = Map.groupBy(cancelled, (row) => row.cancel_reason ?? 'unknown')
  const types = [...new Set([...kept, ...missed].map((row) => row.visit_type_id))]
  return {
    cancellations: {
      visits: total(rows),
      cancelled: total(cancelled),
      reasons: [...reasons]
        .map(([reason, list]) => ({ reason, count: total(list) }))
        .toSorted((a, b) => b.count - a.count),
      lateness: measures.lateness.map((notice) => ({
        notice,
        count: total(cancelled.filter((row) => row.notice === notice)),
      })),
    },
    noShows: {
      kept: total(kept),
      missed: total(missed),
      unmarked: total(unmarked),
      visitTypes: types
        .map((visitTypeId) => {
          const of = (list: typeof rows): number => total(list.filter((row) => row.visit_type_id === visitTypeId))
          return { visitTypeId, kept: of(kept), missed: of(missed) }
        })
        .toSorted((a, b) => b.missed - a.missed || b.kept - a.kept),
    },
  }
}
