import { record, relatives, scheduling } from '@foyer/contract'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'
import { sendMessage } from './send-message.ts'

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
  await db
    .updateTable('site')
    .set({ address: JSON.stringify({ line: '1 Main St', city: 'Chicago', state: 'IL', postalCode: '60601' }) })
    .execute()
  const resourceId = await aResource(db, { siteId })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [resourceId] }]
  ordinary = await aVisitType(db, { name: 'Check-up', nameEs: 'Control', durationMinutes: 5, roles })
  const rules = { confidential: 'mental-health' as const }
  confidential = await aVisitType(db, { name: 'Talk', nameEs: 'Charla', durationMinutes: 5, roles, rules })
  place = { siteId, assignments: [{ role: 'clinician', resourceId }] }
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

const childOf = (email: string | undefined, birthDate: string) =>
  aPatient(t.riverside.db, { given: 'Luz', family: 'Morales', birth_date: birthDate, ...(email ? { email } : {}) })

async function mother(patientId: string, email: string): Promise<string> {
  const person = { given: 'Ana', family: 'Morales', relationship: 'mother', email, language: 'es' }
  const { body } = await desk.call(relatives.addRelative, { patientId, ...person })
  await desk.call(relatives.grantAuthority, {
    patientId,
    relatedPersonId: body.id,
    kind: 'parent',
    periodStart: '2020-01-01',
  })
  return body.id
}

async function book(patientId: string, visitTypeId = ordinary): Promise<string> {
  minute += 5
  const start = new Date(Date.UTC(2026, 11, 7, 15, minute)).toISOString().replace('.000', '')
  const answer = await desk.call(scheduling.bookAppointment, { ...place, patientId, visitTypeId, start })
  expect(answer.status).toBe(200)
  return answer.body.id
}

/** Where messages about a visit went, once the relay has been through. */
async function sentAbout(appointmentId: string) {
  // A message of somebody whom nothing stands against, booked afterwards, shows that the turn has come.
  const last = `last.${minute}@example.org`
  await book(await aPatient(t.riverside.db, { email: last }))
  await expect.poll(() => t.mails.some(({ to }) => to === last), { timeout: 15_000 }).toBe(true)
  return t.riverside.db
    .selectFrom('message')
    .select(['to_address', 'language', 'body', 'state', 'related_person_id'])
    .where('appointment_id', '=', appointmentId)
    .execute()
}

test('of a child’s visit the mother hears, in Spanish, and whom it is about', async () => {
  const patientId = await childOf('luz@example.org', '2017-03-03')
  const id = await mother(patientId, 'ana@example.org')
  const [message, ...more] = await sentAbout(await book(patientId))
  expect(more).toEqual([])
  expect(message).toMatchObject({ to_address: 'ana@example.org', language: 'es', related_person_id: id })
  expect(message?.body).toMatch(/^Hola, Ana:\n\nLe escribimos por Luz\.\n/)
})

test('of a grown child’s visit she hears nothing, even where the record knows no other address than hers', async () => {
  const patientId = await childOf('Ana2@example.org', '2008-11-22')
  await mother(patientId, 'ana2@example.org')
  expect(await sentAbout(await book(patientId))).toMatchObject([{ to_address: '', state: 'failed' }])
  expect(t.mails.filter(({ to }) => to.toLowerCase() === 'ana2@example.org')).toEqual([])
})

test('of a teenager’s confidential visit nobody hears, until the teenager names an address', async () => {
  const patientId = await childOf('family@example.org', '2011-03-03')
  await mother(patientId, 'ana3@example.org')
  expect(await sentAbout(await book(patientId, confidential))).toMatchObject([{ to_address: '', state: 'failed' }])
  await desk.call(relatives.setConfidentialContact, { patientId, wish: { ways: ['email'], email: 'me@example.org' } })
  expect(await sentAbout(await book(patientId, confidential))).toMatchObject([
    { to_address: 'me@example.org', related_person_id: null },
  ])
  expect(t.mails.filter(({ to }) => ['family@example.org', 'ana3@example.org'].includes(to))).toEqual([])
})

test('who asked to be called and nothing else gets no e-mail', async () => {
  const patientId = await aPatient(t.riverside.db, { email: 'quiet@example.org', phone: '3125550144' })
  await desk.call(relatives.setConfidentialContact, { patientId, wish: { ways: ['call'] } })
  expect(await sentAbout(await book(patientId))).toMatchObject([{ to_address: '', state: 'failed' }])
  expect(t.mails.filter(({ to }) => to === 'quiet@example.org')).toEqual([])
})

test('what waits for somebody who died does not leave, nor does what comes after', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { email: 'gone@example.org' })
  const appointmentId = await book(patientId)
  const [first] = await sentAbout(appointmentId)
  expect(first).toMatchObject({ to_address: 'gone@example.org' })
  const before = t.mails.filter(({ to }) => to === 'gone@example.org').length
  const { version } = (await desk.call(record.readRecord, { patientId })).body
  expect((await desk.call(record.setDeath, { patientId, version, deceased: true, on: null })).status).toBe(200)
  const id = t.clock.id()
  const text = { language: 'en', subject: 'Your visit', body: 'See you' }
  await db
    .insertInto('message')
    .values({ id, patient_id: patientId, to_address: 'gone@example.org', ...text, created_at: '2026-11-22T15:00:00Z' })
    .execute()
  await sendMessage({ db, now: () => t.clock.now(), mailer: { send: async (mail) => void t.mails.push(mail) } }, id)
  const kept = await db.selectFrom('message').select(['state', 'problem']).where('id', '=', id).executeTakeFirst()
  expect(kept).toEqual({ state: 'failed', problem: 'address not allowed' })
  const cancelled = { appointmentId, version: 1, reason: 'deceased', note: null } as const
  expect((await desk.call(scheduling.cancelAppointment, cancelled)).status).toBe(200)
  const about = await sentAbout(appointmentId)
  expect(about.filter(({ to_address: to }) => to === 'gone@example.org')).toHaveLength(1)
  expect(t.mails.filter(({ to }) => to === 'gone@example.org')).toHaveLength(before)
})

test('a message that came round the addressing, or whose ground has gone since, does not leave', async () => {
  const { db } = t.riverside
  const patientId = await childOf('luz5@example.org', '2017-03-03')
  await mother(patientId, 'ana5@example.org')
  const write = async (to: string) => {
    const id = t.clock.id()
    const text = { language: 'en', subject: 'About Luz', body: 'Luz' }
    await db
      .insertInto('message')
      .values({ id, patient_id: patientId, to_address: to, ...text, created_at: '2026-11-22T15:00:00Z' })
      .execute()
    const mailer = { send: async (mail: { to: string }) => void sent.push(mail.to) }
    await sendMessage({ db, now: () => t.clock.now(), mailer }, id)
    return db.selectFrom('message').select(['state', 'problem']).where('id', '=', id).executeTakeFirst()
  }
  const sent: string[] = []
  expect(await write('stranger@example.org')).toEqual({ state: 'failed', problem: 'address not allowed' })
  expect((await write('ana5@example.org'))?.state).toBe('sent')
  await desk.call(relatives.setConfidentialContact, { patientId, wish: { ways: ['in-person'] } })
  expect((await write('ana5@example.org'))?.state).toBe('failed')
  expect(sent).toEqual(['ana5@example.org'])
})

test('no other file writes a message, or hands a mail about a patient to the mail server', () => {
  const root = new URL('..', import.meta.url).pathname
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.') && !name.endsWith('testing.ts'),
  )
  const having = (words: RegExp) =>
    files.filter((name) => words.test(readFileSync(`${root}/${name}`, 'utf8'))).toSorted()
  expect(having(/insertInto\('message'\)/)).toEqual(['messages/store.ts'])
  // A code to an address that somebody typed says nothing of any record.
  expect(having(/mailer\??\.send\(/)).toEqual(['messages/send-message.ts', 'self-booking/say-who.ts'])
})
