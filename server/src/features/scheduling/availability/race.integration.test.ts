import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { type Refusal, type Reply, scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerProcess, startServerProcess } from '../../../platform/testing/server-process.ts'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

type Openings = Reply<typeof scheduling.findOpenings>['openings']
type Book = typeof scheduling.bookAppointment

/** Two processes of their own, and two hundred people, each signed in for themselves and on a line of their own. */
const CLIENTS = 200
const CLINICIANS = 20

/** Somebody at one of the two servers, with a patient of their own to book. */
interface Client {
  readonly patientId: string
  readonly at: number
  openings(start: string, clinicianId: string): Promise<Openings>
  book(
    start: string,
    clinicianId: string,
  ): Promise<{ status: number; body: Reply<Book>; refusal: Refusal<Book> | null }>
}

let t: TestApp
let servers: readonly [ServerProcess, ServerProcess]
let siteId: string
let visitTypeId: string
let clinicians: readonly string[]
let clients: readonly Client[]
const agents: Agent[] = []

/** A working day two weeks from now, at half past nine in Chicago or a little later. */
const [day = ''] = [14, 15, 16]
  .map((days) => Temporal.Now.plainDateISO('America/Chicago').add({ days }))
  .filter(({ dayOfWeek }) => dayOfWeek < 6)
  .map((date) => date.toString())
const at = (minute: number): string =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '09:00' })
    .add({ minutes: minute })
    .toInstant()
    .toString()

async function aClient(at: number): Promise<Client> {
  const { cookie, csrf } = await t.riverside.another('senior')
  const patientId = await aPatient(t.riverside.db)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  agents.push(agent)
  const url = servers[at]?.url ?? ''
  function send(method: string, path: string, body?: object) {
    const payload = body && JSON.stringify(body)
    return new Promise<{ status: number; body: Record<string, unknown> }>((done, fail) => {
      const sent = request(`${url}${path}`, {
        agent,
        method,
        headers: {
          cookie: cookie ?? '',
          'x-foyer-csrf': csrf ?? '',
          ...(payload
            ? {
                'idempotency-key': randomUUID(),
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(payload),
              }
            : {}),
        },
      })
      sent.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => done({ status: response.statusCode ?? 0, body: JSON.parse(text) }))
      })
      sent.on('error', fail)
      sent.end(payload)
    })
  }
  return {
    patientId,
    at,
    openings: async (start, clinicianId) => {
      const wish = { visitTypeId, siteId, from: day, to: day, clinicianIds: [clinicianId], limit: 50 }
      const answer = await send(scheduling.findOpenings.method, scheduling.findOpenings.path, wish)
      expect(answer.status).toBe(200)
      return (answer.body as unknown as { openings: Openings }).openings.filter((one) => one.start === start)
    },
    book: async (start, clinicianId) => {
      const assignments = [{ role: 'clinician', resourceId: clinicianId }]
      const wish = { visitTypeId, siteId, start, assignments, patientId }
      const { status, body } = await send('POST', scheduling.bookAppointment.path, wish)
      return { status, body: body as never, refusal: (body['refusal'] ?? null) as Refusal<Book> | null }
    },
  }
}

/** Milliseconds until somebody is not offered this opening any more. */
async function untilGone(client: Client, start: string, clinicianId: string): Promise<number> {
  const begun = performance.now()
  while ((await client.openings(start, clinicianId)).length > 0) {
    if (performance.now() - begun > 10_000) throw new Error('it stays offered')
    await new Promise((next) => setTimeout(next, 5))
  }
  return performance.now() - begun
}

/** Every visit that stands, by clinician and start. */
async function visitsAt(starts: readonly string[]): Promise<string[]> {
  const rows = await t.riverside.db
    .selectFrom('appointment as v')
    .innerJoin('allocation as a', 'a.appointment_id', 'v.id')
    .select(['v.starts_at', 'a.resource_id'])
    .where('v.starts_at', 'in', starts)
    .execute()
  return rows.map(({ starts_at, resource_id }) => `${starts_at} ${resource_id}`).toSorted()
}

beforeAll(async () => {
  t = await openTestApp()
  const { db } = t.riverside
  siteId = await aSite(db)
  clinicians = await Promise.all(
    Array.from({ length: CLINICIANS }, (_, n) => aResource(db, { siteId, name: `Dr. ${n}` })),
  )
  visitTypeId = await aVisitType(db, {
    roles: [{ role: 'clinician', kind: 'practitioner', candidates: clinicians }],
  })
  servers = await Promise.all([startServerProcess(t.url), startServerProcess(t.url)])
  clients = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => aClient(n % 2)))
})
afterAll(async () => {
  for (const agent of agents) agent.destroy()
  await Promise.all((servers ?? []).map((server) => server.stop()))
  await t?.stop()
})

test('two hundred people at two processes want the same eight openings: one each wins, the others get the next best three', async () => {
  const wanted = [0, 20].flatMap((minute) =>
    clinicians.slice(0, 4).map((id) => ({ start: at(minute), clinicianId: id })),
  )
  const wishOf = (n: number) => wanted[Math.floor(n / 2) % wanted.length] ?? { start: '', clinicianId: '' }
  // All have looked, so all have a line and a session that their server knows.
  const seen = await Promise.all(clients.map((one, n) => one.openings(wishOf(n).start, wishOf(n).clinicianId)))
  expect(seen.every(({ length }) => length === 1)).toBe(true)

  const answers = await Promise.all(
    clients.map(async (one, n) => ({
      wish: wishOf(n),
      answer: await one.book(wishOf(n).start, wishOf(n).clinicianId),
    })),
  )
  const keyOf = ({ start, clinicianId }: { start: string; clinicianId: string }) => `${start} ${clinicianId}`
  const won = answers.filter(({ answer }) => answer.status === 200)
  expect(won.map(({ wish }) => keyOf(wish)).toSorted()).toEqual(wanted.map(keyOf).toSorted())
  expect(await visitsAt(wanted.map(({ start }) => start))).toEqual(wanted.map(keyOf).toSorted())

  const lost = answers.filter(({ answer }) => answer.status !== 200)
  expect(lost).toHaveLength(CLIENTS - wanted.length)
  for (const { wish, answer } of lost) {
    expect([answer.status, answer.refusal?.reason]).toEqual([409, 'opening-taken'])
    const next = answer.refusal?.reason === 'opening-taken' ? answer.refusal.next : []
    const offered = next.map(({ start, assignments }) => `${start} ${assignments[0]?.resourceId}`)
    expect(new Set(offered).size).toBe(3)
    expect(offered).not.toContain(keyOf(wish))
  }
  const [here, there] = clients
  for (const wish of wanted)
    for (const one of [here, there])
      expect(await untilGone(one as Client, wish.start, wish.clinicianId)).toBeLessThan(1000)
})

test('what one process booked the other does not offer a second later, either way', async () => {
  for (let n = 0; n < 10; n += 1) {
    const [one, other] = [clients[n], clients[n + 1]] as [Client, Client]
    expect(one.at).not.toBe(other.at)
    const clinicianId = clinicians[n] ?? ''
    expect(await other.openings(at(60), clinicianId)).toHaveLength(1)
    expect((await one.book(at(60), clinicianId)).status).toBe(200)
    expect(await one.openings(at(60), clinicianId)).toEqual([])
    expect(await untilGone(other, at(60), clinicianId)).toBeLessThan(1000)
  }
})

test('twenty book twenty clinicians at once at two processes: twenty succeed', async () => {
  const answers = await Promise.all(clinicians.map((id, n) => (clients[n + 20] as Client).book(at(80), id)))
  expect(answers.map(({ status }) => status)).toEqual(clinicians.map(() => 200))
  expect(await visitsAt([at(80)])).toEqual(clinicians.map((id) => `${at(80)} ${id}`).toSorted())
})

test('fifty want one opening at two processes: exactly one has it', async () => {
  const [clinicianId = ''] = clinicians
  const answers = await Promise.all(clients.slice(50, 100).map((one) => one.book(at(100), clinicianId)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ refusal }) => refusal?.reason === 'opening-taken')).toHaveLength(49)
  expect(await visitsAt([at(100)])).toEqual([`${at(100)} ${clinicianId}`])
})
