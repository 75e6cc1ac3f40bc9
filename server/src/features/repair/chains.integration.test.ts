import { type CallInput, repair, type Reply, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'

type Repair = Reply<typeof repair.readRepair>
type Leg = CallInput<typeof scheduling.bookChain>['legs'][number]
type LegGap = NonNullable<Leg['gap']>

let t: TestApp
let desk: TestClient
/** Labs by the test that uses them. */
let labs: Readonly<Record<'after' | 'between' | 'days' | 'day' | 'meanwhile', Awaited<ReturnType<typeof aLab>>>>
let okafor: Awaited<ReturnType<typeof alone>>
beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-01T15:00:00Z')
  desk = await t.riverside.as('manager')
  labs = {
    after: await aLab([14, 16]),
    between: await aLab([8, 9]),
    days: await aLab([14, 16]),
    day: await aLab([14, 16]),
    meanwhile: await aLab([8.5, 9]),
  }
  okafor = await alone()
})
afterAll(() => t?.stop())

const tuesday = '2026-12-15'
const sameDay: LegGap = { sameDay: true }
/** On the clock of the wall in Chicago. */
const at = (hour: number, date = tuesday) => `${date}T${String(hour + 6).padStart(2, '0')}:00:00Z`

/** A lab with two nurses, the second of whom works these hours of a Tuesday, and two doctors for the result. */
async function aLab(secondNurse: readonly [number, number]) {
  const { db } = t.riverside
  const siteId = await aSite(db)
  const nurse = await aResource(db, { siteId, name: 'Nurse Ana' })
  const other = await aResource(db, {
    siteId,
    name: 'Nurse Ben',
    hours: [{ weekday: 2, startMinute: secondNurse[0] * 60, endMinute: secondNurse[1] * 60 }],
  })
  const doctor = await aResource(db, { siteId, name: 'Dr. Singh' })
  const colleague = await aResource(db, { siteId, name: 'Dr. Weiss', hours: [] })
  const roles = (candidates: string[]) => [{ role: 'clinician', kind: 'practitioner' as const, candidates }]
  const lab = await aVisitType(db, { name: 'Lab', durationMinutes: 30, roles: roles([nurse, other]) })
  const result = await aVisitType(db, { name: 'Result', durationMinutes: 20, roles: roles([doctor, colleague]) })
  const leg = (visitTypeId: string, resourceId: string, start: string, gap?: LegGap): Leg => ({
    visitTypeId,
    siteId,
    start,
    assignments: [{ role: 'clinician', resourceId }],
    ...(gap ? { gap } : {}),
  })
  /** The lab at 8:00, the result at 9:00, and the ids of both. */
  async function aChain(gap: LegGap, result_ = doctor): Promise<readonly [string, string]> {
    const legs = [leg(lab, nurse, at(8)), leg(result, result_, at(9), gap)]
    const booked = await desk.call(scheduling.bookChain, {
      patientId: await aPatient(db),
      name: 'Lab then result',
      legs,
    })
    expect(booked.status, booked.raw.toString()).toBe(200)
    return [booked.body.legs[0]?.id ?? '', booked.body.legs[1]?.id ?? '']
  }
  return { siteId, nurse, other, doctor, lab, result, aChain, leg }
}

/** A doctor whose visits nobody else can do. */
async function alone() {
  const { db } = t.riverside
  const siteId = await aSite(db)
  const doctor = await aResource(db, { siteId, name: 'Dr. Okafor' })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [doctor] }]
  const visitTypeId = await aVisitType(db, { durationMinutes: 30, roles })
  return { doctor, leg: { visitTypeId, siteId, assignments: [{ role: 'clinician', resourceId: doctor }] } }
}

async function propose(resourceId: string, until = tuesday): Promise<Repair> {
  const answer = await desk.call(repair.proposeRepair, {
    resourceIds: [resourceId],
    from: tuesday,
    until,
    reason: 'Ill',
  })
  expect(answer.refusal).toBeNull()
  return answer.body
}
async function accepted({ id, version }: Repair): Promise<Repair> {
  return (await desk.call(repair.acceptRepair, { repairId: id, version })).body
}
async function apply({ id, version }: Repair) {
  return (await desk.call(repair.applyRepair, { repairId: id, version })).body
}
const item = ({ items }: Repair, id: string) => items.find(({ appointmentId }) => appointmentId === id)
const startOf = async (appointmentId: string) =>
  (await desk.call(scheduling.readAppointment, { appointmentId })).body.start

test('the lab before a result is not moved to after it: no place, and the chain is named as the reason', async () => {
  const { nurse, aChain } = labs.after
  const [labId, resultId] = await aChain(sameDay)
  const plan = await propose(nurse)
  expect(item(plan, labId)).toMatchObject({ proposal: null, why: [{ code: 'chain-gap' }] })
  const now = await accepted(plan)
  expect(now.counts).toMatchObject({ affected: 1, open: 1, accepted: 0 })
  expect([await startOf(labId), await startOf(resultId)]).toEqual([at(8), at(9)])
})

test('a place between the legs around it is taken, though a nearer day would break the gap', async () => {
  const { nurse, aChain } = labs.between
  const [labId] = await aChain(sameDay)
  const plan = await propose(nurse)
  expect(item(plan, labId)?.proposal?.start).toBe(at(8))
  expect(await apply(await accepted(plan))).toMatchObject({ overtaken: 0, counts: { moved: 1 } })
  expect(await startOf(labId)).toBe(at(8))
})

test('a result later than its gap allows is not proposed: within its days there is a place, and that is taken', async () => {
  const { doctor, aChain } = labs.days
  const [, resultId] = await aChain({ minDays: 0, maxDays: 2 })
  const plan = await propose(doctor, '2026-12-16')
  expect(item(plan, resultId)?.proposal?.start.slice(0, 10)).toBe('2026-12-17')
  const tight = labs.day
  const [, lateId] = await tight.aChain({ minDays: 0, maxDays: 1 })
  expect(item(await propose(tight.doctor, '2026-12-16'), lateId)?.proposal).toBeNull()
})

test('two legs that are both affected go on together, in their gap, and are moved together', async () => {
  const { doctor, leg } = okafor
  const gap = { sameDay: true as const, maxWaitMinutes: 60 }
  const booked = await desk.call(scheduling.bookChain, {
    patientId: await aPatient(t.riverside.db),
    name: 'Before and after',
    legs: [
      { ...leg, start: at(8) },
      { ...leg, start: at(9), gap },
    ],
  })
  const [first = '', second = ''] = booked.body.legs.map(({ id }) => id)
  const plan = await propose(doctor)
  const [one, two] = [item(plan, first)?.proposal, item(plan, second)?.proposal]
  expect([one?.start.slice(0, 10), two?.start.slice(0, 10)]).toEqual(['2026-12-16', '2026-12-16'])
  expect(Date.parse(two?.start ?? '') - Date.parse(one?.end ?? '')).toBeGreaterThanOrEqual(0)
  expect(Date.parse(two?.start ?? '') - Date.parse(one?.end ?? '')).toBeLessThanOrEqual(3_600_000)

  // One of them kept, the other would be torn from it: it stays, and its line says why.
  await desk.call(repair.decideRepairItem, { repairId: plan.id, appointmentId: second, decision: 'kept' })
  const half = await apply(await accepted((await desk.call(repair.readRepair, { repairId: plan.id })).body))
  expect(half).toMatchObject({ overtaken: 1, counts: { moved: 0 } })
  expect(item(half, first)).toMatchObject({ decision: 'overtaken', overtakenBy: 'chain-gap', appliedAt: null })
  expect(await startOf(first)).toBe(at(8))

  const again = await desk.call(repair.decideRepairItem, {
    repairId: plan.id,
    appointmentId: second,
    decision: 'open',
  })
  const anew = await desk.call(repair.reproposeRepair, { repairId: plan.id, version: again.body.version })
  expect(await apply(await accepted(anew.body))).toMatchObject({ overtaken: 0, counts: { moved: 2 } })
})

test('a leg beside it was moved meanwhile: the visit is not torn from it, its line says so and has a new place', async () => {
  const { nurse, aChain, leg, result, doctor } = labs.meanwhile
  const [labId, resultId] = await aChain(sameDay)
  const plan = await accepted(await propose(nurse))
  expect(item(plan, labId)?.proposal?.start).toBe(`${tuesday}T14:30:00Z`)
  const { gap: _, ...place } = leg(result, doctor, at(9, '2026-12-16'))
  const move = { ...place, appointmentId: resultId, reason: 'asked for it', version: 1 }
  expect((await desk.call(scheduling.moveAppointment, move)).body.remarks).toHaveLength(1)

  const now = await apply(plan)
  expect(now).toMatchObject({ overtaken: 1, counts: { moved: 0, open: 1 } })
  expect(item(now, labId)).toMatchObject({ decision: 'overtaken', overtakenBy: 'chain-gap' })
  expect(await startOf(labId)).toBe(at(8))
  expect(item(now, labId)?.proposal?.start).toBe(at(8, '2026-12-16'))
})
