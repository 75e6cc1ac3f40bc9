import { randomUUID } from 'node:crypto'
import type { Request } from 'autocannon'
import { openPlace, type Place } from '../http/place.ts'
import { runRound } from '../http/round.ts'
import { settle } from '../http/settle.ts'
import type { Figure } from '../topic.ts'
import { pgbenchRates } from './pgbench.ts'
import { insertSearched, search } from './searched.ts'

const seconds = 5
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

/** What finding and booking cost over HTTP, with everything a request passes. */
export async function httpFigures(
  keep: boolean,
  note: (text: string) => void,
): Promise<{ figures: Figure[]; database: string; skipped: readonly string[] }> {
  const place = await openPlace({ keep, inspect: false, note })
  try {
    const [foyer, twin] = place.sides
    if (!foyer || !twin) throw new Error('both sides are there')
    note('first 20 openings over 100 resources and 90 days')
    const request = search(await insertSearched(place.database))
    const ask = (connections: number) =>
      runRound(
        foyer.url,
        seconds,
        Array.from({ length: connections }, () => [request]),
        foyer.headers,
      )
    await ask(1)
    const alone = await ask(1)
    const ten = await ask(10)
    const at = (times: Float64Array, share: number): number =>
      times[Math.floor(share * (times.length - 1))] ?? Number.NaN
    const round = (value: number): number => Number(value.toFixed(2))
    const isSound = alone.bad + ten.bad + alone.lost + ten.lost === 0
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
    for (const connections of bookers) {
      note(`bookings over ${connections} connections`)
      const rates: number[] = []
      let isGood = true
      for (const side of [foyer, twin]) {
        const lists = bookings(place, firstDay, connections, 9000 * (seconds + 1))
        firstDay += 6
        const result = await runRound(side.url, seconds, lists, side.headers)
        isGood &&= result.bad === 0
        rates.push(result.perSecond)
        await settle(place.database)
      }
      const [ours = 0, theirs = 1] = rates
      ofFoyer.set(connections, ours)
      const told = (name: string, value: number): Figure => ({
        name,
        value: Math.round(value),
        unit: 'req/s',
        target: null,
        isOk: isGood,
      })
      figures.push(
        {
          name: `http-book-${connections}-of-twin`,
          value: round(ours / theirs),
          unit: 'of-twin',
          target: '>=0.4',
          isOk: isGood && ours / theirs >= 0.4,
        },
        told(`http-book-${connections}-rate`, ours),
        told(`http-book-${connections}-twin-rate`, theirs),
      )
    }
    note('the same bookings by pgbench')
    const midnight = new Date((Math.floor(Date.now() / dayMs) + firstDay) * dayMs).toISOString()
    const bare = await pgbenchRates(place, { connections: bookers, seconds, midnight })
    for (const connections of bare ? bookers : []) {
      const [ours, theirs] = [ofFoyer.get(connections) ?? 0, bare?.get(connections) ?? 0]
      const value = round(ours / theirs)
      const isOk = theirs > 0 && value >= 0.3
      figures.push(
        { name: `http-book-${connections}-of-pgbench`, value, unit: 'of-pgbench', target: '>=0.3', isOk },
        {
          name: `http-book-${connections}-pgbench-rate`,
          value: Math.round(theirs),
          unit: 'req/s',
          target: null,
          isOk: theirs > 0,
        },
      )
    }
    const skipped = bare ? [] : bookers.map((connections) => `http-book-${connections}-of-pgbench`)
    return { figures, database: place.databaseVersion, skipped }
  } finally {
    await place.close()
  }
}
