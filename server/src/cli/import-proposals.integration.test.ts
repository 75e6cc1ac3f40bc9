import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { duplicates, patients, proposals, record, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../platform/testing/test-app.ts'
import { importFhir } from './import-fhir.ts'

let t: TestApp
let desk: TestClient
let folder: string
let number = 0
let key = ''

beforeAll(async () => {
  t = await openTestApp()
  desk = await t.riverside.as('senior')
})
afterAll(() => t.stop())
beforeEach(() => {
  number += 1
  key = `p-${number}`
  folder = mkdtempSync(join(tmpdir(), 'foyer-proposals-'))
  return () => rmSync(folder, { recursive: true })
})

/** The feed speaks of a person; answers their record. */
async function feed(more: object = {}, id = key): Promise<string> {
  const name = [{ family: 'Quill', given: ['Rosalind'] }]
  const resource = { resourceType: 'Patient', id, name, birthDate: '1958-07-01', gender: 'female', ...more }
  const path = join(folder, 'person.json')
  writeFileSync(path, JSON.stringify(resource))
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('no organization')
  const progress = { show: () => {}, end: () => {} }
  await importFhir({ organization, clock: t.clock, progress }, { paths: [path], source: 'clinic' })
  const { record_id } = await t.riverside.db
    .selectFrom('import_reference')
    .select('record_id')
    .where('source_key', 'like', `%${id}`)
    .executeTakeFirstOrThrow()
  return record_id
}

async function correct(patientId: string, change: object): Promise<void> {
  const { patient } = (await desk.call(patients.readPatient, { patientId })).body
  const { name, birthDate, sex, version } = patient
  const answer = await desk.call(patients.changePatient, { patientId, name, birthDate, sex, version, ...change })
  expect(answer.status).toBe(200)
}

const nameOf = async (patientId: string) => (await desk.call(patients.readPatient, { patientId })).body.patient.name
const openOf = async (patientId: string) => (await desk.call(proposals.readProposals, { patientId })).body.proposals

async function decide(patientId: string, decision: 'taken' | 'declined') {
  const [one] = await openOf(patientId)
  if (!one) throw new Error('nothing to decide')
  return desk.call(proposals.decideProposal, { patientId, proposalId: one.id, decision, current: one.current })
}

test('a field nobody touched follows the feed; one that the desk corrected is asked', async () => {
  const id = await feed()
  expect(await feed({ gender: 'other' })).toBe(id)
  expect(await openOf(id)).toEqual([])
  await correct(id, { name: { given: 'Rosalind', family: 'Quill-Moreno' } })
  await feed({ gender: 'unknown', name: [{ family: 'Quillen', given: ['Rosalind'] }] })
  expect((await nameOf(id)).family).toBe('Quill-Moreno')
  expect((await desk.call(patients.readPatient, { patientId: id })).body.patient.sex).toBe('unknown')
  expect(await openOf(id)).toMatchObject([
    { source: 'clinic', field: 'family', current: 'Quill-Moreno', proposed: 'Quillen' },
  ])
  const list = (await desk.call(proposals.listProposals, {})).body
  expect(list.proposals.filter(({ patient }) => patient.id === id)).toHaveLength(1)
})

test('taken by one key: the record changes, its history says who, and it is found by the new name', async () => {
  const id = await feed()
  await correct(id, { name: { given: 'Rosalind', family: 'Brenneke' } })
  await feed({ name: [{ family: 'Zimmerlin', given: ['Rosalind'] }] })
  expect((await decide(id, 'taken')).status).toBe(200)
  expect((await nameOf(id)).family).toBe('Zimmerlin')
  expect(await openOf(id)).toEqual([])
  const { changes } = (await desk.call(restricted.listChanges, { patientId: id })).body
  expect(changes[0]).toMatchObject({ field: 'family', before: 'Brenneke', after: 'Zimmerlin', source: 'desk' })
  const found = await desk.call(patients.searchPatients, { q: 'zimmerlin 1958' })
  expect(found.body.patients.map((one) => one.id)).toContain(id)
})

test('declined is remembered while the feed says the same; another value is asked again', async () => {
  const id = await feed()
  await correct(id, { name: { given: 'Rose', family: 'Quill' } })
  await feed({ gender: 'other' })
  expect((await decide(id, 'declined')).status).toBe(200)
  await feed({ gender: 'male' })
  expect(await openOf(id)).toEqual([])
  expect((await nameOf(id)).given).toBe('Rose')
  await feed({ gender: 'male', name: [{ family: 'Quill', given: ['Rosalie'] }] })
  expect(await openOf(id)).toMatchObject([{ field: 'given', proposed: 'Rosalie' }])
  // The feed comes round to what the desk says: nothing is left to ask.
  await feed({ gender: 'male', name: [{ family: 'Quill', given: ['Rose'] }] })
  expect(await openOf(id)).toEqual([])
})

test('what a colleague corrected meanwhile is not overwritten, and nothing is decided twice', async () => {
  const id = await feed()
  await correct(id, { birthDate: '1958-07-02' })
  await feed({ gender: 'other' })
  const [one] = await openOf(id)
  await correct(id, { birthDate: '1958-07-03' })
  const deciding = {
    patientId: id,
    proposalId: one?.id ?? '',
    decision: 'taken',
    current: one?.current ?? null,
  } as const
  expect((await desk.call(proposals.decideProposal, deciding)).refusal).toEqual({
    reason: 'changed-meanwhile',
    current: '1958-07-03',
  })
  expect((await decide(id, 'declined')).status).toBe(200)
  expect((await desk.call(proposals.decideProposal, deciding)).refusal).toEqual({ reason: 'decided-already' })
})

test('what a feed says of a merged record is asked of the one that speaks for it', async () => {
  const [survivor, merged] = [await feed({}, `${key}-a`), await feed({}, `${key}-b`)]
  const merge = { patientId: survivor, mergedId: merged, version: 1, mergedVersion: 1 }
  expect((await desk.call(duplicates.mergePatients, merge)).status).toBe(200)
  await feed({ name: [{ family: 'Quillworth', given: ['Rosalind'] }] }, `${key}-b`)
  expect((await nameOf(survivor)).family).toBe('Quill')
  expect(await openOf(survivor)).toMatchObject([{ field: 'family', proposed: 'Quillworth' }])
})

const email = (...values: readonly string[]) => ({ telecom: values.map((value) => ({ system: 'email', value })) })
const emailsOf = async (patientId: string) =>
  (await desk.call(patients.readPatient, { patientId })).body.patient.contacts.map(({ value }) => value)
const historyOf = async (patientId: string) => (await desk.call(restricted.listChanges, { patientId })).body.changes

test('numbers of a person whom nobody here asked follow the feed, and the history tells of it', async () => {
  const id = await feed(email('roz@example.org'))
  await feed(email('roz@example.org', 'work@example.org'))
  expect(await emailsOf(id)).toEqual(['roz@example.org', 'work@example.org'])
  expect(await openOf(id)).toEqual([])
  expect((await historyOf(id))[0]).toMatchObject({
    field: 'email.further',
    before: null,
    after: ['work@example.org home'],
    source: 'import',
  })
})

test('what the desk ended or took away does not come back by a feed, and is not asked', async () => {
  const id = await feed(email('old@example.org', 'wrong@example.org'))
  const { version, contacts } = (await desk.call(record.readRecord, { patientId: id })).body
  const [, wrong] = contacts
  const now = {
    id: null,
    system: 'email',
    value: 'new@example.org',
    use: 'home',
    sharedWith: null,
    mayLeaveMessage: false,
  } as const
  const mistaken = wrong ? [wrong.id] : []
  const set = await desk.call(record.setContactPoints, {
    patientId: id,
    version,
    contacts: [now],
    mistaken,
    contactPreference: null,
  })
  expect(set.status).toBe(200)
  await feed({ ...email('old@example.org', 'wrong@example.org'), gender: 'other' })
  expect(await emailsOf(id)).toEqual(['new@example.org'])
  expect(await openOf(id)).toEqual([])
})

test('a further e-mail of somebody whose e-mail the desk entered is asked; taken, it comes behind theirs', async () => {
  const id = await feed(email('roz@example.org'))
  await correct(id, { email: 'desk@example.org' })
  await feed(email('roz@example.org', 'feed@example.org', 'two@example.org'))
  expect(await emailsOf(id)).toEqual(['desk@example.org'])
  expect(await openOf(id)).toMatchObject([
    {
      field: 'email.another',
      current: 'desk@example.org home',
      proposed: 'feed@example.org home, two@example.org home',
    },
  ])
  const { version } = (await desk.call(patients.readPatient, { patientId: id })).body.patient
  expect((await decide(id, 'taken')).status).toBe(200)
  expect(await emailsOf(id)).toEqual(['desk@example.org', 'feed@example.org', 'two@example.org'])
  expect((await desk.call(patients.readPatient, { patientId: id })).body.patient.version).toBe(version + 1)
  expect((await historyOf(id))[0]).toMatchObject({
    field: 'email.further',
    after: ['feed@example.org home', 'two@example.org home'],
    source: 'desk',
  })
  const found = await desk.call(patients.searchPatients, { q: 'feed@example.org' })
  expect(found.body.patients.map((one) => one.id)).toContain(id)
})

test('an e-mail that was declined is not asked again, another one is', async () => {
  const id = await feed(email('roz@example.org'))
  await correct(id, { email: 'desk@example.org' })
  await feed(email('feed@example.org'))
  expect((await decide(id, 'declined')).status).toBe(200)
  await feed({ ...email('feed@example.org'), gender: 'other' })
  expect(await openOf(id)).toEqual([])
  await feed(email('feed@example.org', 'next@example.org'))
  expect(await openOf(id)).toMatchObject([{ field: 'email.another', proposed: 'next@example.org home' }])
  // The feed says no more what it asked: there is nothing left to ask.
  await feed(email('feed@example.org'))
  expect(await openOf(id)).toEqual([])
  expect(await emailsOf(id)).toEqual(['desk@example.org'])
})

test('a number of a merged record is asked of the one that speaks for it', async () => {
  const [survivor, merged] = [await feed({}, `${key}-a`), await feed({}, `${key}-b`)]
  const merge = { patientId: survivor, mergedId: merged, version: 1, mergedVersion: 1 }
  expect((await desk.call(duplicates.mergePatients, merge)).status).toBe(200)
  await feed(email('late@example.org'), `${key}-b`)
  expect(await emailsOf(survivor)).toEqual([])
  expect(await openOf(survivor)).toMatchObject([{ field: 'email.another', current: null }])
  expect((await decide(survivor, 'taken')).status).toBe(200)
  expect(await emailsOf(survivor)).toEqual(['late@example.org'])
})

test('that somebody died stands in the history, by the feed that said so', async () => {
  const id = await feed()
  expect((await historyOf(id)).map(({ field }) => field)).not.toContain('deceased')
  await feed({ deceasedBoolean: true })
  expect((await historyOf(id))[0]).toMatchObject({ field: 'deceased', before: false, after: true, source: 'import' })
  await correct(id, { pronouns: 'she' })
  expect((await historyOf(id)).map(({ field }) => field).slice(0, 2)).toEqual(['pronouns', 'deceased'])
})

test('no proposal of a shut record or of another practice is seen or decided', async () => {
  const id = await feed()
  await correct(id, { name: { given: 'Rosalind', family: 'Veil' } })
  await feed({ gender: 'other' })
  const [one] = await openOf(id)
  const deciding = { patientId: id, proposalId: one?.id ?? '', decision: 'taken', current: 'Veil' } as const
  const elsewhere = await t.lakeside.as('manager')
  expect((await elsewhere.call(proposals.decideProposal, deciding)).problem).toBe('not-found')
  expect((await elsewhere.call(proposals.listProposals, {})).body.total).toBe(0)
  const other = await feed({ birthDate: '1970-01-02' }, `${key}-other`)
  expect((await desk.call(proposals.decideProposal, { ...deciding, patientId: other })).problem).toBe('not-found')
  const lead = await t.riverside.as('lead')
  await lead.call(restricted.restrictPatient, { patientId: id, restriction: 'vip', reason: 'A known face' })
  const { body } = await desk.call(proposals.listProposals, {})
  expect(body.proposals.some(({ patient }) => patient.id === id)).toBe(false)
  expect((await desk.call(proposals.decideProposal, deciding)).problem).toBe('restricted')
})
