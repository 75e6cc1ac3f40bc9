import { patients, relatives, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aDocument, aSiteIn, aVisitFor } from './testing.ts'

let t: TestApp
let desk: TestClient
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-28T16:00:00Z')
  desk = await t.riverside.as('coordinator')
  await aSiteIn(t.riverside.db, 'IL')
})
afterAll(() => t.stop())
beforeEach(async () => {
  t.clock.set('2026-11-28T16:00:00Z')
  patientId = await aPatient(t.riverside.db, { given: 'Luz', family: 'Morales', birth_date: '2011-03-03' })
})

const ana = { given: 'Ana', family: 'Morales', relationship: 'mother' }

async function add(person: object = ana): Promise<string> {
  const { status, body } = await desk.call(relatives.addRelative, { patientId, ...ana, ...person })
  expect(status).toBe(200)
  return body.id
}
const list = async () => (await desk.call(relatives.listRelatives, { patientId })).body
const mayTell = async (relatedPersonId: string) =>
  (await desk.call(relatives.askMayTell, { patientId, relatedPersonId })).body
const answersOf = (told: Awaited<ReturnType<typeof mayTell>>, answer = 'yes') =>
  told.answers.flatMap((one) => (one.answer === answer ? one.scope : []))

test('a relative by themselves may nothing; a mother decides, until her child is of age', async () => {
  const relatedPersonId = await add({
    phone: '(312) 555-0190',
    email: 'ana@example.org',
    language: 'es',
    emergencyRank: 1,
  })
  expect(await mayTell(relatedPersonId)).toMatchObject({ level: 'nothing', name: 'Ana Morales' })
  const granted = await desk.call(relatives.grantAuthority, { patientId, relatedPersonId, kind: 'parent' })
  expect(granted.body).toMatchObject({
    phone: '+13125550190',
    level: 'acts',
    authorities: [{ kind: 'parent', state: 'in-force', periodStart: '2026-11-28', needsProof: false }],
  })
  expect(answersOf(await mayTell(relatedPersonId))).toContain('decide')
  expect(await list()).toMatchObject({
    writesTo: { kind: 'to', name: 'Ana', language: 'es', relatedPersonId },
    age: { years: 15, isMinor: true, majority: 18, ofAgeOn: '2029-03-03', states: ['IL'], isKnown: true },
  })
})

test('it ends by itself with the birthday, by the clock where the patient is seen', async () => {
  const teen = await aPatient(t.riverside.db, { given: 'Sol', birth_date: '2008-11-29' })
  const { id: relatedPersonId } = (await desk.call(relatives.addRelative, { patientId: teen, ...ana })).body
  await desk.call(relatives.grantAuthority, { patientId: teen, relatedPersonId, kind: 'parent' })
  // In Chicago still the 28th, then the 29th.
  t.clock.set('2026-11-29T05:59:00Z')
  const late = await t.riverside.another('coordinator')
  const ask = async () => (await late.call(relatives.askMayTell, { patientId: teen, relatedPersonId })).body.level
  expect(await ask()).toBe('acts')
  t.clock.set('2026-11-29T06:00:00Z')
  expect(await ask()).toBe('nothing')
  const [one] = (await late.call(relatives.listRelatives, { patientId: teen })).body.relatives
  expect(one?.authorities[0]?.state).toBe('of-age')
  const again = await late.call(relatives.grantAuthority, { patientId: teen, relatedPersonId, kind: 'parent' })
  expect(again.refusal).toEqual({ reason: 'of-age' })
})

test('the page of the person says the same in one word', async () => {
  const relatedPersonId = await add()
  const scopes = ['schedule'] as const
  await desk.call(relatives.grantAuthority, { patientId, relatedPersonId, kind: 'may-know', scopes: [...scopes] })
  const page = (await desk.call(patients.readPatient, { patientId })).body
  expect(page.relatedPersons).toMatchObject([{ id: relatedPersonId, mayKnow: 'times' }])
})

test('a guardian without the document is told of times only, with it decides; a document of another is none', async () => {
  const relatedPersonId = await add({ relationship: 'guardian' })
  await desk.call(relatives.grantAuthority, { patientId, relatedPersonId, kind: 'guardian' })
  expect(answersOf(await mayTell(relatedPersonId))).toEqual(['schedule'])
  const authorityId = (await list()).relatives[0]?.authorities[0]?.id ?? ''
  const elsewhere = await aDocument(t.riverside.db, await aPatient(t.riverside.db))
  const wrong = await desk.call(relatives.proveAuthority, { patientId, authorityId, documentId: elsewhere })
  expect(wrong.refusal).toEqual({ reason: 'unknown-document' })
  const documentId = await aDocument(t.riverside.db, patientId)
  const proved = await desk.call(relatives.proveAuthority, { patientId, authorityId, documentId })
  expect(proved.body).toMatchObject({ level: 'acts', authorities: [{ documentId, state: 'in-force' }] })
  await t.riverside.db.updateTable('document').set({ removed_at: '2026-11-28T16:00:00Z' }).execute()
  expect((await mayTell(relatedPersonId)).level).toBe('times')
})

test('what was ended allows nothing from that moment, and is not ended twice', async () => {
  const relatedPersonId = await add()
  await desk.call(relatives.grantAuthority, { patientId, relatedPersonId, kind: 'parent', periodStart: '2020-01-01' })
  const authorityId = (await list()).relatives[0]?.authorities[0]?.id ?? ''
  const end = { patientId, authorityId, reason: 'Custody changed' }
  expect((await desk.call(relatives.endAuthority, { ...end, lastDay: '2019-12-31' })).refusal?.reason).toBe(
    'period-backwards',
  )
  expect((await desk.call(relatives.endAuthority, end)).body).toMatchObject({
    level: 'nothing',
    authorities: [{ state: 'ended', periodEnd: '2026-11-27', endedReason: 'Custody changed' }],
  })
  expect((await desk.call(relatives.endAuthority, end)).refusal).toEqual({ reason: 'ended-already', on: '2026-11-27' })
  const { changes } = (await desk.call(restricted.listChanges, { patientId })).body
  expect(changes.filter(({ field }) => field === 'authority')).toHaveLength(2)
})

test('what a kind cannot cover, a period that runs backwards and a number that is none are refused', async () => {
  const relatedPersonId = await add()
  const grant = { patientId, relatedPersonId, kind: 'guarantor' } as const
  expect((await desk.call(relatives.grantAuthority, { ...grant, scopes: ['billing', 'decide'] })).refusal).toEqual({
    reason: 'beyond-kind',
    scopes: ['decide'],
  })
  const period = { periodStart: '2026-02-01', periodEnd: '2026-01-01' }
  expect((await desk.call(relatives.grantAuthority, { ...grant, ...period })).refusal?.reason).toBe('period-backwards')
  const bad = (more: object) => desk.call(relatives.addRelative, { patientId, ...ana, ...more })
  expect((await bad({ phone: '12' })).refusal?.reason).toBe('phone-unreadable')
  expect((await bad({ relativeId: patientId })).refusal?.reason).toBe('unknown-relative')
  expect((await bad(period)).refusal?.reason).toBe('period-backwards')
})

test('who is ruled out is told nothing, and every asking stands in the trail', async () => {
  const relatedPersonId = await add({ barred: 'court-order' })
  await desk.call(relatives.grantAuthority, { patientId, relatedPersonId, kind: 'parent' })
  expect(await mayTell(relatedPersonId)).toMatchObject({ level: 'nothing', barred: 'court-order' })
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['patient_id', 'subject_id', 'reason', 'actor_id'])
    .where('action', '=', 'relative.may-tell')
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  expect(trail).toEqual([
    { patient_id: patientId, subject_id: relatedPersonId, reason: 'nothing', actor_id: desk.staffId },
  ])
})

test('of a coming visit for a confidential service a mother is not to hear', async () => {
  const relatedPersonId = await add()
  await desk.call(relatives.grantAuthority, { patientId, relatedPersonId, kind: 'parent' })
  const ordinary = await aVisitFor(t.riverside.db, patientId, { start: '2026-12-01T16:00:00Z' })
  const kept = await aVisitFor(t.riverside.db, patientId, {
    start: '2026-12-02T16:00:00Z',
    confidential: 'mental-health',
  })
  const told = await mayTell(relatedPersonId)
  expect(told.keepSilent).toEqual([kept])
  expect(told.keepSilent).not.toContain(ordinary)
  const permitted = { patientId, relatedPersonId, kind: 'may-know', scopes: ['schedule', 'confidential'] } as const
  await desk.call(relatives.grantAuthority, { ...permitted, scopes: [...permitted.scopes] })
  expect((await mayTell(relatedPersonId)).keepSilent).toEqual([])
})

test('the household: those with the same phone or home, without who may not be seen', async () => {
  const { db } = t.riverside
  const address = { line: '12 Elm St', city: 'Springfield', state: 'IL', postalCode: '62701-1234' }
  const one = await aPatient(db, { given: 'Ana', phone: '3125550191', address })
  const home = await aPatient(db, {
    given: 'Luz',
    birth_date: '2011-03-03',
    address: { ...address, line: ' 12 ELM Street' },
  })
  const phone = await aPatient(db, { given: 'Rosa', birth_date: '1950-01-01', phone: '3125550191' })
  // Of a home that is known in part nobody knows whether it is theirs; a neighbour has another number.
  await aPatient(db, { given: 'Part', address: { ...address, line: '' } })
  await aPatient(db, { given: 'Next', address: { ...address, line: '12 Elm St Apt 4' } })
  const shut = await aPatient(db, { given: 'Vera', phone: '3125550191', address, restriction: 'vip' })
  await desk.call(relatives.addRelative, { ...ana, patientId: one, relationship: 'daughter', relativeId: home })
  const { body } = await desk.call(relatives.listHousehold, { patientId: one })
  expect(body.people.map(({ id, same, relationship }) => ({ id, same, relationship }))).toEqual([
    { id: phone, same: ['phone'], relationship: null },
    { id: home, same: ['address'], relationship: 'daughter' },
  ])
  const officer = await t.riverside.as('lead')
  const seen = (await officer.call(relatives.listHousehold, { patientId: one })).body.people.map(({ id }) => id)
  expect(seen).toContain(shut)
  // Nor is a relative's own record named to who may not open it.
  await officer.call(relatives.addRelative, { ...ana, patientId: one, relativeId: shut })
  const named = (await desk.call(relatives.listRelatives, { patientId: one })).body.relatives
  expect(named.flatMap(({ relative }) => relative?.id ?? [])).toEqual([home])
  const own = await desk.call(relatives.addRelative, { ...ana, patientId: one, relativeId: shut })
  expect(own.problem).toBe('restricted')
  // Nor does who is not shown it take it away by changing something else; who is shown it does.
  const recordOf = async () =>
    (await officer.call(relatives.listRelatives, { patientId: one })).body.relatives.find(
      ({ relative }) => relative?.id !== home,
    )
  const person = await recordOf()
  const change = { ...ana, patientId: one, relatedPersonId: person?.id ?? '', version: 1, phone: '312-555-0198' }
  expect((await desk.call(relatives.changeRelative, change)).body).toMatchObject({ relative: null })
  expect(await recordOf()).toMatchObject({ phone: '+13125550198', relative: { id: shut } })
  await officer.call(relatives.changeRelative, { ...change, version: 2 })
  expect((await recordOf())?.relative).toBeNull()
})

test('a window opened before somebody was ruled out does not let them in again', async () => {
  const relatedPersonId = await add({ phone: '(312) 555-0190' })
  const change = (more: object) =>
    desk.call(relatives.changeRelative, { patientId, relatedPersonId, ...ana, version: 1, ...more })
  const barred = await change({ barred: 'endangers' })
  expect(barred.body).toMatchObject({ barred: 'endangers', version: 2 })
  const stale = await change({ phone: '(312) 555-0191' })
  expect(stale.refusal).toEqual({ reason: 'changed-meanwhile', version: 2 })
  expect((await list()).relatives).toMatchObject([{ barred: 'endangers', phone: null }])
  expect((await change({ version: 2, barred: 'endangers', phone: '(312) 555-0191' })).body.version).toBe(3)
})

test('of two who note how to reach somebody, or since when they are of age, the second is told of the first', async () => {
  const wish = { ways: ['call' as const], phone: '(312) 555-0190' }
  const set = (more: object) => desk.call(relatives.setConfidentialContact, { patientId, wish, ...more })
  expect((await set({})).status).toBe(200)
  const seen = (await list()).confidentialContact
  expect((await set({ wish: { ways: ['in-person'] } })).refusal).toEqual({ reason: 'changed-meanwhile' })
  expect((await set({ wish: null })).refusal).toEqual({ reason: 'changed-meanwhile' })
  expect((await list()).confidentialContact).toEqual(seen)
  expect((await set({ wish: null, seen })).status).toBe(200)
  expect((await set({ seen })).refusal).toEqual({ reason: 'changed-meanwhile' })

  const decide = (on: string | null, before: string | null) =>
    desk.call(relatives.setEmancipation, { patientId, on, reason: 'Court order shown', seen: before })
  expect((await decide('2026-11-01', null)).status).toBe(200)
  expect((await decide('2026-10-01', null)).refusal).toEqual({ reason: 'changed-meanwhile' })
  expect((await decide(null, '2026-11-01')).status).toBe(200)
})

test('a wish needs ways that lead somewhere, stands in the history and is taken back', async () => {
  const set = async (wish: object | null) => {
    const { confidentialContact: seen } = await list()
    return desk.call(relatives.setConfidentialContact, { patientId, wish, seen } as never)
  }
  expect((await set({ ways: ['email'] })).refusal).toEqual({ reason: 'way-without-address', way: 'email' })
  expect((await set({ ways: ['call'], phone: '1' })).refusal).toEqual({ reason: 'phone-unreadable' })
  expect((await set({ ways: ['email'], email: 'me@example.org', remarks: 'After school' })).status).toBe(200)
  expect(await list()).toMatchObject({
    confidentialContact: { ways: ['email'], email: 'me@example.org' },
    writesTo: { kind: 'to', relatedPersonId: null },
  })
  const { changes } = (await desk.call(restricted.listChanges, { patientId })).body
  expect(changes[0]).toMatchObject({ field: 'confidentialContact', after: ['email', 'me@example.org', 'After school'] })
  await set(null)
  expect((await list()).confidentialContact).toBeNull()
})

test('from the day of emancipation no parent decides', async () => {
  const relatedPersonId = await add()
  await desk.call(relatives.grantAuthority, { patientId, relatedPersonId, kind: 'parent' })
  await desk.call(relatives.setEmancipation, { patientId, on: '2026-11-28', reason: 'Court order shown' })
  expect(await list()).toMatchObject({ age: { isMinor: false, emancipatedOn: '2026-11-28' } })
  expect((await list()).relatives[0]).toMatchObject({ level: 'nothing', authorities: [{ state: 'emancipated' }] })
})

test('a junior looks and asks, and changes nothing; another practice has no such people', async () => {
  const relatedPersonId = await add()
  const junior = await t.riverside.as('junior')
  expect((await junior.call(relatives.askMayTell, { patientId, relatedPersonId })).status).toBe(200)
  expect((await junior.call(relatives.grantAuthority, { patientId, relatedPersonId, kind: 'parent' })).problem).toBe(
    'not-allowed',
  )
  const other = await t.lakeside.as('manager')
  const theirs = await aPatient(t.lakeside.db)
  expect((await other.call(relatives.listRelatives, { patientId })).status).toBe(404)
  expect((await other.call(relatives.askMayTell, { patientId: theirs, relatedPersonId })).status).toBe(404)
  const wrong = await aPatient(t.riverside.db)
  expect((await desk.call(relatives.askMayTell, { patientId: wrong, relatedPersonId })).status).toBe(404)
  expect(
    (await desk.call(relatives.changeRelative, { patientId: wrong, relatedPersonId, version: 1, ...ana })).status,
  ).toBe(404)
})

test('the desk has the last word on who belongs to a household, on both pages, and takes it back', async () => {
  const { db } = t.riverside
  const one = await aPatient(db, { given: 'Ana', phone: '3125550177' })
  const neighbour = await aPatient(db, { given: 'Rosa', phone: '3125550177' })
  const cousin = await aPatient(db, { given: 'Luis' })
  const household = async (patientId: string) =>
    (await desk.call(relatives.listHousehold, { patientId })).body.people.map(({ id, same }) => [id, same])
  const decide = async (memberId: string, belongs: boolean | null, at = one) =>
    desk.call(relatives.decideHousehold, { patientId: at, memberId, belongs })
  expect(await household(one)).toEqual([[neighbour, ['phone']]])
  expect((await decide(neighbour, false)).body).toEqual({ before: null })
  expect((await decide(cousin, true)).body).toEqual({ before: null })
  expect(await household(one)).toEqual([[cousin, ['noted']]])
  expect(await household(neighbour)).toEqual([])
  expect(await household(cousin)).toEqual([[one, ['noted']]])
  t.clock.set('2026-11-28T16:05:00Z')
  expect((await decide(one, false, cousin)).body).toEqual({ before: true })
  expect((await decide(neighbour, null)).body).toEqual({ before: false })
  expect(await household(one)).toEqual([[neighbour, ['phone']]])
  expect((await decide(one, true)).refusal).toEqual({ reason: 'same-person' })
  expect((await decide(t.clock.id(), true)).problem).toBe('not-found')
  const shut = await aPatient(db, { given: 'Vera', restriction: 'vip' })
  expect((await decide(shut, true)).problem).toBe('restricted')
  const merged = await aPatient(db, { given: 'Old', merged_into: cousin })
  expect((await decide(merged, true)).problem).toBe('not-found')
  const told = (await desk.call(restricted.listChanges, { patientId: one })).body.changes
  expect(JSON.stringify(told)).not.toContain('Luis')
})
