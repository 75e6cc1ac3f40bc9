import type { Indexed } from '../availability/availability-index.ts'
import { dayTicks, tickMs } from '../availability/ticks.ts'
import { dayMs } from '../local-day.ts'
import { groupOptions } from './groups.ts'
import { bestFirst, type Option, type Ranking } from './rank.ts'
import type { Search } from './search.ts'
import { spread } from './spread.ts'

/** @param tick of the UTC day */
export type Wanted = (day: number, tick: number, leadId: string) => boolean

export type Best = { readonly options: readonly Option[]; readonly considered: number; readonly soonest: number }

/**
 * The best `limit` options, exactly. Days are scanned in order, and no further than one of them could still be among the
 * best: with 40 points for a day of waiting, what a later day can gain is bounded. The usual clinician is worth more
 * waiting, so her days alone are scanned on after the others'.
 *
 * @param wanted an option that is not wanted is passed over
 */
export function bestOptions(search: Search, ranking: Ranking, limit: number, wanted: Wanted = () => true): Best {
  const { bounds } = search
  const lead = search.seats[0]
  const candidates: readonly Indexed[] = lead?.candidates ?? []
  const usual = candidates.find(({ id }) => id === ranking.usual)
  let options: Option[] = groupOptions(search, ranking).filter((each) => wanted(each.day, each.tick, each.leadId))
  let considered = options.length
  let soonest = options.reduce((least, { start }) => Math.min(least, start), Infinity)
  const isVaried = search.request.variety === true
  // Where the best are to differ, one that is worse may be taken instead: nothing is dropped before they are chosen.
  const keeps = isVaried || limit > 200 ? Infinity : limit
  const heads = new Int32Array(dayTicks)
  const nexts: number[] = []
  const leads: number[] = []

  function worst(): number {
    return options.length < keeps ? -Infinity : (options.at(-1)?.score ?? -Infinity)
  }

  /** Keeps the options in order where only some are kept. */
  function add(option: Option): void {
    if (keeps === Infinity) {
      options.push(option)
      return
    }
    let place = options.length
    while (place > 0 && bestFirst(option, options[place - 1]!) < 0) place--
    options.splice(place, 0, option)
    if (options.length > keeps) options.pop()
  }

  /** What is possible on a day, as a list for each tick: its head, and after each the next. */
  function collect(day: number, only: Indexed | undefined): void {
    heads.fill(-1)
    nexts.length = 0
    leads.length = 0
    search.scan(
      day,
      (tick, lead) => {
        if (!wanted(day, tick, candidates[lead]!.id)) return
        nexts.push(heads[tick]!)
        leads.push(lead)
        heads[tick] = leads.length - 1
      },
      only,
    )
    considered += leads.length
    const first = heads.findIndex((head) => head >= 0)
    if (first >= 0) soonest = Math.min(soonest, day * dayMs + first * tickMs)
  }
  options.sort(bestFirst)
  options = options.slice(0, keeps)

  for (let day = search.first; day <= search.last; day++) {
    const earliest = Math.max(bounds.start, day * dayMs)
    const mostUsual = usual ? ranking.most(earliest, true) : -Infinity
    const mostOther = ranking.most(earliest, false)
    if (worst() >= Math.max(mostUsual, mostOther)) break
    const only = usual && worst() >= mostOther ? usual : undefined
    collect(day, only)
    // In order of time, so that the best are known early and most of the others need not be looked at.
    for (let tick = 0; tick < dayTicks; tick++) {
      let each = heads[tick]!
      if (each < 0) continue
      const start = day * dayMs + tick * tickMs
      if (ranking.most(start, true) < worst()) break
      const most = ranking.most(start, false)
      for (; each >= 0; each = nexts[each]!) {
        const lead = leads[each]!
        const known = candidates[lead]!
        if (most < worst() && known !== usual) continue
        const score = ranking.score(known, day, tick)
        if (score < worst()) continue
        const date = isVaried ? search.calendar.dateAt(start) : ''
        add({ start, leadId: known.id, date, score, day, tick, lead })
      }
    }
    if (keeps === Infinity) options.sort(bestFirst)
  }
  if (!isVaried) return { options: options.slice(0, limit), considered, soonest }
  return { options: spread(options, limit), considered, soonest }
}

/** The first `limit` in time, of equal starts the best first. */
export function soonestOptions(search: Search, ranking: Ranking, limit: number, wanted: Wanted = () => true): Best {
  const candidates = search.seats[0]?.candidates ?? []
  const options = groupOptions(search, ranking).filter((each) => wanted(each.day, each.tick, each.leadId))
  for (let day = search.first; day <= search.last; day++) {
    search.scan(day, (tick, lead) => {
      const known = candidates[lead]!
      if (!wanted(day, tick, known.id)) return
      const start = day * dayMs + tick * tickMs
      options.push({ start, leadId: known.id, date: '', score: ranking.score(known, day, tick), day, tick, lead })
    })
    const end = (day + 1) * dayMs
    if (options.filter(({ start }) => start < end).length >= limit) break
  }
  const first = options.toSorted((a, b) => a.start - b.start || bestFirst(a, b)).slice(0, limit)
  return { options: first, considered: options.length, soonest: first[0]?.start ?? Infinity }
}
