import { scheduling } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import { useMemo } from 'react'
import { useAsk } from '../../../app/ask.ts'
import type { Site } from '../../../app/site.ts'
import { periodOf } from '../days/period.ts'
import type { Finder } from '../find/use-finder.ts'
import type { OpeningsQuestion } from '../shapes.ts'
import { countByDate } from './month-model.ts'

/** As many as the server tells at once. */
const most = 50

/** How many openings there are on the days of a month for the wish; null without a wish or when there are too many to count. */
export function useMonthOpenings(
  finder: Finder,
  site: Site,
  date: string,
  today: string,
): ReadonlyMap<string, number> | null {
  const { from, to } = periodOf('month', date)
  const first = from < today ? today : from
  const { question: asked } = finder
  // Wished for at another site, they are not of the month that is shown.
  const wished = asked?.of === 'one' && asked.body.siteId === site.id ? asked.body : null
  const question = wished && first <= to ? { ...wished, from: first, to, limit: most } : null
  const answer = useAsk(scheduling.findOpenings, question ?? ({} as OpeningsQuestion), {
    isEnabled: question !== null,
    keepPrevious: true,
  })
  const data = question === null ? undefined : answer.data
  return useMemo(() => {
    if (!data || data.considered > most) return null
    const dateOf = (instant: string) => dateAt(Temporal.Instant.from(instant), site.timeZone)
    return countByDate(
      data.openings.map(({ start }) => start),
      dateOf,
    )
  }, [data, site.timeZone])
}
