import { eligibility, proposals } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PayerSandbox } from '../../../payer-sandbox/index.ts'
import type { TestApp, TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient, aPayer } from '../../patients/testing.ts'
import { anAppointment } from '../../scheduling/testing.ts'
import { storedAnswer } from './stored-answer.ts'
import { type Asking, oneOfCast, openAsking, settled } from './testing.ts'

let asking: Asking
let t: TestApp
let desk: TestClient
let senior: TestClient
let sandbox: PayerSandbox
let connectionId: string

beforeAll(async () => {
  asking = await openAsking()
  ;({ t, desk, sandbox, connectionId } = asking)
  senior = await t.riverside.as('senior')
})
afterAll(() => asking.stop())

const maria = (coverage: Parameters<typeof oneOfCast>[2] = {}) => oneOfCast(asking, undefined, coverage)

async function cardOf(patientId: string, coverageId: string, more: { appointmentId?: string } = {}) {
  const { body } = await desk.call(eligibility.readCoverageCards, { patientId, ...more })
  const card = body.cards.find((one) => one.coverageId === coverageId)
  if (!card) throw new Error('no card')
  return { ...card, collect: body.collect, date: body.date }
}

/** Of changes, not of looks. */
async function trailOf(checkId: string) {
  return t.riverside.db
    .selectFrom('audit_entry')
    .select(['action', 'outcome', 'actor_role', 'patient_id'])
    .where('subject_id', '=', checkId)
    .where('action', 'in', ['eligibility.ask', 'eligibility.answer'])
    .orderBy('id')
    .execute()
}

test('a payer is asked, and its answer comes by itself: a light, sentences, amounts, each with its segment', async () => {
  const { patientId, coverageId } = await maria()
  expect(await cardOf(patientId, coverageId)).toMatchObject({ light: 'quiet', because: 'never-asked', answer: null })

  const asked = await desk.call(eligibility.askPayer, { patientId, coverageId })
  expect(asked.status).toBe(200)
  expect(asked.body).toMatchObject({ state: 'waiting', reason: 'by-hand', serviceDate: '2026-12-02', isSandbox: true })
  await settled(asking, asked.body.id)

  const card = await cardOf(patientId, coverageId)
  expect(card).toMatchObject({ light: 'ok', because: 'active', pending: null, failed: null })
  expect(card.answer?.planSentence.text).toMatch(/^The plan .+ is active on Dec 2, 2026\.$/)
  expect(card.answer?.planSentence.pointer?.tag).toBe('EB')
  expect(card.answer?.deductible.individual.whole?.low).toBeGreaterThan(0)

  const whole = (await desk.call(eligibility.readCheck, { patientId, checkId: asked.body.id, language: 'es' })).body
  expect(whole.statements.length).toBeGreaterThan(3)
  expect(whole.state?.text).toMatch(/está activo el 2 dic 2026|está activo el/)
  expect(whole.hops.length).toBeGreaterThan(1)
  expect(whole.controlNumber).toBe(1)

  // The pointer names the very segment of the answer.
  const raw = (await senior.call(eligibility.readRawCheck, { patientId, checkId: asked.body.id })).body
  const said = whole.statements.find(({ pointer }) => pointer !== null)
  expect(raw.segments.find(({ number }) => number === said?.pointer?.segment)?.tag).toBe('EB')
  expect(raw.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const question = (await senior.call(eligibility.readRawCheck, { patientId, checkId: asked.body.id, side: 'request' }))
    .body
  expect(question.segments.map(({ tag }) => tag)).toContain('EQ')
  expect((await desk.call(eligibility.readRawCheck, { patientId, checkId: asked.body.id })).status).toBe(403)

  // Whoever sees the card opens that one segment, in words; none that no sentence rests on.
  const segment = (number: number, language: 'en' | 'es' = 'en') =>
    desk.call(eligibility.readCheckSegment, { patientId, checkId: asked.body.id, number, language })
  const copay = whole.statements.find(({ kind }) => kind === 'copay')?.pointer?.segment ?? 0
  const opened = (await segment(copay)).body
  expect(opened).toMatchObject({ number: copay, tag: 'EB', isHolderKept: false, isSandbox: true })
  expect(opened.text).toBe(raw.segments.find(({ number }) => number === copay)?.text)
  expect(opened.elements[0]).toEqual({ element: 'EB01', name: 'what it says', value: 'B', says: 'copay' })
  expect((await segment(copay, 'es')).body.elements[0]).toMatchObject({ name: 'qué dice', says: 'copago' })
  const member = raw.segments.find(({ tag, text }) => tag === 'NM1' && text.startsWith('NM1*IL'))?.number ?? 0
  expect((await segment(member)).status).toBe(404)

  const [row] = await t.riverside.db.selectFrom('coverage').selectAll().where('id', '=', coverageId).execute()
  expect(row).toMatchObject({ last_check_id: asked.body.id, checked_source: 'payer' })
  expect(await trailOf(asked.body.id)).toEqual([
    { action: 'eligibility.ask', outcome: 'ok', actor_role: 'coordinator', patient_id: patientId },
    { action: 'eligibility.answer', outcome: 'ok', actor_role: 'system', patient_id: patientId },
  ])
})

test('the same is not asked again within 90 seconds; afterwards two answers are compared', async () => {
  const { patientId, coverageId } = await maria()
  const first = (await desk.call(eligibility.askPayer, { patientId, coverageId })).body
  const again = await desk.call(eligibility.askPayer, { patientId, coverageId })
  expect(again.refusal).toMatchObject({ reason: 'asked-just-now', checkId: first.id })
  await settled(asking, first.id)
  await t.riverside.db
    .updateTable('eligibility_check')
    .set({ asked_at: '2026-12-02T15:50:00Z' })
    .where('id', '=', first.id)
    .execute()
  const second = (await desk.call(eligibility.askPayer, { patientId, coverageId })).body
  await settled(asking, second.id)
  const ids = { patientId, checkId: second.id, otherId: first.id }
  const compared = (await desk.call(eligibility.compareChecks, ids)).body
  expect(compared).toMatchObject({ state: null, changed: [], gone: [], come: [] })
  expect(compared.same).toBeGreaterThan(3)
  expect(compared.before.id).toBe(first.id)
  const list = (await desk.call(eligibility.listChecks, { patientId, coverageId })).body
  expect(list.checks.map(({ id }) => id)).toEqual([second.id, first.id])
})

test('what cannot be asked is said before anything is sent', async () => {
  const { db } = t.riverside
  const silent = await aPayer(db, 'Silent Mutual')
  const stranger = await maria({ payer_id: silent })
  expect((await desk.call(eligibility.askPayer, stranger)).refusal).toEqual({ reason: 'not-enrolled' })
  expect(await cardOf(stranger.patientId, stranger.coverageId)).toMatchObject({
    because: 'cannot-ask',
    cannotAsk: ['not-enrolled'],
  })
  const child = await maria({ relationship: 'child', subscriber_name: 'Lan Nguyen', member_id: null })
  expect((await desk.call(eligibility.askPayer, child)).refusal).toEqual({
    reason: 'facts-missing',
    missing: ['member-id'],
  })
})

test('a payer that is down holds up nobody: it is said so, and the answer comes by itself when it is back', async () => {
  const { patientId, coverageId } = await maria()
  sandbox.control.set('down')
  const asked = (await desk.call(eligibility.askPayer, { patientId, coverageId })).body
  await expect.poll(async () => (await cardOf(patientId, coverageId)).because, { timeout: 20_000 }).toBe('payer-down')
  const card = await cardOf(patientId, coverageId)
  expect(card.pending).toMatchObject({ id: asked.id, failure: 'payer-down', attempts: 0 })
  const line = () =>
    t.riverside.db
      .selectFrom('payer_connection')
      .select(['down_since', 'retry_at', 'failures'])
      .where('id', '=', connectionId)
      .executeTakeFirstOrThrow()
  expect(await line()).toMatchObject({ down_since: null, failures: 1 })
  // The second in a row says that it is the line; a third is not sent into the void.
  const other = await maria()
  const waiting = (await desk.call(eligibility.askPayer, other)).body
  await expect.poll(async () => (await line()).down_since, { timeout: 20_000 }).not.toBeNull()
  const third = await maria()
  const behind = (await desk.call(eligibility.askPayer, third)).body
  expect((await cardOf(third.patientId, third.coverageId)).pending).toMatchObject({ id: behind.id, failure: null })

  sandbox.control.set('up')
  t.clock.set('2026-12-02T16:04:00Z')
  await settled(asking, asked.id)
  await settled(asking, waiting.id)
  await settled(asking, behind.id)
  expect(await cardOf(patientId, coverageId)).toMatchObject({ light: 'ok', because: 'active' })
  expect(await line()).toMatchObject({ down_since: null, retry_at: null, failures: 0 })
})

test('nonsense is tried three times and then named', async () => {
  const { patientId, coverageId } = await maria()
  sandbox.control.set('garbage')
  const asked = (await desk.call(eligibility.askPayer, { patientId, coverageId })).body
  const row = () =>
    t.riverside.db
      .selectFrom('eligibility_check')
      .select(['state', 'failure', 'attempts'])
      .where('id', '=', asked.id)
      .executeTakeFirstOrThrow()
  await expect.poll(row, { timeout: 20_000 }).toEqual({ state: 'waiting', failure: 'not-understood', attempts: 1 })
  const triedAgain = async () => {
    await t.riverside.db
      .updateTable('eligibility_check')
      .set({ next_attempt_at: '2026-12-02T16:00:00Z' })
      .where('id', '=', asked.id)
      .where('failure', 'is not', null)
      .where('state', '=', 'waiting')
      .execute()
    return row()
  }
  await expect
    .poll(triedAgain, { timeout: 20_000, interval: 3000 })
    .toEqual({ state: 'failed', failure: 'not-understood', attempts: 3 })
  expect(await cardOf(patientId, coverageId)).toMatchObject({ light: 'warn', because: 'failed' })
  // Three tries, one end.
  expect((await trailOf(asked.id)).slice(1)).toEqual([
    { action: 'eligibility.answer', outcome: 'fault', actor_role: 'system', patient_id: patientId },
  ])
  sandbox.control.set('up')
})

test('what the payer has otherwise becomes a question, and nothing is taken over', async () => {
  const { patientId, coverageId } = await maria()
  await t.riverside.db
    .updateTable('patient')
    .set({ address: JSON.stringify({ line: '9 Elm Court', city: 'Chicago', state: 'IL', postalCode: '60614' }) })
    .where('id', '=', patientId)
    .execute()
  const asked = (await desk.call(eligibility.askPayer, { patientId, coverageId })).body
  await settled(asking, asked.id)
  const { body } = await desk.call(proposals.readProposals, { patientId })
  expect(body.proposals).toMatchObject([{ field: 'address', proposed: expect.stringContaining('100 Lake Street') }])
})

test('a sweep over coming visits ends with each verified or a named reason', async () => {
  const { db } = t.riverside
  const good = await maria()
  const unknown = await maria({ payer_id: await aPayer(db, 'Silent Mutual') })
  const none = await aPatient(db, { given: 'Ola', family: 'Nobody' })
  const visits = [good.patientId, unknown.patientId, none]
  for (const [at, patientId] of visits.entries())
    await anAppointment(db, { patientId, start: `2026-12-04T1${5 + at}:00:00Z` })
  const days = { from: '2026-12-04', to: '2026-12-04' }
  const begun = await desk.call(eligibility.startSweep, days)
  expect(begun.body).toMatchObject({ visits: 3, asked: 1 })
  const states = async () => {
    const { body } = await desk.call(eligibility.readVerification, days)
    return body.visits.map(({ state, policies }) => [state, policies[0]?.check?.failure ?? null])
  }
  await expect.poll(states, { timeout: 20_000 }).toEqual([
    ['verified', null],
    ['failed', 'not-enrolled'],
    ['no-coverage', null],
  ])
  const { body } = await desk.call(eligibility.readVerification, days)
  expect(body.counts).toMatchObject({ verified: 1, failed: 1, 'no-coverage': 1 })
  await expect
    .poll(async () => (await desk.call(eligibility.readVerification, days)).body.sweep?.endedAt ?? null)
    .not.toBeNull()
  // A second sweep does not ask again what is good.
  expect((await desk.call(eligibility.startSweep, days)).body).toMatchObject({ asked: 0 })
})

test('somebody without a plan is looked for at the payers; what is found is added when a person says so', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { given: 'Maria', family: 'Nguyen', birth_date: '1961-03-14', sex: 'female' })
  const forbid = (settings: object) =>
    db
      .updateTable('payer_connection')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', connectionId)
      .execute()
  await forbid({ discovery: 'no' })
  const forbidden = await desk.call(eligibility.discoverCoverage, { patientId })
  expect(forbidden.refusal).toEqual({ reason: 'no-payer-to-ask' })
  await forbid({})
  const looked = await desk.call(eligibility.discoverCoverage, { patientId })
  expect(looked.body.checks).toHaveLength(1)
  const [check] = looked.body.checks
  await settled(asking, check?.id ?? '')
  const { body } = await desk.call(eligibility.readCoverageCards, { patientId })
  expect(body.discovery).toMatchObject([{ state: 'answered', outcome: 'active' }])
  expect(body.cards).toEqual([])
  const taken = await desk.call(eligibility.takeFoundCoverage, { patientId, checkId: check?.id ?? '' })
  expect(taken.status).toBe(200)
  const card = await cardOf(patientId, taken.body.coverageId)
  expect(card).toMatchObject({ light: 'ok', because: 'active' })
  const twice = await desk.call(eligibility.takeFoundCoverage, { patientId, checkId: check?.id ?? '' })
  expect(twice.refusal).toEqual({ reason: 'taken-already', coverageId: taken.body.coverageId })
})

test('an answer that is made up says so as it was sent too', async () => {
  const { patientId, coverageId } = await maria()
  const { id: checkId } = (await desk.call(eligibility.askPayer, { patientId, coverageId })).body
  await settled(asking, checkId)
  const isSaid = async () => (await senior.call(eligibility.readRawCheck, { patientId, checkId })).body.isSandbox
  expect(await isSaid()).toBe(true)
  await t.riverside.db.updateTable('eligibility_check').set({ is_sandbox: false }).where('id', '=', checkId).execute()
  expect(await isSaid()).toBe(false)
})

test('what the payer writes of a referral stands on the card in its words, with its segment', async () => {
  const { patientId, coverageId } = await maria()
  const { id } = (await desk.call(eligibility.askPayer, { patientId, coverageId })).body
  await settled(asking, id)
  expect((await cardOf(patientId, coverageId)).answer?.referrals).toEqual([])
  const checks = t.riverside.db.selectFrom('eligibility_check').select('result').where('id', '=', id)
  const found = storedAnswer(await checks.executeTakeFirstOrThrow())
  const [first, ...others] = found.benefits
  const said = { ...found, benefits: [{ ...first, messages: ['REFERRAL REQUIRED'] }, ...others] }
  const changed = t.riverside.db.updateTable('eligibility_check').set({ result: JSON.stringify(said) })
  await changed.where('id', '=', id).execute()
  const { segment, tag } = first?.pointer ?? {}
  expect((await cardOf(patientId, coverageId)).answer?.referrals).toEqual([
    { text: 'Referral, in the payer’s words: “REFERRAL REQUIRED”', pointer: { segment, tag } },
  ])
})

test('neither another person’s nor another practice’s answers', async () => {
  const { patientId, coverageId } = await maria()
  const asked = (await desk.call(eligibility.askPayer, { patientId, coverageId })).body
  const other = await maria()
  const elsewhere = await t.lakeside.as('manager')
  const checkId = asked.id
  expect((await desk.call(eligibility.readCheck, { patientId: other.patientId, checkId })).status).toBe(404)
  expect((await senior.call(eligibility.readRawCheck, { patientId: other.patientId, checkId })).status).toBe(404)
  expect((await desk.call(eligibility.askPayer, { patientId: other.patientId, coverageId })).status).toBe(404)
  for (const call of [
    elsewhere.call(eligibility.readCoverageCards, { patientId }),
    elsewhere.call(eligibility.readCheck, { patientId, checkId }),
    elsewhere.call(eligibility.listChecks, { patientId, coverageId }),
    elsewhere.call(eligibility.discoverCoverage, { patientId }),
    elsewhere.call(eligibility.takeFoundCoverage, { patientId, checkId }),
  ])
    expect((await call).status).toBe(404)
})
