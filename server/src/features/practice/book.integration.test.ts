import { afterAll, beforeAll, expect, test } from 'vitest'
import { practice } from '@foyer/contract'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { openPracticeBook } from './index.ts'
import { aResource, aSmallPractice, aVisitType, type SmallPractice } from './testing.ts'

let t: TestApp
let small: SmallPractice
beforeAll(async () => {
  t = await openTestApp()
  small = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

test('knows sites, resources with their week, visit types with their rule, and payers', async () => {
  const it = await openPracticeBook().read(t.riverside)
  expect([...it.sites.values()]).toEqual([expect.objectContaining({ id: small.siteId, timeZone: 'America/Chicago' })])
  const okafor = it.resources.get(small.clinicians.okafor)
  expect(okafor?.hours).toHaveLength(10)
  expect(okafor?.hours.slice(0, 2)).toEqual([
    { weekday: 1, startMinute: 480, endMinute: 720 },
    { weekday: 1, startMinute: 780, endMinute: 1020 },
  ])
  const { okafor: a, singh: b, weiss: c } = small.clinicians
  expect(it.visitTypes.get(small.visitTypes.newPatient)).toMatchObject({
    copayCents: 2500,
    rule: {
      durationMinutes: 40,
      roles: [
        { name: 'clinician', kind: 'practitioner', candidates: [a, b, c] },
        { name: 'room', kind: 'room', candidates: small.rooms },
      ],
    },
  })
  expect([...it.payers.keys()]).toEqual([small.payerId])
})

test('exceptions belong to their resource', async () => {
  const { db } = t.riverside
  const id = t.clock.id()
  const fields = { date: '2026-12-24', start_minute: 720, end_minute: 1020, kind: 'closed', reason: 'Holiday' }
  await db
    .insertInto('resource_exception')
    .values({ id, resource_id: small.ultrasound, ...fields })
    .execute()
  const it = await openPracticeBook().read(t.riverside)
  expect(it.resources.get(small.ultrasound)?.exceptions).toEqual([
    { date: '2026-12-24', startMinute: 720, endMinute: 1020, kind: 'closed', reason: 'Holiday' },
  ])
  expect(it.resources.get(small.rooms[0])?.exceptions).toEqual([])
})

test('a resource that left is set up still but not booked', async () => {
  const { db } = t.riverside
  const gone = await aResource(db, { siteId: small.siteId, active: false })
  const here = await aResource(db, { siteId: small.siteId })
  const candidates = [gone, here]
  const id = await aVisitType(db, { roles: [{ role: 'clinician', kind: 'practitioner', candidates }] })
  const visitType = (await openPracticeBook().read(t.riverside)).visitTypes.get(id)
  expect(visitType?.roles[0]?.candidates).toEqual(candidates)
  expect(visitType?.rule.roles[0]?.candidates).toEqual([here])
})

test('reads once, also when many ask at once, until it is told to forget', async () => {
  const book = openPracticeBook()
  const [one, two] = await Promise.all([book.read(t.riverside), book.read(t.riverside)])
  expect(two).toBe(one)
  book.forget(t.lakeside.slug)
  expect(await book.read(t.riverside)).toBe(one)
  const reading = book.read(t.riverside)
  book.forget(t.riverside.slug)
  const again = await book.read(t.riverside)
  expect(again).not.toBe(await reading)
  book.forget(null)
  expect(await book.read(t.riverside)).not.toBe(again)
})

test('a reading that failed is not kept', async () => {
  const book = openPracticeBook()
  const broken = { slug: t.riverside.slug, db: t.riverside.db.withSchema('nowhere') }
  await expect(book.read(broken)).rejects.toThrow()
  expect((await book.read(t.riverside)).sites.size).toBe(1)
})

test('the practice through HTTP; the other practice knows nothing of it', async () => {
  const { body } = await (await t.riverside.as('junior')).call(practice.readPractice, {})
  expect(body.name).toBe('Riverside Family Health')
  expect(body.resources.find(({ id }) => id === small.interpreter)).toMatchObject({ languages: ['vi', 'en'] })
  expect(body.payers).toEqual([{ id: small.payerId, name: 'Blue Cross PPO', payerId: '00621' }])
  const other = await (await t.lakeside.as('junior')).call(practice.readPractice, {})
  expect(other.body).toEqual({
    name: 'Lakeside Clinic',
    mailServer: false,
    holidays: [],
    chainTypes: [],
    sites: [],
    resources: [],
    visitTypes: [],
    payers: [],
  })
})
