import { allOpenings, createIndex, findChains, findOpenings } from '@foyer/scheduling'
import type { Figure } from '../topic.ts'
import { bareFirst, bareScan } from './bare-scan.ts'
import { figure, plain } from './figures.ts'
import { walkOpenings } from './interval-walk.ts'
import { bookingMicroseconds } from './one-booking.ts'
import { build, firstDay, now, practiceRows } from './practice.ts'
import { timeInTurn } from './timing.ts'
import { twinFigures } from './twin.ts'
import { chainRequest, noChainRequest, phasedRequest, plainRequest } from './visits.ts'

const resources = 1000
const days = 90
const fill = 80
/** Days whose openings the ranking has to look at before no later one can win. */
const bareDays = 2

/** The engine alone, without a server: one practice of 1,000 resources, 90 days, 80 % full. */
export function engineFigures(note: (text: string) => void): Figure[] {
  const rows = practiceRows(resources, days, fill)
  const index = build(rows, days)
  const starts = new Float64Array(200_000)
  const leads = new Uint16Array(200_000)
  const [first, all] = [plainRequest(rows, 20), plainRequest(rows, Infinity)]
  const [phased, chain, noChain] = [phasedRequest(rows), chainRequest(rows), noChainRequest(rows)]

  note('phases and chains')
  const several = timeInTurn(
    {
      phased: () => findOpenings(phased, index, now),
      chain: () => findChains(chain, index, now),
      noChain: () => findChains(noChain, index, now),
    },
    200,
  )
  note('first 20 and all openings, the bare scan in turn')
  // By themselves: whoever comes after a chain finds other memory in the processor's cache, and the next finds theirs.
  const short = timeInTurn(
    {
      first: () => findOpenings(first, index, now),
      bareFirst: () => bareFirst(index, resources, bareDays, 20, starts, leads),
    },
    200,
  )
  const long = timeInTurn(
    { all: () => allOpenings(all, index, now), bare: () => bareScan(index, resources, days, starts, leads) },
    60,
  )
  note('the walk over intervals, building, one booking')
  const slow = timeInTurn({ walk: () => walkOpenings(rows, all), build: () => build(rows, days) }, 9)
  const update = bookingMicroseconds(rows, days)
  const told = allOpenings(all, index, now).count
  const same = told === bareScan(index, resources, days, starts, leads) && told === walkOpenings(rows, all)

  const at = (times: ReturnType<typeof timeInTurn>, name: string): number => times.get(name)?.median ?? Number.NaN
  const ratio = (name: string, value: number, most: number): Figure =>
    figure(name, value, 'x', `<=${most}`, value <= most)
  const least = (name: string, value: number, unit: string, most: number): Figure =>
    figure(name, value, unit, `<${most}`, value < most)
  const megabytes = createdMegabytes()
  return [
    { name: 'openings', value: told, unit: 'openings', target: 'equal-in-all-three', isOk: same },
    plain('first-20', at(short, 'first'), 'ms'),
    plain('first-20-bare', at(short, 'bareFirst'), 'ms'),
    ratio('first-20-of-bare', at(short, 'first') / at(short, 'bareFirst'), 4),
    plain('all', at(long, 'all'), 'ms'),
    plain('all-bare', at(long, 'bare'), 'ms'),
    plain('all-interval-walk', at(slow, 'walk'), 'ms'),
    ratio('all-of-bare', at(long, 'all') / at(long, 'bare'), 3),
    plain('all-faster-than-walk', at(slow, 'walk') / at(long, 'all'), 'x'),
    ...twinFigures(note, days, fill),
    least('phases-3-of-300', at(several, 'phased'), 'ms', 5),
    least('chain-3-legs', at(several, 'chain'), 'ms', 20),
    least('chain-3-legs-none', at(several, 'noChain'), 'ms', 20),
    least('build-90-days', at(slow, 'build'), 'ms', 50),
    least('memory-400-days', megabytes, 'MB', 64),
    least('one-booking', update, 'us', 50),
  ]
}

function createdMegabytes(): number {
  const index = createIndex({ firstDay, days: 400 })
  for (const { id, sessions } of practiceRows(resources, 399, 0)) {
    index.putResource({ id, lanes: 1, overbook: 0, sessions })
  }
  return index.bytes() / 1e6
}
