import { repair } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aSmallPractice, type SmallPractice } from '../practice/testing.ts'
import { anAppointment } from '../scheduling/testing.ts'

let t: TestApp
let desk: TestClient
let p: SmallPractice

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-31T15:00:00Z')
  p = await aSmallPractice(t.riverside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

/** A scan with the only device there is. */
async function aScan(start: string): Promise<string> {
  const assignments = [
    { role: 'device', resourceId: p.ultrasound },
    { role: 'room', resourceId: p.rooms[0] },
  ]
  const patientId = await aPatient(t.riverside.db)
  const visit = { siteId: p.siteId, visitTypeId: p.visitTypes.ultrasound, patientId, start, assignments }
  return (await anAppointment(t.riverside.db, visit)).id
}

test('a device is away for 31 days: whoever had the first of them goes to the days after the last, also when planned anew', async () => {
  const first = await aScan('2027-01-04T15:00:00Z')
  const last = await aScan('2027-02-03T16:00:00Z')
  const wish = { resourceIds: [p.ultrasound], from: '2027-01-04', until: '2027-02-03', reason: 'Sent in' }
  const { body: plan } = await desk.call(repair.proposeRepair, wish)
  const datesOf = ({ items }: typeof plan) =>
    items.map((each) => [each.appointmentId, each.proposal?.start.slice(0, 10)])
  const expected = [
    [first, '2027-02-04'],
    [last, '2027-02-04'],
  ]
  expect(datesOf(plan)).toEqual(expected)
  const again = { repairId: plan.id, version: plan.version, urgencies: [] }
  expect(datesOf((await desk.call(repair.reproposeRepair, again)).body)).toEqual(expected)
})
