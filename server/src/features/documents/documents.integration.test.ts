import { documents, patients, relatives, restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, TEST_SECRET, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { sealFormerWords } from './sealing/seal-former-words.ts'
import { aPdf, aPng } from './testing.ts'

let t: TestApp
let desk: TestClient
let senior: TestClient
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
  patientId = await aPatient(t.riverside.db)
})
afterAll(() => t.stop())

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

let seed = 100
function next(): Buffer {
  seed += 1
  return aPng(seed)
}

async function added(bytes = next(), more: object = {}, to = patientId) {
  const answer = await desk.call(documents.addDocument, {
    patientId: to,
    type: 'letter',
    title: 'Letter',
    content: base64(bytes),
    ...more,
  })
  expect(answer.status).toBe(200)
  return answer.body
}

test('what was added is listed, found by words of title and content, and read as it was', async () => {
  const bytes = next()
  const small = next()
  const { document } = await added(bytes, {
    type: 'insurance-card',
    title: 'Tarjeta Ñandú',
    words: 'Member ID XQZ-4471',
    thumbnail: base64(small),
    source: 'capture',
  })
  expect(document).toMatchObject({
    type: 'insurance-card',
    title: 'Tarjeta Ñandú',
    contentType: 'image/png',
    bytes: bytes.length,
    width: 4,
    height: 4,
    createdBy: 'Test coordinator',
    source: 'capture',
    hasThumbnail: true,
  })
  const titles = async (query: object) =>
    (await desk.call(documents.listDocuments, { patientId, ...query })).body.documents.map(({ title }) => title)
  expect(await titles({ q: 'nandu' })).toEqual(['Tarjeta Ñandú'])
  expect(await titles({ q: 'xqz 44' })).toEqual(['Tarjeta Ñandú'])
  expect(await titles({ q: 'andu' })).toEqual([])
  expect(await titles({ q: '%' })).toContain('Tarjeta Ñandú')
  expect(await titles({ type: 'insurance-card' })).toEqual(['Tarjeta Ñandú'])
  expect(await titles({ type: 'photo' })).toEqual([])

  const shown = await desk.call(documents.readDocument, { patientId, documentId: document.id })
  expect(shown.raw.equals(bytes)).toBe(true)
  expect(shown.headers).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(String(shown.headers['content-disposition'])).toMatch(/^inline; filename="insurance-card-[\d-]{10}\.png"$/)
  const file = await desk.call(documents.downloadDocument, { patientId, documentId: document.id })
  expect(String(file.headers['content-disposition'])).toMatch(/^attachment; /)
  const { thumbnails } = (await desk.call(documents.readThumbnails, { patientId, ids: document.id })).body
  expect(thumbnails).toEqual([{ id: document.id, contentType: 'image/png', data: base64(small) }])
})

test('each look stands in the trail and in "who looked at this record"', async () => {
  const { document } = await added()
  const clinician = await t.riverside.as('clinician')
  await clinician.call(documents.readDocument, { patientId, documentId: document.id })
  await clinician.call(documents.downloadDocument, { patientId, documentId: document.id })
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['action', 'outcome', 'patient_id', 'actor_name'])
    .where('subject_id', '=', document.id)
    .orderBy('id')
    .execute()
  const by = { outcome: 'ok', patient_id: patientId, actor_name: 'Test clinician' }
  expect(trail.slice(1)).toEqual([
    { ...by, action: 'document.read' },
    { ...by, action: 'document.download' },
  ])
  const officer = await t.riverside.as('lead')
  const { looks } = (await officer.call(restricted.listLooks, { patientId })).body
  expect(looks.map(({ action }) => action)).toContain('document.read')
})

test('the same file is added once; removed, it can be added again', async () => {
  const bytes = next()
  const first = await added(bytes)
  const again = await added(bytes, { title: 'Another name' })
  expect([first.wasHere, again.wasHere]).toEqual([false, true])
  expect(again.document.id).toBe(first.document.id)
  expect(again.document.title).toBe('Letter')
  const many = await Promise.all(Array.from({ length: 4 }, async () => (await added(aPng(7))).document.id))
  expect(new Set(many).size).toBe(1)

  const where = { patientId, documentId: first.document.id }
  expect((await desk.call(documents.removeDocument, { ...where, reason: 'unreadable' })).problem).toBe('not-allowed')
  const removed = await senior.call(documents.removeDocument, { ...where, reason: 'wrong-person', remarks: 'of Ana' })
  expect(removed.status).toBe(200)
  expect((await desk.call(documents.readDocument, where)).problem).toBe('not-found')
  const { body } = await desk.call(documents.listDocuments, { patientId, removed: '1' })
  expect(body.documents.find(({ id }) => id === where.documentId)?.removed).toMatchObject({
    by: 'Test senior',
    reason: 'wrong-person',
    remarks: 'of Ana',
  })
  const second = await added(bytes)
  expect(second.wasHere).toBe(false)
  expect((await senior.call(documents.restoreDocument, where)).refusal).toEqual({
    reason: 'same-file-here',
    documentId: second.document.id,
  })
  await senior.call(documents.removeDocument, { patientId, documentId: second.document.id, reason: 'replaced' })
  expect((await senior.call(documents.restoreDocument, where)).status).toBe(200)
  expect((await desk.call(documents.readDocument, where)).raw.equals(bytes)).toBe(true)
  const entry = await t.riverside.db
    .selectFrom('audit_entry')
    .select('reason')
    .where('action', '=', 'document.remove')
    .where('outcome', '=', 'ok')
    .where('subject_id', '=', where.documentId)
    .executeTakeFirstOrThrow()
  expect(entry.reason).toBe('wrong-person: of Ana')
})

test('a new title and type are searched by; what was read stays', async () => {
  const { document } = await added(next(), { title: 'Scan', words: 'orthopaedics' })
  const where = { patientId, documentId: document.id }
  const changed = await desk.call(documents.changeDocument, { ...where, type: 'referral', title: 'Knee referral' })
  expect(changed.body).toMatchObject({ type: 'referral', title: 'Knee referral' })
  const found = async (q: string) =>
    (await desk.call(documents.listDocuments, { patientId, q })).body.documents.map(({ id }) => id)
  expect(await found('knee orthopaed')).toEqual([document.id])
  expect(await found('scan')).not.toContain(document.id)
})

test('the photo stands in the record and its history, and goes with its document', async () => {
  const { document } = await added(next(), { type: 'photo', title: 'Photo', thumbnail: base64(aPng(9)) })
  const pdf = await added(aPdf())
  const set = (documentId: string | null) => desk.call(documents.setPhoto, { patientId, documentId })
  expect((await set(pdf.document.id)).refusal).toEqual({ reason: 'not-a-photo' })
  expect((await desk.call(documents.readPhoto, { patientId })).problem).toBe('not-found')
  expect((await set(document.id)).status).toBe(200)
  expect((await desk.call(patients.readPatient, { patientId })).body.photoDocumentId).toBe(document.id)
  const photo = await desk.call(documents.readPhoto, { patientId })
  expect(photo.raw.equals(aPng(9))).toBe(true)
  await senior.call(documents.removeDocument, { patientId, documentId: document.id, reason: 'not-needed' })
  expect((await desk.call(documents.readPhoto, { patientId })).problem).toBe('not-found')
  const { changes } = (await desk.call(restricted.listChanges, { patientId })).body
  const told = changes.filter(({ field }) => field === 'photo').map(({ before, after }) => [before, after])
  expect(told).toEqual([
    ['Photo', null],
    [null, 'Photo'],
  ])
  const chosen = async () => (await desk.call(patients.readPatient, { patientId })).body.photoDocumentId
  const removed = await desk.call(documents.listDocuments, { patientId, removed: '1' })
  expect([await chosen(), removed.body.photoDocumentId]).toEqual([null, null])

  // Back, it is the photo again; unless there is another one by now.
  const where = { patientId, documentId: document.id }
  await senior.call(documents.restoreDocument, where)
  expect(await chosen()).toBe(document.id)
  expect((await desk.call(documents.readPhoto, { patientId })).raw.equals(aPng(9))).toBe(true)
  await senior.call(documents.removeDocument, { ...where, reason: 'not-needed' })
  const other = (await added(next(), { type: 'photo' })).document.id
  await set(other)
  await senior.call(documents.restoreDocument, where)
  expect(await chosen()).toBe(other)
})

test('a document on which an authority stands goes only when each of them is named', async () => {
  const { document } = await added(next(), { type: 'authority', title: 'Letters' })
  const relative = await desk.call(relatives.addRelative, {
    patientId,
    given: 'Ines',
    family: 'Duarte',
    relationship: 'guardian',
  })
  const granted = await desk.call(relatives.grantAuthority, {
    patientId,
    relatedPersonId: relative.body.id,
    kind: 'guardian',
    documentId: document.id,
  })
  const [authority] = granted.body.authorities
  const where = { patientId, documentId: document.id, reason: 'replaced' } as const
  const asked = await senior.call(documents.removeDocument, where)
  expect(asked.refusal).toEqual({
    reason: 'authority-stands-on-it',
    authorities: [{ id: authority?.id, name: 'Ines Duarte', kind: 'guardian' }],
  })
  expect((await desk.call(documents.readDocument, where)).status).toBe(200)
  const state = async () => {
    const { body } = await desk.call(relatives.listRelatives, { patientId })
    return body.relatives.flatMap(({ authorities }) => authorities.map((one) => one.state))
  }
  expect(await state()).toEqual(['in-force'])
  const gone = await senior.call(documents.removeDocument, { ...where, unproved: [authority?.id ?? ''] })
  expect([gone.status, await state()]).toEqual([200, ['not-shown']])

  // What ended does not stand on it.
  await senior.call(documents.restoreDocument, where)
  const ended = { patientId, authorityId: authority?.id ?? '', reason: 'court' }
  await desk.call(relatives.endAuthority, ended)
  expect((await senior.call(documents.removeDocument, where)).status).toBe(200)
})

test('a list that is cut says so: the newest five hundred, and that there are older ones', async () => {
  const patientId = await aPatient(t.riverside.db)
  const { document } = await added(next(), {}, patientId)
  const { id: _, ...row } = await t.riverside.db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', document.id)
    .executeTakeFirstOrThrow()
  const copies = (count: number) =>
    t.riverside.db
      .insertInto('document')
      .values(Array.from({ length: count }, () => ({ ...row, id: t.clock.id(), content_hash: null })))
      .execute()
  const listed = async () => (await desk.call(documents.listDocuments, { patientId })).body
  await copies(499)
  expect([(await listed()).documents.length, (await listed()).hasMore]).toEqual([500, false])
  await copies(1)
  expect([(await listed()).documents.length, (await listed()).hasMore]).toEqual([500, true])
})

test('a scanned letter is found by what was read from it afterwards; what was read before stays', async () => {
  const of = await aPatient(t.riverside.db)
  const { document } = await added(next(), {}, of)
  const found = async (q: string) =>
    (await desk.call(documents.listDocuments, { patientId: of, q })).body.documents.length
  expect(await found('rodilla')).toBe(0)
  const note = (words: string, who = desk) =>
    who.call(documents.noteDocumentWords, { patientId: of, documentId: document.id, words })
  expect((await note('Rodilla izquierda')).status).toBe(200)
  expect([await found('rodilla'), await found('letter')]).toEqual([1, 1])
  expect((await note('Something else')).status).toBe(200)
  expect([await found('rodilla'), await found('something')]).toEqual([1, 0])
  expect((await note('x', await t.riverside.as('clinician'))).status).toBe(403)
  expect((await note('x', await t.lakeside.as('coordinator'))).status).toBe(404)
})

test('what was read stands nowhere in the clear, also what did before', async () => {
  const { db } = t.riverside
  const of = await aPatient(db)
  const one = (await added(next(), { words: 'Arthroskopie links' }, of)).document.id
  const other = (await added(next(), {}, of)).document.id
  await db
    .updateTable('document')
    .set({ search_text: ' letter\n mammografie rechts' })
    .where('id', '=', other)
    .execute()
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('no riverside')
  await sealFormerWords({
    organizations: () => [organization],
    secret: TEST_SECRET,
    now: () => t.clock.now().toString(),
    onFault: (error) => {
      throw error
    },
  })
  const kept = await db
    .selectFrom('document as d')
    .innerJoin('document_content as c', 'c.document_id', 'd.id')
    .selectAll()
    .where('d.patient_id', '=', of)
    .execute()
  expect(kept.map(({ part }) => part).toSorted()).toEqual(['content', 'content', 'words', 'words'])
  const text = JSON.stringify(kept.map((row) => [row, row.sealed.toString('latin1')]))
  expect(text).not.toMatch(/arthro|mammo/i)
  const found = async (q: string) =>
    (await desk.call(documents.listDocuments, { patientId: of, q })).body.documents.map(({ id }) => id)
  expect([await found('arthro li'), await found('MAMMO'), await found('rafie')]).toEqual([[one], [other], []])
  await senior.call(documents.removeDocument, { patientId: of, documentId: other, reason: 'not-needed' })
  const gone = await desk.call(documents.listDocuments, { patientId: of, q: 'mammo', removed: '1' })
  expect(gone.body.documents.map(({ id }) => id)).toEqual([other])
})
