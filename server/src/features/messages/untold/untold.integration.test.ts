import { messages, record, relatives, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let place: { siteId: string; assignments: { role: string; resourceId: string }[] }
let ordinary: string
let confidential: string
let minute = 0

beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  const siteId = await aSite(db)
  const resourceId = await aResource(db, { siteId })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [resourceId] }]
  ordinary = await aVisitType(db, { name: 'Check-up', nameEs: 'Control', durationMinutes: 5, roles })
  const rules = { confidential: 'mental-health' as const }
  confidential = await aVisitType(db, { name: 'Talk', nameEs: 'Charla', durationMinutes: 5, roles, rules })
  place = { siteId, assignments: [{ role: 'clinician', resourceId }] }
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

async function book(patientId: string, visitTypeId = ordinary): Promise<string> {
  minute += 5
  const start = new Date(Date.UTC(2026, 11, 7, 15, minute)).toISOString().replace('.000', '')
  const answer = await desk.call(scheduling.bookAppointment, { ...place, patientId, visitTypeId, start })
  expect(answer.status).toBe(200)
  return answer.body.id
}

const untold = async (who = desk) => (await who.call(messages.listUntold, {})).body.untold
const about = async (patientId: string, who = desk) =>
  (await untold(who)).filter(({ patient }) => patient?.id === patientId)
const waitFor = (patientId: string) =>
  expect
    .poll(() => about(patientId), { timeout: 15_000 })
    .toHaveLength(1)
    .then(() => about(patientId))

const calls = { ways: ['call' as const], phone: '(312) 555-0100', remarks: 'After six' }

/** Somebody who asked to be called and not to be written to, with a visit that nobody could be told of. */
async function caller(): Promise<string> {
  const patientId = await aPatient(t.riverside.db, {
    email: `quiet.${minute}@example.org`,
    phone: `312555${1000 + minute}`,
  })
  await desk.call(relatives.setConfidentialContact, { patientId, wish: calls })
  await book(patientId)
  await waitFor(patientId)
  return patientId
}

test('who asked to be called and nothing else stands there for the desk, with the number and what to heed', async () => {
  const [task] = await about(await caller())
  expect(task).toMatchObject({
    reason: 'wish',
    start: expect.stringMatching(/^2026-12-07T/),
    call: '+13125550100',
    letter: null,
    notes: [
      { kind: 'only-by', ways: ['call'] },
      { kind: 'call-only', value: '+13125550100' },
      { kind: 'no-message' },
      { kind: 'remark', text: 'After six' },
    ],
  })
})

test('what was to be said can be read to them, in their language, and went nowhere', async () => {
  const [task] = await about(await caller())
  const { body } = await desk.call(messages.readMessage, { messageId: task?.messageId ?? '' })
  expect(body).toMatchObject({ to: '', state: 'failed', problem: 'nobody: wish', calendar: null })
  expect(body.text).toContain('December 7')
  expect(t.mails).toEqual([])
})

test('told once it is gone, for everybody; taken back it is there again; who did stands in the trail', async () => {
  const patientId = await caller()
  const [task] = await about(patientId)
  const messageId = task?.messageId ?? ''
  const tell = (told: boolean) => desk.call(messages.tellByHand, { messageId, told })
  expect((await tell(true)).status).toBe(200)
  expect((await tell(true)).status).toBe(200)
  expect(await about(patientId)).toEqual([])
  expect((await desk.call(messages.readMessage, { messageId })).body).toMatchObject({ state: 'told' })
  const entry = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['actor_role', 'patient_id'])
    .where('action', '=', 'message.tell')
    .where('subject_id', '=', messageId)
    .executeTakeFirst()
  expect(entry).toEqual({ actor_role: 'coordinator', patient_id: patientId })
  await tell(false)
  expect(await about(patientId)).toHaveLength(1)
})

test('of somebody who died nobody is asked to call, and nothing that waits for them leaves', async () => {
  const patientId = await caller()
  expect(await about(patientId)).toHaveLength(1)
  const { version } = (await desk.call(record.readRecord, { patientId })).body
  await desk.call(record.setDeath, { patientId, version, deceased: true, on: null })
  expect(await about(patientId)).toEqual([])
  await desk.call(record.setDeath, { patientId, version: version + 1, deceased: false, on: null })
  expect(await about(patientId)).toHaveLength(1)
})

test('of a confidential visit no number of the home is offered', async () => {
  const patientId = await aPatient(t.riverside.db, {
    birth_date: '2011-03-03',
    phone: '3125550145',
    email: 'home@example.org',
  })
  await book(patientId, confidential)
  expect((await waitFor(patientId))[0]).toMatchObject({ reason: 'confidential', call: null, letter: null })
})

test('a record without any e-mail makes no task of what was booked while talking', async () => {
  const patientId = await aPatient(t.riverside.db, { phone: '3125550146' })
  await book(patientId)
  // The relay has been through once the next one stands there.
  await caller()
  expect(await about(patientId)).toEqual([])
})

test('what the practice itself cancelled is told, with or without an address', async () => {
  const patientId = await aPatient(t.riverside.db, { phone: '3125550147' })
  const appointmentId = await book(patientId)
  const cancelled = { appointmentId, version: 1, reason: 'practice', note: null } as const
  expect((await desk.call(scheduling.cancelAppointment, cancelled)).status).toBe(200)
  expect((await waitFor(patientId))[0]).toMatchObject({ reason: 'no-address', call: '+13125550147' })
})

test('a later message about the same visit takes its place, and a visit that has begun asks nothing more', async () => {
  const patientId = await caller()
  const { confidentialContact: seen } = (await desk.call(relatives.listRelatives, { patientId })).body
  await desk.call(relatives.setConfidentialContact, { patientId, wish: null, seen })
  const [task] = await about(patientId)
  expect(task).toMatchObject({ reason: 'not-sent', notes: [] })
  const { appointment_id: appointmentId = '' } =
    (await t.riverside.db
      .selectFrom('message')
      .selectAll()
      .where('id', '=', task?.messageId ?? '')
      .executeTakeFirst()) ?? {}
  t.clock.set('2026-11-22T15:01:00Z')
  const cancelled = { appointmentId: appointmentId ?? '', version: 1, reason: 'patient', note: null } as const
  expect((await desk.call(scheduling.cancelAppointment, cancelled)).status).toBe(200)
  await expect.poll(() => about(patientId), { timeout: 15_000 }).toEqual([])

  const late = await caller()
  t.clock.set('2026-12-08T15:00:00Z')
  const after = await t.riverside.another('coordinator')
  expect(await about(late, after)).toEqual([])
  t.clock.set('2026-11-22T15:02:00Z')
})

test('of a restricted record it says only that there is one; nothing of another practice', async () => {
  const patientId = await caller()
  const [task] = await about(patientId)
  const messageId = task?.messageId ?? ''
  const lead = await t.riverside.as('lead')
  await t.riverside.db.updateTable('patient').set({ restriction: 'vip' }).where('id', '=', patientId).execute()
  const shut = (await untold()).find((one) => one.messageId === messageId)
  expect(shut).toMatchObject({ patient: null, reason: null, subject: '', call: null, letter: null, notes: [] })
  expect((await desk.call(messages.tellByHand, { messageId, told: true })).status).toBe(403)
  expect(await about(patientId, lead)).toHaveLength(1)

  const other = await t.lakeside.as('coordinator')
  expect(await untold(other)).toEqual([])
  expect((await other.call(messages.tellByHand, { messageId, told: true })).status).toBe(404)
})

test('what was sent is no task', async () => {
  const patientId = await aPatient(t.riverside.db, { email: 'glad@example.org' })
  await book(patientId)
  const sent = () =>
    t.riverside.db.selectFrom('message').selectAll().where('patient_id', '=', patientId).executeTakeFirst()
  await expect.poll(async () => (await sent())?.state, { timeout: 15_000 }).toBe('sent')
  expect(await about(patientId)).toEqual([])
  const answer = await desk.call(messages.tellByHand, { messageId: (await sent())?.id ?? '', told: true })
  expect(answer.refusal).toEqual({ reason: 'not-for-the-desk' })
})
