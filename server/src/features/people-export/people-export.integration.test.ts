import { documents, duplicates, peopleExport, planRestrictions, relatives, restricted } from '@foyer/contract'
import { readDocument, toDrafts } from '@foyer/fhir'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPdf } from '../documents/testing.ts'
import { aCoverage, aPatient } from '../patients/testing.ts'
import { aSiteIn, aVisitFor } from '../relatives/testing.ts'

let t: TestApp
let lead: TestClient
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-28T16:00:00Z')
  lead = await t.riverside.as('lead')
  await aSiteIn(t.riverside.db, 'IL')
})
afterAll(() => t.stop())
beforeEach(async () => {
  t.clock.set('2026-11-28T16:00:00Z')
  patientId = await aPatient(t.riverside.db, {
    given: 'Luz',
    family: 'Morales',
    birth_date: '2011-03-03',
    phone: '3125550188',
    email: 'luz@example.org',
    race: ['white'],
  })
  await aCoverage(t.riverside.db, { patient_id: patientId })
})

const asked = { identityCheck: 'photo-id', form: 'pdf', language: 'en' } as const

async function ask(more: object = {}, client = lead) {
  return client.call(peopleExport.requestAccess, { patientId, ...asked, ...more })
}

async function aRelative(kind: 'parent' | 'may-know' | null, person: object = {}): Promise<string> {
  const { id } = (
    await lead.call(relatives.addRelative, {
      patientId,
      given: 'Ana',
      family: 'Morales',
      relationship: 'mother',
      ...person,
    })
  ).body
  if (kind !== null) await lead.call(relatives.grantAuthority, { patientId, relatedPersonId: id, kind })
  return id
}

async function bundleOf(requestId: string) {
  const answer = await lead.call(peopleExport.readCopyFhir, { patientId, requestId })
  expect(answer.status).toBe(200)
  return answer.raw.toString('utf8')
}

test('a request is due thirty days later, is given once, and stands in the list and in the trail', async () => {
  const { body, status } = await ask()
  expect(status).toBe(200)
  expect(body).toMatchObject({ askedBy: 'Luz Morales', requestedOn: '2026-11-28', dueOn: '2026-12-28', given: null })
  const where = { patientId, requestId: body.id }
  expect((await lead.call(peopleExport.giveCopy, { ...where, delivered: 'hand' })).body.given).toMatchObject({
    delivered: 'hand',
  })
  expect((await lead.call(peopleExport.giveCopy, { ...where, delivered: 'mail' })).refusal?.reason).toBe('given-before')
  await bundleOf(body.id)
  expect((await lead.call(peopleExport.listAccessRequests, { patientId })).body.requests).toHaveLength(1)
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select('action')
    .where('patient_id', '=', patientId)
    .where('subject_id', '=', body.id)
    .where('outcome', '=', 'ok')
    .orderBy('id')
    .execute()
  expect(trail.map(({ action }) => action)).toEqual(['access-request.add', 'access-request.give', 'record.export'])
})

test('what was marked as given by mistake is due again, until the day it was due before; the trail has both', async () => {
  const { body } = await ask()
  const where = { patientId, requestId: body.id }
  await bundleOf(body.id)
  const { requests } = (await lead.call(peopleExport.listAccessRequests, { patientId })).body
  // A file that was made is not given.
  expect(requests).toMatchObject([{ id: body.id, given: null }])
  await lead.call(peopleExport.giveCopy, { ...where, delivered: 'mail' })
  t.clock.set('2026-11-28T16:10:00Z')
  expect((await lead.call(peopleExport.takeBackGiven, where)).body).toEqual({ ...body, given: null })
  expect((await lead.call(peopleExport.takeBackGiven, where)).body).toEqual({ ...body, given: null })
  const again = (await lead.call(peopleExport.giveCopy, { ...where, delivered: 'hand' })).body
  expect(again.given).toMatchObject({ delivered: 'hand' })
  expect(again.given?.at).toContain('2026-11-28T16:10')
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select('action')
    .where('subject_id', '=', body.id)
    .where('action', 'in', ['access-request.give', 'access-request.reopen'])
    .orderBy('id')
    .execute()
  expect(trail.map(({ action }) => action)).toEqual([
    'access-request.give',
    'access-request.reopen',
    'access-request.reopen',
    'access-request.give',
  ])
})

test('thirty days are civil days, over the end of a month and of summer time', async () => {
  t.clock.set('2026-10-15T03:30:00Z')
  // In Chicago it is still the fourteenth.
  expect((await ask({}, await t.riverside.another('lead'))).body).toMatchObject({
    requestedOn: '2026-10-14',
    dueOn: '2026-11-13',
  })
})

test('the patient is given everything; the bundle reads back as the same person', async () => {
  await aVisitFor(t.riverside.db, patientId, { start: '2026-12-03T16:00:00Z', confidential: 'mental-health' })
  await aRelative('parent')
  await lead.call(planRestrictions.notePlanRestriction, { patientId })
  const text = await bundleOf((await ask({ form: 'fhir' })).body.id)
  const read = readDocument(text)
  if (!read.ok) throw new Error(read.error.text)
  const { drafts, rejected } = toDrafts(read.value, { source: 'copy' })
  expect(rejected).toEqual([])
  expect(drafts.map(({ kind }) => kind).toSorted()).toEqual(['appointment', 'coverage', 'patient', 'related-person'])
  expect(drafts.find(({ kind }) => kind === 'patient')).toMatchObject({
    name: { given: ['Luz'], family: 'Morales' },
    gender: 'unknown',
  })
  expect(text).toContain('2106-3')
  expect(text).toContain('45 CFR 164.522(a)(1)(vi)')
  const pdf = await lead.call(peopleExport.readCopyPdf, {
    patientId,
    requestId: (await ask({ language: 'es' })).body.id,
  })
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
})

test('the bundle holds the files of the documents; a proxy is given none', async () => {
  const file = aPdf('a letter')
  const document = { patientId, type: 'letter', title: 'Letter', content: file.toString('base64') } as const
  const added = await lead.call(documents.addDocument, document)
  expect(added.status).toBe(200)
  const attached = (text: string) =>
    [...text.matchAll(/"title": "Letter",\s+"data": "([^"]+)"/g)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString(),
    )
  expect(attached(await bundleOf((await ask({ form: 'fhir' })).body.id))).toEqual([file.toString()])
  const relatedPersonId = await aRelative('parent')
  const theirs = await ask({ form: 'fhir', relatedPersonId })
  expect(theirs.status).toBe(200)
  expect(await bundleOf(theirs.body.id)).not.toContain('DocumentReference')
})

test('who may have a copy is asked of the authorities, also when it is read', async () => {
  const nobody = await aRelative(null)
  const friend = await aRelative('may-know', { given: 'Eva', relationship: 'friend' })
  const mother = await aRelative('parent', { given: 'Rosa' })
  for (const relatedPersonId of [nobody, friend])
    expect((await ask({ relatedPersonId })).refusal?.reason).toBe('may-not-have')
  const list = (await lead.call(peopleExport.listAccessRequests, { patientId })).body
  expect(list.mayHave.map(({ relatedPersonId }) => relatedPersonId)).toEqual([mother])
  const { id } = (await ask({ relatedPersonId: mother })).body
  await bundleOf(id)
  // Of age: what a mother could have then she cannot have now.
  await t.riverside.db.updateTable('patient').set({ birth_date: '2008-11-28' }).where('id', '=', patientId).execute()
  expect((await lead.call(peopleExport.readCopyFhir, { patientId, requestId: id })).refusal?.reason).toBe(
    'may-not-have',
  )
})

test('a copy for a proxy leaves out confidential services and ways of contact that are the patient’s alone', async () => {
  const { db } = t.riverside
  await aVisitFor(db, patientId, { start: '2026-12-03T16:00:00Z', confidential: 'mental-health' })
  const plain = await aVisitFor(db, patientId, { start: '2026-12-04T16:00:00Z' })
  const { id } = (await ask({ relatedPersonId: await aRelative('parent') })).body
  const before = await bundleOf(id)
  expect(before.match(/"resourceType": "Appointment"/g)).toHaveLength(1)
  expect(before).toContain(plain)
  expect(before).toContain('luz@example.org')
  const wish = {
    ways: ['email'],
    phone: null,
    email: 'only@example.org',
    address: null,
    leaveMessage: false,
    remarks: null,
  }
  await db
    .updateTable('patient')
    .set({ confidential_contact: JSON.stringify(wish) })
    .where('id', '=', patientId)
    .execute()
  expect(await bundleOf(id)).not.toMatch(/luz@example\.org|only@example\.org|5550188/)
})

test('nobody of another organization, of a lesser role, or without the reason for a restricted record', async () => {
  const { id: requestId } = (await ask()).body
  const stranger = await t.lakeside.as('manager')
  const theirs = await aPatient(t.lakeside.db)
  for (const owner of [patientId, theirs]) {
    const where = { patientId: owner, requestId }
    expect((await stranger.call(peopleExport.readCopyFhir, where)).problem).toBe('not-found')
    expect((await stranger.call(peopleExport.readCopyPdf, where)).problem).toBe('not-found')
    expect((await stranger.call(peopleExport.giveCopy, { ...where, delivered: 'hand' })).problem).toBe('not-found')
    expect((await stranger.call(peopleExport.takeBackGiven, where)).problem).toBe('not-found')
  }
  const other = await aPatient(t.riverside.db)
  expect((await lead.call(peopleExport.readCopyFhir, { patientId: other, requestId })).problem).toBe('not-found')
  await lead.call(restricted.restrictPatient, { patientId, restriction: 'vip', reason: 'known here' })
  const senior = await t.riverside.as('senior')
  const answer = await senior.call(peopleExport.readCopyFhir, { patientId, requestId })
  expect(answer.problem).toBe('restricted')
})

test('nothing of others is in it, and after a merge the requests stand under the survivor', async () => {
  const { db } = t.riverside
  const sister = await aPatient(db, { given: 'Zoraida', family: 'Quimper', phone: '3125550188' })
  const { id } = (await ask()).body
  const text = await bundleOf(id)
  for (const mark of ['Zoraida', 'Quimper', sister]) expect(text).not.toContain(mark)
  // A proxy is not given the other parent's number.
  const father = await aRelative('parent', { given: 'Otto', phone: '(312) 555-0166' })
  const mother = await aRelative('parent', { given: 'Rosa' })
  expect(await bundleOf((await ask({ relatedPersonId: father })).body.id)).toContain('5550166')
  expect(await bundleOf((await ask({ relatedPersonId: mother })).body.id)).not.toMatch(/5550166|Otto/)
  const twin = await aPatient(db, { given: 'Luz', family: 'Morales', birth_date: '2011-03-03' })
  const merged = await lead.call(duplicates.mergePatients, {
    patientId: twin,
    mergedId: patientId,
    version: 1,
    mergedVersion: 1,
    face: {},
  })
  expect(merged.status).toBe(200)
  const list = await lead.call(peopleExport.listAccessRequests, { patientId: twin })
  expect(list.body.requests.map((one) => one.id)).toContain(id)
})

test('what is still to be given, the soonest first, without records that the viewer may not open', async () => {
  const mine = async (client = lead) => {
    const { requests, today } = (await client.call(peopleExport.listDueCopies, {})).body
    expect(today).toBe('2027-01-05')
    return requests.filter(({ patient }) => patient.id === patientId || patient.id === other)
  }
  const other = await aPatient(t.riverside.db, { given: 'Sol', family: 'Arce', birth_date: '1980-01-01' })
  t.clock.set('2026-12-20T16:00:00Z')
  const late = await t.riverside.another('lead')
  await ask({ patientId: other }, late)
  t.clock.set('2026-12-01T16:00:00Z')
  const early = (await ask({}, await t.riverside.another('lead'))).body
  t.clock.set('2027-01-05T16:00:00Z')
  const now = await t.riverside.another('lead')
  expect(await mine(now)).toMatchObject([
    { id: early.id, patient: { id: patientId, mrn: expect.any(String) }, dueOn: '2026-12-31', isOverdue: true },
    { patient: { id: other }, askedBy: 'Sol Arce', dueOn: '2027-01-19', isOverdue: false },
  ])
  const counts = (await now.call(peopleExport.countDueCopies, {})).body
  expect(counts.overdue).toBeGreaterThanOrEqual(1)
  expect(Object.keys((await mine(now))[0]?.patient ?? {}).toSorted()).toEqual(['birthDate', 'id', 'mrn', 'name'])

  await now.call(peopleExport.giveCopy, { patientId, requestId: early.id, delivered: 'hand' })
  expect((await mine(now)).map(({ patient }) => patient.id)).toEqual([other])
  expect((await now.call(peopleExport.countDueCopies, {})).body.open).toBe(counts.open - 1)

  const coordinator = await t.riverside.another('coordinator')
  const may = await coordinator.call(peopleExport.listDueCopies, {})
  expect(may.problem).toBe('not-allowed')
})
