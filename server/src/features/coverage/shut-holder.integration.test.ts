import { arrival, coverageOrder, eligibility, estimates, patients, restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp, TestClient } from '../../platform/testing/test-app.ts'
import { aDesk, aVisit } from '../arrival/testing.ts'
import { aCoverage, aPatient } from '../patients/testing.ts'
import { proposeDifferences } from './checks/proposing/propose-differences.ts'
import { answerSaying, type Asking, openAsking, settled } from './checks/testing.ts'

// A policyholder whose record few may open: of them the desk knows what the policy carries, and nothing else.

let asking: Asking
let t: TestApp
let desk: TestClient
let senior: TestClient
let officer: TestClient
let place: Awaited<ReturnType<typeof aDesk>>

/** What only the record of the policyholder says. */
const marks = ['ZWICKY', 'AURELIA', '1988-04-17', '19880417', '04-17', 'HALDE 4', 'CHURVILLE', '60617']

beforeAll(async () => {
  asking = await openAsking()
  ;({ t, desk } = asking)
  senior = await t.riverside.as('senior')
  officer = await t.riverside.as('lead')
  place = await aDesk(t.riverside.db)
})
afterAll(() => asking.stop())

/** A child under two policies: one of a restricted holder, of whom the card says a name, one of the other parent. */
async function aFamily() {
  const { db } = t.riverside
  const holderId = await aPatient(db, {
    given: 'Aurelia',
    family: 'Zwicky',
    birth_date: '1988-04-17',
    sex: 'female',
    address: { line: 'Halde 4', city: 'Churville', state: 'IL', postalCode: '60617' },
    restriction: 'vip',
  })
  const patientId = await aPatient(db, { given: 'Leila', family: 'Haddad', birth_date: '2022-06-12' })
  const own = { patient_id: patientId, relationship: 'child', payer_id: asking.payerId }
  const held = await aCoverage(db, {
    ...own,
    member_id: 'BL900900901',
    subscriber_name: 'A. Z.',
    subscriber_patient_id: holderId,
    coverage_order: 2,
  })
  const other = await aCoverage(db, { ...own, member_id: 'BL900900902', subscriber_birth_date: '1986-06-02' })
  return { holderId, patientId, held, other }
}

async function orderOf(who: TestClient, patientId: string) {
  return (await who.call(coverageOrder.readCoverageOrder, { patientId })).body
}

function expectNothingOf(said: unknown): void {
  const text = JSON.stringify(said).toUpperCase()
  for (const mark of marks) expect(text).not.toContain(mark)
}

test('the order of payers neither shows the birth date of the record nor lets it be found out by trying', async () => {
  const { patientId, held, other } = await aFamily()
  await desk.call(coverageOrder.noteOrderFacts, { patientId, parentsLive: 'together' })
  const before = await orderOf(desk, patientId)
  expectNothingOf(before)
  expect(before.policies.find(({ coverageId }) => coverageId === held)?.subscriberBirthDate).toBeNull()
  // Of two days, one before and one after the birthday that is kept, the order says the same.
  for (const subscriberBirthDate of ['1986-01-02', '1986-12-30']) {
    const { policies } = await orderOf(desk, patientId)
    const version = policies.find(({ coverageId }) => coverageId === other)?.version ?? 0
    const noted = { patientId, coverageId: other, version, subscriberBirthDate }
    expect((await desk.call(coverageOrder.noteCoverageFacts, noted)).status).toBe(200)
    const after = await orderOf(desk, patientId)
    expect(after).toMatchObject({
      order: before.order,
      rules: before.rules,
      asks: [{ question: 'birthday', coverageIds: [held] }],
    })
    const { coverages } = (await desk.call(patients.readPatient, { patientId })).body
    expect(coverages.map(({ id }) => id)).toEqual([other, held])
  }
  // What the policy itself carries counts, whoever wrote it there.
  const { policies } = await orderOf(officer, patientId)
  const version = policies.find(({ coverageId }) => coverageId === held)?.version ?? 0
  const noted = { patientId, coverageId: held, version, subscriberBirthDate: '1988-04-17' }
  expect((await officer.call(coverageOrder.noteCoverageFacts, noted)).status).toBe(200)
  expect(await orderOf(desk, patientId)).toMatchObject({ order: [held, other], asks: [] })
})

test('restricted later, the birthday is asked again and a visit is sure no more; opened to all again it counts', async () => {
  const { holderId, patientId, held, other } = await aFamily()
  const restrict = (restriction: 'vip' | null) =>
    officer.call(restricted.restrictPatient, { patientId: holderId, restriction, reason: 'asked for it' })
  const appointmentId = await aVisit(t.riverside.db, place, { patientId, start: '2026-12-04T17:00:00Z' })
  await restrict(null)
  await desk.call(coverageOrder.noteOrderFacts, { patientId, parentsLive: 'together' })
  expect(await orderOf(desk, patientId)).toMatchObject({ order: [held, other], asks: [] })
  const isSure = async () =>
    (
      await t.riverside.db
        .selectFrom('appointment_coverage')
        .select('is_sure')
        .where('appointment_id', '=', appointmentId)
        .execute()
    ).map(({ is_sure }) => is_sure)
  expect(await isSure()).toEqual([true, true])
  await restrict('vip')
  expect((await orderOf(desk, patientId)).asks).toEqual([{ question: 'birthday', coverageIds: [held] }])
  await expect.poll(isSure).toEqual([false, false])
  await restrict(null)
  await expect.poll(isSure).toEqual([true, true])
})

test('the question to the payer is sent with what the record says, and read without it', async () => {
  const { holderId, patientId, held } = await aFamily()
  const asked = await desk.call(eligibility.askPayer, { patientId, coverageId: held })
  expect(asked.status).toBe(200)
  const checkId = asked.body.id
  await settled(asking, checkId)
  const raw = async (who: TestClient, side: 'request' | 'response') =>
    (await who.call(eligibility.readRawCheck, { patientId, checkId, side })).body
  const whole = await raw(officer, 'request')
  expect(JSON.stringify(whole)).toContain('ZWICKY*AURELIA')
  expect(whole.isHolderKept).toBe(false)
  const kept = await raw(senior, 'request')
  expectNothingOf(kept)
  expect(kept.isHolderKept).toBe(true)
  // The child, who asked, and the question itself stay.
  expect(JSON.stringify(kept)).toContain('HADDAD*LEILA')
  expect(kept.segments.map(({ tag }) => tag)).toEqual(whole.segments.map(({ tag }) => tag))
  // As a payer answers that repeats whom it was asked about, and has more of them.
  const { response } = await t.riverside.db
    .selectFrom('eligibility_check')
    .select('response')
    .where('id', '=', checkId)
    .executeTakeFirstOrThrow()
  const more =
    'NM1*IL*1*ZWICKY*AURELIA****MI*BL900900901~N3*HALDE 4~N4*CHURVILLE*IL*60617~DMG*D8*19880417*F~AAA*N**73*C~'
  const said = (response ?? '').replace(/NM1\*IL\*[^~]*~/, more)
  expect(said).toContain('CHURVILLE')
  await t.riverside.db.updateTable('eligibility_check').set({ response: said }).where('id', '=', checkId).execute()
  const answer = await raw(senior, 'response')
  expectNothingOf(answer)
  expect(answer.segments.find(({ tag }) => tag === 'AAA')?.text).toBe('AAA*N**73*C')
  expect(JSON.stringify(await raw(officer, 'response'))).toContain('CHURVILLE')
  // A sentence that rests on what is said of them opens no more than the raw view shows.
  const named = (await raw(officer, 'response')).segments.find(({ text }) => text.includes('ZWICKY*AURELIA'))
  const number = named?.number ?? 0
  const { result } = await t.riverside.db
    .selectFrom('eligibility_check')
    .select('result')
    .where('id', '=', checkId)
    .executeTakeFirstOrThrow()
  const { state, ...rest } = result as { state: { pointers: object[] } }
  const pointed = { ...rest, state: { ...state, pointers: [{ set: 1, segment: number, tag: 'NM1' }] } }
  await t.riverside.db
    .updateTable('eligibility_check')
    .set({ result: JSON.stringify(pointed) })
    .where('id', '=', checkId)
    .execute()
  const segment = async (who: TestClient) =>
    (await who.call(eligibility.readCheckSegment, { patientId, checkId, number })).body
  expect(await segment(desk)).toMatchObject({ tag: 'NM1', text: 'NM1*…', elements: [], isHolderKept: true })
  expect((await segment(officer)).text).toContain('ZWICKY*AURELIA')

  // Taking the link away does not open what was said while it held.
  const card = { payerId: asking.payerId, planName: 'Choice PPO', memberId: 'BL900900901', periodStart: '2020-01-01' }
  const own = { ...card, patientId, coverageId: held, version: 1, relationship: 'self' as const }
  const version = (await orderOf(desk, patientId)).policies.find(({ coverageId }) => coverageId === held)?.version ?? 1
  expect((await desk.call(patients.changeCoverage, { ...own, version })).status).toBe(200)
  expectNothingOf(await raw(senior, 'request'))
  expectNothingOf(await raw(senior, 'response'))
  const glass = { patientId: holderId, reason: 'payment', remarks: 'The payer does not find them' } as const
  expect((await senior.call(restricted.breakGlass, glass)).status).toBe(200)
  expect(JSON.stringify(await raw(senior, 'request'))).toContain('ZWICKY*AURELIA')
})

test('no other answer about the child says anything of the record', async () => {
  const { patientId, held } = await aFamily()
  const appointmentId = await aVisit(t.riverside.db, place, { patientId, start: '2026-12-03T17:00:00Z' })
  const asked = (await desk.call(eligibility.askPayer, { patientId, coverageId: held, appointmentId })).body
  await settled(asking, asked.id)
  const checkId = asked.id
  const { siteId, visitTypes } = place
  const visit = { siteId, visitTypeId: visitTypes.newPatient, date: '2026-12-03', pays: 'insured' as const }
  for (const who of [desk, senior]) {
    const answers = [
      await who.call(patients.readPatient, { patientId }),
      await who.call(coverageOrder.readCoverageOrder, { patientId, appointmentId }),
      await who.call(coverageOrder.readVisitCoverages, { appointmentId }),
      await who.call(eligibility.readCoverageCards, { patientId, appointmentId }),
      await who.call(eligibility.listChecks, { patientId, coverageId: held }),
      await who.call(eligibility.readCheck, { patientId, checkId }),
      await who.call(eligibility.readVerification, { from: '2026-12-02', to: '2026-12-05' }),
      await who.call(arrival.readCheckIn, { appointmentId }),
      await who.call(estimates.listEstimates, { patientId }),
      await who.call(estimates.previewCost, { ...visit, patientId, appointmentId }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expectNothingOf(answer.body)
    }
  }
})

test('that a policyholder has a record is not told by what a payer cannot be asked without', async () => {
  const { db } = t.riverside
  const holderId = await aPatient(db, { restriction: 'vip' })
  const bare = { relationship: 'child', payer_id: asking.payerId, member_id: null, subscriber_name: null }
  const cannotAsk = async (subscriberPatientId: string | null) => {
    const patientId = await aPatient(db, { birth_date: '2022-06-12' })
    await aCoverage(db, { ...bare, patient_id: patientId, subscriber_patient_id: subscriberPatientId })
    return (await desk.call(eligibility.readCoverageCards, { patientId })).body.cards[0]?.cannotAsk
  }
  expect(await cannotAsk(holderId)).toEqual(await cannotAsk(null))
})

test('a payer that answers for the child with the policyholder alone proposes nothing of them', async () => {
  const { db } = t.riverside
  const { patientId, held } = await aFamily()
  const deps = { now: () => t.clock.now(), newId: () => t.clock.id() }
  const asking = { patient_id: patientId, coverage_id: held, service_date: '2026-12-02' }
  const said = ['N3*HALDE 4', 'N4*CHURVILLE*IL*60617', 'DMG*D8*19880417*F', 'EB*1**30']
  const found = answerSaying(said, '2026-12-02', 'ZWICKY*AURELIA')
  await proposeDifferences(db, deps, asking, found, 'active')
  expect(await db.selectFrom('change_proposal').selectAll().where('patient_id', '=', patientId).execute()).toEqual([])
  // A payer that numbers each person answers so for the child itself, and knows another address.
  const ofChild = answerSaying(['N3*HALDE 9', 'N4*CHURVILLE*IL*60617', 'EB*1**30'], '2026-12-02', 'HADDAD*LEILA')
  await proposeDifferences(db, deps, asking, ofChild, 'active')
  const asked = await db.selectFrom('change_proposal').select('field').where('patient_id', '=', patientId).execute()
  expect(asked).toEqual([{ field: 'address' }])
})
