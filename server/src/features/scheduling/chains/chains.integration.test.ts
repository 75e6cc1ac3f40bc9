import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let senior: TestClient
let siteId: string
let device: string
let doctor: string
let scan: string
let visit: string
let apart: Readonly<Record<'siteId' | 'near' | 'far' | 'scan' | 'visit', string>>

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  device = await aResource(db, { siteId, name: 'Ultrasound', kind: 'device' })
  doctor = await aResource(db, { siteId, name: 'Dr. Harpreet Singh' })
  const withDevice = [{ role: 'device', kind: 'device' as const, candidates: [device] }]
  const withDoctor = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [doctor] }]
  scan = await aVisitType(db, { name: 'Ultrasound', durationMinutes: 30, roles: withDevice })
  visit = await aVisitType(db, { name: 'Follow-up', durationMinutes: 20, roles: withDoctor })
  const there = await aSite(db)
  const scanner = await aResource(db, { siteId: there, kind: 'device', attributes: ['area-east'] })
  const far = await aResource(db, { siteId: there, name: 'Dr. Adler', attributes: ['area-west'] })
  const near = await aResource(db, { siteId: there, name: 'Dr. Zander', attributes: ['area-east'] })
  apart = {
    siteId: there,
    near,
    far,
    scan: await aVisitType(db, {
      durationMinutes: 30,
      roles: [{ role: 'device', kind: 'device', candidates: [scanner] }],
    }),
    visit: await aVisitType(db, {
      durationMinutes: 20,
      roles: [{ role: 'clinician', kind: 'practitioner', candidates: [far, near] }],
    }),
  }
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

const sameDay = { sameDay: true as const, maxWaitMinutes: 60 }
const scanAt = (start: string) => ({
  visitTypeId: scan,
  siteId,
  start,
  assignments: [{ role: 'device', resourceId: device }],
})
const visitAt = (start: string) => ({
  visitTypeId: visit,
  siteId,
  start,
  assignments: [{ role: 'clinician', resourceId: doctor }],
  gap: sameDay,
})
const patient = () => aPatient(t.riverside.db)
const chain = async (first: string, second: string) => ({
  patientId: await patient(),
  name: 'Scan and talk',
  legs: [scanAt(first), visitAt(second)],
})
const takeDoctor = async (start: string) =>
  desk.call(scheduling.bookAppointment, { ...visitAt(start), patientId: await patient() })

test('all legs are found together, with little waiting', async () => {
  const { status, body } = await desk.call(scheduling.findChains, {
    siteId,
    legs: [{ visitTypeId: scan }, { visitTypeId: visit, gap: sameDay, times: { fromMinute: 600, untilMinute: 660 } }],
    from: '2026-12-08',
    to: '2026-12-08',
  })
  expect([status, body.failing]).toEqual([200, null])
  const [best] = body.chains
  expect(best?.waits).toEqual([0])
  expect(best?.legs[0]?.end).toBe(best?.legs[1]?.start)
  for (const { waits, legs } of body.chains) {
    expect(waits[0]).toBeLessThanOrEqual(60)
    expect(legs[1]?.start.slice(11, 13)).toBe('16')
  }
})

test('of two clinicians who are free alike, the one in the area of the scan is offered first, and the way is told', async () => {
  const { body } = await desk.call(scheduling.findChains, {
    siteId: apart.siteId,
    legs: [{ visitTypeId: apart.scan }, { visitTypeId: apart.visit, gap: sameDay }],
    from: '2026-12-08',
    to: '2026-12-08',
    limit: 20,
  })
  const whom = ({ legs }: (typeof body.chains)[number]) => legs[1]?.assignments[0]?.resourceId
  const [best] = body.chains
  expect([best && whom(best), best?.walkMinutes]).toEqual([apart.near, 0])
  const far = body.chains.filter((one) => whom(one) === apart.far)
  for (const one of far) expect(one.walkMinutes).toBe(5)
})

test('labs, then the visit at least one and at most seven days later', async () => {
  const { body } = await desk.call(scheduling.findChains, {
    siteId,
    legs: [{ visitTypeId: scan }, { visitTypeId: visit, gap: { minDays: 1, maxDays: 7 } }],
    from: '2026-12-04',
    to: '2026-12-04',
    limit: 20,
  })
  const days = body.chains.map(({ legs }) => legs[1]?.start.slice(0, 10))
  expect(new Set(days)).toEqual(new Set(['2026-12-07']))
})

test('where there is none it says which leg fails and the nearest there is', async () => {
  const { body } = await desk.call(scheduling.findChains, {
    siteId,
    // The device works on Saturdays, the doctor does not.
    legs: [{ visitTypeId: scan }, { visitTypeId: visit, gap: sameDay }],
    from: '2026-12-12',
    to: '2026-12-12',
  })
  expect(body.chains).toEqual([])
  expect(body.failing).toMatchObject({ leg: 1, nearest: { start: '2026-12-14T14:00:00Z' } })
})

test('a chain is booked whole, read, and cancelled from a leg on', async () => {
  const booked = await desk.call(scheduling.bookChain, await chain('2026-12-08T15:00:00Z', '2026-12-08T15:30:00Z'))
  expect(booked.status).toBe(200)
  const { body } = await desk.call(scheduling.readChain, { chainId: booked.body.id })
  expect([body.name, body.visits.map(({ at, start }) => [at, start])]).toEqual([
    'Scan and talk',
    [
      [0, '2026-12-08T15:00:00Z'],
      [1, '2026-12-08T15:30:00Z'],
    ],
  ])
  const read = await desk.call(scheduling.readAppointment, { appointmentId: booked.body.legs[1]?.id ?? '' })
  expect(read.body.why).toContainEqual(expect.objectContaining({ rule: 'gap', verdict: 'met', days: 0 }))
  const { body: done } = await desk.call(scheduling.cancelChain, {
    chainId: booked.body.id,
    fromAt: 1,
    reason: 'patient',
  })
  expect(done.cancelled.map(({ at }) => at)).toEqual([1])
})

test('a leg that is taken refuses the whole chain, names the leg and brings three others', async () => {
  await takeDoctor('2026-12-09T15:30:00Z')
  const asked = await chain('2026-12-09T15:00:00Z', '2026-12-09T15:30:00Z')
  const { status, refusal } = await desk.call(scheduling.bookChain, asked)
  expect(status).toBe(409)
  expect(refusal).toMatchObject({ reason: 'leg-not-possible', leg: 1, why: 'opening-taken' })
  if (refusal.reason === 'leg-not-possible') expect(refusal.next).toHaveLength(3)
  const left = await t.riverside.db
    .selectFrom('appointment')
    .select('id')
    .where('patient_id', '=', asked.patientId)
    .execute()
  expect(left).toEqual([])
})

test('of ten who book one chain at once exactly one has it, with both legs', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () =>
      desk.call(scheduling.bookChain, await chain('2026-12-10T15:00:00Z', '2026-12-10T15:30:00Z')),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
  const visits = await t.riverside.db
    .selectFrom('appointment')
    .select('chain_id')
    .where('starts_at', '>=', '2026-12-10T00:00:00Z')
    .where('starts_at', '<', '2026-12-11T00:00:00Z')
    .execute()
  expect(visits).toHaveLength(2)
  expect(new Set(visits.map(({ chain_id }) => chain_id)).size).toBe(1)
})

test('chains over the same resources in opposite order end in no deadlock', async () => {
  const forth = (hour: number) => chain(`2027-01-05T${hour}:00:00Z`, `2027-01-05T${hour}:30:00Z`)
  const back = async (hour: number) => ({
    patientId: await patient(),
    name: 'Talk and scan',
    legs: [
      { ...visitAt(`2027-01-05T${hour}:00:00Z`), gap: undefined },
      { ...scanAt(`2027-01-05T${hour}:30:00Z`), gap: sameDay },
    ],
  })
  const answers = await Promise.all(
    [15, 16, 19, 20].flatMap((hour) => [
      forth(hour).then((asked) => desk.call(scheduling.bookChain, asked)),
      back(hour).then((asked) => desk.call(scheduling.bookChain, asked)),
    ]),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
})

test('a gap that is not kept is refused; somebody who may books it with a reason, and the visit says why', async () => {
  const asked = await chain('2026-12-11T15:00:00Z', '2026-12-11T19:00:00Z')
  const refused = await desk.call(scheduling.bookChain, asked)
  expect(refused.refusal).toMatchObject({ leg: 1, why: 'gap', rules: [{ rule: 'gap', mayOverride: false }] })
  const overrides = { rules: ['gap' as const], reason: 'lives next door' }
  const booked = await senior.call(scheduling.bookChain, { ...asked, overrides })
  expect(booked.status).toBe(200)
  const { body } = await desk.call(scheduling.readAppointment, { appointmentId: booked.body.legs[1]?.id ?? '' })
  expect(body.why).toContainEqual(
    expect.objectContaining({ rule: 'gap', verdict: 'not-met', overriddenBecause: 'lives next door' }),
  )
})

test('moving a leg out of its gap is made and remarked on', async () => {
  const booked = await desk.call(scheduling.bookChain, await chain('2026-12-14T15:00:00Z', '2026-12-14T15:30:00Z'))
  const { start: _, gap: __, ...place } = visitAt('')
  const move = { ...place, appointmentId: booked.body.legs[1]?.id ?? '', reason: 'asked for it' }
  const near = await desk.call(scheduling.moveAppointment, { ...move, start: '2026-12-14T16:00:00Z', version: 1 })
  expect(near.body.remarks).toBeUndefined()
  const far = await desk.call(scheduling.moveAppointment, { ...move, start: '2026-12-15T16:00:00Z', version: 2 })
  expect(far.status).toBe(200)
  expect(far.body.remarks).toMatchObject([{ rule: 'gap', days: 1, verdict: 'not-met', isRemark: true }])
})

test('all legs are held together; others wait, whoever holds them books', async () => {
  const asked = await chain('2026-12-16T15:00:00Z', '2026-12-16T15:30:00Z')
  const { name: _, ...held } = asked
  const hold = await desk.call(scheduling.holdChain, held)
  expect(hold.body.ids).toHaveLength(2)
  const others = await chain('2026-12-16T15:00:00Z', '2026-12-16T15:30:00Z')
  expect((await senior.call(scheduling.bookChain, others)).refusal).toMatchObject({ leg: 0, why: 'opening-taken' })
  expect((await desk.call(scheduling.bookChain, asked)).status).toBe(200)
  expect(await t.riverside.db.selectFrom('hold').select('id').execute()).toEqual([])
})
