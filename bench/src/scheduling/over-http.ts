import { randomUUID } from 'node:crypto'
import type { Request } from 'autocannon'
import type pg from 'pg'
import { openPlace, type Place } from '../http/place.ts'
import { runRound } from '../http/round.ts'
import { settle } from '../http/settle.ts'
import type { Figure } from '../topic.ts'
import { pgbenchRates } from './pgbench.ts'

const clinicians = 100
const days = 90
const seconds = 5
const bookers = [10, 50]
const dayMs = 86_400_000

interface Searched {
  readonly siteId: string
  readonly visitTypeId: string
}

/** 100 clinicians in office hours, about 80 % of their half hours taken for 90 days. */
async function insertSearched(database: pg.Pool): Promise<Searched> {
  const ids = async (text: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await database.query<{ id: string }>(text, [...values])).rows.map((row) => row.id)
  const [siteId = ''] = await ids(
    `insert into site (id, name, time_zone) values (gen_random_uuid(), 'Search', 'America/Chicago') returning id`,
  )
  const those = await ids(
    `insert into resource (id, kind, name, site_id) select gen_random_uuid(), 'practitioner', 'Search ' || n, $1
     from generate_series(1, $2::int) n returning id`,
    [siteId, clinicians],
  )
  await database.query(
    `insert into resource_hours (resource_id, weekday, start_minute, end_minute)
     select id, weekday, half, half + 240 from unnest($1::uuid[]) id, generate_series(1, 5) weekday, unnest('{480,780}'::int[]) half`,
    [those],
  )
  const roles = [{ role: 'clinician', kind: 'practitioner', candidates: those }]
  const [visitTypeId = ''] = await ids(
    `insert into visit_type (id, name, name_es, duration_minutes, roles)
     values (gen_random_uuid(), 'Search', 'Search', 30, $1) returning id`,
    [JSON.stringify(roles)],
  )
  // One patient a clinician: nobody is in two places.
  await database.query(
    `with it as (
       select r.id as resource, gen_random_uuid() as patient, row_number() over () as n from unnest($1::uuid[]) as r(id)),
     people as (
       insert into patient (id, mrn, given, family, birth_date, search_name)
       select patient, (8000000 + n)::text, 'Search', 'Zz', '1980-01-01', ' zzsearch' from it returning id),
     visits as (
       select gen_random_uuid() as id, it.resource, it.patient, t as start
       from it, generate_series(date_trunc('day', now()), now() + interval '${days} days', interval '30 minutes') t
       where random() < 0.8 and extract(hour from t) between 14 and 22 and extract(isodow from t) < 6),
     made as (
       insert into appointment (id, patient_id, visit_type_id, site_id, starts_at, ends_at, status_since, booked_at)
       select v.id, v.patient, $2, $3, v.start, v.start + interval '30 minutes', now(), now()
       from visits v, (select count(*) as c from people) p where p.c > 0 returning id, starts_at, ends_at)
     insert into allocation (id, resource_id, role, during, appointment_id)
     select gen_random_uuid(), v.resource, 'clinician', tstzrange(m.starts_at, m.ends_at), m.id
     from made m join visits v on v.id = m.id`,
    [those, visitTypeId, siteId],
  )
  await database.query('analyze')
  return { siteId, visitTypeId }
}

function search({ siteId, visitTypeId }: Searched): Request {
  const date = (shift: number): string => new Date(Date.now() + shift * dayMs).toISOString().slice(0, 10)
  const body = JSON.stringify({ siteId, visitTypeId, from: date(1), to: date(days), limit: 20 })
  return { method: 'POST', path: '/api/openings', headers: { 'content-type': 'application/json' }, body }
}

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
