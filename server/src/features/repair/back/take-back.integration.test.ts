import { practice, repair, type Reply, scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aSmallPractice, type SmallPractice } from '../../practice/testing.ts'
import { anAppointment, type BuiltAppointment } from '../../scheduling/testing.ts'
import { aFullDay } from '../testing.ts'

type Repair = Reply<typeof repair.readRepair>

let t: TestApp
let desk: TestClient
let p: SmallPractice
let visits: readonly BuiltAppointment[]

const morning = '2026-12-07T15:00:00Z'

beforeAll(async () => {
  t = await openTestApp({ mailServer: true, publicUrl: 'https://desk.example.org/' })
  t.clock.set(morning)
  p = await aSmallPractice(t.riverside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

let day = { from: '2026-12-01', until: '2026-12-01', reason: 'Dr. Okafor is ill' }
/** Each test has a Tuesday of its own. */
beforeEach(async () => {
  t.clock.set(morning)
  const date = Temporal.PlainDate.from(day.from).add({ weeks: 1 }).toString()
  day = { ...day, from: date, until: date }
  visits = await aFullDay(t.riverside.db, p, date)
})

async function propose(): Promise<Repair> {
  const answer = await desk.call(repair.proposeRepair, { resourceIds: [p.clinicians.okafor], ...day })
  expect(answer.status, answer.raw.toString()).toBe(200)
  return answer.body
}
async function applied(plan?: Repair): Promise<Repair> {
  const { id: repairId, version } = plan ?? (await propose())
  const accepted = (await desk.call(repair.acceptRepair, { repairId, version })).body
  const answer = await desk.call(repair.applyRepair, { repairId, version: accepted.version })
  expect(answer.status, answer.raw.toString()).toBe(200)
  return answer.body
}
function takeBack(plan: Repair, appointmentIds: readonly string[] = visits.map(({ id }) => id), client = desk) {
  const { id: repairId, version } = plan
  return client.call(repair.takeBackRepair, { repairId, version, appointmentIds: [...appointmentIds] })
}
function item(plan: Repair, visit: BuiltAppointment | undefined): Repair['items'][number] {
  const found = plan.items.find(({ appointmentId }) => appointmentId === visit?.id)
  if (!found) throw new Error('the visit is in the plan')
  return found
}
/** Everything that takes time of anybody that day, but for the ids of the rows. */
async function timesOfTheDay() {
  const rows = await t.riverside.db
    .selectFrom('allocation')
    .select(['resource_id', 'appointment_id', 'role', 'lane', 'reason'])
    .select([sql<string>`lower(during)`.as('from'), sql<string>`upper(during)`.as('until')])
    .where(
      sql<boolean>`during && tstzrange(${`${day.from}T06:00:00Z`}::timestamptz, ${`${day.from}T06:00:00Z`}::timestamptz + '1 day')`,
    )
    .execute()
  return rows.map((row) => JSON.stringify(row)).toSorted()
}
function messagesTo(patientId: string) {
  return t.riverside.db.selectFrom('message').selectAll().where('patient_id', '=', patientId).execute()
}
const read = async (visit: BuiltAppointment | undefined) =>
  (await desk.call(scheduling.readAppointment, { appointmentId: visit?.id ?? '' })).body

test('applied and taken back: every time is as it was, the closed time is open, and who was told is told again', async () => {
  const before = await timesOfTheDay()
  const done = await applied()
  expect(await timesOfTheDay()).not.toEqual(before)
  const link = async () => {
    const [first] = visits
    const texts = (await messagesTo(first?.patientId ?? '')).map(({ body }) => body)
    return texts.map((text) => /answer#(\S+)/.exec(text ?? '')?.[1] ?? '')
  }
  await expect.poll(link, { timeout: 15_000 }).toHaveLength(1)
  const [token = ''] = await link()
  await t.anonymous().call(repair.giveAnswer, { token, answer: 'other' })

  const options = { idempotencyKey: `back-${done.id}` }
  const order = { repairId: done.id, version: (await desk.call(repair.readRepair, { repairId: done.id })).body.version }
  const body = { ...order, appointmentIds: visits.map(({ id }) => id) }
  const back = await desk.call(repair.takeBackRepair, body, options)
  expect(back.status, back.raw.toString()).toBe(200)
  expect(back.body).toMatchObject({ status: 'closed', stayed: 0, counts: { back: 14, moved: 0, unanswered: 14 } })
  expect(await timesOfTheDay()).toEqual(before)
  // The same request again does nothing again.
  expect((await desk.call(repair.takeBackRepair, body, options)).body).toMatchObject({
    stayed: 0,
    counts: { back: 14 },
  })
  expect(await timesOfTheDay()).toEqual(before)

  const [first] = visits
  await expect.poll(() => messagesTo(first?.patientId ?? ''), { timeout: 15_000 }).toHaveLength(2)
  const told = (await messagesTo(first?.patientId ?? '')).find(({ body: text }) => text?.includes('como estaba antes'))
  expect(told?.language).toBe('es')
  for (const health of ['Okafor', 'Singh', 'Weiss', 'Follow-up', 'Seguimiento', 'ill'])
    expect(`${told?.subject} ${told?.body}`).not.toContain(health)
  // The link of both messages is one; what was answered to the first does not stand for the second.
  expect(await link()).toEqual([token, token])
  expect((await t.anonymous().call(repair.readAnswer, { token })).body).toMatchObject({ answer: null, isOpen: true })
  const entries = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['action', 'reason'])
    .where('subject_id', '=', first?.id ?? '')
    .where('action', '=', 'appointment.move')
    .execute()
  expect(entries).toHaveLength(2)
})

test('who has agreed may stay: only those named go back, more can follow, and the others keep their new time', async () => {
  const done = await applied()
  const [one, two, three] = visits
  const back = await takeBack(done, [one?.id ?? '', two?.id ?? ''])
  expect(back.body).toMatchObject({ stayed: 0, counts: { back: 2, moved: 12 } })
  expect(item(back.body, one)).toMatchObject({ backAt: expect.any(String), decision: 'accepted' })
  expect((await read(three)).assignments.map(({ resourceId }) => resourceId)).not.toContain(p.clinicians.okafor)
  const more = await takeBack(back.body, [three?.id ?? ''])
  expect(more.body).toMatchObject({ stayed: 0, counts: { back: 3, moved: 11 } })
  expect((await read(three)).assignments.map(({ resourceId }) => resourceId)).toContain(p.clinicians.okafor)
})

test('cancelled for the repair: booked again at the time it had; the status history keeps both', async () => {
  const plan = await propose()
  const [, , third] = visits
  const ofThird = { repairId: plan.id, appointmentId: third?.id ?? '' }
  const decided = await desk.call(repair.decideRepairItem, { ...ofThird, decision: 'cancelled', reason: 'No place' })
  const done = await applied(decided.body)
  expect(await read(third)).toMatchObject({ status: 'cancelled' })
  const back = await takeBack(done)
  expect(back.body).toMatchObject({ stayed: 0, counts: { back: 14, moved: 0 } })
  expect(await read(third)).toMatchObject({ status: 'booked', start: third?.start, cancelReason: null })
})

test('what happened since is not undone: a time taken, a visit moved on, a time that is over; each says why it stays', async () => {
  const done = await applied()
  const [first, second, third, fourth] = visits
  // Somebody opened the time of the second again, and somebody else is booked into it.
  await t.riverside.db.deleteFrom('allocation').where('block_id', '=', done.id).execute()
  await anAppointment(t.riverside.db, {
    siteId: p.siteId,
    visitTypeId: p.visitTypes.followUp,
    patientId: await aPatient(t.riverside.db),
    start: second?.start ?? '',
    assignments: [{ role: 'clinician', resourceId: p.clinicians.okafor }],
  })
  const moved = await read(third)
  const elsewhere = await desk.call(scheduling.moveAppointment, {
    appointmentId: moved.id,
    start: `${day.from}T17:30:00Z`,
    assignments: moved.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    reason: 'Asked for it',
    version: moved.version,
  })
  expect(elsewhere.status, elsewhere.raw.toString()).toBe(200)
  await t.riverside.db
    .updateTable('appointment')
    .set({ status: 'cancelled' })
    .where('id', '=', fourth?.id ?? '')
    .execute()
  // A minute after the first should have begun.
  t.clock.set(
    Temporal.Instant.from(first?.start ?? '')
      .add({ minutes: 1 })
      .toString(),
  )
  // Weeks later nobody is signed in any more.
  const back = await takeBack(done, undefined, await t.riverside.another('coordinator'))
  expect(back.body).toMatchObject({ stayed: 4, counts: { back: 10 } })
  expect([first, second, third, fourth].map((visit) => item(back.body, visit).staysBecause)).toEqual([
    'time-past',
    'place-taken',
    'visit-changed',
    'visit-changed',
  ])
  t.clock.set(morning)
  expect((await read(third)).start).toBe(elsewhere.body.start)
})

test('what somebody set aside when it was booked is not asked again', async () => {
  const { db } = t.riverside
  const [first] = visits
  // Booked before opening hours, by somebody who may.
  const rules = JSON.stringify([{ rule: 'outside-hours', verdict: 'not-met', overriddenBecause: 'Her only free hour' }])
  const early = `${day.from}T13:20:00Z`
  await db
    .deleteFrom('allocation')
    .where('appointment_id', '=', first?.id ?? '')
    .execute()
  for (const [role, resourceId] of [
    ['clinician', p.clinicians.okafor],
    ['room', p.rooms[0]],
  ] as const)
    await db
      .insertInto('allocation')
      .values({
        id: t.clock.id(),
        appointment_id: first?.id ?? '',
        resource_id: resourceId,
        role,
        during: sql<string>`tstzrange(${early}, ${`${day.from}T13:40:00Z`})`,
      })
      .execute()
  await db
    .updateTable('appointment')
    .set({ rules, starts_at: early, ends_at: `${day.from}T13:40:00Z` })
    .where('id', '=', first?.id ?? '')
    .execute()
  const done = await applied()
  expect((await read(first)).start).not.toBe(early)
  expect((await takeBack(done)).body).toMatchObject({ stayed: 0, counts: { back: 14 } })
  expect((await read(first)).start).toBe(early)
})

test('a plan that was never applied is put away; nothing of it can be decided or carried out', async () => {
  const plan = await propose()
  const before = await timesOfTheDay()
  const away = await takeBack(plan, [])
  expect(away.body).toMatchObject({ status: 'closed', stayed: 0 })
  expect(await timesOfTheDay()).toEqual(before)
  const { id: repairId, version } = away.body
  const appointmentId = visits[0]?.id ?? ''
  const refusals = await Promise.all([
    desk.call(repair.decideRepairItem, { repairId, appointmentId, decision: 'accepted' }),
    desk.call(repair.acceptRepair, { repairId, version }),
    desk.call(repair.applyRepair, { repairId, version }),
    desk.call(repair.reproposeRepair, { repairId, version }),
  ])
  expect(refusals.map(({ refusal }) => refusal?.reason)).toEqual(Array.from({ length: 4 }, () => 'taken-back'))
})

test('the closed time can be closed by another repair; who takes back while another applies ends with whole visits', async () => {
  const plan = await propose()
  const accepted = (await desk.call(repair.acceptRepair, { repairId: plan.id, version: plan.version })).body
  const order = { repairId: plan.id, version: accepted.version }
  const applying = desk.call(repair.applyRepair, order)
  // The version moves on with every visit: whoever is between two of them tries again, as the screen does.
  let back = await takeBack(accepted)
  while (back.status === 409) {
    const { body } = await desk.call(repair.readRepair, { repairId: plan.id })
    back = await takeBack(body)
  }
  await applying
  const last = (await desk.call(repair.readRepair, { repairId: plan.id })).body
  expect(last.status).toBe('closed')
  expect(last.counts.moved + last.counts.back).toBeLessThanOrEqual(14)
  const closed = (await timesOfTheDay()).filter((row) => row.includes(day.reason))
  expect(closed).toEqual([])
  const all = await takeBack(last)
  expect(all.body).toMatchObject({ stayed: 0, counts: { moved: 0 } })
  const { status } = await desk.call(repair.proposeRepair, { resourceIds: [p.clinicians.okafor], ...day })
  expect(status).toBe(200)
})

test('who may: not a junior, not the other practice; a stale version is told so', async () => {
  const done = await applied()
  expect((await takeBack(done, [], await t.riverside.as('junior'))).status).toBe(403)
  expect((await takeBack(done, [], await t.lakeside.as('manager'))).status).toBe(404)
  expect((await takeBack({ ...done, version: done.version - 1 })).refusal).toMatchObject({
    reason: 'changed-meanwhile',
  })
  const manager = await t.riverside.as('manager')
  // What a repair closed may have been opened by hand; then there is nothing left to open.
  expect((await manager.call(practice.removeBlock, { blockId: done.id })).status).toBe(200)
  expect((await takeBack(done)).body).toMatchObject({ stayed: 0, counts: { back: 14 } })
})
