import type { Indexed } from '../availability/availability-index.ts'
import { dayTicks, tickMs } from '../availability/ticks.ts'
import type { Piece } from '../availability/zone-days.ts'
import { dayMs } from '../local-day.ts'
import type { Best, Wanted } from './best.ts'
import { groupOptions } from './groups.ts'
import { giveQuads, putQuad, type Quads, takeQuads } from './quads.ts'
import { bestFirst, type Option, type Ranking } from './rank.ts'
import type { Search } from './search.ts'
import { shown, spread, strict, within } from './spread.ts'

/** What is possible on one civil date: hundreds are looked at for each one that is shown, so they are kept as numbers. */
type OfDate = {
  readonly date: string
  readonly options: Quads
  readonly groups: Option[]
  /** The first of the date, when they have been chosen from all that is there so far. */
  chosen: readonly Option[] | undefined
}

/**
 * The same choice as `spread` makes of all options, without all of them: what differs is bounded by date, so the first
 * nine are the best of what each date by itself would give, and what follows is among the best `limit`. Days are scanned
 * no further than one of them could still have a say.
 */
export function variedOptions(search: Search, ranking: Ranking, limit: number, wanted: Wanted = () => true): Best {
  const candidates: readonly Indexed[] = search.seats[0]?.candidates ?? []
  const isUsualAsked = candidates.some(({ id }) => id === ranking.usual)
  const dates = new Map<string, OfDate>()
  const top: Option[] = []
  let considered = 0
  /** Ticks, as a whole number: one that is not would be made anew each time. */
  let soonest = Number.MAX_SAFE_INTEGER
  let soonestGroup = Infinity

  function ofDate(date: string): OfDate {
    const before = dates.get(date)
    if (before) return before
    const fresh: OfDate = { date, options: takeQuads(), groups: [], chosen: undefined }
    dates.set(date, fresh)
    return fresh
  }

  function optionAt({ date, options }: OfDate, at: number): Option {
    const { numbers } = options
    const [day, tick] = [numbers[at * 4]!, numbers[at * 4 + 1]!]
    const [lead, score] = [numbers[at * 4 + 2]!, numbers[at * 4 + 3]!]
    return { start: day * dayMs + tick * tickMs, leadId: candidates[lead]!.id, date, score, day, tick, lead }
  }

  function addToTop(option: Option): void {
    let place = top.length
    while (place > 0 && bestFirst(option, top[place - 1]!) < 0) place--
    top.splice(place, 0, option)
    if (top.length > limit) top.pop()
  }

  function scan(day: number): void {
    let piece: Piece | undefined
    let into: OfDate | undefined
    search.scan(day, (tick, lead) => {
      const known = candidates[lead]!
      if (!wanted(day, tick, known.id)) return
      if (!piece || !into || tick < piece.from || tick >= piece.until) {
        piece = search.calendar.pieces(day).find(({ from, until }) => from <= tick && tick < until)
        if (!piece) throw new RangeError('a tick outside of every day')
        into = ofDate(piece.day.date)
        into.chosen = undefined
      }
      const score = ranking.score(known, day, tick)
      putQuad(into.options, day, tick, lead, score)
      considered++
      const since = day * dayTicks + tick
      if (since < soonest) soonest = since
      if (top.length < limit || score >= top.at(-1)!.score) addToTop(optionAt(into, into.options.count - 1))
    })
  }

  /** The best one that differs enough from those chosen. */
  function nextOf(of: OfDate, chosen: ReadonlySet<Option>): Option | undefined {
    let best: Option | undefined
    const { numbers, count } = of.options
    for (let at = 0; at < count; at++) {
      if (best && numbers[at * 4 + 3]! < best.score) continue
      const option = optionAt(of, at)
      if ((!best || bestFirst(option, best) < 0) && !isAmong(option, chosen) && within(strict, option, chosen)) {
        best = option
      }
    }
    for (const group of of.groups) {
      if ((!best || bestFirst(group, best) < 0) && !chosen.has(group) && within(strict, group, chosen)) best = group
    }
    return best
  }

  function bestOf(of: OfDate): readonly Option[] {
    if (of.chosen) return of.chosen
    const chosen = new Set<Option>()
    while (chosen.size < strict.perDay) {
      const next = nextOf(of, chosen)
      if (!next) break
      chosen.add(next)
    }
    of.chosen = [...chosen]
    return of.chosen
  }

  /** @param open what has less may still be joined by others; -Infinity: no others come */
  function choose(open: number): readonly Option[] | undefined {
    const most = Math.min(limit, shown)
    const first = [...dates.values()].flatMap(bestOf).sort(bestFirst).slice(0, most)
    if (first.length < most || first.at(-1)!.score < open) return undefined
    if (limit <= shown) return first
    const among = new Set(first)
    const rest = top.filter((option) => !isAmong(option, among)).slice(0, limit - shown)
    const isLast = open === -Infinity || (rest.length === limit - shown && rest.at(-1)!.score >= open)
    return isLast ? [...first, ...rest] : undefined
  }

  function all(): Option[] {
    return [...dates.values()].flatMap((of) => [
      ...of.groups,
      ...Array.from({ length: of.options.count }, (_, at) => optionAt(of, at)),
    ])
  }

  for (const group of groupOptions(search, ranking)) {
    if (!wanted(group.day, group.tick, group.leadId)) continue
    ofDate(group.date).groups.push(group)
    addToTop(group)
    considered++
    soonestGroup = Math.min(soonestGroup, group.start)
  }
  function found(): readonly Option[] {
    for (let day = search.first; day <= search.last; day++) {
      const earliest = Math.max(search.bounds.start, day * dayMs)
      const options = choose(ranking.most(earliest, isUsualAsked))
      if (options) return options
      scan(day)
    }
    return choose(-Infinity) ?? spread(all().sort(bestFirst), limit)
  }

  const options = found()
  for (const of of dates.values()) giveQuads(of.options)
  const first = soonest === Number.MAX_SAFE_INTEGER ? Infinity : soonest * tickMs
  return { options, considered, soonest: Math.min(first, soonestGroup) }
}

/** The same start with the same lead; a group is itself only. */
function isAmong(option: Option, chosen: ReadonlySet<Option>): boolean {
  if (option.group) return chosen.has(option)
  for (const other of chosen) {
    if (!other.group && other.start === option.start && other.leadId === option.leadId) return true
  }
  return false
}
