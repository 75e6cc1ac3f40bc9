import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Request } from 'autocannon'
import { openPlace, type Place } from '../http/place.ts'
import { median, runRound } from '../http/round.ts'
import { settle } from '../http/settle.ts'
import type { Figure } from '../topic.ts'
import { atOnce } from './at-once.ts'
import { pgbenchRates } from './pgbench.ts'
import { insertSearched, search } from './searched.ts'

const seconds = 5
/** Code that ran a thousand times is compiled; before, each side is measured as it is in its first second. */
const warmUpSeconds = 5
const rounds = 3
/** More than a round of either side takes up. */
const daysOfRound = 2
const bookers = [10, 50]
const dayMs = 86_400_000

/** For each connection a list of bookings, none of which any other wants. */
function bookings({ set }: Place, firstDay: number, connections: number, most: number): Request[][] {
  const midnight = Math.floor(Date.now() / dayMs) * dayMs + firstDay * dayMs
  return Array.from({ length: connections }, (_, connection) =>
    Array.from({ length: Math.ceil(most / connections) }, (__, at): Request => {
      const n = at * connections + connection
      const clinician = n % set.clinicianIds.length
      const start = new Date(midnight + Math.floor(n / set.clinicianIds.length) * 300_000).toISOString()
      const body = {
        patientId: set.patientIds[n % set.patientIds.length],
        siteId: set.siteId,
        visitTypeId: set.visitTypeId,
        start: start.replace('.000Z', 'Z'),
        assignments: [{ role: 'clinician', resourceId: set.clinicianIds[clinician] }],
      }
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
      return { method: 'POST', path: '/api/appointments', headers, body: JSON.stringify(body) }
    }),
  )
}

const at = (times: Float64Array, share: number): number => times[Math.floor(share * (times.length - 1))] ?? Number.NaN
const round = (value: number): number => Number(value.toFixed(2))
const told = (name: string, value: number, isOk: boolean): Figure => ({
  name,
  value: Math.round(value),
  unit: 'req/s',
  target: null,
  isOk,
})

/**
 * What finding and booking cost over HTTP, with everything a request passes: of one server process, which is what
 * `npm start` gives, and beside it of as many as the machine has cores (FOYER_PROCESSES).
 */
export async function httpFigures(
  keep: boolean,
  note: (text: string) => void,
): Promise<{ figures: Figure[]; database: string; skipped: readonly string[] }> {
  const one = await besideTheTwin(keep, note)
  const many = await atFullStretch(keep, note, availableParallelism())
  return { ...one, figures: [...one.figures, ...many] }
}

async function besideTheTwin(keep: boolean, note: (text: string) => void) {
  const place = await openPlace({ keep, inspect: false, note })
  try {
    const [foyer, twin] = place.sides
    if (!foyer || !twin) throw new Error('both sides are there')
    const { alone, ten, isSound } = await searches(place, note)
    const [p50, p99] = [at(alone.times, 0.5), at(ten.times, 0.99)]
    const figures: Figure[] = [
      { name: 'http-first-20-p50-alone', value: round(p50), unit: 'ms', target: '<5', isOk: isSound && p50 < 5 },
      {
        name: 'http-first-20-rate-10',
        value: Math.round(ten.perSecond),
        unit: 'req/s',
        target: '>=2000',
        isOk: isSound && ten.perSecond >= 2000,
      },
      { name: 'http-first-20-p99-10', value: round(p99), unit: 'ms', target: '<20', isOk: isSound && p99 < 20 },
    ]
    let firstDay = 60
    const ofFoyer = new Map<number, number>()
    note('bookings to warm up')
    for (const side of [foyer, twin]) {
      await booked(place, side, 10, firstDay, warmUpSeconds)
      firstDay += daysOfRound
    }
    for (const connections of bookers) {
      const rates = new Map<Place['sides'][number], number[]>([
        [foyer, []],
        [twin, []],
      ])
      let isGood = true
      for (let turn = 1; turn <= rounds; turn++) {
        note(`bookings over ${connections} connections, ${turn} of ${rounds}`)
        for (const [side, its] of rates) {
          const result = await booked(place, side, connections, firstDay)
          firstDay += daysOfRound
          isGood &&= result.bad === 0
          its.push(result.perSecond)
        }
      }
      const [ours = 0, theirs = 1] = [...rates.values()].map(median)
      ofFoyer.set(connections, ours)
      const name = `http-book-${connections}`
      const isOk = isGood && ours / theirs >= 0.4
      figures.push(
        { name: `${name}-of-twin`, value: round(ours / theirs), unit: 'of-twin', target: '>=0.4', isOk },
        told(`${name}-rate`, ours, isGood),
        told(`${name}-twin-rate`, theirs, isGood),
      )
    }
    figures.push(...(await atOnce(place, foyer, firstDay)))
    firstDay += 1
    note('the same bookings by pgbench')
    const midnight = new Date((Math.floor(Date.now() / dayMs) + firstDay) * dayMs).toISOString()
    const bare = await pgbenchRates(place, { connections: bookers, seconds, rounds, midnight })
    for (const connections of bare ? bookers : []) {
      const theirs = bare?.get(connections) ?? 0
      const value = round((ofFoyer.get(connections) ?? 0) / theirs)
      const name = `http-book-${connections}`
      const isOk = theirs > 0 && value >= 0.3
      figures.push(
        { name: `${name}-of-pgbench`, value, unit: 'of-pgbench', target: '>=0.3', isOk },
        told(`${name}-pgbench-rate`, theirs, theirs > 0),
      )
    }
    const skipped = bare ? [] : bookers.map((connections) => `http-book-${connections}-of-pgbench`)
    return { figures, database: place.databaseVersion, skipped }
  } finally {
    await place.close()
  }
}

async function atFullStretch(keep: boolean, note: (text: string) => void, processes: number): Promise<Figure[]> {
  note(`the server in ${processes} processes`)
  const place = await openPlace({ keep, inspect: false, processes, note })
  try {
    const [foyer] = place.sides
    if (!foyer) throw new Error('the server is there')
    const { ten, isSound } = await searches(place, note)
    const name = `http-${processes}-processes`
    const figures = [told(`${name}-first-20-rate-10`, ten.perSecond, isSound)]
    let firstDay = 60
    note('bookings to warm up')
    await booked(place, foyer, 10, firstDay, warmUpSeconds * processes)
    firstDay += 6
    for (const connections of bookers) {
      note(`bookings over ${connections} connections`)
      const result = await booked(place, foyer, connections, firstDay)
      firstDay += 6
      figures.push(told(`${name}-book-${connections}-rate`, result.perSecond, result.bad === 0))
    }
    return figures
  } finally {
    await place.close()
  }
}

async function searches({ sides, database }: Place, note: (text: string) => void) {
  const [foyer] = sides
  if (!foyer) throw new Error('the server is there')
  note('first 20 openings over 100 resources and 90 days')
  const request = search(await insertSearched(database))
  const ask = (connections: number) =>
    runRound(
      foyer.url,
      seconds,
      Array.from({ length: connections }, () => [request]),
      foyer.headers,
    )
  // Every process of the server has its index warm before anything counts.
  await ask(10)
  const alone = await ask(1)
  const tens: Awaited<ReturnType<typeof ask>>[] = []
  for (let turn = 1; turn <= rounds; turn++) tens.push(await ask(10))
  // The round in the middle, as of bookings: whatever else the machine does for some seconds has no say.
  const ten = tens.toSorted((a, b) => a.perSecond - b.perSecond)[rounds >> 1]
  if (!ten) throw new Error('there is a round')
  return { alone, ten, isSound: [alone, ...tens].every(({ bad, lost }) => bad + lost === 0) }
}

async function booked(
  place: Place,
  side: Place['sides'][number],
  connections: number,
  firstDay: number,
  length = seconds,
) {
  const lists = bookings(place, firstDay, connections, 9000 * (length + 1))
  const result = await runRound(side.url, length, lists, side.headers)
  if (!(await settle(place.database))) throw new Error('the jobs of a round of bookings were not worked off in time')
  return result
}
