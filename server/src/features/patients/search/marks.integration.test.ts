import { patients } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../testing.ts'
import { keepFindable } from './keys/keep-findable.ts'
import { makeMissingKeys } from './keys/make-keys.ts'

let t: TestApp
let desk: TestClient

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T16:00:00Z')
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())
beforeEach(async () => {
  await t.riverside.db.deleteFrom('patient').execute()
  await t.lakeside.db.deleteFrom('patient').execute()
})

async function search(q: string, who = desk) {
  const { status, body } = await who.call(patients.searchPatients, { q })
  expect(status).toBe(200)
  return body
}

async function reasons(q: string): Promise<readonly string[]> {
  return (await search(q)).patients.flatMap((one) => one.reasons.map(({ part, how }) => `${part} ${how}`))
}

test('nicknames, slips in name and date, and the reason beside each', async () => {
  await aPatient(t.riverside.db, { given: 'Robert', family: 'Whitfield', birth_date: '1980-02-03' })
  expect(await reasons('bob whitfield')).toEqual(['name nickname'])
  expect(await reasons('whitfeild robrt 2/4/1980')).toEqual(['birth-date near', 'name slip'])
  expect(await reasons('robert 3/2/1980')).toEqual(['birth-date exact', 'name exact'])
  expect(await reasons('whi r 80')).toEqual(['birth-date year', 'name beginning'])
  expect(await reasons('robert hansen 2/3/1980')).toEqual(['birth-date exact', 'name missing'])
  expect(await reasons('robert hansen')).toEqual([])
})

test('a former name, a member id, and a birth date that is no date', async () => {
  const { db } = t.riverside
  const id = await aPatient(db, { given: 'Ana', family: 'Wills', birth_date: '1975-05-06' })
  const name = { id: crypto.randomUUID(), patient_id: id, use: 'maiden', given: 'Ana', family: 'Castellanos' }
  await db.insertInto('patient_name').values(name).execute()
  await aCoverage(db, { patient_id: id, member_id: 'XQ-100-20' })
  expect(await reasons('castellanos')).toEqual(['name former'])
  expect(await reasons('xq10020')).toEqual(['identifier exact'])
  expect(await reasons('wills 5/66/1975')).toEqual(['birth-date part', 'name exact'])
})

test('who was just registered or changed is found at once, under the new name and not under the old one', async () => {
  const name = { given: 'Ottoline', family: 'Brandauer' }
  const { body } = await desk.call(patients.registerPatient, { name, birthDate: '1990-01-02', phone: '312-555-0177' })
  if (!('id' in body)) throw new Error('registered')
  expect(await reasons('brandauer 0177')).toEqual(['phone last-digits', 'name exact'])
  const changed = { name: { given: 'Ottoline', family: 'Quist' }, birthDate: '1990-01-02', version: 1 }
  await desk.call(patients.changePatient, { patientId: body.id, ...changed })
  expect(await reasons('quist')).toEqual(['name exact'])
  expect(await reasons('brandauer')).toEqual([])
})

test('keys that are missing or of older rules are made anew', async () => {
  const { db } = t.riverside
  const [one, other] = [await aPatient(db, { family: 'Abelard' }), await aPatient(db, { family: 'Heloise' })]
  await db.deleteFrom('patient_key').where('patient_id', '=', one).execute()
  await db
    .updateTable('patient_key')
    .set({ version: 0, keys: [1] })
    .where('patient_id', '=', other)
    .execute()
  expect(await reasons('abelard')).toEqual([])
  const told: number[] = []
  const on = { isStopped: () => false, onProgress: (made: number) => told.push(made) }
  expect(await makeMissingKeys(db, on)).toBe(2)
  expect(told).toEqual([2])
  expect(await makeMissingKeys(db, on)).toBe(0)
  expect(await reasons('abelard')).toEqual(['name exact'])
  expect(await reasons('heloise')).toEqual(['name exact'])
})

test('a merged record leads to the one that speaks for it, and is left out beside it', async () => {
  const { db } = t.riverside
  const survivor = await aPatient(db, { given: 'Maria', family: 'Okafor', birth_date: '1970-01-01' })
  const merged = await aPatient(db, { given: 'Mary', family: 'Lindqvist', birth_date: '1970-01-01' })
  await db.updateTable('patient').set({ merged_into: survivor }).where('id', '=', merged).execute()
  const { patients: found } = await search('lindqvist')
  expect(found.map(({ id, mergedInto }) => [id, mergedInto?.id, mergedInto?.name.family])).toEqual([
    [merged, survivor, 'Okafor'],
  ])
  expect((await search('1/1/1970')).patients.map(({ id }) => id)).toEqual([survivor])

  await db.updateTable('patient').set({ restriction: 'vip' }).where('id', '=', survivor).execute()
  expect((await search('lindqvist')).patients).toEqual([])
})

test('those who died are marked', async () => {
  await aPatient(t.riverside.db, { family: 'Abelard', deceased: true })
  expect((await search('abelard')).patients.map(({ deceased }) => deceased)).toEqual([true])
})

test('a restricted record answers only who names the person in full, and then says nothing but that it is there', async () => {
  const { db } = t.riverside
  const phone = '(312) 555-0142'
  const id = await aPatient(db, { given: 'Vera', family: 'Restrepo', birth_date: '1966-07-08', phone, mrn: '00418888' })
  await db.updateTable('patient').set({ restriction: 'staff' }).where('id', '=', id).execute()
  for (const q of ['restrepo', 'vera restrepo', 'restrepo 7/8/1966', '7/8/1966', '5550142', '0041 8888', 'vera 66'])
    expect(await search(q)).toEqual({ patients: [], restricted: [] })
  for (const q of ['ver restrepo 7/8/1966', 'vera restrpo 7/8/1966', 'vera restrepo 7/9/1966'])
    expect(await search(q)).toEqual({ patients: [], restricted: [] })
  const answer = await search('vera restrepo 7/8/1966')
  expect(answer).toEqual({ patients: [], restricted: [{ id }] })
  expect(JSON.stringify(answer)).not.toMatch(/vera|restrepo|1966|0142|8888/i)

  const opened = { patient_id: id, staff_id: desk.staffId, reason: 'treatment' }
  const glass = { id: crypto.randomUUID(), ...opened, opened_at: '2026-11-22T15:00:00Z', until: '2026-11-22T15:59:00Z' }
  await db.insertInto('break_glass').values(glass).execute()
  expect((await search('restrepo')).patients).toEqual([])
  await db.updateTable('break_glass').set({ until: '2026-11-22T17:00:00Z' }).execute()
  expect((await search('restrepo')).patients.map((one) => one.id)).toEqual([id])
  const colleague = await t.riverside.as('senior')
  expect((await search('restrepo', colleague)).patients).toEqual([])
})

test('nobody of another organization is found, whatever of them is known', async () => {
  const { db } = t.lakeside
  const person = { given: 'Zyxwvut', family: 'Quorlbaum', birth_date: '1961-03-14', mrn: '00419999' }
  const id = await aPatient(db, { ...person, phone: '(312) 555-0199', email: 'zyx@example.org' })
  await aCoverage(db, { patient_id: id, member_id: 'ZYX-777' })
  await keepFindable(t.riverside.db, [id])
  for (const q of [
    'zyxwvut quorlbaum',
    'quorlbuam',
    '3/14/1961',
    '00419999',
    '5550199',
    'zyx@example.org',
    'zyx777',
    id,
  ])
    expect(await search(q)).toEqual({ patients: [], restricted: [] })
  const there = await t.lakeside.as('coordinator')
  expect((await search('quorlbuam', there)).patients.map((one) => one.id)).toEqual([id])
})
