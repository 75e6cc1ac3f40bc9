import { documents, duplicates, restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, TEST_SECRET, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { rotateKeys } from './sealing/rotate-keys.ts'
import { aPdf, aPng } from './testing.ts'

let t: TestApp
let desk: TestClient

beforeAll(async () => {
  t = await openTestApp()
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function add(patientId: string, bytes: Uint8Array, more: object = {}, client = desk) {
  const input = { patientId, type: 'identity', title: 'Card', content: base64(bytes), ...more } as const
  return client.call(documents.addDocument, input)
}

let seed = 1000
async function aDocument(patientId: string, client = desk): Promise<string> {
  seed += 1
  return (await add(patientId, aPng(seed), {}, client)).body.document.id
}

const read = (patientId: string, documentId: string, client = desk) =>
  client.call(documents.readDocument, { patientId, documentId })

test.each([
  ['HTML that is called a PNG', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['the head of a PNG before HTML', Buffer.concat([aPng().subarray(0, 33), Buffer.from('<script>alert(1)</script>')])],
  ['a whole PNG with HTML behind it', Buffer.concat([aPng(), Buffer.from('<script>alert(1)</script>')])],
  ['a PNG that was cut off', aPng().subarray(0, -6)],
  ['a PDF behind a page', Buffer.concat([Buffer.from('<html>'), aPdf()])],
  ['a program', Buffer.from('MZ\u0090\u0000 this program cannot be run in DOS mode')],
])('%s is not taken', async (_, bytes) => {
  const patientId = await aPatient(t.riverside.db)
  expect((await add(patientId, bytes)).refusal).toEqual({ reason: 'file-not-taken' })
  expect((await desk.call(documents.listDocuments, { patientId })).body.documents).toEqual([])
})

test('a file too large, a picture that would choke a browser, text that is no Base64', async () => {
  const patientId = await aPatient(t.riverside.db)
  const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(documents.mostDocumentBytes)])
  const most = documents.mostDocumentBytes
  expect((await add(patientId, large)).refusal).toEqual({ reason: 'file-too-large', most })
  const longer = await add(patientId, Buffer.concat([large, Buffer.alloc(2_000_000)]))
  expect(longer.problem).toBe('too-large')
  expect((await add(patientId, aPng(1, 30_000, 30_000))).refusal?.reason).toBe('picture-too-large')
  const odd = await desk.call(documents.addDocument, { patientId, type: 'other', title: 'x', content: 'a<b>c===' })
  expect(odd.problem).toBe('not-understood')
  const text = base64(Buffer.from('<script>'))
  expect((await add(patientId, aPng(3), { thumbnail: text })).problem).toBe('not-understood')
})

test('a title like a path is a title and no more', async () => {
  const patientId = await aPatient(t.riverside.db)
  const title = '../../../etc/passwd"\r\nSet-Cookie: x=1'
  const { document } = (await add(patientId, aPng(4), { title })).body
  const shown = await desk.call(documents.downloadDocument, { patientId, documentId: document.id })
  expect(String(shown.headers['content-disposition'])).toMatch(/^attachment; filename="identity-[\d-]{10}\.png"$/)
  expect(shown.headers['set-cookie']).toBeUndefined()
})

test('nobody of another organization reads, lists, changes or removes it by its id', async () => {
  const patientId = await aPatient(t.riverside.db)
  const documentId = await aDocument(patientId)
  const lakeside = await t.lakeside.as('manager')
  const theirs = await aPatient(t.lakeside.db)
  for (const owner of [patientId, theirs]) {
    const where = { patientId: owner, documentId }
    expect((await read(owner, documentId, lakeside)).problem).toBe('not-found')
    expect((await lakeside.call(documents.downloadDocument, where)).problem).toBe('not-found')
    expect((await lakeside.call(documents.changeDocument, { ...where, type: 'other', title: 'x' })).problem).toBe(
      'not-found',
    )
    expect((await lakeside.call(documents.removeDocument, { ...where, reason: 'other' })).problem).toBe('not-found')
    expect((await lakeside.call(documents.setPhoto, where)).problem).toBe('not-found')
  }
  expect(
    (await lakeside.call(documents.readThumbnails, { patientId: theirs, ids: documentId })).body.thumbnails,
  ).toEqual([])
})

test('a document is read under its own person only', async () => {
  const documentId = await aDocument(await aPatient(t.riverside.db))
  const other = await aPatient(t.riverside.db)
  expect((await read(other, documentId)).problem).toBe('not-found')
  expect((await desk.call(documents.setPhoto, { patientId: other, documentId })).problem).toBe('not-found')
})

test('of a restricted record nothing is listed, shown or added', async () => {
  const patientId = await aPatient(t.riverside.db)
  const documentId = await aDocument(patientId)
  const lead = await t.riverside.as('lead')
  await lead.call(restricted.restrictPatient, { patientId, restriction: 'vip', reason: 'known here' })
  const where = { patientId, documentId }
  const answers = [
    await read(patientId, documentId),
    await desk.call(documents.downloadDocument, where),
    await desk.call(documents.listDocuments, { patientId }),
    await desk.call(documents.readThumbnails, { patientId, ids: documentId }),
    await desk.call(documents.readPhoto, { patientId }),
    await add(patientId, aPng(5)),
  ]
  expect(answers.map(({ problem }) => problem)).toEqual(answers.map(() => 'restricted'))
  // Nor by naming somebody who is not restricted.
  expect((await read(await aPatient(t.riverside.db), documentId)).problem).toBe('not-found')
})

test('in the database nothing of the file can be read', async () => {
  const patientId = await aPatient(t.riverside.db)
  const bytes = aPdf('a sentence nobody may find')
  await add(patientId, bytes)
  const rows = await t.riverside.db.selectFrom('document_content').selectAll().execute()
  for (const { sealed } of rows) expect(sealed.includes('sentence nobody')).toBe(false)
  const keys = await t.riverside.db.selectFrom('document_key').selectAll().execute()
  expect(keys).toHaveLength(1)
  expect(keys[0]?.wrapped).toHaveLength(48)
})

test('rows that were swapped, moved to another person or carried to another organization do not open', async () => {
  const { db } = t.riverside
  const [one, two] = [await aPatient(db), await aPatient(db)]
  const [first, second] = [await aDocument(one), await aDocument(two)]
  const content = (id: string) =>
    db.selectFrom('document_content').selectAll().where('document_id', '=', id).executeTakeFirstOrThrow()
  const put = (id: string, { nonce, sealed }: { nonce: Buffer; sealed: Buffer }) =>
    db.updateTable('document_content').set({ nonce, sealed }).where('document_id', '=', id).execute()
  const [a, b] = [await content(first), await content(second)]

  await put(first, b)
  expect((await read(one, first)).problem).toBe('fault')
  await put(first, a)
  expect((await read(one, first)).status).toBe(200)

  const own = (id: string, patient_id: string, sealed_for: string) =>
    db.updateTable('document').set({ patient_id, sealed_for }).where('id', '=', id).execute()
  await own(first, two, one)
  expect((await read(two, first)).problem).toBe('fault')
  expect((await desk.call(documents.readThumbnails, { patientId: two, ids: first })).body.thumbnails).toEqual([])
  await own(first, two, two)
  expect((await read(two, first)).problem).toBe('fault')
  await own(first, one, one)

  const flipped = Buffer.from(a.sealed)
  flipped[3] = (flipped[3] ?? 0) ^ 1
  await put(first, { ...a, sealed: flipped })
  expect((await read(one, first)).problem).toBe('fault')
  await put(first, a)

  // The very same rows, key included, under another organization of the same installation.
  const there = await aPatient(t.lakeside.db, { id: one })
  const keys = await db.selectFrom('document_key').selectAll().execute()
  const row = await db.selectFrom('document').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
  await t.lakeside.db.insertInto('document_key').values(keys).execute()
  await t.lakeside.db
    .insertInto('document')
    .values({ ...row, created_by: null })
    .execute()
  await t.lakeside.db.insertInto('document_content').values(a).execute()
  expect((await read(there, first, await t.lakeside.as('manager'))).problem).toBe('fault')
  for (const line of t.logged) expect(line).not.toContain('Card')
})

test('after a merge the documents open under the survivor, and after unmerging where they were', async () => {
  const { db } = t.riverside
  const person = { given: 'Mai', family: 'Nguyen', birth_date: '1961-03-14' }
  const [survivorId, mergedId] = [await aPatient(db, person), await aPatient(db, person)]
  // Both had brought the same card: no reason to refuse.
  await add(survivorId, aPng(77))
  await add(mergedId, aPng(77))
  const documentId = await aDocument(mergedId)
  const senior = await t.riverside.as('senior')
  const merged = await senior.call(duplicates.mergePatients, {
    patientId: survivorId,
    mergedId,
    version: 1,
    mergedVersion: 1,
    face: {},
  })
  expect(merged.status).toBe(200)
  expect((await read(survivorId, documentId)).status).toBe(200)
  await senior.call(duplicates.unmergePatients, { mergeId: merged.body.mergeId })
  expect((await read(mergedId, documentId)).status).toBe(200)
  expect((await read(survivorId, documentId)).problem).toBe('not-found')
})

test('a new key, and a new secret: everything opens as before, the old key is gone', async () => {
  const { db } = t.riverside
  const organization = t.app.organizations.find('riverside')
  const patientId = await aPatient(db)
  const documentId = await aDocument(patientId)
  const options = {
    db,
    organizationId: organization?.id ?? '',
    now: () => t.clock.now().toString(),
    alsoAnew: async () => {},
  }
  const before = await db.selectFrom('document_content').select('part').execute()
  const there = 'another secret of thirty-two letters or more'
  const away = await rotateKeys({ ...options, secret: there, formerSecret: TEST_SECRET })
  expect(away).toEqual({ version: 2, parts: before.length, keysForgotten: 1 })
  expect((await read(patientId, documentId)).problem).toBe('fault')
  const back = await rotateKeys({ ...options, secret: TEST_SECRET, formerSecret: there })
  expect(back.version).toBe(3)
  expect((await read(patientId, documentId)).status).toBe(200)
  expect(await db.selectFrom('document_key').select('version').execute()).toEqual([{ version: 3 }])
  // The same file is known again.
  const again = await add(patientId, aPng(seed))
  expect(again.body.wasHere).toBe(true)
})
