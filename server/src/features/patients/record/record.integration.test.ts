import { type EndpointSpec, endpoints, isWrite, patients, record, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { knowingInput } from '../../../testing/isolation/knowing-input.ts'
import { aPatient } from '../testing.ts'
import { detailsOf, elm, historyOf, oak } from './testing.ts'

let t: TestApp
let desk: TestClient
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-24T15:00:00Z')
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())
beforeEach(async () => {
  patientId = await aPatient(t.riverside.db, { address: elm })
})

const writes = [...endpoints.values()].filter((spec) => spec.path.includes('/record/') && isWrite(spec))

async function asked(client: TestClient, spec: EndpointSpec, version: number) {
  const ids = { patientId, nameId: t.clock.id(), placeId: t.clock.id() }
  return client.call(spec, { ...knowingInput(spec, ids, t.clock.now()), version })
}

test('every change asks which version was seen, and nobody writes over a colleague’s work', async () => {
  expect(writes).toHaveLength(17)
  const colleague = await t.riverside.another('senior')
  await colleague.call(record.changeWork, { patientId, version: 1, employer: 'Prairie Bakery', occupation: null })
  for (const spec of writes) {
    const { refusal } = await asked(desk, spec, 1)
    expect([spec.path, refusal]).toEqual([spec.path, { reason: 'changed-meanwhile', version: 2 }])
  }
  expect(await detailsOf(desk, patientId)).toMatchObject({ version: 2, employer: 'Prairie Bakery', address: elm })
})

test('a junior reads and changes nothing; a restricted record is shut to both', async () => {
  const junior = await t.riverside.as('junior')
  expect((await detailsOf(junior, patientId)).can).toEqual({ change: false })
  for (const spec of writes) expect((await asked(junior, spec, 1)).problem).toBe('not-allowed')
  const officer = await t.riverside.as('lead')
  await officer.call(restricted.restrictPatient, { patientId, restriction: 'vip', reason: 'Known from the news' })
  for (const spec of [record.readRecord, ...writes]) expect((await asked(desk, spec, 1)).problem).toBe('restricted')
  expect((await detailsOf(officer, patientId)).can).toEqual({ change: true })
})

test('a record that was merged shows the one that speaks for it', async () => {
  const survivor = await aPatient(t.riverside.db, { given: 'Linh' })
  await t.riverside.db.updateTable('patient').set({ merged_into: survivor }).where('id', '=', patientId).execute()
  expect(await detailsOf(desk, patientId)).toMatchObject({ patientId: survivor, name: { given: 'Linh' } })
})

test('background as it was said: more than one race, or that they do not want to say', async () => {
  const said = {
    patientId,
    birthDate: '1961',
    birthDateEstimated: true,
    sex: 'female',
    birthSex: 'male',
    genderIdentity: 'transgender-female',
    pronouns: 'she/her',
    multipleBirth: true,
    race: ['asian', 'white'],
    ethnicity: 'asked-declined',
  } as const
  const before = await detailsOf(desk, patientId)
  expect([before.race, before.ethnicity, before.birthSex]).toEqual([null, null, null])
  const saved = await desk.call(record.changeBackground, { ...said, race: [...said.race], version: 1 })
  expect(saved.body).toMatchObject(said)
  expect(await historyOf(desk, patientId)).toEqual(
    expect.arrayContaining([
      ['race', null, 'asian, white'],
      ['ethnicity', null, 'asked-declined'],
      ['birthDate', '1961-03-14', '1961'],
      ['birthDateEstimated', 'false', 'true'],
      ['genderIdentity', null, 'transgender-female'],
    ]),
  )
  const both = await desk.call(record.changeBackground, { ...said, race: ['asian', 'asked-declined'], version: 2 })
  expect(both.refusal).toEqual({ reason: 'declined-and-answered' })
  const ahead = await desk.call(record.changeBackground, { ...said, race: null, birthDate: '2027', version: 2 })
  expect(ahead.refusal).toEqual({ reason: 'birth-date-ahead' })
  const notAsked = await desk.call(record.changeBackground, { ...said, race: [], version: 2 })
  expect(notAsked.body.race).toBeNull()
  expect((await desk.call(record.changeBackground, { ...said, race: ['2106-3' as 'white'], version: 3 })).status).toBe(
    422,
  )
})

test('that somebody died, with the day or without, and that it was a mistake', async () => {
  const set = (version: number, deceased: boolean, on: string | null) =>
    desk.call(record.setDeath, { patientId, version, deceased, on })
  const page = async () => (await desk.call(patients.readPatient, { patientId })).body
  expect((await set(1, true, '2026-11-25')).refusal).toEqual({ reason: 'date-ahead' })
  expect((await set(1, true, '1961-03-13')).refusal).toEqual({ reason: 'before-birth' })
  expect((await set(1, true, null)).body).toMatchObject({ version: 2, deceased: true, deceasedOn: null })
  expect((await set(2, true, '2026-11-20')).body).toMatchObject({ deceased: true, deceasedOn: '2026-11-20' })
  expect(await page()).toMatchObject({ patient: { deceased: true }, can: { book: false } })
  expect((await set(3, false, '2026-11-20')).body).toMatchObject({ deceased: false, deceasedOn: null })
  expect(await page()).toMatchObject({ patient: { deceased: false }, can: { book: true } })
  expect(await historyOf(desk, patientId)).toEqual(
    expect.arrayContaining([
      ['deceased', 'false', 'true'],
      ['deceasedOn', null, '2026-11-20'],
      ['deceased', 'true', 'false'],
      ['deceasedOn', '2026-11-20', null],
    ]),
  )
})

test('languages in their order, and what helps', async () => {
  const wanted = { patientId, languages: ['vi', 'fr', 'en'], interpreterNeeded: true, accessibility: ['deaf'] } as const
  const body = { ...wanted, languages: [...wanted.languages], accessibility: [...wanted.accessibility] }
  expect((await desk.call(record.changeLanguages, { ...body, version: 1 })).body).toMatchObject({
    language: 'vi',
    furtherLanguages: ['fr', 'en'],
    interpreterNeeded: true,
    accessibility: ['deaf'],
  })
  const page = (await desk.call(patients.readPatient, { patientId })).body.patient
  expect([page.language, page.interpreterNeeded]).toEqual(['vi', true])
  const twice = await desk.call(record.changeLanguages, { ...body, languages: ['vi', 'en', 'vi'], version: 2 })
  expect(twice.refusal).toEqual({ reason: 'language-twice', language: 'vi' })
})

test('a move keeps where they lived, with its time; a correction keeps nothing', async () => {
  const moved = await desk.call(record.moveHome, { patientId, version: 1, address: oak, on: '2026-11-01' })
  expect(moved.body).toMatchObject({
    address: oak,
    addressSince: '2026-11-01',
    earliestMove: '2026-11-02',
    formerAddresses: [{ address: elm, periodStart: null, periodEnd: '2026-10-31' }],
  })
  const line = '9 Oak Ave'
  const corrected = { patientId, version: 2, address: { ...oak, line }, since: '2026-11-01' }
  expect((await desk.call(record.correctAddress, corrected)).body.formerAddresses).toHaveLength(1)
  expect((await detailsOf(desk, patientId)).address?.line).toBe(line)
  expect(await historyOf(desk, patientId)).toEqual(
    expect.arrayContaining([
      ['address.old', null, '12 Elm St, Springfield, IL, 62701 (–2026-10-31)'],
      ['addressSince', null, '2026-11-01'],
    ]),
  )
})

test('moves that cannot be', async () => {
  const to = { patientId, version: 1, address: oak }
  const reason = async (input: Partial<typeof to> & { on: string }) =>
    (await desk.call(record.moveHome, { ...to, ...input })).refusal
  expect(await reason({ on: '2026-12-24' })).toEqual({ reason: 'date-ahead' })
  expect(await reason({ on: '2026-11-01', address: elm })).toEqual({ reason: 'same-address' })
  await desk.call(record.moveHome, { ...to, on: '2026-11-01' })
  const back = { address: elm, version: 2 }
  expect(await reason({ ...back, on: '2026-11-01' })).toEqual({ reason: 'move-too-early', earliest: '2026-11-02' })
  const early = await desk.call(record.correctAddress, { patientId, version: 2, address: oak, since: '2026-10-30' })
  expect(early.refusal).toEqual({ reason: 'move-too-early', earliest: '2026-11-01' })
  expect((await detailsOf(desk, patientId)).formerAddresses).toHaveLength(1)
})

test('places for a while and for bills, corrected and taken away', async () => {
  const place = { use: 'billing', address: oak, periodStart: null, periodEnd: null } as const
  const added = (await desk.call(record.addPlace, { patientId, version: 1, ...place })).body
  expect(added.places).toMatchObject([place])
  const placeId = added.places[0]?.id ?? ''
  const odd = { ...place, periodStart: '2026-12-02', periodEnd: '2026-12-01' }
  const turned = await desk.call(record.changePlace, { patientId, placeId, version: 2, ...odd })
  expect(turned.refusal).toEqual({ reason: 'period-backwards' })
  const changed = await desk.call(record.changePlace, { patientId, placeId, version: 2, ...place, use: 'temp' })
  expect(changed.body.places[0]?.use).toBe('temp')
  expect((await desk.call(record.removeAddress, { patientId, placeId, version: 3 })).body.places).toEqual([])
  const again = await desk.call(record.removeAddress, { patientId, placeId, version: 4 })
  expect(again.problem).toBe('not-found')
})

test('a home that was left is noted later and corrected, with its history', async () => {
  const early = { address: oak, periodStart: '2010-01-01', periodEnd: '2014-12-31' }
  const added = await desk.call(record.addFormerHome, { patientId, version: 1, ...early })
  expect(added.body.formerAddresses).toMatchObject([early])
  expect(added.body.address).toEqual(elm)
  const placeId = added.body.formerAddresses[0]?.id ?? ''
  const right = { ...early, address: { ...oak, line: '80 Oak Ave' }, periodEnd: '2013-12-31' }
  const changed = await desk.call(record.changeFormerHome, { patientId, placeId, version: 2, ...right })
  expect(changed.body.formerAddresses).toMatchObject([{ id: placeId, ...right }])
  expect(await historyOf(desk, patientId)).toEqual(
    expect.arrayContaining([
      ['address.old', null, '8 Oak Ave, Chicago, IL, 60622 (2010-01-01–2014-12-31)'],
      [
        'address.old',
        '8 Oak Ave, Chicago, IL, 60622 (2010-01-01–2014-12-31)',
        '80 Oak Ave, Chicago, IL, 60622 (2010-01-01–2013-12-31)',
      ],
    ]),
  )
})

test('homes that cannot have been', async () => {
  const home = { address: oak, periodStart: '2010-01-01', periodEnd: '2014-12-31' }
  const reason = async (part: Partial<typeof home>) =>
    (await desk.call(record.addFormerHome, { patientId, version: 2, ...home, ...part })).refusal?.reason
  await desk.call(record.addFormerHome, { patientId, version: 1, ...home })
  expect(await reason({})).toBe('homes-overlap')
  expect(await reason({ periodStart: '2026-12-24', periodEnd: '2026-12-25' })).toBe('date-ahead')
  expect(await reason({ periodStart: '2009-01-01', periodEnd: '2008-01-01' })).toBe('period-backwards')
  const place = { use: 'work', address: elm, version: 2 } as const
  const { body } = await desk.call(record.addPlace, { patientId, ...place })
  const placeId = body.places[0]?.id ?? ''
  const notHome = await desk.call(record.changeFormerHome, { patientId, placeId, version: 3, ...home })
  expect(notHome.problem).toBe('not-found')
})
