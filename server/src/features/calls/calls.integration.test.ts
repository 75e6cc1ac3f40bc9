import { calls, relatives } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aCall } from './testing.ts'

let t: TestApp
let desk: TestClient
let phone: TestClient

beforeAll(async () => {
  t = await openTestApp()
  desk = await t.riverside.as('coordinator')
  phone = await t.riverside.as('integrator')
})
afterAll(() => t.stop())

async function shown(id: string) {
  const { status, body } = await desk.call(calls.listCalls, {})
  expect(status).toBe(200)
  return body.calls.find((call) => call.id === id)
}

async function row(id: string) {
  return t.riverside.db.selectFrom('call').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function post(externalId: string, event: 'ringing' | 'answered' | 'ended', from = '312-555-0134') {
  const { status, body } = await phone.call(calls.postCall, { externalId, event, from })
  expect(status).toBe(200)
  return body.id
}

const inMinutes = (minutes: number) => t.clock.now().add({ minutes }).toString()

test('a number that two people use names both, and through whom', async () => {
  const { db } = t.riverside
  const mother = await aPatient(db, { phone: '3125550134' })
  const child = await aPatient(db, { given: 'Linh', birth_date: '2019-05-04' })
  await aPatient(t.lakeside.db, { given: 'Other', phone: '3125550134' })
  await db
    .insertInto('related_person')
    .values({
      id: crypto.randomUUID(),
      patient_id: child,
      name: 'Mai Nguyen',
      relationship: 'mother',
      phone: '+13125550134',
      search_value: '43105552131',
    })
    .execute()
  const id = await post('pbx-1', 'ringing')
  const call = await shown(id)
  expect(call).toMatchObject({ state: 'ringing', from: '+13125550134', line: '1', answeredBy: null })
  expect(call?.candidates).toMatchObject([
    { id: mother, via: null, birthDate: '1961-03-14', mrn: expect.stringMatching(/^\d{4} \d{4}$/) },
    { id: child, via: 'Mai Nguyen', birthDate: '2019-05-04' },
  ])
  const entry = await db
    .selectFrom('audit_entry')
    .select('patient_ids')
    .where('action', '=', 'call.read')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(entry.patient_ids).toEqual([mother, child])
  expect(t.logged.join('')).not.toContain('5550134')
})

test('the same external id is the same call, in any order', async () => {
  const id = await post('pbx-2', 'ended')
  expect(await post('pbx-2', 'ringing')).toBe(id)
  expect(await shown(id)).toBeUndefined()
  expect((await row(id)).state).toBe('missed')
  expect(await post('pbx-2', 'answered')).toBe(id)
  expect((await row(id)).state).toBe('ended')
})

test('the same event twice at once makes one call and is told once', async () => {
  const ids = await Promise.all([post('pbx-3', 'ringing'), post('pbx-3', 'ringing')])
  expect(new Set(ids).size).toBe(1)
  const told = await t.riverside.db.selectFrom('outbox').select('payload').where('type', '=', 'call.ringing').execute()
  expect(told.filter((one) => (one.payload as { id: string }).id === ids[0])).toHaveLength(1)
})

test('a number that cannot be read belongs to nobody', async () => {
  for (const from of ['anonymous', '*67', '000']) {
    const call = await shown(await post(`odd ${from}`, 'ringing', from))
    expect(call).toMatchObject({ from, candidates: [] })
  }
})

test('one answers, the other is told who did', async () => {
  const callId = await aCall(t.riverside.db)
  expect((await desk.call(calls.answerCall, { callId })).status).toBe(200)
  expect((await desk.call(calls.answerCall, { callId })).status).toBe(200)
  const lead = await t.riverside.as('lead')
  expect((await lead.call(calls.answerCall, { callId })).refusal).toEqual({
    reason: 'answered-by-other',
    by: 'Test coordinator',
  })
  expect(await shown(callId)).toMatchObject({ state: 'answered', answeredBy: 'Test coordinator' })
  const told = await t.riverside.db.selectFrom('outbox').select('payload').where('type', '=', 'call.answered').execute()
  expect(told.filter((one) => (one.payload as { id: string }).id === callId)).toHaveLength(1)
})

test('of two who lift the receiver together one has the call', async () => {
  const callId = await aCall(t.riverside.db)
  const lead = await t.riverside.as('lead')
  const answers = await Promise.all([desk, lead].map((who) => who.call(calls.answerCall, { callId })))
  expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('the end says who it was, also after the phone system did', async () => {
  const patientId = await aPatient(t.riverside.db)
  const callId = await aCall(t.riverside.db, { external_id: 'pbx-4' })
  await desk.call(calls.answerCall, { callId })
  await post('pbx-4', 'ended')
  expect((await desk.call(calls.endCall, { callId, patientId })).status).toBe(200)
  expect(await row(callId)).toMatchObject({ state: 'ended', patient_id: patientId })
  expect((await desk.call(calls.answerCall, { callId })).refusal).toEqual({ reason: 'call-over' })
  const entry = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['patient_id', 'subject_id'])
    .where('action', '=', 'call.end')
    .executeTakeFirstOrThrow()
  expect(entry).toEqual({ patient_id: patientId, subject_id: callId })
})

test('after two minutes a phone rings no more, after half an hour nobody speaks', async () => {
  const old = await aCall(t.riverside.db, { started_at: inMinutes(-3) })
  expect(await shown(old)).toBeUndefined()
  expect((await desk.call(calls.answerCall, { callId: old })).refusal).toEqual({ reason: 'call-over' })
  const long = await aCall(t.riverside.db, {
    state: 'answered',
    started_at: inMinutes(-40),
    answered_at: inMinutes(-29),
  })
  const longer = await aCall(t.riverside.db, {
    state: 'answered',
    started_at: inMinutes(-40),
    answered_at: inMinutes(-31),
  })
  expect(await shown(long)).toBeDefined()
  expect(await shown(longer)).toBeUndefined()
})

test('nothing of another practice', async () => {
  const theirs = await aCall(t.lakeside.db)
  const mine = await aCall(t.riverside.db)
  const patientId = await aPatient(t.lakeside.db)
  expect(await shown(theirs)).toBeUndefined()
  expect((await desk.call(calls.answerCall, { callId: theirs })).status).toBe(404)
  expect((await desk.call(calls.endCall, { callId: theirs })).status).toBe(404)
  expect((await desk.call(calls.endCall, { callId: mine, patientId })).status).toBe(404)
})

test('a key that comes twice answers twice and rings once', async () => {
  const input = { externalId: 'pbx-5', event: 'ringing', from: '3125550199' } as const
  const idempotencyKey = crypto.randomUUID()
  const first = await phone.call(calls.postCall, input, { idempotencyKey })
  const second = await phone.call(calls.postCall, input, { idempotencyKey })
  expect(second.body).toEqual(first.body)
})

test('the demo phone rings in demo practices only', async () => {
  const rung = await desk.call(calls.ringDemo, { from: '312 555 0177' })
  expect(rung.status).toBe(200)
  expect(await shown(rung.body.id)).toMatchObject({ state: 'ringing', line: '2', from: '+13125550177' })
  const { refusal } = await (await t.lakeside.as('coordinator')).call(calls.ringDemo, { from: '3125550177' })
  expect(refusal).toEqual({ reason: 'not-a-demo' })
})

test('a phone system may tell of calls but not see them', async () => {
  expect((await phone.call(calls.listCalls, {})).status).toBe(403)
  expect((await desk.call(calls.postCall, { externalId: 'x', event: 'ringing', from: '1' })).status).toBe(403)
})

test('once a call is answered it says how the caller asked to be reached; while it rings, and of a restricted record, not', async () => {
  const { db } = t.riverside
  const phone = '3125550811'
  const wish = {
    ways: ['call'],
    phone: null,
    email: 'me@example.org',
    address: null,
    leaveMessage: false,
    remarks: null,
  }
  const open = await aPatient(db, { phone })
  const shut = await aPatient(db, { given: 'Vera', phone, birth_date: '1950-01-01' })
  await db
    .updateTable('patient')
    .set({ confidential_contact: JSON.stringify(wish) })
    .execute()
  const callId = await post('pbx-notes', 'ringing', phone)
  const notesOf = async (id: string) => (await shown(callId))?.candidates.find((one) => one.id === id)?.notes
  expect(await notesOf(open)).toEqual([])
  await desk.call(calls.answerCall, { callId })
  expect(await notesOf(open)).toEqual([
    { kind: 'only-by', ways: ['call'] },
    { kind: 'no-message' },
    { kind: 'shared', system: 'phone', value: '+13125550811', with: null },
  ])
  await db.updateTable('patient').set({ restriction: 'vip' }).where('id', '=', shut).execute()
  expect((await notesOf(shut)) ?? []).toEqual([])
})

test('a number of somebody beside the patient is said to be theirs', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { phone: '3125550822' })
  const row = { id: crypto.randomUUID(), patient_id: patientId, name: 'Mai Nguyen', relationship: 'daughter' }
  await db
    .insertInto('related_person')
    .values({ ...row, phone: '+13125550822', search_value: '22805552131' })
    .execute()
  const callId = await post('pbx-kin', 'ringing', '3125550822')
  await desk.call(calls.answerCall, { callId })
  const notes = async () => (await shown(callId))?.candidates[0]?.notes
  const shared = { kind: 'shared', system: 'phone', value: '+13125550822', with: 'daughter' }
  expect(await notes()).toEqual([shared, { kind: 'no-message' }])
  const grant = { patientId, relatedPersonId: row.id, kind: 'may-know', scopes: ['leave-message' as const] } as const
  expect((await desk.call(relatives.grantAuthority, { ...grant, scopes: [...grant.scopes] })).status).toBe(200)
  expect(await notes()).toEqual([shared])
})
