import { tickMs } from '../availability/ticks.ts'
import { dayMs } from '../local-day.ts'
import type { Best, Wanted } from './best.ts'
import { groupOptions } from './groups.ts'
import { bestFirst, type Option, type Ranking } from './rank.ts'
import type { Search } from './search.ts'

/**
 * Of the options that begin at once the best, the first `limit` starts in time. One is kept of each start, so what is kept
 * grows with the days that are asked for and not with how many could lead.
 */
export function bestOfEachStart(search: Search, ranking: Ranking, limit: number, wanted: Wanted = () => true): Best {
  const candidates = search.seats[0]?.candidates ?? []
  const best = new Map<number, Option>()
  let considered = 0

  function add(option: Option): void {
    considered++
    const before = best.get(option.start)
    if (!before || bestFirst(option, before) < 0) best.set(option.start, option)
  }

  for (const group of groupOptions(search, ranking)) if (wanted(group.day, group.tick, group.leadId)) add(group)
  for (let day = search.first; day <= search.last; day++) {
    search.scan(day, (tick, lead) => {
      const known = candidates[lead]!
      if (!wanted(day, tick, known.id)) return
      const start = day * dayMs + tick * tickMs
      add({ start, leadId: known.id, date: '', score: ranking.score(known, day, tick), day, tick, lead })
    })
    if (best.size < limit) continue
    // Groups of later days are known from the beginning.
    const end = (day + 1) * dayMs
    if ([...best.keys()].filter((start) => start < end).length >= limit) break
  }
  const options = [...best.values()].toSorted((a, b) => a.start - b.start).slice(0, limit)
  return { options, considered, soonest: options[0]?.start ?? Infinity }
}
