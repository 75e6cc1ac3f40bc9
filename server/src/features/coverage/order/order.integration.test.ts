import { arrival, coverageOrder, duplicates, patients, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient, aPayer } from '../../patients/testing.ts'
import { aDesk, aVisit } from '../../arrival/testing.ts'

let t: TestApp
let desk: TestClient
let place: Awaited<ReturnType<typeof aDesk>>
let medicareId: string
let patientId: string
let visits = 0

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:00:00Z')
  desk = await t.riverside.as('coordinator')
  place = await aDesk(t.riverside.db)
  medicareId = await aPayer(t.riverside.db, 'Medicare')
  await t.riverside.db.updateTable('payer').set({ kind: 'medicare' }).where('id', '=', medicareId).execute()
})
afterAll(() => t.stop())
beforeEach(async () => {
  patientId = await aPatient(t.riverside.db, { birth_date: '1951-04-10' })
})

const medicare = (more: object = {}) =>
  aCoverage(t.riverside.db, { patient_id: patientId, payer_id: medicareId, member_id: '1EG4TE5MK72', ...more })
const group = (more: object = {}) => aCoverage(t.riverside.db, { patient_id: patientId, ...more })

/** Today at 11:00 in Chicago, unless told otherwise, each 20 minutes after the one before. */
async function visit(start = '2026-11-23T17:00:00Z'): Promise<string> {
  visits += 1
  const at = new Date(Date.parse(start) + visits * 1_200_000).toISOString().replace('.000Z', 'Z')
  return aVisit(t.riverside.db, place, { patientId, start: at })
}

async function read(more: { date?: string; appointmentId?: string } = {}) {
  return (await desk.call(coverageOrder.readCoverageOrder, { patientId, ...more })).body
}
async function goesTo(appointmentId: string) {
  return (await desk.call(coverageOrder.readVisitCoverages, { appointmentId })).body
}
async function noteJob(coverageId: string, more: object) {
  const { policies } = await read()
  const version = policies.find((one) => one.coverageId === coverageId)?.version ?? 0
  return desk.call(coverageOrder.noteCoverageFacts, { patientId, coverageId, version, ...more })
}

test('who pays first, why, and what has to be asked to be sure; the answer settles it', async () => {
  const [own, job] = [await medicare(), await group()]
  const before = await read()
  expect(before).toMatchObject({
    order: [job, own],
    decidedBy: 'rules',
    rules: { because: ['working-aged'] },
    asks: [{ question: 'employment', coverageIds: [job] }],
  })
  expect((await noteJob(job, { employment: 'current' })).status).toBe(200)
  expect((await read()).asks).toEqual([{ question: 'employer-size', coverageIds: [job] }])
  await noteJob(job, { employerSize: 'under-20' })
  expect(await read()).toMatchObject({ order: [own, job], rules: { because: ['medicare-first'] }, asks: [] })
  const { coverages } = (await desk.call(patients.readPatient, { patientId })).body
  expect(coverages.map(({ id, order }) => [id, order])).toEqual([
    [own, 1],
    [job, 2],
  ])
  const stale = { patientId, coverageId: job, version: 1, employment: 'former' } as const
  expect((await desk.call(coverageOrder.noteCoverageFacts, stale)).refusal).toEqual({
    reason: 'changed-meanwhile',
    version: 3,
  })
})

test('a person decides otherwise, with the reason; taken back the rules hold again', async () => {
  const [own, job] = [await medicare(), await group({ employment: 'former' })]
  expect((await read()).order).toEqual([own, job])
  const wish = { patientId, coverageIds: [job, own], reason: 'The payer said so on the phone' }
  const { body } = await desk.call(coverageOrder.decideCoverageOrder, wish)
  expect(await read()).toMatchObject({
    order: [job, own],
    decidedBy: 'person',
    rules: { order: [own, job] },
    decision: { id: body.decisionId, reason: wish.reason, decidedBy: 'Test coordinator', holds: true },
  })
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select('reason')
    .where('action', '=', 'coverage-order.decide')
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  expect(trail?.reason).toBe(wish.reason)
  const withdrawal = { patientId, decisionId: body.decisionId }
  expect((await desk.call(coverageOrder.withdrawCoverageOrder, withdrawal)).status).toBe(200)
  expect(await read()).toMatchObject({ order: [own, job], decidedBy: 'rules', decision: null })
  expect((await desk.call(coverageOrder.withdrawCoverageOrder, withdrawal)).refusal).toEqual({
    reason: 'nothing-to-withdraw',
  })
})

test('a decision that does not know a new policy holds no more, and one that forgets a policy is none', async () => {
  const [own, job] = [await medicare(), await group({ employment: 'former' })]
  const forgetful = { patientId, coverageIds: [job, crypto.randomUUID()], reason: 'x' }
  expect((await desk.call(coverageOrder.decideCoverageOrder, forgetful)).refusal?.reason).toBe('other-policies')
  await desk.call(coverageOrder.decideCoverageOrder, { patientId, coverageIds: [job, own], reason: 'x' })
  await group({ member_id: 'M2', employment: 'none', coverage_order: 3 })
  expect(await read()).toMatchObject({ decidedBy: 'rules', decision: { holds: false } })
  // A day on which only one of them was in force is none of the decision's.
  expect((await read({ date: '2019-12-31' })).order).toEqual([])
})

test('parents apart: a court, then where the child lives', async () => {
  patientId = await aPatient(t.riverside.db, { birth_date: '2019-05-01' })
  const [mother, father] = [
    await group({ relationship: 'child', subscriber_birth_date: '1988-03-14', coverage_order: 2 }),
    await group({ relationship: 'child', member_id: 'M2' }),
  ]
  expect((await read()).asks).toEqual([{ question: 'birthday', coverageIds: [father] }])
  await noteJob(father, { subscriberBirthDate: '1986-11-02' })
  expect(await read()).toMatchObject({ order: [mother, father], asks: [{ question: 'parents' }] })
  const apart = { patientId, parentsLive: 'apart' as const, custodialCoverageIds: [father] }
  expect((await desk.call(coverageOrder.noteOrderFacts, apart)).status).toBe(200)
  expect(await read()).toMatchObject({ order: [father, mother], rules: { because: ['custody'] }, asks: [] })
  await desk.call(coverageOrder.noteOrderFacts, { patientId, orderedCoverageId: mother })
  expect(await read()).toMatchObject({
    order: [mother, father],
    rules: { because: ['court-order'] },
    facts: { parentsLive: 'apart', custodialCoverageIds: [father] },
  })
  const foreign = { patientId, orderedCoverageId: await aCoverage(t.riverside.db) }
  expect((await desk.call(coverageOrder.noteOrderFacts, foreign)).refusal).toEqual({ reason: 'unknown-coverage' })
})

test('parents apart: both responsible by the court; whose the other plans are is asked', async () => {
  patientId = await aPatient(t.riverside.db, { birth_date: '2019-05-01' })
  const [mother, father, stepfather] = [
    await group({ relationship: 'child', subscriber_birth_date: '1988-03-14', coverage_order: 2 }),
    await group({ relationship: 'child', subscriber_birth_date: '1986-11-02', member_id: 'M2' }),
    await group({ relationship: 'child', subscriber_birth_date: '1980-01-02', member_id: 'M3', coverage_order: 3 }),
  ]
  const note = async (told: Parameters<typeof desk.call<typeof coverageOrder.noteOrderFacts>>[1]) =>
    expect((await desk.call(coverageOrder.noteOrderFacts, told)).status).toBe(200)
  await note({ patientId, parentsLive: 'shared' })
  expect(await read()).toMatchObject({
    order: [stepfather, mother, father],
    asks: [],
    facts: { parentsLive: 'shared' },
  })
  await note({ patientId, parentsLive: 'apart', custodialCoverageIds: [mother] })
  expect((await read()).asks).toEqual([{ question: 'other-parent', coverageIds: [stepfather, father] }])
  await note({ patientId, otherParentCoverageIds: [father] })
  expect((await read()).asks).toEqual([{ question: 'other-parent', coverageIds: [stepfather] }])
  await note({ patientId, custodialCoverageIds: [mother, stepfather] })
  expect(await read()).toMatchObject({
    order: [mother, stepfather, father],
    rules: { because: ['custody', 'custody-spouse'] },
    asks: [],
    facts: { otherParentCoverageIds: [father] },
  })
})

const none = { 'black-lung': 'no', research: 'no', veterans: 'no', 'work-accident': 'no', accident: 'no' } as const
const works = { ...none, because: 'age', 'own-job': 'yes', 'own-plan': 'yes', 'own-size': '20-to-99' } as const

test('the questions of Medicare: recorded with their verdict, noted for the order, due again after 90 days', async () => {
  const [own, job] = [await medicare(), await group()]
  expect((await read()).msp).toMatchObject({ isDue: true, last: null, on: '2026-11-23', birthDate: '1951-04-10' })
  const unfinished = await desk.call(coverageOrder.recordMsp, { patientId, answers: none })
  expect(unfinished.refusal).toEqual({ reason: 'unfinished', question: 'because' })
  // An answer to a question that is not asked is not kept.
  const answers = { ...works, 'spouse-job': 'yes', 'no-fault': 'yes' }
  const recorded = await desk.call(coverageOrder.recordMsp, { patientId, answers })
  expect(recorded.body).toEqual({ medicare: 'secondary', rule: 'working-aged', dueAgainOn: '2027-02-21' })
  expect(await read()).toMatchObject({
    order: [job, own],
    asks: [],
    facts: { medicareBecause: 'age' },
    msp: { isDue: false, last: { answeredOn: '2026-11-23', recordedBy: 'Test coordinator' } },
  })
  const kept = (await read()).msp?.last?.answers ?? []
  expect(Object.fromEntries(kept.map(({ question, answer }) => [question, answer]))).toEqual(works)
  expect((await read({ date: '2027-02-21' })).msp?.isDue).toBe(true)
  const job2 = (await read()).policies.find(({ coverageId }) => coverageId === job)
  expect(job2).toMatchObject({ employment: 'current', employerSize: '20-to-99', version: 2 })
})

test('nobody without Medicare is asked', async () => {
  await group()
  expect((await read()).msp).toBeNull()
  expect((await desk.call(coverageOrder.recordMsp, { patientId, answers: works })).refusal).toEqual({
    reason: 'no-medicare',
  })
})

test('whom to ask before their visit: Medicare on the day and no answers that are good on it', async () => {
  await medicare()
  const appointmentId = await visit()
  const list = async () =>
    (
      await desk.call(coverageOrder.listMspDue, { siteId: place.siteId, from: '2026-11-23', to: '2026-11-24' })
    ).body.visits.filter(({ patient }) => patient.id === patientId)
  expect(await list()).toMatchObject([{ appointmentId, date: '2026-11-23', lastAnsweredOn: null }])
  await desk.call(coverageOrder.recordMsp, { patientId, answers: works, appointmentId })
  expect(await list()).toEqual([])
  await t.riverside.db
    .updateTable('msp_answer')
    .set({ answered_on: '2026-08-25', due_again_on: '2026-11-23' })
    .where('patient_id', '=', patientId)
    .execute()
  expect(await list()).toMatchObject([{ lastAnsweredOn: '2026-08-25' }])
  await (await t.riverside.as('lead')).call(restricted.restrictPatient, { patientId, restriction: 'vip', reason: 'x' })
  expect(await list()).toEqual([])
})

test('what a visit goes to is pinned, follows the record until check-in, and stays as it was then', async () => {
  const own = await medicare()
  const later = await visit('2026-12-08T16:00:00Z')
  const appointmentId = await visit()
  expect(await goesTo(appointmentId)).toMatchObject({
    coverages: [{ coverageId: own }],
    pinnedAt: null,
    isFinal: false,
  })
  const { body } = await desk.call(patients.addCoverage, {
    patientId,
    payerId: await aPayer(t.riverside.db),
    memberId: 'M7',
    periodStart: '2026-01-01',
    periodEnd: '2026-11-30',
  })
  await noteJob(body.id, { employment: 'former' })
  await vi.waitFor(async () =>
    expect((await goesTo(appointmentId)).coverages.map(({ coverageId }) => coverageId)).toEqual([own, body.id]),
  )
  expect((await goesTo(appointmentId)).pinnedAt).not.toBeNull()
  // On its day only one of them is in force.
  expect((await goesTo(later)).coverages.map(({ coverageId }) => coverageId)).toEqual([own])

  await desk.call(arrival.moveVisit, { appointmentId, from: 'booked', to: 'arrived' })
  expect((await goesTo(appointmentId)).isFinal).toBe(true)
  const wish = { patientId, coverageIds: [body.id, own], reason: 'After check-in' }
  await desk.call(coverageOrder.decideCoverageOrder, wish)
  await desk.call(arrival.moveVisit, { appointmentId, from: 'arrived', to: 'roomed' })
  const change = { patientId, coverageId: body.id, payerId: medicareId, memberId: 'M8', periodEnd: '2026-11-01' }
  const { version } = (await read()).policies.find(({ coverageId }) => coverageId === body.id) ?? { version: 0 }
  expect((await desk.call(patients.changeCoverage, { ...change, version })).status).toBe(200)
  await settled()
  expect((await goesTo(appointmentId)).coverages.map(({ coverageId }) => coverageId)).toEqual([own, body.id])
})

/** Until every job of this person's events has run. */
async function settled(): Promise<void> {
  const marker = await t.riverside.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst()
  await vi.waitFor(
    async () => {
      const { relayed } = await t.riverside.db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('relayed'))
        .where('id', '<=', marker?.id ?? 0)
        .where('relayed_at', 'is', null)
        .executeTakeFirstOrThrow()
      expect(relayed).toBe(0)
    },
    { timeout: 10_000 },
  )
  await new Promise((done) => setTimeout(done, 1500))
}

test('an accident goes to whoever insures accidents, an illness never', async () => {
  const own = await medicare()
  const car = await group({ kind: 'accident', member_id: 'A1' })
  const appointmentId = await visit()
  expect((await goesTo(appointmentId)).coverages.map(({ coverageId }) => coverageId)).toEqual([own])
  expect((await desk.call(coverageOrder.noteVisitCause, { appointmentId, cause: 'auto' })).status).toBe(200)
  expect((await goesTo(appointmentId)).coverages.map(({ coverageId }) => coverageId)).toEqual([car, own])
  expect(await read({ appointmentId })).toMatchObject({ cause: 'auto', rules: { because: ['auto'] } })
})

test('what was decided follows a merge', async () => {
  const [own, job] = [await medicare(), await group({ employment: 'former' })]
  await desk.call(coverageOrder.decideCoverageOrder, { patientId, coverageIds: [job, own], reason: 'x' })
  const survivor = await aPatient(t.riverside.db, { birth_date: '1951-04-10' })
  const merge = { patientId: survivor, mergedId: patientId, version: 1, mergedVersion: 1 }
  expect((await (await t.riverside.as('senior')).call(duplicates.mergePatients, merge)).status).toBe(200)
  patientId = survivor
  expect(await read()).toMatchObject({ order: [job, own], decidedBy: 'person' })
})

test('who may, and nobody reaches a shut record or another practice', async () => {
  const [own, job] = [await medicare(), await group()]
  const appointmentId = await visit()
  const wish = { patientId, coverageIds: [own, job], reason: 'x' }
  const junior = await t.riverside.as('junior')
  expect((await junior.call(coverageOrder.decideCoverageOrder, wish)).status).toBe(403)
  expect((await junior.call(coverageOrder.recordMsp, { patientId, answers: works })).status).toBe(200)
  const lakeside = await t.lakeside.as('manager')
  expect((await lakeside.call(coverageOrder.readCoverageOrder, { patientId })).status).toBe(404)
  expect((await lakeside.call(coverageOrder.readVisitCoverages, { appointmentId })).status).toBe(404)
  expect((await lakeside.call(coverageOrder.noteVisitCause, { appointmentId, cause: 'work' })).status).toBe(404)
  const other = await aPatient(t.riverside.db)
  const mixed = { patientId: other, appointmentId }
  expect((await desk.call(coverageOrder.readCoverageOrder, mixed)).status).toBe(404)
  await (await t.riverside.as('lead')).call(restricted.restrictPatient, { patientId, restriction: 'vip', reason: 'x' })
  for (const answer of [
    await desk.call(coverageOrder.readCoverageOrder, { patientId }),
    await desk.call(coverageOrder.readVisitCoverages, { appointmentId }),
    await desk.call(coverageOrder.noteVisitCause, { appointmentId, cause: 'work' }),
    await desk.call(coverageOrder.decideCoverageOrder, wish),
  ])
    expect(answer.problem).toBe('restricted')
})
