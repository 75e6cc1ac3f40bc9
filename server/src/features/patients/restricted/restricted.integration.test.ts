import { audit, calls, messages, patients, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../testing.ts'

let t: TestApp
let desk: TestClient
let officer: TestClient
let nobody: string
let person: string

const marks = ['Aurelia', 'Zwicky', 'Rela', '1951-08-09', '0041', '5550177', '0177', 'zwicky@example.org', 'Halde 4']

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:00:00Z')
  desk = await t.riverside.as('coordinator')
  officer = await t.riverside.as('lead')
})
afterAll(() => t.stop())

beforeEach(async () => {
  const { db } = t.riverside
  for (const table of ['message', 'contact_point', 'coverage', 'break_glass', 'patient_change'] as const)
    await db.deleteFrom(table).execute()
  await db.updateTable('patient').set({ merged_into: null }).execute()
  await db.deleteFrom('patient').execute()
  t.clock.set('2026-11-23T15:00:00Z')
  person = await aPatient(db, {
    given: 'Aurelia',
    family: 'Zwicky',
    preferred: 'Rela',
    birth_date: '1951-08-09',
    phone: '3125550177',
    email: 'zwicky@example.org',
    address: { line: 'Halde 4', city: 'Springfield', state: 'IL', postalCode: '62701' },
  })
  nobody = t.clock.id()
  const answer = await officer.call(restricted.restrictPatient, {
    patientId: person,
    restriction: 'vip',
    reason: 'Known from the news',
  })
  expect(answer.body).toEqual({ restriction: 'vip' })
})

function open(client: TestClient, patientId = person) {
  return client.call(restricted.breakGlass, { patientId, reason: 'treatment' })
}

test('no question but one that names the person in full tells that there is one, and then nothing more', async () => {
  const mrn = (await officer.call(patients.readPatient, { patientId: person })).body.patient.mrn
  for (const q of [
    'zwicky',
    'aurelia zwicky',
    'zwick',
    'zwikcy',
    '8/9/1951',
    'zwi 8/9/1951',
    'zwicky 1951',
    '312 555 0177',
    '0177',
    'zwicky@example.org',
    mrn,
  ]) {
    const { status, body } = await desk.call(patients.searchPatients, { q })
    expect([q, status, body]).toEqual([q, 200, { patients: [], restricted: [] }])
  }
  for (const q of ['aurelia zwicky 8/9/1951', '9 aug 1951 ZWICKY, Rela']) {
    const { body, raw } = await desk.call(patients.searchPatients, { q })
    expect([q, body]).toEqual([q, { patients: [], restricted: [{ id: person }] }])
    expect(marks.filter((mark) => raw.toString().includes(mark))).toEqual([])
  }
  expect((await officer.call(patients.searchPatients, { q: 'zwicky' })).body.patients).toHaveLength(1)
})

test('a page of results is as long as without the restricted one', async () => {
  for (const given of ['Ada', 'Bea', 'Zoe']) await aPatient(t.riverside.db, { given, family: 'Zwicky' })
  const { body } = await desk.call(patients.searchPatients, { q: 'zwicky', limit: 3 })
  expect(body.patients.map((one) => one.name.given)).toEqual(['Ada', 'Bea', 'Zoe'])
})

test('everything of the record answers that it is restricted, and says nothing else', async () => {
  const coverageId = await aCoverage(t.riverside.db, { patient_id: person })
  const body = { name: { given: 'A', family: 'B' }, birthDate: '1990-01-01', version: 1 }
  const payerId = (await t.riverside.db.selectFrom('payer').select('id').executeTakeFirstOrThrow()).id
  const answers = [
    await desk.call(patients.readPatient, { patientId: person }),
    await desk.call(patients.changePatient, { patientId: person, ...body }),
    await desk.call(patients.addCoverage, { patientId: person, payerId }),
    await desk.call(patients.changeCoverage, { patientId: person, coverageId, payerId, version: 1 }),
    await desk.call(patients.checkCoverage, { patientId: person, coverageId, source: 'card' }),
    await desk.call(restricted.listChanges, { patientId: person }),
  ]
  for (const answer of answers) {
    expect([answer.status, answer.problem]).toEqual([403, 'restricted'])
    expect(marks.filter((mark) => answer.raw.toString().includes(mark))).toEqual([])
  }
  // Of an id that is nobody's there is nothing, restricted or not: an id is no key, and none can be guessed.
  expect((await desk.call(patients.readPatient, { patientId: nobody })).status).toBe(404)
})

test('every endpoint that names a patient in its path passes the gate', async () => {
  const { endpoints } = await import('@foyer/contract')
  const gated = [...endpoints].filter(([, spec]) => spec.path.includes(':patientId') && !spec.opensRestricted)
  expect(gated.length).toBeGreaterThan(6)
  for (const [name, spec] of gated) {
    const answer = await desk.call(spec, {
      patientId: person,
      coverageId: nobody,
      reason: 'x',
      restriction: null,
    })
    // Who lacks the right is sent away before; what is not understood shows nothing either.
    expect([name, [403, 422].includes(answer.status)]).toEqual([name, true])
  }
})

test('registering the same person tells that a restricted record fits, registering somebody alike does not', async () => {
  const body = { name: { given: 'Aurelia', family: 'Zwicky' }, birthDate: '1951-08-09', phone: '3125550177' }
  const same = await desk.call(patients.registerPatient, body)
  expect(same.refusal).toEqual({ reason: 'possible-duplicate', candidates: [], restricted: [{ id: person }] })
  const alike = await desk.call(patients.registerPatient, { ...body, name: { given: 'Aurel', family: 'Zwickly' } })
  expect(alike.status).toBe(200)
  const seen = await officer.call(patients.registerPatient, { ...body, email: 'zwicky@example.org' })
  expect(seen.refusal).toMatchObject({ reason: 'possible-duplicate', restricted: [] })
})

test('a ringing phone, a message and a household do not give them away', async () => {
  const { db } = t.riverside
  const other = await aPatient(db, { given: 'Ben', family: 'Roth', phone: '3125550177' })
  const phone = await t.riverside.as('integrator')
  await phone.call(calls.postCall, { externalId: 'r-1', event: 'ringing', from: '+13125550177' })
  const rung = (await desk.call(calls.listCalls, {})).body.calls
  expect(rung.flatMap((call) => call.candidates.map((one) => one.id))).toEqual([other])
  expect((await officer.call(calls.listCalls, {})).body.calls[0]?.candidates).toHaveLength(2)
  expect((await desk.call(calls.endCall, { callId: rung[0]?.id ?? '', patientId: person })).problem).toBe('restricted')

  expect((await desk.call(patients.readPatient, { patientId: other })).body.sharedPhoneWith).toEqual([])
  expect((await officer.call(patients.readPatient, { patientId: other })).body.sharedPhoneWith).toHaveLength(1)

  const messageId = t.clock.id()
  await db
    .insertInto('message')
    .values({
      id: messageId,
      patient_id: person,
      to_address: 'zwicky@example.org',
      language: 'de',
      subject: 'For Aurelia',
      body: 'Dear Aurelia',
      created_at: t.clock.now().toString(),
    })
    .execute()
  const list = await desk.call(messages.listMessages, {})
  expect(list.body.messages).toMatchObject([{ id: messageId, restricted: true, patientName: '', to: '', subject: '' }])
  const read = await desk.call(messages.readMessage, { messageId })
  expect(read.problem).toBe('restricted')
  for (const { raw } of [list, read])
    expect(marks.filter((mark) => raw.toString().includes(mark) && mark !== '0041')).toEqual([])
  expect((await officer.call(messages.readMessage, { messageId })).body.text).toBe('Dear Aurelia')
})

test('the glass is broken with a reason, for two hours, by one person for one record', async () => {
  const other = await aPatient(t.riverside.db, { given: 'Ida', family: 'Frei', restriction: 'staff' })
  const colleague = await t.riverside.another('coordinator')
  expect((await desk.call(restricted.breakGlass, { patientId: person, reason: 'other' })).refusal).toEqual({
    reason: 'remarks-missing',
  })
  const broken = await open(desk)
  expect(broken.status).toBe(200)
  expect(Date.parse(broken.body.until) - t.clock.now().epochMilliseconds).toBeGreaterThan(2 * 3_600_000 - 60_000)

  const page = await desk.call(patients.readPatient, { patientId: person })
  expect(page.body.privacy).toEqual({
    restriction: 'vip',
    openUntil: broken.body.until,
    canRestrict: false,
    canReview: false,
  })
  expect((await desk.call(patients.searchPatients, { q: 'zwicky' })).body.patients).toHaveLength(1)
  expect((await colleague.call(patients.readPatient, { patientId: person })).problem).toBe('restricted')
  expect((await desk.call(patients.readPatient, { patientId: other })).problem).toBe('restricted')

  await t.riverside.db.updateTable('break_glass').set({ until: t.clock.now().toString() }).execute()
  expect((await desk.call(patients.readPatient, { patientId: person })).problem).toBe('restricted')
  expect((await desk.call(patients.searchPatients, { q: 'zwicky' })).body.patients).toEqual([])
})

test('a record that leads to a restricted one is as shut as that, and the reason opens both', async () => {
  const merged = await aPatient(t.riverside.db, { given: 'Aurélie', family: 'Zwicky', merged_into: person })
  expect((await desk.call(patients.readPatient, { patientId: merged })).problem).toBe('restricted')
  expect((await open(desk, merged)).status).toBe(200)
  for (const patientId of [merged, person])
    expect((await desk.call(patients.readPatient, { patientId })).status).toBe(200)
})

test('what is not restricted needs no glass, and an ordinary record is open to all', async () => {
  const plain = await aPatient(t.riverside.db, { given: 'Ida', family: 'Frei' })
  expect((await open(desk, plain)).refusal).toEqual({ reason: 'not-restricted' })
  expect((await open(desk, nobody)).problem).toBe('not-found')
  await officer.call(restricted.restrictPatient, { patientId: person, restriction: null, reason: 'No longer here' })
  expect((await desk.call(patients.readPatient, { patientId: person })).status).toBe(200)
  expect(
    (await desk.call(restricted.restrictPatient, { patientId: plain, restriction: 'vip', reason: 'x' })).problem,
  ).toBe('not-allowed')
})

test('openings are looked at by the officer, once, and never by who opened', async () => {
  const { body } = await open(desk)
  await desk.call(patients.readPatient, { patientId: person })
  await desk.call(patients.readPatient, { patientId: person })
  const list = await officer.call(restricted.listBrokenGlass, {})
  expect(list.body.unreviewed).toBe(1)
  expect(list.body.openings).toMatchObject([
    {
      id: body.id,
      patient: { id: person },
      staffName: 'Test coordinator',
      reason: 'treatment',
      did: [
        { action: 'patient.break-glass', times: 1 },
        { action: 'patient.read', times: 2 },
      ],
      review: null,
      own: false,
    },
  ])
  const review = { openingId: body.id, finding: 'not-in-order' as const }
  expect((await desk.call(restricted.reviewBrokenGlass, review)).problem).toBe('not-allowed')
  expect((await officer.call(restricted.reviewBrokenGlass, review)).refusal).toEqual({ reason: 'remarks-missing' })
  expect((await officer.call(restricted.reviewBrokenGlass, { ...review, remarks: 'No visit' })).status).toBe(200)
  expect((await officer.call(restricted.reviewBrokenGlass, { ...review, finding: 'in-order' })).refusal).toEqual({
    reason: 'reviewed-already',
    by: 'Test lead',
    finding: 'not-in-order',
  })
  expect((await officer.call(restricted.listBrokenGlass, {})).body).toMatchObject({ unreviewed: 0, openings: [] })
  expect((await officer.call(restricted.listBrokenGlass, { state: 'reviewed' })).body).toMatchObject({
    unreviewed: 0,
    openings: [{ review: { by: 'Test lead', finding: 'not-in-order', remarks: 'No visit' } }],
  })

  const own = await open(officer)
  expect(
    (await officer.call(restricted.reviewBrokenGlass, { openingId: own.body.id, finding: 'in-order' })).refusal,
  ).toEqual({ reason: 'own-opening' })
})

test('the trail says who broke the glass and why, who was kept out, and who marked the record', async () => {
  await desk.call(patients.readPatient, { patientId: person })
  await desk.call(restricted.breakGlass, { patientId: person, reason: 'other', remarks: 'Lost key' })
  const { entries } = (await officer.call(audit.listAudit, { patientId: person })).body
  expect(entries.map(({ action, outcome, reason }) => [action, outcome, reason])).toEqual([
    ['patient.break-glass', 'ok', 'other: Lost key'],
    ['patient.read', 'problem:restricted', null],
    ['patient.restrict', 'ok', 'Known from the news'],
  ])
})

test('who looked: those who opened the record and lists in which it stood', async () => {
  await open(desk)
  await desk.call(patients.searchPatients, { q: 'zwicky' })
  await desk.call(patients.readPatient, { patientId: person })
  const { looks, before } = (await officer.call(restricted.listLooks, { patientId: person })).body
  expect(looks.map(({ name, action, inList }) => [name, action, inList])).toEqual([
    ['Test coordinator', 'patient.read', false],
    ['Test coordinator', 'patient.search', true],
    ['Test coordinator', 'patient.break-glass', false],
    ['Test lead', 'patient.restrict', false],
  ])
  expect(before).toBeNull()
  expect((await desk.call(restricted.listLooks, { patientId: person })).problem).toBe('not-allowed')
  const list = await officer.call(restricted.printLooks, { patientId: person })
  expect([list.status, list.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
})

test('the other organization knows nothing of it, whatever id it has', async () => {
  const elsewhere = await t.lakeside.as('lead')
  for (const answer of [
    await open(elsewhere),
    await elsewhere.call(restricted.restrictPatient, { patientId: person, restriction: null, reason: 'x' }),
    await elsewhere.call(restricted.listLooks, { patientId: person }),
    await elsewhere.call(restricted.listChanges, { patientId: person }),
  ])
    expect(answer.problem).toBe('not-found')
  expect((await elsewhere.call(restricted.listBrokenGlass, {})).body).toEqual({
    openings: [],
    count: 0,
    after: null,
    unreviewed: 0,
    openers: [],
  })
})
