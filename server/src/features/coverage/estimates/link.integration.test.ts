import { estimates } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { pdfText } from '../../../platform/testing/pdf-text.ts'
import { aCoverage, aPatient, aPayer } from '../../patients/testing.ts'
import { aSmallPractice, type SmallPractice } from '../../practice/testing.ts'
import { activeWithCopay, aBiller, aBilling, anAnswer, aPriceList } from './testing.ts'

let t: TestApp
let p: SmallPractice
let desk: TestClient
let patientId: string
let estimateId: string
let known: { organization: string; token: string; birthDate: string }

beforeAll(async () => {
  t = await openTestApp()
  p = await aSmallPractice(t.riverside.db)
  await aBilling(t.riverside.db, p.visitTypes.followUp)
  await aPriceList(t.riverside.db, { '99213': 20_000, '36415': 1500 })
  await aBiller(t.riverside.db)
})
afterAll(() => t.stop())
beforeEach(async () => {
  t.clock.set('2026-11-24T15:00:00Z')
  desk = await t.riverside.another('coordinator')
  patientId = await aPatient(t.riverside.db, { language: 'es', given: 'Rosa', birth_date: '1961-03-14' })
  const asked = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, date: '2026-12-08' }
  const wanted = await desk.call(estimates.wantEstimate, { patientId, ...asked, pays: 'self-pay', cause: 'requested' })
  estimateId = wanted.body.id
  await desk.call(estimates.makeEstimate, { patientId, estimateId, pays: 'self-pay' })
  known = { ...(await aLink()), birthDate: '1961-03-14' }
})

async function aLink(): Promise<{ organization: string; token: string }> {
  const given = await desk.call(estimates.giveEstimate, { patientId, estimateId, how: 'link' })
  const [organization = '', token = ''] = given.body.link?.replace('/estimate#', '').split('~') ?? []
  return { organization, token }
}

const somebody = () => t.anonymous()
const read = (more: object = {}) => somebody().call(estimates.readEstimateLink, { ...known, ...more })

test('before anybody says who they are nothing of a person is shown; the secret is kept as a hash', async () => {
  const opened = await somebody().call(estimates.openEstimateLink, known)
  expect(opened.body).toEqual({
    practice: 'Riverside Family Health',
    phone: '+13125550100',
    language: 'es',
    isOver: false,
  })
  const row = await t.riverside.db.selectFrom('estimate').selectAll().where('id', '=', estimateId).executeTakeFirst()
  expect(JSON.stringify(row)).not.toContain(known.token)
  expect(row?.opened_at).toBeNull()
})

test('what an answer of a made-up payer comes to is marked on the page, and what none comes to is not', async () => {
  expect((await read()).body.isMadeUp).toBe(false)
  const { db } = t.riverside
  const payerId = await aPayer(db)
  const coverageId = await aCoverage(db, { patient_id: patientId, payer_id: payerId })
  await anAnswer(db, {
    patient_id: patientId,
    payer_id: payerId,
    coverage_id: coverageId,
    is_sandbox: true,
    result: activeWithCopay(2500),
  })
  const about = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, date: '2026-12-08' }
  const wanted = await desk.call(estimates.wantEstimate, { patientId, ...about, pays: 'insured', cause: 'by-hand' })
  estimateId = wanted.body.id
  await desk.call(estimates.makeEstimate, { patientId, estimateId, pays: 'insured' })
  known = { ...(await aLink()), birthDate: '1961-03-14' }
  expect((await read()).body).toMatchObject({ isMadeUp: true, lowCents: 2500 })
  const paper = await somebody().call(estimates.printEstimateLink, known)
  expect(pdfText(paper.raw)).toContain('aseguradora inventada')
})

test('with the birth date it shows what it costs, notes that it was opened, and is signed once', async () => {
  const shown = await read()
  expect(shown.body).toMatchObject({ patientName: 'Rosa Nguyen', lowCents: 20_000, signedAt: null, isReplaced: false })
  expect(shown.body.statements.some(({ es }) => es.includes('$400'))).toBe(true)
  const sign = () =>
    somebody().call(estimates.signEstimateLink, { ...known, name: 'Rosa Nguyen', signature: { with: 'typed' } })
  expect((await sign()).body.signedByName).toBe('Rosa Nguyen')
  expect((await sign()).refusal).toEqual({ reason: 'already-signed' })
  const [line] = (await desk.call(estimates.listEstimates, { patientId })).body.estimates
  expect(line).toMatchObject({ link: { isShut: false }, signature: { signedByName: 'Rosa Nguyen', isOnline: true } })
  expect(line?.link?.openedAt).not.toBeNull()
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_role'])
    .where('patient_id', '=', patientId)
    .where('actor_role', '=', 'patient')
    .execute()
  expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['estimate.link', 'estimate.sign']))
  const pdf = await somebody().call(estimates.printEstimateLink, known)
  expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
})

test('five wrong birth dates shut the link for good, also for the right one; a new link opens', async () => {
  const reasons = []
  for (let day = 1; day <= 5; day++) reasons.push((await read({ birthDate: `1990-01-0${day}` })).refusal)
  expect(reasons).toEqual([
    { reason: 'not-that-birth-date', triesLeft: 4 },
    { reason: 'not-that-birth-date', triesLeft: 3 },
    { reason: 'not-that-birth-date', triesLeft: 2 },
    { reason: 'not-that-birth-date', triesLeft: 1 },
    { reason: 'link-over' },
  ])
  expect((await read()).refusal).toEqual({ reason: 'link-over' })
  known = { ...(await aLink()), birthDate: '1961-03-14' }
  expect((await read()).status).toBe(200)
})

test('guessed side by side, no more are let through than in a row', async () => {
  const guesses = Array.from({ length: 12 }, (_, at) =>
    read({ birthDate: `1990-02-${String(at + 1).padStart(2, '0')}` }),
  )
  const answers = await Promise.all(guesses)
  expect(answers.filter(({ refusal }) => refusal?.reason === 'not-that-birth-date')).toHaveLength(4)
  expect((await read()).refusal).toEqual({ reason: 'link-over' })
})

test('it ends after thirty days, with a new link, and with the estimate', async () => {
  const before = known.token
  known = { ...(await aLink()), birthDate: known.birthDate }
  expect((await read({ token: before })).status).toBe(404)
  t.clock.set('2026-12-24T14:59:00Z')
  expect((await read()).status).toBe(200)
  t.clock.set('2026-12-24T15:01:00Z')
  expect((await read()).refusal).toEqual({ reason: 'link-over' })
  t.clock.set('2026-11-25T15:00:00Z')
  desk = await t.riverside.another('coordinator')
  await desk.call(estimates.withdrawEstimate, { patientId, estimateId, reason: 'Another visit' })
  expect((await read()).refusal).toEqual({ reason: 'link-over' })
})

test('under the name of another organization, or made up, it opens nothing', async () => {
  expect((await read({ organization: 'lakeside' })).status).toBe(404)
  expect((await read({ token: 'x'.repeat(43) })).status).toBe(404)
})

test('once a newer one is made the page of the old says so', async () => {
  const again = await desk.call(estimates.reissueEstimate, { patientId, estimateId })
  expect((await read()).body.isReplaced).toBe(false)
  await desk.call(estimates.makeEstimate, { patientId, estimateId: again.body.id, pays: 'self-pay' })
  expect((await read()).body.isReplaced).toBe(true)
})

test('one that a newer one replaced is read, and signed no more', async () => {
  const sign = () =>
    somebody().call(estimates.signEstimateLink, { ...known, name: 'Rosa Nguyen', signature: { with: 'typed' } })
  const again = await desk.call(estimates.reissueEstimate, { patientId, estimateId })
  await desk.call(estimates.makeEstimate, { patientId, estimateId: again.body.id, pays: 'self-pay' })
  expect((await sign()).refusal).toEqual({ reason: 'replaced' })
  expect((await read()).body).toMatchObject({ isReplaced: true, signedAt: null })
})

test('while the newer one is only wanted the old one holds, and is signed', async () => {
  await desk.call(estimates.reissueEstimate, { patientId, estimateId })
  const signed = await somebody().call(estimates.signEstimateLink, {
    ...known,
    name: 'Rosa Nguyen',
    signature: { with: 'typed' },
  })
  expect(signed.body.signedByName).toBe('Rosa Nguyen')
})
