import { type Body, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let chicago: string
let dayton: string
let ana: string
let dora: string
let visitTypeId: string

beforeAll(async () => {
  t = await openTestApp()
  // A Sunday.
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  chicago = await aSite(db, { name: 'Chicago' })
  dayton = await aSite(db, { name: 'Dayton', timeZone: 'America/New_York' })
  const closed = await aSite(db, { name: 'Closed', active: false })
  const friday = [{ weekday: 5 as const, startMinute: 540, endMinute: 600 }]
  ana = await aResource(db, { siteId: chicago, name: 'Ana', hours: friday })
  dora = await aResource(db, { siteId: dayton, name: 'Dora', attributes: ['female'] })
  const away = await aResource(db, { siteId: closed, name: 'Away' })
  const candidates = [ana, dora, away]
  visitTypeId = await aVisitType(db, { roles: [{ role: 'clinician', kind: 'practitioner', candidates }] })
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

async function elsewhere(asked: Partial<Body<typeof scheduling.findOpenings>> = {}) {
  const dates = { from: '2026-11-23', to: '2026-12-04' }
  const { body } = await desk.call(scheduling.findOpenings, { visitTypeId, siteId: chicago, ...dates, ...asked })
  return body.near.filter(({ code }) => code === 'other-site')
}

test('what is sooner at another site is said with the site, and is held there', async () => {
  const [first, ...others] = await elsewhere()
  expect(others).toEqual([])
  // Monday at eight by the clock of Dayton, where Chicago has Friday.
  expect(first).toMatchObject({ siteId: dayton, opening: { start: '2026-11-23T13:00:00Z' } })
  const assignments = [{ role: 'clinician', resourceId: dora }]
  const place = { visitTypeId, siteId: dayton, start: first?.opening.start ?? '', assignments }
  expect((await desk.call(scheduling.holdOpening, place)).status).toBe(200)
})

test('where nothing is free here, and the rest of the wish holds there too', async () => {
  const dates = { from: '2026-11-23', to: '2026-11-25' }
  const afternoon = await elsewhere({ ...dates, dayParts: ['afternoon'], clinicianIds: [ana] })
  expect(afternoon).toMatchObject([{ siteId: dayton, opening: { start: '2026-11-23T18:00:00Z' } }])
  expect(await elsewhere({ ...dates, attributes: ['male'] })).toEqual([])
  expect(await elsewhere({ ...dates, attributes: ['female'] })).toHaveLength(1)
})

test('nobody is sent away for a visit that can be here in a day or two, nor when it is moved, nor when they are here', async () => {
  expect(await elsewhere({ from: '2026-11-26' })).toEqual([])
  expect(await elsewhere({ walkIn: true })).toEqual([])
  const patientId = await aPatient(t.riverside.db)
  const mine = await desk.call(scheduling.bookAppointment, {
    visitTypeId,
    siteId: chicago,
    patientId,
    start: '2026-11-27T15:00:00Z',
    assignments: [{ role: 'clinician', resourceId: ana }],
  })
  expect(mine.status).toBe(200)
  expect(await elsewhere({ patientId, movingId: mine.body.id })).toEqual([])
})
