import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'

let t: TestApp
let desk: TestClient
let colleague: TestClient

const kinds = ['day', 'lead-and-day', 'new-patients'] as const
type Kind = (typeof kinds)[number]
type Place = Awaited<ReturnType<typeof aPlace>>
const places = {} as Record<Kind, Place>
let perDay: readonly [Place, Place, Place]

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  // A practice that has been read is kept: what it has is there before anybody asks.
  for (const kind of kinds) places[kind] = await aPlace(kind)
  perDay = [await aPlace('day'), await aPlace('day'), await aPlace('day')]
  desk = await t.riverside.as('coordinator')
  colleague = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

const day = '2026-12-08'
const byNumber = (a: number, b: number) => a - b
const patient = () => aPatient(t.riverside.db)

/** A place with two clinicians, where one more visit would fill the day of the kind, or of a clinician. */
async function aPlace(kind: Kind) {
  const { db } = t.riverside
  const siteId = await aSite(db)
  const cap = kind === 'new-patients' ? { newPatientsPerDay: 1 } : {}
  const ids = [await aResource(db, { siteId, ...cap }), await aResource(db, { siteId, ...cap })] as const
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [...ids] }]
  const caps = { day: { perDay: 1 }, 'lead-and-day': { perLeadAndDay: 1 }, 'new-patients': null }[kind]
  const visitTypeId = await aVisitType(db, {
    durationMinutes: 30,
    roles,
    rules: caps ? { caps } : {},
    forNewPatients: kind === 'new-patients',
  })
  const at = (start: string, who = 0, on = day) => ({
    visitTypeId,
    siteId,
    start: `${on}T${start}:00Z`,
    assignments: [{ role: 'clinician', resourceId: ids[who] ?? ids[0] }],
  })
  const offered = async (who: TestClient, clinician = 0, on = day): Promise<number> => {
    const clinicianIds = [ids[clinician] ?? ids[0]]
    const wish = { visitTypeId, siteId, from: on, to: on, clinicianIds }
    return (await who.call(scheduling.findOpenings, wish)).body.openings.length
  }
  return { at, offered, siteId }
}

for (const kind of kinds)
  test(`a hold counts towards the cap "${kind}" while it lives, for everybody but its holder`, async () => {
    const { at, offered } = places[kind]
    expect(await offered(colleague)).toBeGreaterThan(0)
    const held = await desk.call(scheduling.holdOpening, at('15:00'))
    expect(held.status).toBe(200)
    expect(await offered(colleague)).toBe(0)
    expect(await offered(desk)).toBeGreaterThan(0)
    expect((await offered(colleague, 1)) > 0).toBe(kind !== 'day')
    const wanted = { ...at('19:00'), patientId: await patient() }
    const late = await colleague.call(scheduling.bookAppointment, wanted)
    expect(late.refusal).toMatchObject({ reason: 'cap', of: kind, most: 1, booked: 1 })
    expect((await colleague.call(scheduling.holdOpening, at('19:00'))).refusal).toMatchObject({ reason: 'cap' })
    // Another day is another count.
    expect(await offered(colleague, 0, '2026-12-09')).toBeGreaterThan(0)
    expect((await desk.call(scheduling.holdOpening, at('19:30'))).status).toBe(200)
    const own = { ...at('19:30'), patientId: await patient(), holdId: null }
    expect((await desk.call(scheduling.bookAppointment, own)).status).toBe(200)
  })

test('what somebody held is good for others when it has run out, or was let go', async () => {
  const { at, offered } = perDay[0]
  const first = await desk.call(scheduling.holdOpening, at('15:00'))
  await desk.call(scheduling.releaseHold, { holdId: first.body.id })
  expect(await offered(colleague)).toBeGreaterThan(0)
  await desk.call(scheduling.holdOpening, at('15:00'))
  t.clock.set(t.clock.now().add({ minutes: 6 }).toString())
  expect(await offered(colleague)).toBeGreaterThan(0)
  const booked = await colleague.call(scheduling.bookAppointment, { ...at('19:00'), patientId: await patient() })
  expect(booked.status).toBe(200)
  const late = await desk.call(scheduling.bookAppointment, { ...at('15:00'), patientId: await patient() })
  expect(late.refusal).toMatchObject({ reason: 'cap', booked: 1 })
})

test('of two who hold the last of a day at once, with different clinicians, one has it and can book it', async () => {
  const { at, siteId } = perDay[1]
  const who = [desk, colleague]
  for (const hour of ['15:00', '15:30', '16:00', '16:30']) {
    const answers = await Promise.all(
      who.map((one, clinician) => one.call(scheduling.holdOpening, at(hour, clinician))),
    )
    expect(answers.map(({ status }) => status).toSorted(byNumber)).toEqual([200, 409])
    for (const [one, { status, body }] of answers.entries())
      if (status === 200) await who[one]?.call(scheduling.releaseHold, { holdId: body.id })
  }
  // One holds, the other books without: whoever is second is refused, never both.
  const patientId = await patient()
  const [held, booked] = await Promise.all([
    desk.call(scheduling.holdOpening, at('20:00')),
    colleague.call(scheduling.bookAppointment, { ...at('20:00', 1), patientId }),
  ])
  expect([held.status, booked.status].toSorted(byNumber)).toEqual([200, 409])
  if (held.status === 200) {
    const own = { ...at('20:00'), patientId: await patient(), holdId: held.body.id }
    expect((await desk.call(scheduling.bookAppointment, own)).status).toBe(200)
  }
  const rows = await t.riverside.db.selectFrom('appointment').select('id').where('site_id', '=', siteId).execute()
  expect(rows).toHaveLength(1)
})

test('a chain is found and booked by the same count', async () => {
  const { at, siteId } = perDay[2]
  const { visitTypeId } = at('15:00')
  await desk.call(scheduling.holdOpening, at('15:00'))
  const find = async (who: TestClient) => {
    const legs = [{ visitTypeId }, { visitTypeId, gap: { minDays: 1, maxDays: 2 } }]
    const { body } = await who.call(scheduling.findChains, { siteId, legs, from: day, to: day })
    return body.chains.length
  }
  expect(await find(colleague)).toBe(0)
  expect(await find(desk)).toBeGreaterThan(0)
})
