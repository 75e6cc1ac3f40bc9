import { patients, restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPayer } from '../testing.ts'

let t: TestApp
let desk: TestClient

beforeAll(async () => {
  t = await openTestApp()
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

async function changes(patientId: string): Promise<[field: string, before: unknown, after: unknown][]> {
  const { body } = await desk.call(restricted.listChanges, { patientId })
  return body.changes.map(({ field, before, after }) => [field, before, after])
}

const body = { name: { given: 'Zora', family: 'Okoye' }, birthDate: '1984-02-29' }

test('what was said at registration stands in the history, by whom', async () => {
  const { id: patientId } = (await desk.call(patients.registerPatient, { ...body, phone: '3125550166' })).body
  expect((await changes(patientId)).toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
    ['birthDate', null, '1984-02-29'],
    ['family', null, 'Okoye'],
    ['given', null, 'Zora'],
    ['phone', null, '+13125550166'],
    ['sex', null, 'unknown'],
  ])
  const [first] = (await desk.call(restricted.listChanges, { patientId })).body.changes
  expect(first).toMatchObject({ by: 'Test coordinator', source: 'desk' })
})

test('a change leaves the fields that it changed and no others, and one that changes nothing leaves none', async () => {
  const person = { name: { given: 'Tuva', family: 'Haraldsen' }, birthDate: '1990-05-05' }
  const { id: patientId } = (await desk.call(patients.registerPatient, person)).body
  const before = await changes(patientId)
  const address = { line: '12 Elm St', city: 'Springfield', state: 'IL', postalCode: '62701' }
  const next = { ...person, name: { ...person.name, family: 'Bell' }, address }
  const colleague = await t.riverside.another('senior')
  await colleague.call(patients.changePatient, { patientId, ...next, version: 1 })
  expect((await changes(patientId)).slice(0, -before.length)).toEqual([
    ['address', null, address],
    ['family', 'Haraldsen', 'Bell'],
  ])
  expect((await desk.call(restricted.listChanges, { patientId })).body.changes[0]?.by).toBe('Test senior')
  const { length } = await changes(patientId)
  await colleague.call(patients.changePatient, { patientId, ...next, version: 2 })
  expect(await changes(patientId)).toHaveLength(length)
  // What came too late changed nothing.
  expect((await colleague.call(patients.changePatient, { patientId, ...person, version: 1 })).status).toBe(409)
  expect(await changes(patientId)).toHaveLength(length)
})

test('a coverage that is added and corrected', async () => {
  const { id: patientId } = (
    await desk.call(patients.registerPatient, { name: { given: 'Bogdan', family: 'Wójcik' }, birthDate: '1971-11-30' })
  ).body
  const { length } = await changes(patientId)
  const card = { payerId: await aPayer(t.riverside.db), memberId: 'M1', planName: 'Choice' }
  const { id: coverageId } = (await desk.call(patients.addCoverage, { patientId, ...card })).body
  await desk.call(patients.changeCoverage, { patientId, coverageId, ...card, memberId: 'M2', version: 1 })
  const said = (await changes(patientId)).slice(0, -length)
  expect(said[0]).toEqual(['coverage.memberId', 'M1', 'M2'])
  expect(said).toContainEqual(['coverage.payer', null, 'Prairie Health Plan'])
})

test('the history is read page by page, the newest first, and is nobody’s of another practice', async () => {
  const person = { name: { given: 'Ingrid', family: 'Sørensen' }, birthDate: '1938-07-21' }
  const { id: patientId } = (await desk.call(patients.registerPatient, person)).body
  for (let version = 1; version <= 60; version += 1)
    await desk.call(patients.changePatient, {
      patientId,
      ...person,
      pronouns: `p${version}`,
      version,
    })
  const first = (await desk.call(restricted.listChanges, { patientId })).body
  expect(first.changes).toHaveLength(50)
  const second = (await desk.call(restricted.listChanges, { patientId, before: first.before ?? 0 })).body
  expect(second.before).toBeNull()
  const all = [...first.changes, ...second.changes]
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => b - a))
  expect(all[0]).toMatchObject({ field: 'pronouns', before: 'p59', after: 'p60' })
  const elsewhere = await t.lakeside.as('manager')
  expect((await elsewhere.call(restricted.listChanges, { patientId })).problem).toBe('not-found')
})
