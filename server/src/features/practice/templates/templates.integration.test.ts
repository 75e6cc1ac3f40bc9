import { type CallInput, practice, repair } from '@foyer/contract'
import { instantAt, Temporal } from '@foyer/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aSmallPractice, type SmallPractice } from '../testing.ts'

let t: TestApp
let small: SmallPractice
beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-24T15:00:00Z')
  small = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

const manager = () => t.riverside.as('manager')
const db = () => t.riverside.db
const nine = { weekday: 1 as const, startMinute: 540, endMinute: 720 }

/** Made through the front door: the practice is kept in memory. */
async function aResource(wish: Partial<CallInput<typeof practice.addResource>> = {}): Promise<string> {
  const it = { kind: 'practitioner' as const, name: 'Dr. Ada Okafor', siteId: small.siteId, hours: [], ...wish }
  return (await (await manager()).call(practice.addResource, it)).body.id
}

/** Somebody booked with a resource, kept from `start` to `end`. */
async function aVisit(resourceId: string, start: string, end: string): Promise<string> {
  const [patientId, id] = [t.clock.id(), t.clock.id()]
  const mrn = String(10_000_000 + Math.floor(Number(`0x${patientId.slice(-6)}`)))
  const person = { given: 'Ola', family: 'Nilsen', birth_date: '1956-02-29', search_name: ' ola nilsen' }
  await db()
    .insertInto('patient')
    .values({ id: patientId, mrn, ...person })
    .execute()
  const at = t.clock.now().toString()
  await db()
    .insertInto('appointment')
    .values({
      id,
      patient_id: patientId,
      visit_type_id: small.visitTypes.followUp,
      site_id: small.siteId,
      starts_at: start,
      ends_at: end,
      status_since: at,
      booked_at: at,
    })
    .execute()
  await db()
    .insertInto('allocation')
    .values({
      id: t.clock.id(),
      resource_id: resourceId,
      role: 'clinician',
      appointment_id: id,
      during: sql<string>`tstzrange(${start}, ${end})`,
    })
    .execute()
  return id
}

test('new hours hold from a date on, the old ones until the day before', async () => {
  const resourceId = await aResource({
    hours: [{ weekday: 1, startMinute: 480, endMinute: 720 }],
  })
  const answer = await (await manager()).call(practice.changeTemplate, {
    resourceId,
    from: '2026-12-07',
    hours: [nine],
  })
  expect(answer.status).toBe(200)
  expect(answer.body.hours).toEqual([
    { weekday: 1, startMinute: 480, endMinute: 720, validTo: '2026-12-06' },
    { ...nine, validFrom: '2026-12-07' },
  ])
  const { body } = await (await manager()).call(practice.readPractice, {})
  expect(body.resources.find(({ id }) => id === resourceId)?.hours).toEqual(answer.body.hours)
})

test('what cannot be is refused with its place, and nothing is changed', async () => {
  const resourceId = await aResource({ hours: [nine] })
  const desk = await manager()
  const wish = { resourceId, from: '2026-12-07' }
  const overlap = await desk.call(practice.changeTemplate, { ...wish, hours: [nine, { ...nine, startMinute: 700 }] })
  expect(overlap.refusal).toEqual({ reason: 'hours-overlap', weekday: 1, position: 1 })
  const backwards = await desk.call(practice.changeTemplate, { ...wish, hours: [{ ...nine, endMinute: 540 }] })
  expect(backwards.refusal).toEqual({ reason: 'hours-backwards', weekday: 1, position: 0 })
  const { body } = await desk.call(practice.readPractice, {})
  expect(body.resources.find(({ id }) => id === resourceId)?.hours).toEqual([nine])
  expect((await desk.call(practice.changeTemplate, { ...wish, resourceId: t.clock.id(), hours: [] })).status).toBe(404)
})

test('a preview names the visits that would fall outside and only those, and saves nothing', async () => {
  const resourceId = await aResource({
    hours: [{ weekday: 1, startMinute: 480, endMinute: 720 }],
  })
  // Monday 8:00 and 9:00 in Chicago; and a Saturday, which lay outside before.
  const early = await aVisit(resourceId, '2026-12-07T14:00:00Z', '2026-12-07T14:20:00Z')
  await aVisit(resourceId, '2026-12-07T15:00:00Z', '2026-12-07T15:20:00Z')
  await aVisit(resourceId, '2026-12-12T15:00:00Z', '2026-12-12T15:20:00Z')
  const wish = { resourceId, from: '2026-12-07', hours: [nine, { weekday: 2, startMinute: 540, endMinute: 600 }] }
  const { body } = await (await manager()).call(practice.previewTemplate, { ...wish, weeks: 2 })
  expect(body.outside).toMatchObject([
    { appointmentId: early, why: 'outside-hours', patient: { name: { family: 'Nilsen' }, birthDate: '1956-02-29' } },
  ])
  expect(body.outsideCount).toBe(1)
  expect([body.gainedMinutes, body.lostMinutes, body.days.length]).toEqual([120, 120, 14])
  expect(body.days[0]).toMatchObject({
    date: '2026-12-07',
    lost: [{ startMinute: 480, endMinute: 540 }],
    open: [{ startMinute: 540, endMinute: 720, label: null, reserved: false, walkIn: false }],
  })
  const { body: after } = await (await manager()).call(practice.readPractice, {})
  expect(after.resources.find(({ id }) => id === resourceId)?.hours).toEqual([
    { weekday: 1, startMinute: 480, endMinute: 720 },
  ])
  const entry = await db()
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', 'template.preview')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  expect(entry).toMatchObject({ subject_id: resourceId, outcome: 'ok' })
})

test('a visit far ahead, and one in a session that becomes reserved, are named too', async () => {
  const resourceId = await aResource({ hours: [nine] })
  const far = await aVisit(resourceId, '2027-11-29T15:00:00Z', '2027-11-29T15:20:00Z')
  const hours = [{ ...nine, visitTypeIds: [small.visitTypes.newPatient] }]
  const { body } = await (await manager()).call(practice.previewTemplate, { resourceId, from: '2026-12-07', hours })
  expect(body.outside).toMatchObject([{ appointmentId: far, why: 'session-reserved' }])
})

test('a preview shows holidays, exceptions and the days on which the clocks change', async () => {
  const resourceId = await aResource({ hours: [] })
  const desk = await manager()
  await desk.call(practice.addHolidays, {
    holidays: [{ date: '2027-03-15', name: 'Founders’ Day', siteId: small.siteId }],
  })
  const closed = {
    resourceId,
    date: '2027-03-08',
    startMinute: 600,
    endMinute: 720,
    kind: 'closed' as const,
    reason: 'Training',
  }
  await desk.call(practice.addException, closed)
  const hours = [nine, { weekday: 7, startMinute: 0, endMinute: 240 }]
  const { body } = await desk.call(practice.previewTemplate, { resourceId, from: '2027-03-08', hours, weeks: 2 })
  const day = (date: string) => body.days.find((one) => one.date === date)
  expect(day('2027-03-08')).toMatchObject({ exceptions: ['Training'], open: [{ startMinute: 540, endMinute: 600 }] })
  expect(day('2027-03-14')).toMatchObject({ clock: 'forward', open: [{ startMinute: 0, endMinute: 240 }] })
  expect(day('2027-03-15')).toMatchObject({ holiday: 'Founders’ Day', open: [] })
  // Two Mondays, of which one is a holiday and one loses two hours; two Sundays, of which one has no hour from 2 to 3.
  expect(body.gainedMinutes).toBe(60 + 180 + 240)
})

test('a change is taken back while nothing depends on it: all the hours are as they were', async () => {
  const desk = await manager()
  const first = { weekday: 1 as const, startMinute: 480, endMinute: 720 }
  const resourceId = await aResource({ hours: [first] })
  // It lay outside before, and does with either hours.
  await aVisit(resourceId, '2026-12-12T15:00:00Z', '2026-12-12T15:20:00Z')
  const change = { resourceId, from: '2026-12-07', hours: [nine] }
  const { before, after } = (await desk.call(practice.changeTemplate, change)).body
  expect(before).toEqual([first])
  const back = await desk.call(practice.restoreTemplate, { resourceId, before, after })
  expect(back.body.hours).toEqual([first])
  const { body } = await desk.call(practice.readPractice, {})
  expect(body.resources.find(({ id }) => id === resourceId)?.hours).toEqual([first])
  // Once more: the hours are no longer what the change made of them.
  expect((await desk.call(practice.restoreTemplate, { resourceId, before, after })).refusal).toEqual({
    reason: 'hours-changed',
  })
})

test('a change stays where a visit or a kept opening lies in the time that it brought', async () => {
  const desk = await manager()
  const resourceId = await aResource({ hours: [nine] })
  const { before, after } = (
    await desk.call(practice.changeTemplate, {
      resourceId,
      from: '2026-12-07',
      hours: [{ ...nine, startMinute: 480, lanes: 2 }],
    })
  ).body
  // Eight in Chicago.
  await aVisit(resourceId, '2026-12-07T14:00:00Z', '2026-12-07T14:20:00Z')
  const asked = await desk.call(practice.restoreTemplate, { resourceId, before, after })
  expect(asked.refusal).toEqual({ reason: 'visits-booked', count: 1 })
  const { body } = await desk.call(practice.readPractice, {})
  expect(body.resources.find(({ id }) => id === resourceId)?.hours).toEqual(after)
})

test('hours that never stood cannot be put in the place of others', async () => {
  const desk = await manager()
  const resourceId = await aResource({ hours: [nine] })
  const overlap = { resourceId, before: [nine, { ...nine, startMinute: 700 }], after: [nine] }
  expect((await desk.call(practice.restoreTemplate, overlap)).refusal).toMatchObject({ reason: 'hours-overlap' })
  const nobody = { resourceId: t.clock.id(), before: [], after: [] }
  expect((await desk.call(practice.restoreTemplate, nobody)).status).toBe(404)
})

test('a coordinator may neither look ahead nor change', async () => {
  const desk = await t.riverside.as('coordinator')
  const wish = { resourceId: small.clinicians.okafor, from: '2026-12-07', hours: [] }
  expect((await desk.call(practice.previewTemplate, wish)).status).toBe(403)
  expect((await desk.call(practice.changeTemplate, wish)).status).toBe(403)
  const back = { resourceId: small.clinicians.okafor, before: [], after: [] }
  expect((await desk.call(practice.restoreTemplate, back)).status).toBe(403)
})

test('of more visits than are listed none is lost: every date says which a repair of it begins with', async () => {
  const resourceId = await aResource({ hours: [{ weekday: 3, startMinute: 480, endMinute: 720 }] })
  const hour = (index: number) => {
    const date = Temporal.PlainDate.from('2026-12-09').add({ weeks: Math.floor(index / 12) })
    const from = instantAt(date.toString(), 480 + 5 * (index % 12), 'America/Chicago')
    return [from.toString(), from.add({ minutes: 5 }).toString()] as const
  }
  const ids: string[] = []
  for (let index = 0; index < 204; index += 1) ids.push(await aVisit(resourceId, ...hour(index)))
  const desk = await manager()
  const wish = { resourceId, from: '2026-12-07', hours: [{ ...nine, weekday: 3 as const }] }
  const { body } = await desk.call(practice.previewTemplate, { ...wish, weeks: 1 })
  expect([body.outsideCount, body.outside.length, body.outsideDates.length]).toEqual([204, 200, 17])
  expect(body.outsideDates.flatMap(({ appointmentIds }) => appointmentIds).toSorted()).toEqual(ids.toSorted())
  const last = body.outsideDates.at(-1)!
  expect(last).toMatchObject({ date: '2027-03-31', from: hour(192)[0], until: hour(203)[1] })

  expect((await desk.call(practice.changeTemplate, wish)).status).toBe(200)
  const { from, until, appointmentIds } = last
  const begun = { resourceIds: [resourceId], from, until, appointmentIds, reason: 'New hours' }
  const repaired = await (await t.riverside.as('senior')).call(repair.proposeRepair, begun)
  expect(repaired.status).toBe(200)
  expect(repaired.body.items.map((one) => one.appointmentId).toSorted()).toEqual(appointmentIds.toSorted())
})
