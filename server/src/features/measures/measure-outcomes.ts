import type { measures, Reply } from '@foyer/contract'
import { cancellationReasons, noticeKinds, noticeOf } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { total } from './spread.ts'
import { type Scope, selectCancelled, selectOutcomes } from './store.ts'

type Measures = Reply<typeof measures.readMeasures>

/** Somebody who has arrived was there, however far the visit went. */
const came = new Set(['arrived', 'roomed', 'with-clinician', 'checked-out'])

/** What became of the visits of a period: kept, cancelled why and how late, missed. */
export async function measureOutcomes(ctx: Ctx, scope: Scope): Promise<Pick<Measures, 'cancellations' | 'noShows'>> {
  const [rows, cancelled] = await Promise.all([
    selectOutcomes(ctx.db, scope, ctx.now.toString()),
    selectCancelled(ctx.db, scope),
  ])
  const kept = rows.filter(({ status }) => came.has(status))
  const missed = rows.filter(({ status }) => status === 'no-show')
  const unmarked = rows.filter(({ status, is_past: isPast }) => status === 'booked' && isPast)
  const reasons = Map.groupBy(cancelled, (row) => row.cancel_reason ?? 'unknown')
  const by = (who: string): number => cancelled.filter((row) => byOf(row) === who).length
  const types = [...new Set([...kept, ...missed].map((row) => row.visit_type_id))]
  return {
    cancellations: {
      visits: total(rows),
      cancelled: cancelled.length,
      by: { patient: by('patient'), practice: by('practice'), unknown: by('unknown') },
      reasons: [...reasons]
        .map(([reason, list]) => ({ reason, count: list.length }))
        .toSorted((a, b) => b.count - a.count),
      notice: noticeKinds.map((notice) => ({
        notice,
        count: cancelled.filter((row) => noticeOf(row.minutes) === notice).length,
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

/** Visits cancelled before it was asked who did it are counted by their reason where that says so. */
function byOf(row: { readonly cancelled_by: string | null; readonly cancel_reason: string | null }): string {
  const known: Readonly<Record<string, { readonly by: string | null }>> = cancellationReasons
  return row.cancelled_by ?? known[row.cancel_reason ?? '']?.by ?? 'unknown'
}
