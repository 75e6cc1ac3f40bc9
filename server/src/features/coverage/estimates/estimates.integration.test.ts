import { estimates, payers } from '@foyer/contract'
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
