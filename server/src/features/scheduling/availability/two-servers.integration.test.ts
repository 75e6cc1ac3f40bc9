import { practice, scheduling } from '@foyer/contract'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestApp, type SecondServer, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'
import { anAppointment } from '../testing.ts'

// oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
const original = pg.Client.prototype.query as (...given: unknown[]) => unknown
let t: TestApp
let other: SecondServer
let here: TestClient
let there: TestClient
let siteId: string
let clinicians: readonly string[]
let visitTypeId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  clinicians = await Promise.all(Array.from({ length: 20 }, (_, n) => aResource(db, { siteId, name: `Dr. ${n}` })))
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: clinicians }]
  visitTypeId = await aVisitType(db, { roles })
  other = await t.second()
  here = await t.riverside.as('senior')
  there = other.as(here)
})
afterAll(async () => {
  await other?.stop()
  await t?.stop()
})

async function offers(client: TestClient, start: string, clinicianId = clinicians[0] ?? ''): Promise<boolean> {
  const date = start.slice(0, 10)
  const wish = { visitTypeId, siteId, from: date, to: date, clinicianIds: [clinicianId], limit: 50 }
  const { body } = await client.call(scheduling.findOpenings, wish)
  return body.openings.some((one) => one.start === start)
}
async function bookAt(client: TestClient, start: string, clinicianId = clinicians[0] ?? '') {
  const assignments = [{ role: 'clinician', resourceId: clinicianId }]
  const patientId = await aPatient(t.riverside.db)
  return client.call(scheduling.bookAppointment, { visitTypeId, siteId, start, assignments, patientId })
}
/** Milliseconds until it is so. */
async function until(what: () => Promise<boolean>): Promise<number> {
  const begun = performance.now()
  while (!(await what())) {
    if (performance.now() - begun > 10_000) throw new Error('it never was')
    await new Promise((next) => setTimeout(next, 10))
  }
  return performance.now() - begun
}

test('what one server does it sees at once, and the other within a second: booked, held, moved, cancelled, blocked', async () => {
  const at = '2026-12-08T15:00:00Z'
  const later = '2026-12-08T16:00:00Z'
  expect([await offers(here, at), await offers(there, at)]).toEqual([true, true])

  const booked = await bookAt(here, at)
  expect(await offers(here, at)).toBe(false)
  expect(await until(async () => !(await offers(there, at)))).toBeLessThan(1000)

  const assignments = [{ role: 'clinician', resourceId: clinicians[0] ?? '' }]
  const appointmentId = booked.body.id
  await there.call(scheduling.moveAppointment, { appointmentId, assignments, start: later, reason: 'Bus', version: 1 })
  expect([await offers(there, at), await offers(there, later)]).toEqual([true, false])
  expect(await until(async () => (await offers(here, at)) && !(await offers(here, later)))).toBeLessThan(1000)

  await here.call(scheduling.cancelAppointment, { appointmentId, reason: 'patient', version: 2 })
  expect(await offers(here, later)).toBe(true)
  expect(await until(() => offers(there, later))).toBeLessThan(1000)

  const held = await here.call(scheduling.holdOpening, { visitTypeId, siteId, start: at, assignments })
  const colleague = other.as(await t.riverside.as('coordinator'))
  expect(await until(async () => !(await offers(colleague, at)))).toBeLessThan(1000)
  // One's own hold is no obstacle, wherever it was made.
  expect([await offers(here, at), await offers(there, at)]).toEqual([true, true])
  await here.call(scheduling.releaseHold, { holdId: held.body.id })
  expect(await until(() => offers(colleague, at))).toBeLessThan(1000)

  const closed = await there.call(practice.blockTime, {
    resourceIds: [clinicians[0] ?? ''],
    date: '2026-12-08',
    startMinute: 0,
    endMinute: 1440,
    reason: 'Away',
  })
  expect(await offers(there, at)).toBe(false)
  expect(await until(async () => !(await offers(here, at)))).toBeLessThan(1000)
  await here.call(practice.removeBlock, { blockId: closed.body.id })
  expect(await until(() => offers(there, at))).toBeLessThan(1000)
})

test('booked for another time than was held: what was held is free again everywhere, at once', async () => {
  const [at, later] = ['2026-12-08T20:00:00Z', '2026-12-08T21:00:00Z']
  const assignments = [{ role: 'clinician', resourceId: clinicians[2] ?? '' }]
  const held = await here.call(scheduling.holdOpening, { visitTypeId, siteId, start: at, assignments })
  const colleague = other.as(await t.riverside.as('coordinator'))
  await until(async () => !(await offers(colleague, at, clinicians[2])))
  const patientId = await aPatient(t.riverside.db)
  const wish = { visitTypeId, siteId, start: later, assignments, patientId, holdId: held.body.id }
  expect((await here.call(scheduling.bookAppointment, wish)).status).toBe(200)
  expect(await until(() => offers(colleague, at, clinicians[2]))).toBeLessThan(1000)
})

test('a server that lost its line hears of nothing, and catches up all the same', async () => {
  const at = '2026-12-09T15:00:00Z'
  expect(await offers(there, at)).toBe(true)
  // The lines of both servers: neither tells the other.
  await t.pool.pg.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'foyer notices' and datname = current_database()",
  )
  await bookAt(here, at)
  expect(await until(async () => !(await offers(there, at)))).toBeLessThan(2500)
})

test('a transaction that begins early and ends late is not missed', async () => {
  const at = '2026-12-10T15:00:00Z'
  const clinicianId = clinicians[1] ?? ''
  expect(await offers(there, at, clinicianId)).toBe(true)
  const client = await t.pool.pg.connect()
  const schema = t.app.organizations.find('riverside')?.schema ?? ''
  await client.query('begin')
  const ranges = [[clinicianId, Date.parse(at), Date.parse(at) + 1_200_000]]
  await client.query(`insert into ${schema}.outbox (type, payload, at) values ('time.changed', $1, now())`, [
    JSON.stringify({ id: clinicianId, taken: ranges }),
  ])
  // Meanwhile others begin later and end sooner, and the log is read past them.
  await bookAt(here, '2026-12-10T16:00:00Z')
  await until(async () => !(await offers(there, '2026-12-10T16:00:00Z')))
  await new Promise((next) => setTimeout(next, 1200))
  expect(await offers(there, at, clinicianId)).toBe(true)
  await anAppointment(t.riverside.db, {
    siteId,
    visitTypeId,
    start: at,
    assignments: [{ role: 'clinician', resourceId: clinicianId }],
  })
  await client.query('commit')
  client.release()
  expect(await until(async () => !(await offers(there, at, clinicianId)))).toBeLessThan(2500)
})

test('a hold that has run out is offered again without anybody saying so', async () => {
  const at = '2026-12-11T15:00:00Z'
  const assignments = [{ role: 'clinician', resourceId: clinicians[0] ?? '' }]
  await here.call(scheduling.holdOpening, { visitTypeId, siteId, start: at, assignments })
  const colleague = other.as(await t.riverside.as('coordinator'))
  await until(async () => !(await offers(colleague, at)))
  t.clock.set(t.clock.now().add({ minutes: 6 }).toString())
  expect(await offers(colleague, at)).toBe(true)
})

test('a search without a patient asks the database nothing', async () => {
  const wish = { visitTypeId, siteId, from: '2026-12-07', to: '2026-12-18', limit: 20 }
  await here.call(scheduling.findOpenings, wish)
  const asked: string[] = []
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [query] = given as [string | { text: string }]
    asked.push(typeof query === 'string' ? query : query.text)
    return Reflect.apply(original, this, given) as never
  })
  const ofTime = () => asked.filter((text) => /"(allocation|appointment|hold|patient)"/.test(text))
  try {
    for (let n = 0; n < 5; n += 1) await here.call(scheduling.findOpenings, wish)
    expect(ofTime()).toEqual([])
    // What is asked is heard: somebody's own visits are looked up.
    await here.call(scheduling.findOpenings, { ...wish, patientId: await aPatient(t.riverside.db) })
    expect(ofTime().length).toBeGreaterThan(0)
  } finally {
    spy.mockRestore()
  }
})
