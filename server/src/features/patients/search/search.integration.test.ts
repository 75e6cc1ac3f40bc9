import { patients } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../platform/database/organization-db.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { storedSearchName } from '../contact.ts'
import { aPatient } from '../testing.ts'
import { keepFindable } from './keys/keep-findable.ts'
import { makeMissingKeys } from './keys/make-keys.ts'

let t: TestApp
let desk: TestClient
let mai: string
let chelsey: string
let linh: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T16:00:00Z')
  desk = await t.riverside.as('coordinator')
  const { db } = t.riverside
  mai = await aPatient(db, { mrn: '00417028', phone: '(312) 555-0134', email: 'Mai.Nguyen@example.org' })
  chelsey = await aPatient(db, { given: 'Chelsey', family: 'Hoeger', birth_date: '1988-07-02', phone: '312-555-0188' })
  linh = await aPatient(db, { given: 'Linh', family: 'Nguyen', birth_date: '2019-05-04' })
  await db
    .insertInto('related_person')
    .values({
      id: crypto.randomUUID(),
      patient_id: linh,
      name: 'Mai Nguyen',
      relationship: 'mother',
      phone: '+13125550134',
      search_value: '43105552131',
    })
    .execute()
  await keepFindable(db, [linh])
  for (const [given, family] of [
    ['Peter', 'Novak'],
    ['Sofía', 'Álvarez'],
    ['Jürgen', 'Müller'],
  ] as const)
    await aPatient(db, { given, family, birth_date: '1975-01-02' })
  await aPatient(t.lakeside.db, { given: 'Chelsey', family: 'Hoeger', birth_date: '1961-03-14', phone: '3125550134' })
})
afterAll(() => t.stop())

async function found(q: string): Promise<[id: string, matched: string][]> {
  const { status, body } = await desk.call(patients.searchPatients, { q })
  expect(status).toBe(200)
  return body.patients.map((one) => [one.id, one.matched])
}

/** More of one name than are judged. */
async function manyOf(db: Db, { given, family }: { readonly given: string; readonly family: string }): Promise<void> {
  const [before] = family
  const rows = Array.from({ length: 230 }, (_, at) => ({
    id: crypto.randomUUID(),
    mrn: `9${before?.charCodeAt(0)}0${String(at).padStart(3, '0')}`.padEnd(8, '0'),
    given,
    family,
    birth_date: '1975-01-02',
    search_name: storedSearchName({ given, family }),
  }))
  await db.insertInto('patient').values(rows).execute()
  await keepFindable(
    db,
    rows.map(({ id }) => id),
  )
}

test('beginnings of names, in any order, without accents', async () => {
  expect(await found('hoeg che')).toEqual([[chelsey, 'name']])
  expect(await found('CHE HOEG')).toEqual([[chelsey, 'name']])
  expect((await found('alvarez sof')).map(([, matched]) => matched)).toEqual(['name'])
  expect((await found('mueller')).map(([, matched]) => matched)).toEqual(['name'])
})

test('whoever is on record in one script is found in another, as the names are usually written', async () => {
  const { db } = t.riverside
  const yamada = await aPatient(db, { given: 'Taro', family: 'Yamada', birth_date: '1988-03-04' })
  const ono = await aPatient(db, { given: 'ようこ', family: 'おおの', birth_date: '1988-03-04' })
  const rahman = await aPatient(db, { given: 'Abdulrahman', family: 'Saleh', birth_date: '1988-03-04' })
  const haile = await aPatient(db, { given: 'Hailemariam', family: 'Desalegn', birth_date: '1988-03-04' })
  const dvorak = await aPatient(db, { given: 'Eva', family: 'Dvořáková', birth_date: '1988-03-04' })
  for (const [typed, id] of [
    ['やまだ', yamada],
    ['ヤマダ taro', yamada],
    ['ohno yoko', ono],
    ['オオノ', ono],
    ['abdel rahman', rahman],
    ['haile mariam', haile],
    ['dvorak eva', dvorak],
  ] as const)
    expect([typed, (await found(typed)).map(([one]) => one)]).toEqual([typed, [id]])
})

test('names of other scripts by their own letters and by Latin ones, also those that were kept before', async () => {
  const { db } = t.riverside
  const wang = await aPatient(db, { given: '小明', family: '王', birth_date: '1988-03-04' })
  const aleksey = await aPatient(db, { given: 'Алексей', family: 'Щербаков', birth_date: '1988-03-04' })
  expect((await found('王')).map(([id]) => id)).toEqual([wang])
  expect((await found('Wang Xiaoming')).map(([id]) => id)).toEqual([wang])
  expect((await found('shcherb')).map(([id]) => id)).toEqual([aleksey])
  expect((await desk.call(patients.searchPatients, { q: 'a' })).problem).toBe('not-understood')
  await db.updateTable('patient').set({ search_name: ' щербаков алексеи' }).where('id', '=', aleksey).execute()
  await db.updateTable('patient_key').set({ version: 1, keys: [] }).where('patient_id', '=', aleksey).execute()
  expect(await found('shcherb')).toEqual([])
  await makeMissingKeys(db, { isStopped: () => false, onProgress: () => undefined })
  expect((await found('shcherb')).map(([id]) => id)).toEqual([aleksey])
})

test('names without a blank between them, and one name in two words', async () => {
  const { db } = t.riverside
  const an = await aPatient(db, { given: 'Văn An', family: 'Trần', birth_date: '1988-03-04' })
  const daniel = await aPatient(db, { given: 'Daniel', family: 'Weldemikael', birth_date: '1988-03-04' })
  const selam = await aPatient(db, { given: 'Selam', family: 'Welde-Mikael', birth_date: '1988-03-04' })
  for (const [typed, ids] of [
    ['tranvanan', [an]],
    ['vananTran', [an]],
    ['tranvanan 3/4/1988', [an]],
    ['danielweldemikael', [daniel]],
    ['welde mikael', [daniel, selam]],
    ['weldemikael', [daniel, selam]],
  ] as const) {
    const all = await found(typed)
    expect(new Set(all.map(([one]) => one)), typed).toEqual(new Set(ids))
    expect(all.map(([, matched]) => matched)).not.toContain('similar-name')
  }
  await db
    .insertInto('patient_name')
    .values({ id: crypto.randomUUID(), patient_id: daniel, use: 'old', given: 'Dani', family: 'Tesfay' })
    .execute()
  await keepFindable(db, [daniel])
  expect((await found('danitesfay')).map(([one]) => one)).toEqual([daniel])
})

test('a short name that is whole comes before the many that begin so', async () => {
  const { db } = t.lakeside
  await manyOf(db, { given: 'Bao', family: 'Nguyen' })
  const ng = await aPatient(db, { given: 'Siew', family: 'Ng', birth_date: '1988-03-04' })
  const other = await t.lakeside.as('coordinator')
  for (const q of ['ng', 'NG s', 'siew ng']) {
    const { body } = await other.call(patients.searchPatients, { q })
    expect(body.patients[0]?.id, q).toBe(ng)
  }
})

test('names in one word find whom they are about among the many that begin so', async () => {
  const { db } = t.lakeside
  await manyOf(db, { given: 'Ana', family: 'Martinez' })
  // One of them among those who are judged first is not all.
  const early = await aPatient(db, { given: 'Pia', family: 'Rodriguez', birth_date: '1975-01-02' })
  await manyOf(db, { given: 'Ana', family: 'Rodriguez' })
  const late = await aPatient(db, { given: 'Pia', family: 'Rodriguez', birth_date: '1988-03-04' })
  const george = await aPatient(db, { given: 'George', family: 'Martinez', birth_date: '1988-03-04' })
  const other = await t.lakeside.as('coordinator')
  for (const q of ['martinezgeorge', 'georgemartinez', 'martinezgeorge 1988', 'martinezgeorge 3/4/1988']) {
    const { body } = await other.call(patients.searchPatients, { q })
    expect(body.patients[0]?.id, q).toBe(george)
  }
  const both = await other.call(patients.searchPatients, { q: 'rodriguezpia' })
  expect(new Set(both.body.patients.slice(0, 2).map(({ id }) => id))).toEqual(new Set([early, late]))
})

test('a name finds no middle of a word', async () => {
  expect(await found('oeger chels')).not.toContainEqual([chelsey, 'name'])
})

test('a birth date, as English and Spanish write it', async () => {
  expect(await found('3/14/1961')).toEqual([[mai, 'birth-date']])
  expect(await found('14 de marzo de 1961')).toEqual([[mai, 'birth-date']])
  expect(await found('nguyen 1961')).toEqual([[mai, 'birth-date']])
  expect(await found('2 jul 1988')).toEqual([[chelsey, 'birth-date']])
})

test('the last digits of a phone, their own or a relative’s', async () => {
  expect(new Map(await found('555 0134'))).toEqual(
    new Map([
      [mai, 'phone'],
      [linh, 'phone'],
    ]),
  )
  expect(await found('0188')).toEqual([[chelsey, 'phone']])
  expect(await found('linh 0134')).toEqual([[linh, 'phone']])
})

test('a record number with and without blanks', async () => {
  expect(await found('0041 7028')).toEqual([[mai, 'mrn']])
  expect(await found('00417028')).toEqual([[mai, 'mrn']])
  expect(await found('MRN 0041 7O28')).toEqual([[mai, 'mrn']])
})

test('the beginning of an e-mail', async () => {
  expect(await found('mai.nguyen@')).toEqual([[mai, 'email']])
})

test('a slip in a name', async () => {
  const slips = await found('ngyuen')
  expect(slips.map(([id]) => id).toSorted()).toEqual([mai, linh].toSorted())
  expect(slips.map(([, matched]) => matched)).toEqual(['similar-name', 'similar-name'])
  expect(await found('hoegr')).toEqual([[chelsey, 'similar-name']])
  expect(await found('chelsy hoger')).toEqual([[chelsey, 'similar-name']])
  expect(await found('ngyuen 3/14/61')).toEqual([[mai, 'similar-name']])
})

test('nobody like that, and words that say nothing', async () => {
  expect(await found('zzyzx qwert')).toEqual([])
  expect(await found("% ' _")).toEqual([])
  expect(await found('--')).toEqual([])
})

test('every result carries two identifiers, and only as many come as were asked for', async () => {
  const { body } = await desk.call(patients.searchPatients, { q: 'nguyen', limit: 1 })
  expect(body.patients).toHaveLength(1)
  expect(body.patients[0]).toMatchObject({
    id: linh,
    birthDate: '2019-05-04',
    mrn: expect.stringMatching(/^\d{4} \d{4}$/),
  })
})

test('the trail names all who were shown and not what was typed', async () => {
  await found('nguyen')
  const entry = await t.riverside.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', 'patient.search')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(entry.patient_ids?.toSorted()).toEqual([mai, linh].toSorted())
  expect(t.logged.join('').toLowerCase()).not.toContain('nguyen')
})

test('who may not look at patients finds none', async () => {
  const { status } = await (await t.riverside.as('integrator')).call(patients.searchPatients, { q: 'nguyen' })
  expect(status).toBe(403)
})
