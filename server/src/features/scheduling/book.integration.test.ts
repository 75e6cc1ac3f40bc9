import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aSmallPractice, type SmallPractice } from '../practice/testing.ts'

let t: TestApp
let desk: TestClient
let p: SmallPractice
let other: SmallPractice
let hour = 0

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  p = await aSmallPractice(t.riverside.db)
  other = await aSmallPractice(t.lakeside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

/** Another free hour for each test, all in office hours in Chicago. */
beforeEach(() => {
  hour++
})
function time(minute = 0): string {
  const day = 7 + (hour % 5) + 7 * Math.floor(hour / 20)
  const clock = 15 + (Math.floor(hour / 5) % 4)
  const at = clock === 18 ? 19 : clock
  return `2026-12-${String(day).padStart(2, '0')}T${at}:${String(minute).padStart(2, '0')}:00Z`
}
function place(start = time(), room = 0) {
  return {
    visitTypeId: p.visitTypes.followUp,
    siteId: p.siteId,
    start,
    assignments: [
      { role: 'clinician' as const, resourceId: p.clinicians.okafor },
      { role: 'room' as const, resourceId: p.rooms[room] ?? p.rooms[0] },
    ],
  }
}
async function countOf(patientId: string) {
  const { db } = t.riverside
  const visits = await db.selectFrom('appointment').select('id').where('patient_id', '=', patientId).execute()
  return visits.length
}

test('books: the visit, its time, its history, the event and the audit entry', async () => {
  const patientId = await aPatient(t.riverside.db)
  const answer = await desk.call(scheduling.bookAppointment, { ...place(), patientId, note: 'brings her daughter' })
  expect(answer).toMatchObject({ status: 200, body: { start: time(), end: time(20), version: 1 } })

  const read = await desk.call(scheduling.readAppointment, { appointmentId: answer.body.id })
  expect(read.body).toMatchObject({
    patient: { id: patientId },
    status: 'booked',
    note: 'brings her daughter',
    timeZone: 'America/Chicago',
    assignments: [{ role: 'clinician', name: 'Dr. Ada Okafor', start: time(), end: time(20) }, { role: 'room' }],
    history: [{ from: null, to: 'booked', by: 'Test coordinator' }],
    can: { move: true, cancel: true, checkIn: true },
  })
  const { db } = t.riverside
  const told = await db.selectFrom('outbox').selectAll().where('type', '=', 'appointment.booked').execute()
  expect(told.at(-1)?.payload).toMatchObject({
    id: answer.body.id,
    patientId,
    siteId: p.siteId,
    date: time().slice(0, 10),
  })
  const entries = await db
    .selectFrom('audit_entry')
    .select(['action', 'outcome', 'patient_id'])
    .where('subject_id', '=', answer.body.id)
    .orderBy('id')
    .execute()
  expect(entries).toEqual([
    { action: 'appointment.book', outcome: 'ok', patient_id: patientId },
    { action: 'appointment.read', outcome: 'ok', patient_id: patientId },
  ])
})

test('the same Idempotency-Key books once and answers the same', async () => {
  const patientId = await aPatient(t.riverside.db)
  const input = { ...place(), patientId }
  const options = { idempotencyKey: 'the-same-key-again' }
  const first = await desk.call(scheduling.bookAppointment, input, options)
  const second = await desk.call(scheduling.bookAppointment, input, options)
  expect(second).toMatchObject({ status: 200, body: first.body })
  expect(await countOf(patientId)).toBe(1)
  const another = await desk.call(scheduling.bookAppointment, { ...input, note: 'else' }, options)
  expect(another.problem).toBe('key-reused')
})

test('sent twice at the same moment with one key, one visit is booked, told and noted, and both hear of it', async () => {
  const patientId = await aPatient(t.riverside.db)
  const input = { ...place(), patientId, note: null }
  const idempotencyKey = t.clock.id()
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => desk.call(scheduling.bookAppointment, input, { idempotencyKey })),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(await countOf(patientId)).toBe(1)
  const { db } = t.riverside
  const told = await db.selectFrom('outbox').select('payload').where('type', '=', 'appointment.booked').execute()
  expect(told.filter(({ payload }) => (payload as { patientId?: string }).patientId === patientId)).toHaveLength(1)
  // Each of the four was answered, and says so in the trail.
  const noted = await db.selectFrom('audit_entry').select('outcome').where('patient_id', '=', patientId).execute()
  expect(noted.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok'])
})

test('50 people want one opening: one gets it, the others get the next best, and nothing else is left behind', async () => {
  const { db } = t.riverside
  const patients = await Promise.all(Array.from({ length: 50 }, () => aPatient(db)))
  const rowsBefore = await db.selectFrom('allocation').select('id').execute()
  const answers = await Promise.all(
    patients.map((patientId) => desk.call(scheduling.bookAppointment, { ...place(), patientId })),
  )
  const won = answers.filter((answer) => answer.status === 200)
  expect(won).toHaveLength(1)
  for (const answer of answers.filter((one) => one.status !== 200)) {
    expect(answer.status).toBe(409)
    expect(answer.refusal.reason).toBe('opening-taken')
    if (answer.refusal.reason !== 'opening-taken') continue
    expect(answer.refusal.next).toHaveLength(3)
    for (const next of answer.refusal.next)
      expect(next.start === time() && next.assignments[0]?.resourceId === p.clinicians.okafor).toBe(false)
  }
  const rows = await db.selectFrom('allocation').select('id').execute()
  expect(rows).toHaveLength(rowsBefore.length + 2)
  const visits = await db.selectFrom('appointment').select('id').where('patient_id', 'in', patients).execute()
  expect(visits.map(({ id }) => id)).toEqual([won[0]?.body.id])
  const [refused] = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('patient_id', 'in', patients)
    .where('outcome', '=', 'refused:opening-taken')
    .execute()
  expect(refused?.count).toBe(49)
})

test('two visits that want the same room at once: one gets it', async () => {
  const both = await Promise.all(
    [p.rooms[1], p.rooms[1]].map(async (roomId, index) => {
      const clinician = index === 0 ? p.clinicians.okafor : p.clinicians.singh
      const assignments = [
        { role: 'room' as const, resourceId: roomId },
        { role: 'clinician' as const, resourceId: clinician },
      ]
      const patientId = await aPatient(t.riverside.db)
      return desk.call(scheduling.bookAppointment, { ...place(), assignments, patientId })
    }),
  )
  expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('a hold keeps the opening for its owner, and booking it uses it up', async () => {
  const colleague = await t.riverside.as('senior')
  const patientId = await aPatient(t.riverside.db)
  const held = await desk.call(scheduling.holdOpening, { ...place(), patientId })
  expect(held).toMatchObject({ status: 200, body: { start: time(), end: time(20) } })
  expect(Date.parse(held.body.expiresAt) - t.clock.now().epochMilliseconds).toBeGreaterThan(290_000)

  const stranger = await aPatient(t.riverside.db)
  const tooLate = await colleague.call(scheduling.bookAppointment, { ...place(), patientId: stranger })
  expect(tooLate.refusal).toMatchObject({ reason: 'opening-taken' })
  const heldTwice = await colleague.call(scheduling.holdOpening, place())
  expect(heldTwice.refusal).toMatchObject({ reason: 'opening-taken' })
  const borrowed = await colleague.call(scheduling.bookAppointment, {
    ...place(),
    patientId: stranger,
    holdId: held.body.id,
  })
  expect(borrowed.status).toBe(409)

  const booked = await desk.call(scheduling.bookAppointment, { ...place(), patientId, holdId: held.body.id })
  expect(booked.status).toBe(200)
  const holds = await t.riverside.db.selectFrom('hold').select('id').execute()
  expect(holds).toEqual([])
})

test('a new hold lets the former one go', async () => {
  const first = await desk.call(scheduling.holdOpening, place())
  const second = await desk.call(scheduling.holdOpening, place(time(20)))
  expect([first.status, second.status]).toEqual([200, 200])
  const holds = await t.riverside.db.selectFrom('hold').select('id').execute()
  expect(holds).toEqual([{ id: second.body.id }])
  const taken = await t.riverside.db.selectFrom('allocation').select('id').where('hold_id', 'is not', null).execute()
  expect(taken).toHaveLength(2)
})

test('only the owner lets a hold go', async () => {
  const held = await desk.call(scheduling.holdOpening, place())
  const colleague = await t.riverside.as('senior')
  const stranger = await t.lakeside.as('coordinator')
  for (const somebody of [colleague, stranger])
    expect((await somebody.call(scheduling.releaseHold, { holdId: held.body.id })).status).toBe(404)
  expect((await desk.call(scheduling.releaseHold, { holdId: held.body.id })).status).toBe(200)
  expect((await desk.call(scheduling.releaseHold, { holdId: held.body.id })).status).toBe(404)
  const patientId = await aPatient(t.riverside.db)
  expect((await colleague.call(scheduling.bookAppointment, { ...place(), patientId })).status).toBe(200)
})

test('a hold that has run out no longer keeps anybody away', async () => {
  const now = t.clock.now()
  const colleague = await t.riverside.as('senior')
  const held = await colleague.call(scheduling.holdOpening, place())
  const late = await colleague.call(scheduling.holdOpening, place(time(40)))
  expect(late.status).toBe(200)
  const kept = await colleague.call(scheduling.holdOpening, place())
  expect(held.status).toBe(200)
  t.clock.set(now.add({ minutes: 6 }).toString())

  const patientId = await aPatient(t.riverside.db)
  const booked = await desk.call(scheduling.bookAppointment, { ...place(), patientId })
  expect(booked.status).toBe(200)
  const owner = await aPatient(t.riverside.db)
  const lost = await colleague.call(scheduling.bookAppointment, { ...place(), patientId: owner, holdId: kept.body.id })
  expect(lost.refusal).toMatchObject({ reason: 'hold-expired' })
  if (lost.refusal.reason === 'hold-expired') expect(lost.refusal.next).toHaveLength(3)
})

test('an own hold that has run out is still good while nobody else came', async () => {
  const held = await desk.call(scheduling.holdOpening, place())
  t.clock.set(t.clock.now().add({ minutes: 6 }).toString())
  const patientId = await aPatient(t.riverside.db)
  const booked = await desk.call(scheduling.bookAppointment, { ...place(), patientId, holdId: held.body.id })
  expect(booked.status).toBe(200)
})

test('a patient is not in two places at once', async () => {
  const patientId = await aPatient(t.riverside.db)
  const first = await desk.call(scheduling.bookAppointment, { ...place(), patientId })
  const elsewhere = [
    { role: 'clinician' as const, resourceId: p.clinicians.weiss },
    { role: 'room' as const, resourceId: p.rooms[2] },
  ]
  const second = await desk.call(scheduling.bookAppointment, { ...place(time(10)), assignments: elsewhere, patientId })
  expect(second.refusal).toEqual({ reason: 'patient-busy', appointmentId: first.body.id, start: time() })
})

test('says which rule stands against it', async () => {
  const patientId = await aPatient(t.riverside.db)
  const [clinician, room] = place().assignments
  const tries = [
    [{ ...place('2026-11-20T16:00:00Z') }, { reason: 'in-the-past' }],
    [{ ...place('2026-12-08T04:00:00Z') }, { reason: 'outside-hours', resourceId: p.clinicians.okafor }],
    [
      { ...place(), assignments: [clinician!] },
      { reason: 'role-missing', role: 'room' },
    ],
    [
      { ...place(), assignments: [{ role: 'clinician' as const, resourceId: p.interpreter }, room!] },
      { reason: 'not-a-candidate', role: 'clinician', resourceId: p.interpreter },
    ],
    [
      { ...place(), assignments: [{ role: 'clinician' as const, resourceId: other.clinicians.okafor }, room!] },
      { reason: 'not-a-candidate', role: 'clinician', resourceId: other.clinicians.okafor },
    ],
  ] as const
  for (const [input, refusal] of tries) {
    const wanted = { ...input, assignments: [...input.assignments] }
    const { reason: rule } = refusal
    const no = { ...refusal, rules: expect.arrayContaining([expect.objectContaining({ rule, mayOverride: false })]) }
    expect((await desk.call(scheduling.bookAppointment, { ...wanted, patientId })).refusal).toEqual(no)
    expect((await desk.call(scheduling.holdOpening, wanted)).refusal).toEqual(no)
  }
  const deceased = await aPatient(t.riverside.db, { deceased: true })
  const answer = await desk.call(scheduling.bookAppointment, { ...place(), patientId: deceased })
  expect(answer.refusal).toEqual({ reason: 'patient-deceased' })
})

test('what belongs to another organization is not there', async () => {
  const patientId = await aPatient(t.riverside.db)
  const strangersId = await aPatient(t.lakeside.db)
  const booked = await desk.call(scheduling.bookAppointment, { ...place(), patientId })
  const answers = [
    await desk.call(scheduling.bookAppointment, { ...place(), patientId: strangersId }),
    await desk.call(scheduling.bookAppointment, { ...place(), siteId: other.siteId, patientId }),
    await desk.call(scheduling.bookAppointment, { ...place(), visitTypeId: other.visitTypes.followUp, patientId }),
    await desk.call(scheduling.holdOpening, { ...place(), patientId: strangersId }),
    await desk.call(scheduling.holdOpening, { ...place(), siteId: other.siteId }),
    await (await t.lakeside.as('coordinator')).call(scheduling.readAppointment, { appointmentId: booked.body.id }),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404])
})
