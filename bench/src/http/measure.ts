import type pg from 'pg'
import { type Acknowledged, answeredWishes, checkAudit, checkBooked, ranOut } from './check.ts'
import type { Load, Wish } from './loads.ts'
import { processorSeconds } from './proc.ts'
import { CONNECTIONS, median, percentile, type RoundResult, runRound } from './round.ts'

const WARM_UP_SECONDS = 2
const ROUND_SECONDS = 5
const ROUNDS = 3
/** More than anything here answers in a second; a list that is asked for once only must not end before its round. */
const MOST_PER_SECOND = { foyer: 4000, twin: 9000 } as const

export interface Side {
  readonly who: 'foyer' | 'twin'
  readonly url: string
  readonly pid: number
  readonly headers: Readonly<Record<string, string>>
}

export interface Measured {
  readonly load: Load
  readonly perSecond: Readonly<Record<Side['who'], number>>
  /** Microseconds of processor time of the server itself for each answer, with what follows from it. */
  readonly processor: Readonly<Record<Side['who'], number>> | null
  /** Milliseconds, of all measured rounds of Foyer. */
  readonly p50: number
  readonly p99: number
  /** Size of the twin's answers as a share of Foyer's. */
  readonly sizes: number
  /** What went wrong; the figures are worth nothing where it is not empty. */
  readonly faults: readonly string[]
}

interface Sum {
  readonly rounds: RoundResult[]
  readonly wishes: Wish[]
  answered: number
  sent: number
  bad: number
  lost: number
  ranOut: boolean
  processorSeconds: number
}

async function ask(load: Load, side: Side, seconds: number, sum: Sum): Promise<RoundResult> {
  const lists = load.next(side.who, MOST_PER_SECOND[side.who] * (seconds + 1))
  const round = await runRound(side.url, seconds, lists, side.headers)
  sum.answered += round.good
  sum.sent += round.good + round.bad + round.lost + CONNECTIONS
  sum.bad += round.bad
  sum.lost += round.lost
  sum.ranOut ||= ranOut(load, side.who, round.answered)
  sum.wishes.push(...answeredWishes(load, side.who, round.answered))
  return round
}

/** Bytes of the bodies of the first answers. */
async function bodyBytes(load: Load, side: Side, sum: Sum): Promise<number> {
  let bytes = 0
  const lists = load.next(side.who, CONNECTIONS * 5)
  for (const list of lists) {
    for (const { method, path, headers, body } of list.slice(0, 5)) {
      const answer = await fetch(`${side.url}${path}`, {
        method: method ?? 'GET',
        headers: { ...side.headers, ...(headers as Record<string, string> | undefined) },
        ...(body === undefined ? {} : { body: String(body) }),
      })
      bytes += (await answer.arrayBuffer()).byteLength
      sum.sent += 1
      if (answer.ok) sum.answered += 1
      else sum.bad += 1
    }
  }
  return bytes
}

function newSum(): Sum {
  return { rounds: [], wishes: [], answered: 0, sent: 0, bad: 0, lost: 0, ranOut: false, processorSeconds: 0 }
}

function faultsOf(who: string, sum: Sum): readonly string[] {
  return [
    ...(sum.bad > 0 ? [`${who}: ${sum.bad} answers were not 200`] : []),
    ...(sum.lost > 0 ? [`${who}: ${sum.lost} requests got no answer`] : []),
    ...(sum.ranOut ? [`${who}: there were too few requests for a round`] : []),
  ]
}

/** Rounds of both in turn, so that what the machine does meanwhile meets both. The rate of each is its median round. */
export async function measure(
  load: Load,
  sides: readonly Side[],
  database: pg.Pool,
  settle: () => Promise<void>,
): Promise<Measured> {
  const sums = { foyer: newSum(), twin: newSum() }
  const bytes = { foyer: 0, twin: 0 }
  for (const side of sides) bytes[side.who] = await bodyBytes(load, side, sums[side.who])
  for (const side of sides) await ask(load, side, WARM_UP_SECONDS, sums[side.who])
  await settle()
  for (let round = 0; round < ROUNDS; round += 1)
    for (const side of sides) {
      const sum = sums[side.who]
      const before = processorSeconds(side.pid) ?? 0
      sum.rounds.push(await ask(load, side, ROUND_SECONDS, sum))
      await settle()
      sum.processorSeconds += (processorSeconds(side.pid) ?? 0) - before
    }
  const acknowledged: Acknowledged = {
    action: load.action,
    answered: sums.foyer.answered,
    sent: sums.foyer.sent,
  }
  const rate = (who: Side['who']): number => median(sums[who].rounds.map((round) => round.perSecond))
  const processor = (who: Side['who']): number =>
    (sums[who].processorSeconds * 1e6) / sums[who].rounds.reduce((sum, round) => sum + round.times.length, 0)
  const times = Float64Array.from(sums.foyer.rounds.flatMap((round) => [...round.times])).sort()
  return {
    load,
    perSecond: { foyer: rate('foyer'), twin: rate('twin') },
    processor: sums.foyer.processorSeconds > 0 ? { foyer: processor('foyer'), twin: processor('twin') } : null,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    sizes: bytes.twin / bytes.foyer,
    faults: [
      ...faultsOf('foyer', sums.foyer),
      ...faultsOf('twin', sums.twin),
      ...(await checkAudit(database, acknowledged)),
      ...(load.wishes ? await checkBooked(database, 'foyer', sums.foyer.wishes) : []),
      ...(load.wishes ? await checkBooked(database, 'twin', sums.twin.wishes) : []),
    ],
  }
}
