import { arrival, coverageOrder, eligibility, estimates, payers } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfText } from '../../../platform/testing/pdf-text.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient, aPayer } from '../../patients/testing.ts'
import { aSmallPractice, type SmallPractice } from '../../practice/testing.ts'
import { anAppointment } from '../../scheduling/testing.ts'
import { aBiller, aBilling, activeWithCopay, anAnswer, aPriceList } from './testing.ts'

let t: TestApp
let p: SmallPractice
let desk: TestClient
let patientId: string
let payerId: string
let stepId: string

beforeAll(async () => {
  t = await openTestApp({ mailServer: true, publicUrl: 'https://desk.example.org' })
  t.clock.set('2026-11-24T15:00:00Z')
  const { db } = t.riverside
  p = await aSmallPractice(db)
  payerId = await aPayer(db)
  await aBilling(db, p.visitTypes.followUp)
  await aPriceList(db, { '99213': 20_000, '36415': 1500 })
  await aPriceList(db, { '99213': 12_000, '36415': 800 }, { kind: 'contract', payer_id: payerId, name: 'Prairie 2026' })
  await aPriceList(db, { '99213': 9000 }, { kind: 'self-pay', name: 'Self-pay 2026' })
  stepId = t.clock.id()
  await db.insertInto('sliding_step').values({ id: stepId, up_to_percent: 100, pays_cents: 2000 }).execute()
  await aBiller(db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())
beforeEach(async () => {
  patientId = await aPatient(t.riverside.db, { language: 'es', given: 'Rosa', email: 'rosa@example.org' })
})

const visit = () => ({ visitTypeId: p.visitTypes.followUp, siteId: p.siteId, date: '2026-12-08' })

async function preview(more: object = {}) {
  return desk.call(estimates.previewCost, { ...visit(), patientId, pays: 'insured', ...more })
}

async function want(more: object = {}) {
  const body = { ...visit(), patientId, pays: 'self-pay', cause: 'requested', ...more } as const
  return desk.call(estimates.wantEstimate, body)
}

async function make(estimateId: string, more: object = {}) {
  return desk.call(estimates.makeEstimate, { patientId, estimateId, pays: 'self-pay', ...more })
}

async function aMade(more: object = {}): Promise<string> {
  const { body } = await want()
  const made = await make(body.id, more)
  expect(made.status).toBe(200)
  return body.id
}

test('what it costs: charge, contract, copay, with the age of the answer, and nothing stored', async () => {
  const coverageId = await aCoverage(t.riverside.db, { patient_id: patientId, payer_id: payerId })
  const unasked = await preview()
  expect(unasked.body).toMatchObject({ lowCents: 0, highCents: 20_000, missing: [{ fact: 'answer', coverageId }] })
  const answer = { patient_id: patientId, payer_id: payerId, coverage_id: coverageId, result: activeWithCopay(2500) }
  const checkId = await anAnswer(t.riverside.db, answer)
  const { body } = await preview({ procedures: ['36415'] })
  expect(body).toMatchObject({
    pays: 'insured',
    lowCents: 2500,
    // Of drawing blood the payer said nothing: within the copay, or by the plan, of which it said nothing either.
    highCents: 3300,
    missing: [{ fact: 'service-terms', coverageId, codes: ['36415'] }],
    answers: [{ coverageId, checkId, answeredAt: '2026-11-24T15:00:02Z', askedFor: '2026-12-08' }],
    priceLists: ['Charges 2026', 'Prairie 2026'],
    procedures: [
      { code: '99213', isOptional: false, isChosen: true, chargedCents: 20_000 },
      { code: '36415', isOptional: true, isChosen: true },
    ],
  })
  expect(body.low.reduce((sum, { moves, cents }) => (moves ? sum + cents : sum), 0)).toBe(2500)
  expect((await preview()).body).toMatchObject({ lowCents: 2500, highCents: 2500, missing: [] })
  expect(
    await t.riverside.db.selectFrom('estimate').select('id').where('patient_id', '=', patientId).execute(),
  ).toEqual([])
})

test('a plan with rates of its own is priced by them, and by those of its payer for what they do not name', async () => {
  const { db } = t.riverside
  const [hmo, ppo] = [t.clock.id(), t.clock.id()]
  await db
    .insertInto('plan')
    .values([
      { id: hmo, payer_id: payerId, name: 'HMO' },
      { id: ppo, payer_id: payerId, name: 'PPO' },
    ])
    .execute()
  const own = { kind: 'contract', payer_id: payerId, plan_id: hmo, name: 'Prairie HMO 2026' }
  await aPriceList(db, { '99213': 7000 }, own)
  const coverageId = await aCoverage(db, { patient_id: patientId, payer_id: payerId, plan_id: hmo })
  const covered = async (plan_id: string | null) => {
    await db.updateTable('coverage').set({ plan_id }).where('id', '=', coverageId).execute()
    const { body } = await preview({ procedures: ['36415'] })
    return [body.priceLists, body.highCents] as const
  }
  const [whole, others, none] = [await covered(hmo), await covered(ppo), await covered(null)]
  expect(whole[0]).toEqual(['Charges 2026', 'Prairie HMO 2026, Prairie 2026'])
  expect(others[0]).toEqual(['Charges 2026', 'Prairie 2026'])
  expect(none).toEqual(others)
  // Without an answer the whole of what is charged may be the patient's; in the network it is what the contract allows.
  const answer = { patient_id: patientId, payer_id: payerId, coverage_id: coverageId, result: activeWithCopay(9000) }
  await anAnswer(db, answer)
  const most = async (plan: string | null) => (await covered(plan))[1]
  expect([await most(hmo), await most(ppo)]).toEqual([7800, 9800])
})

test('alone, and for nobody yet: by the list for those who pay themselves, or by a step of the scale', async () => {
  const alone = await preview({ pays: 'self-pay', patientId: null })
  expect(alone.body).toMatchObject({ pays: 'self-pay', lowCents: 9000, highCents: 9000, said: null })
  expect((await preview({ pays: 'self-pay', slidingStepId: stepId })).body.highCents).toBe(2000)
  // A plan was meant and there is none.
  expect((await preview()).body).toMatchObject({ pays: 'self-pay', highCents: 9000 })
  const unpriced = await preview({ visitTypeId: p.visitTypes.ultrasound, pays: 'self-pay' })
  expect(unpriced.body).toMatchObject({ lowCents: null, missing: [{ fact: 'procedures' }] })
})

test('asked for on the day before Thanksgiving it is due three business days later', async () => {
  const body = { ...visit(), patientId, pays: 'self-pay', cause: 'requested' } as const
  const wanted = await desk.call(estimates.wantEstimate, body)
  expect(wanted.body).toMatchObject({ state: 'wanted', dueOn: '2026-11-30', causedOn: '2026-11-24', isOverdue: false })
  const due = await desk.call(estimates.listDueEstimates, {})
  expect(due.body.estimates).toContainEqual(
    expect.objectContaining({ id: wanted.body.id, dueOn: '2026-11-30', isOverdue: false }),
  )
})

test('asked without a word about who pays: with a plan it is its share, without one a good faith estimate', async () => {
  const withdraw = (estimateId: string) =>
    desk.call(estimates.withdrawEstimate, { patientId, estimateId, reason: 'asked again' })
  const without = (await want({ pays: 'insured' })).body
  expect(without).toMatchObject({ kind: 'good-faith', asked: { pays: 'self-pay' } })
  await withdraw(without.id)
  const ended = { patient_id: patientId, payer_id: payerId, period_end: '2026-11-30' }
  await aCoverage(t.riverside.db, ended)
  const after = (await want({ pays: 'insured' })).body
  expect(after).toMatchObject({ kind: 'good-faith' })
  await withdraw(after.id)
  await aCoverage(t.riverside.db, { patient_id: patientId, payer_id: payerId, member_id: 'M-2' })
  expect((await want({ pays: 'insured' })).body).toMatchObject({ kind: 'insured', asked: { pays: 'insured' } })
})

test('asked twice before anything is booked there is one; about another kind of visit there is another', async () => {
  const first = (await want()).body
  expect((await want({ date: null })).refusal).toEqual({ reason: 'already-wanted', estimateId: first.id })
  expect((await want({ visitTypeId: p.visitTypes.ultrasound })).status).toBe(200)
})

test('made it is still due, until it is given; with a newer one in its place only that', async () => {
  const estimateId = await aMade()
  const dueNow = async () => {
    const { body } = await desk.call(estimates.listDueEstimates, {})
    return body.estimates.filter(({ patient }) => patient.id === patientId).map(({ id, state }) => ({ id, state }))
  }
  expect(await dueNow()).toEqual([{ id: estimateId, state: 'made' }])
  const newer = (await desk.call(estimates.reissueEstimate, { patientId, estimateId })).body
  expect(await dueNow()).toEqual([{ id: newer.id, state: 'wanted' }])
  await make(newer.id)
  await desk.call(estimates.giveEstimate, { patientId, estimateId: newer.id, how: 'hand' })
  expect(await dueNow()).toEqual([])
})

test('services are called by the practice’s words in the language of the paper, else by what was typed', async () => {
  const { visitTypes } = p
  const procedures = [
    { code: '99213', words: { en: 'Visit with the doctor', es: 'Visita con el médico' } },
    { code: '36415', optional: true },
  ]
  const manager = await t.riverside.as('manager')
  const body = { visitTypeId: visitTypes.followUp, serviceTypes: ['98'], procedures }
  const { body: before } = await manager.call(payers.listVisitTypeBilling, {})
  expect((await manager.call(payers.saveVisitTypeBilling, body)).status).toBe(200)
  expect((await preview()).body.procedures.map(({ words }) => words)).toEqual([
    procedures[0]?.words,
    { en: null, es: null },
  ])
  const { body: wanted } = await want()
  const words = [{ code: '36415', text: 'Sacar sangre' }]
  const made = await make(wanted.id, { procedures: ['36415'], language: 'es', words })
  expect(made.body.content?.providers[0]?.items.map(({ description }) => description)).toEqual([
    'Visita con el médico',
    'Sacar sangre',
  ])
  for (const each of before.visitTypes) await manager.call(payers.saveVisitTypeBilling, each)
})

test('made in good faith: with the lines of others, summed up, in Spanish, and from then on unchanged', async () => {
  const other = {
    name: 'City Lab',
    npi: '1999999992',
    taxId: '98-7654321',
    place: 'Chicago, IL',
    items: [{ code: '80053', description: 'Prueba de sangre', diagnosisCodes: [], units: 1, expectedCents: 4000 }],
  }
  const { body: wanted } = await want()
  const made = await make(wanted.id, { coProviders: [other], separately: ['Radiografía'], procedures: ['36415'] })
  expect(made.body).toMatchObject({ state: 'made', kind: 'good-faith', lowCents: 14_500, highCents: 14_500 })
  expect(made.body.content?.providers.map(({ name, items }) => [name, items.map((one) => one.expectedCents)])).toEqual([
    ['Riverside Family Health', [9000, 1500]],
    ['City Lab', [4000]],
  ])
  expect((await make(wanted.id)).refusal).toEqual({ reason: 'not-wanted' })
  const pdf = await desk.call(estimates.printEstimate, { patientId, estimateId: wanted.id })
  const text = pdfText(pdf.raw)
  for (const part of ['Estimado de buena fe', 'Rosa Nguyen', '1234567893', '12-3456789', 'City Lab', '$145.00'])
    expect(text).toContain(part)
  expect(text).toContain('$400')
})

test('diagnoses are kept, on the paper and on the page; where none is known that is said', async () => {
  const item = { code: '80053', description: 'Test', units: 1, expectedCents: 4000 }
  const lab = (diagnosisCodes: string[]) => ({
    name: 'City Lab',
    npi: '1999999992',
    taxId: '98-7654321',
    place: 'Chicago, IL',
    items: [{ ...item, diagnosisCodes }],
  })
  const { body: wanted } = await want()
  const chosen = { diagnosisCodes: ['e119', 'E11.9', 'I10'], coProviders: [lab(['z0000'])], language: 'en' as const }
  expect((await make(wanted.id, { diagnosisCodes: ['sugar'] })).status).toBe(422)
  expect((await make(wanted.id, { coProviders: [lab(['250.00'])] })).status).toBe(422)
  const made = (await make(wanted.id, chosen)).body
  const told = made.content?.providers.map(({ items }) => items.map((one) => one.diagnosisCodes))
  expect(told).toEqual([[['E11.9', 'I10']], [['Z00.00']]])
  expect(made.asked.diagnosisCodes).toEqual(['E11.9', 'I10'])
  const paper = async (estimateId: string) =>
    pdfText((await desk.call(estimates.printEstimate, { patientId, estimateId })).raw)
  const text = await paper(wanted.id)
  expect(text).toContain('Diagnosis: E11.9, I10')
  expect(text).toContain('Diagnosis: Z00.00')
  // What replaces it begins with the same.
  const again = (await desk.call(estimates.reissueEstimate, { patientId, estimateId: wanted.id })).body
  expect(again.asked.diagnosisCodes).toEqual(['E11.9', 'I10'])
  await make(again.id, { language: 'en' })
  expect(await paper(again.id)).toContain('Diagnosis: none known yet')
})

test('what is missing is named, and nothing is made', async () => {
  const { body: wanted } = await want()
  const nameless = {
    name: 'Surgeon',
    npi: null,
    taxId: null,
    place: 'Chicago, IL',
    items: [{ code: '10060', description: 'Cut', diagnosisCodes: [], units: 1, expectedCents: 100 }],
  }
  expect((await make(wanted.id, { coProviders: [nameless] })).refusal).toEqual({
    reason: 'contents-missing',
    missing: ['npi:Surgeon', 'tax-id:Surgeon'],
  })
  expect((await make(wanted.id, { pays: 'insured' })).refusal).toEqual({ reason: 'no-cover' })
  const unpriced = await want({ visitTypeId: p.visitTypes.ultrasound })
  const refused = await make(unpriced.body.id)
  expect(refused.refusal).toEqual({ reason: 'contents-missing', missing: ['procedures', 'items'] })
})

test('asked twice for one visit there is one to make', async () => {
  const { id: appointmentId } = await anAppointment(t.riverside.db, {
    patientId,
    siteId: p.siteId,
    visitTypeId: p.visitTypes.followUp,
    assignments: [{ role: 'clinician', resourceId: p.clinicians.okafor }],
  })
  const first = await want({ appointmentId, date: null })
  expect(first.body).toMatchObject({ appointmentId, serviceDate: '2026-12-08' })
  expect((await want({ appointmentId })).refusal).toEqual({ reason: 'already-wanted', estimateId: first.body.id })
})

test('a change makes a new one that replaces it; the old stays', async () => {
  const estimateId = await aMade()
  const again = await desk.call(estimates.reissueEstimate, { patientId, estimateId })
  expect(again.body).toMatchObject({ state: 'wanted', cause: 'changed', replacesId: estimateId, dueOn: '2026-12-07' })
  const { estimates: all } = (await desk.call(estimates.listEstimates, { patientId })).body
  expect(all.find(({ id }) => id === estimateId)).toMatchObject({ state: 'made', replacedById: again.body.id })
  expect((await desk.call(estimates.reissueEstimate, { patientId, estimateId })).refusal).toEqual({
    reason: 'already-replaced',
    estimateId: again.body.id,
  })
  const reason = 'Asked by mistake'
  const back = await desk.call(estimates.withdrawEstimate, { patientId, estimateId: again.body.id, reason })
  expect(back.body).toMatchObject({ state: 'withdrawn', withdrawnReason: reason })
  expect((await desk.call(estimates.reissueEstimate, { patientId, estimateId: again.body.id })).refusal).toEqual({
    reason: 'not-made',
  })
})

test('given by hand it is a document of the record, once; signed at the desk, once', async () => {
  const estimateId = await aMade()
  const ids = { patientId, estimateId }
  const given = await desk.call(estimates.giveEstimate, { ...ids, how: 'hand' })
  expect(given.body).toMatchObject({ link: null, estimate: { state: 'given', givenHow: 'hand', link: null } })
  const mailed = await desk.call(estimates.giveEstimate, { ...ids, how: 'email' })
  expect(mailed.body.estimate.documentId).toBe(given.body.estimate.documentId)
  const rows = await t.riverside.db.selectFrom('message').select(['body', 'language']).execute()
  expect(rows.at(-1)).toMatchObject({
    language: 'es',
    body: expect.stringContaining('https://desk.example.org/estimate#'),
  })
  expect(rows.at(-1)?.body).not.toContain('Rosa')
  const documents = await t.riverside.db
    .selectFrom('document')
    .select(['type', 'title'])
    .where('patient_id', '=', patientId)
    .execute()
  expect(documents).toEqual([{ type: 'letter', title: 'Estimado de buena fe' }])
  const sign = () =>
    desk.call(estimates.signEstimate, {
      ...ids,
      name: 'Rosa Nguyen',
      signature: { with: 'drawn', path: 'M10 10L40 40' },
    })
  expect((await sign()).status).toBe(200)
  expect((await sign()).refusal).toEqual({ reason: 'already-signed' })
  expect(pdfText((await desk.call(estimates.printEstimate, ids)).raw)).toContain('Rosa Nguyen recibió')
})

test('somebody without an e-mail address gets no mail, and nothing is noted as given', async () => {
  patientId = await aPatient(t.riverside.db)
  const estimateId = await aMade()
  const mailed = await desk.call(estimates.giveEstimate, { patientId, estimateId, how: 'email' })
  expect(mailed.refusal).toEqual({ reason: 'no-address' })
  const { estimates: all } = (await desk.call(estimates.listEstimates, { patientId })).body
  expect(all[0]).toMatchObject({ state: 'made', documentId: null })
})

test('the other organization finds none of it', async () => {
  const estimateId = await aMade()
  const stranger = await t.lakeside.as('manager')
  const ids = { patientId, estimateId }
  const answers = [
    await stranger.call(estimates.printEstimate, ids),
    await stranger.call(estimates.giveEstimate, { ...ids, how: 'hand' }),
    await stranger.call(estimates.makeEstimate, { ...ids, pays: 'self-pay' }),
    await stranger.call(estimates.previewCost, { ...visit(), patientId, pays: 'self-pay' }),
    await stranger.call(estimates.listEstimates, { patientId }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
})

/** A visit of a patient with a plan whose card asks $25, in the order that the desk wrote: the plan first. */
async function anAccident(cause: 'work' | 'auto', kind: 'work' | 'accident', hasPlan: boolean) {
  const { db } = t.riverside
  const insurerId = await aPayer(db, 'Comp Mutual')
  if (hasPlan) await aCoverage(t.riverside.db, { patient_id: patientId, payer_id: payerId, copay_cents: 2500 })
  const insurer = { patient_id: patientId, payer_id: insurerId, kind, member_id: 'WC1', coverage_order: 2 }
  const insurerCoverage = await aCoverage(db, insurer)
  const start = '2026-12-08T16:00:00Z'
  const { id: appointmentId } = await anAppointment(db, {
    patientId,
    visitTypeId: p.visitTypes.followUp,
    siteId: p.siteId,
    start,
  })
  const noted = await desk.call(coverageOrder.noteVisitCause, { appointmentId, cause })
  expect(noted.status).toBe(200)
  return { appointmentId, insurerCoverage }
}

test('an injury at work is priced by the employer’s insurer, with a plan or alone, and nothing is collected', async () => {
  for (const hasPlan of [false, true]) {
    patientId = await aPatient(t.riverside.db)
    const { appointmentId, insurerCoverage } = await anAccident('work', 'work', hasPlan)
    expect((await preview({ appointmentId })).body).toMatchObject({
      pays: 'insured',
      lowCents: 0,
      highCents: 0,
      missing: [],
      answers: [{ coverageId: insurerCoverage, payer: 'Comp Mutual' }],
      leftOut: hasPlan ? [{ because: 'work-pays' }] : [],
    })
    const { copay, steps } = (await desk.call(arrival.readCheckIn, { appointmentId })).body
    expect(copay).toMatchObject({ dueCents: 0, reason: 'accident' })
    expect(steps.find(({ code }) => code === 'coverage')?.what).toBe('Comp Mutual')
    const asked = { patientId, appointmentId, language: 'en' as const }
    expect((await desk.call(eligibility.readCoverageCards, asked)).body.collect).toMatchObject({
      lowCents: 0,
      highCents: 0,
      coverageId: insurerCoverage,
    })
  }
})

test('of an accident on the road it is not sure how much its insurer pays: never the whole charge for certain', async () => {
  const { appointmentId, insurerCoverage } = await anAccident('auto', 'accident', false)
  const unsure = { lowCents: 0, highCents: 20_000, missing: [{ fact: 'accident-limit', coverageId: insurerCoverage }] }
  expect((await preview({ appointmentId })).body).toMatchObject(unsure)
})

test('who pays first rests on what nobody asked: the estimate is the range over both orders, until it is known', async () => {
  const { db } = t.riverside
  patientId = await aPatient(db, { birth_date: '1951-04-10' })
  const medicareId = await aPayer(db, 'Medicare')
  await db.updateTable('payer').set({ kind: 'medicare' }).where('id', '=', medicareId).execute()
  await aPriceList(db, { '99213': 10_000 }, { kind: 'contract', payer_id: medicareId, name: 'Medicare 2026' })
  const job = await aCoverage(db, { patient_id: patientId, payer_id: payerId, employment: 'current' })
  const medicare = await aCoverage(db, { patient_id: patientId, payer_id: medicareId, member_id: '1EG4TE5MK72' })
  for (const [payer_id, coverage_id, cents] of [
    [payerId, job, 11_500],
    [medicareId, medicare, 9000],
  ] as const)
    await anAnswer(db, { patient_id: patientId, payer_id, coverage_id, result: activeWithCopay(cents) })
  const start = '2026-12-08T17:00:00Z'
  const { id } = await anAppointment(db, { patientId, visitTypeId: p.visitTypes.followUp, siteId: p.siteId, start })
  const note = async (facts: object) => {
    const { policies } = (await desk.call(coverageOrder.readCoverageOrder, { patientId })).body
    const version = policies.find(({ coverageId }) => coverageId === job)?.version ?? 0
    expect(
      (await desk.call(coverageOrder.noteCoverageFacts, { patientId, coverageId: job, version, ...facts })).status,
    ).toBe(200)
  }
  // Pins the visit and writes distinct numbers; how many work there is still not known.
  await note({ isContinuation: false })
  const told = async (appointmentId: string | null) => {
    const { body } = await preview({ appointmentId })
    return { cents: [body.lowCents, body.highCents], missing: body.missing.map(({ fact }) => fact) }
  }
  const both = { cents: [8500, 9000], missing: ['order-of-payers'] }
  expect(await told(id)).toEqual(both)
  expect(await told(null)).toEqual(both)

  // Checked in without an answer it stays unsure for this visit, whatever is learned after it.
  await db.updateTable('appointment').set({ status: 'arrived' }).where('id', '=', id).execute()
  await note({ employerSize: '100-or-more' })
  expect(await told(null)).toMatchObject({ missing: [] })
  expect(await told(id)).toEqual(both)
})

test('whoever decides the order is sure of it', async () => {
  const { db } = t.riverside
  patientId = await aPatient(db, { birth_date: '2018-04-10' })
  const policy = { patient_id: patientId, relationship: 'child' }
  const first = await aCoverage(db, { ...policy, payer_id: payerId })
  const second = await aCoverage(db, { ...policy, payer_id: await aPayer(db, 'Summit') })
  // Numbers the cards one after the other, though nothing says that the parents live together.
  const noted = { patientId, coverageId: first, version: 1, isContinuation: false }
  expect((await desk.call(coverageOrder.noteCoverageFacts, noted)).status).toBe(200)
  const missing = async () => (await preview()).body.missing.map(({ fact }) => fact)
  expect(await missing()).toContain('order-of-payers')
  const decided = { patientId, coverageIds: [second, first], reason: 'The court said so' }
  expect((await desk.call(coverageOrder.decideCoverageOrder, decided)).status).toBe(200)
  expect(await missing()).not.toContain('order-of-payers')
})
