import { feeds, scheduling } from '@foyer/contract'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSmallPractice, aSite, type SmallPractice } from '../practice/testing.ts'
import { anAppointment } from '../scheduling/testing.ts'

let t: TestApp
let p: SmallPractice
let lakefront: string
let withLunch: string
let clinician: TestClient
let manager: TestClient

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  p = await aSmallPractice(t.riverside.db)
  lakefront = await aSite(t.riverside.db, { name: 'Lakefront', timeZone: 'America/Los_Angeles' })
  withLunch = await aResource(t.riverside.db, {
    siteId: p.siteId,
    name: 'Dr. Lunch',
    hours: [
      { weekday: 1, startMinute: 480, endMinute: 1020 },
      { weekday: 1, startMinute: 720, endMinute: 780, kind: 'break', label: 'Lunch' },
    ],
  })
  clinician = await t.riverside.as('clinician')
  manager = await t.riverside.as('manager')
})
afterAll(() => t.stop())

type Made = Awaited<ReturnType<typeof made>>

async function made(
  client: TestClient,
  wanted: { resourceId: string; withPatients?: boolean; shared?: boolean; name?: string },
) {
  return (await client.call(feeds.makeFeed, { name: 'My week', ...wanted })).body
}

/** As a calendar reads it: without a cookie, by the address alone. */
function read(feed: Pick<Made, 'path'>, headers: Record<string, string> = {}) {
  return t.anonymous().call(feeds.readFeed, { file: feed.path.split('/').at(-1) ?? '' }, { headers })
}

async function entriesOf(feed: Pick<Made, 'path'>) {
  const calendar = new ICAL.Component(ICAL.parse((await read(feed)).raw.toString('utf8')) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const text = (name: string): string => String(component.getFirstPropertyValue(name))
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      place: event.location,
      status: text('status'),
      transp: text('transp'),
    }
  })
}

async function visitOf(resourceId: string, patientId?: string, start = '2026-12-08T16:40:00Z') {
  return anAppointment(t.riverside.db, {
    siteId: p.siteId,
    visitTypeId: p.visitTypes.followUp,
    patientId: patientId ?? (await aPatient(t.riverside.db)),
    start,
    note: 'chest pain',
    assignments: [{ role: 'clinician', resourceId }],
  })
}

test('the visits of a clinician, by the clock of the site, without the patient', async () => {
  const patientId = await aPatient(t.riverside.db, { given: 'Hạnh', family: 'Nguyen' })
  const { id } = await visitOf(p.clinicians.okafor, patientId)
  const feed = await made(clinician, { resourceId: p.clinicians.okafor })
  expect(await entriesOf(feed)).toEqual([
    {
      uid: id,
      sequence: 0,
      start: '2026-12-08T16:40:00.000Z',
      end: '2026-12-08T17:00:00.000Z',
      summary: 'Follow-up',
      place: 'Main Street',
      status: 'CONFIRMED',
      transp: 'OPAQUE',
    },
  ])
  const { raw, headers } = await read(feed)
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  const text = raw.toString('utf8')
  expect(text).toContain('DTSTART;TZID=America/Chicago:20261208T104000')
  for (const secret of ['Hạnh', 'Nguyen', 'chest', patientId]) expect(text).not.toContain(secret)
})

test('moved, then cancelled: the same entry, a higher sequence, then off for four weeks', async () => {
  const desk = await t.riverside.as('coordinator')
  const { id } = await visitOf(p.clinicians.singh)
  const feed = await made(clinician, { resourceId: p.clinicians.singh })
  const moved = await desk.call(scheduling.moveAppointment, {
    appointmentId: id,
    start: '2026-12-09T16:00:00Z',
    assignments: [
      { role: 'clinician', resourceId: p.clinicians.singh },
      { role: 'room', resourceId: p.rooms[1] },
    ],
    reason: 'asked for it',
    version: 1,
  })
  expect(moved.status).toBe(200)
  const [after] = await entriesOf(feed)
  expect(after).toMatchObject({ uid: id, start: '2026-12-09T16:00:00.000Z', place: 'Room 2, Main Street' })
  expect(after?.sequence).toBe(1)
  await desk.call(scheduling.cancelAppointment, { appointmentId: id, reason: 'patient', version: moved.body.version })
  expect(await entriesOf(feed)).toMatchObject([
    { uid: id, sequence: 2, start: '2026-12-09T16:00:00.000Z', status: 'CANCELLED', transp: 'TRANSPARENT' },
  ])
  await t.riverside.db
    .updateTable('appointment')
    .set({ status_since: '2026-10-20T15:00:00Z' })
    .where('id', '=', id)
    .execute()
  expect(await entriesOf(feed)).toEqual([])
})

test('names only where a manager allowed it, and then no kind of visit', async () => {
  const patientId = await aPatient(t.riverside.db, { given: 'Rosa', family: 'Delgado' })
  await visitOf(p.clinicians.weiss, patientId)
  const denied = await clinician.call(feeds.makeFeed, {
    resourceId: p.clinicians.weiss,
    name: 'Mine',
    withPatients: true,
  })
  expect(denied.refusal).toEqual({ reason: 'patients-not-allowed' })
  const feed = await made(clinician, { resourceId: p.clinicians.weiss })
  expect((await entriesOf(feed))[0]?.summary).toBe('Follow-up')
  const own = await clinician.call(feeds.changeFeed, { feedId: feed.id, withPatients: true })
  expect(own.problem).toBe('not-allowed')
  await manager.call(feeds.changeFeed, { feedId: feed.id, withPatients: true })
  expect((await entriesOf(feed))[0]?.summary).toBe('Rosa Delgado')
  const last = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['actor_id', 'actor_name', 'actor_role', 'outcome', 'patient_ids', 'subject_id'])
    .where('action', '=', 'feed.read')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  expect(last).toEqual([
    {
      actor_id: null,
      actor_name: 'My week',
      actor_role: 'feed',
      outcome: 'ok',
      patient_ids: [patientId],
      subject_id: feed.id,
    },
    { actor_id: null, actor_name: 'My week', actor_role: 'feed', outcome: 'ok', patient_ids: [], subject_id: feed.id },
  ])
})

test('blocks and breaks are busy; why is not said', async () => {
  await t.riverside.db
    .insertInto('allocation')
    .values({
      id: t.clock.id(),
      resource_id: withLunch,
      during: sql<string>`tstzrange('2026-12-08T15:00:00Z', '2026-12-08T16:00:00Z')`,
      reason: 'own surgery',
    })
    .execute()
  const feed = await made(manager, { resourceId: withLunch })
  const entries = await entriesOf(feed)
  expect(entries.find(({ summary }) => summary === 'Closed time')).toMatchObject({
    start: '2026-12-08T15:00:00.000Z',
    transp: 'OPAQUE',
  })
  const lunches = entries.filter(({ summary }) => summary === 'Lunch').map(({ start }) => start)
  expect(lunches.length).toBeGreaterThan(25)
  // Noon in Chicago, before and after the clock changes in spring.
  expect(lunches).toContain('2026-12-07T18:00:00.000Z')
  expect(lunches).toContain('2027-03-15T17:00:00.000Z')
  expect((await read(feed)).raw.toString()).not.toContain('surgery')
})

test('a group is one entry with its seats; a block over several lanes is one', async () => {
  const { db } = t.riverside
  const groupId = t.clock.id()
  await db
    .insertInto('group_session')
    .values({
      id: groupId,
      visit_type_id: p.visitTypes.followUp,
      site_id: p.siteId,
      starts_at: '2026-12-14T15:00:00Z',
      ends_at: '2026-12-14T16:00:00Z',
      seats: 8,
      version: 3,
      created_at: '2026-11-20T15:00:00Z',
    })
    .execute()
  const { id } = await anAppointment(db, {
    siteId: p.siteId,
    start: '2026-12-14T15:00:00Z',
    minutes: 60,
    assignments: [],
  })
  await db.updateTable('appointment').set({ group_session_id: groupId, seat: 1 }).where('id', '=', id).execute()
  const blockId = t.clock.id()
  const during = (from: string, to: string) => sql<string>`tstzrange(${from}, ${to})`
  const row = { resource_id: p.ultrasound, role: null, appointment_id: null, hold_id: null }
  const closed = { ...row, during: during('2026-12-14T18:00:00Z', '2026-12-14T19:00:00Z'), reason: 'Service' }
  await db
    .insertInto('allocation')
    .values([
      { ...closed, id: t.clock.id(), lane: 0, block_id: blockId },
      { ...closed, id: t.clock.id(), lane: 1, block_id: blockId },
    ])
    .execute()
  await db
    .insertInto('allocation')
    .values({
      ...row,
      id: t.clock.id(),
      during: during('2026-12-14T15:00:00Z', '2026-12-14T16:00:00Z'),
      role: 'device',
      group_session_id: groupId,
    })
    .execute()
  const feed = await made(manager, { resourceId: p.ultrasound, withPatients: true })
  const entries = await entriesOf(feed)
  expect(entries.map(({ uid, summary, sequence }) => ({ uid, summary, sequence }))).toEqual([
    { uid: groupId, summary: 'Follow-up (1 of 8)', sequence: 2 },
    { uid: blockId, summary: 'Closed time', sequence: 0 },
  ])
})

test('what is the same is not sent again', async () => {
  const feed = await made(clinician, { resourceId: p.rooms[2] })
  const first = await read(feed)
  const etag = String(first.headers['etag'])
  expect(first.headers['cache-control']).toBe('private, no-cache')
  const again = await read(feed, { 'if-none-match': `"other", W/${etag}` })
  expect([again.status, again.raw.length]).toEqual([304, 0])
  await anAppointment(t.riverside.db, {
    siteId: p.siteId,
    visitTypeId: p.visitTypes.followUp,
    start: '2026-12-10T16:00:00Z',
    assignments: [{ role: 'room', resourceId: p.rooms[2] }],
  })
  expect((await read(feed, { 'if-none-match': etag })).status).toBe(200)
})

test('an address ends with its feed, with a new address, and with the account of its owner', async () => {
  const junior = await t.riverside.as('junior')
  const feed = await made(junior, { resourceId: p.rooms[0] })
  const turned = (await junior.call(feeds.rotateFeed, { feedId: feed.id })).body
  expect(turned.path).not.toBe(feed.path)
  expect([(await read(feed)).status, (await read(turned)).status]).toEqual([404, 200])
  await t.riverside.db.updateTable('staff').set({ role: 'integrator' }).where('id', '=', junior.staffId).execute()
  expect((await read(turned)).status).toBe(404)
  await t.riverside.db
    .updateTable('staff')
    .set({ role: 'junior', active: false })
    .where('id', '=', junior.staffId)
    .execute()
  expect((await read(turned)).status).toBe(404)
  await t.riverside.db.updateTable('staff').set({ active: true }).where('id', '=', junior.staffId).execute()
  expect((await read(turned)).status).toBe(200)
  expect((await manager.call(feeds.endFeed, { feedId: feed.id })).status).toBe(200)
  expect((await read(turned)).status).toBe(404)
  const stored = await t.riverside.db.selectFrom('calendar_feed').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain(turned.path.split('.')[1] ?? '')
})

test('the secret of an address is in no log and no trail, whether it is right or wrong', async () => {
  const feed = await made(manager, { resourceId: p.rooms[0], name: 'For the log' })
  const token = feed.path.split('.')[1] ?? ''
  expect(token).toHaveLength(43)
  const wrong = `/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
  const before = t.logged.length
  expect((await read(feed)).status).toBe(200)
  expect((await read({ path: feed.path.replace(`.${token}`, `.${wrong.slice(1)}`) })).status).toBe(404)
  const lines = t.logged.slice(before).join('')
  // They were logged, by their route.
  expect(lines).toContain('"status":404')
  expect(t.logged.join('')).not.toContain(token.slice(0, 42))
  const entries = await t.riverside.db.selectFrom('audit_entry').selectAll().execute()
  expect(JSON.stringify(entries)).not.toContain(token.slice(0, 42))
})

test('everybody sees their own; a manager sees all and makes those of the practice', async () => {
  const lead = await t.riverside.as('lead')
  const own = await made(lead, { resourceId: p.rooms[0], name: 'Room one' })
  const shared = await lead.call(feeds.makeFeed, { resourceId: p.rooms[0], name: 'Door', shared: true })
  expect(shared.refusal).toEqual({ reason: 'sharing-not-allowed' })
  const door = await made(manager, { resourceId: p.rooms[0], name: 'Door', shared: true })
  const seen = async (client: TestClient) => (await client.call(feeds.listFeeds, {})).body.feeds.map(({ id }) => id)
  expect(await seen(lead)).toEqual([own.id])
  expect(await seen(manager)).toEqual(expect.arrayContaining([own.id, door.id]))
  expect((await lead.call(feeds.endFeed, { feedId: door.id })).status).toBe(404)
  expect((await lead.call(feeds.listFeeds, {})).raw.toString()).not.toContain('.ics')
})

test('the same request again is the same feed with a new address; nobody has more than twenty', async () => {
  const senior = await t.riverside.as('senior')
  const wish = { resourceId: p.rooms[0], name: 'Twice' }
  const options = { idempotencyKey: 'a-key-for-one-feed' }
  const first = (await senior.call(feeds.makeFeed, wish, options)).body
  const second = (await senior.call(feeds.makeFeed, wish, options)).body
  expect(second.id).toBe(first.id)
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200])
  for (let count = 1; count < 20; count += 1) await made(senior, { resourceId: p.rooms[0] })
  expect((await senior.call(feeds.makeFeed, wish)).refusal).toEqual({ reason: 'too-many-feeds', most: 20 })
})

test('a feed answers for its own organization only', async () => {
  const feed = await made(manager, { resourceId: p.rooms[0] })
  const elsewhere = { path: feed.path.replace('riverside.', 'lakeside.') }
  expect((await read(elsewhere)).status).toBe(404)
  for (const file of ['x', 'riverside.short.ics', `${feed.path.split('/').at(-1)}x`])
    expect((await t.anonymous().call(feeds.readFeed, { file })).status).toBe(404)
  const other = await t.lakeside.as('manager')
  const answers = await Promise.all([
    other.call(feeds.makeFeed, { resourceId: p.rooms[0], name: 'Mine' }),
    other.call(feeds.rotateFeed, { feedId: feed.id }),
    other.call(feeds.changeFeed, { feedId: feed.id, withPatients: true }),
    other.call(feeds.endFeed, { feedId: feed.id }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
})

test('an interpreter who goes to a site in another zone has its clock', async () => {
  await anAppointment(t.riverside.db, {
    siteId: lakefront,
    start: '2026-12-11T18:00:00Z',
    assignments: [{ role: 'interpreter', resourceId: p.interpreter }],
  })
  const feed = await made(manager, { resourceId: p.interpreter })
  const text = (await read(feed)).raw.toString()
  expect(text).toContain('DTSTART;TZID=America/Los_Angeles:20261211T100000')
  expect((await entriesOf(feed))[0]?.start).toBe('2026-12-11T18:00:00.000Z')
})

test('somebody who asks too often waits', async () => {
  const answers = []
  for (let count = 0; count < 130; count += 1) answers.push((await read({ path: 'riverside.x.ics' })).status)
  expect(answers.at(-1)).toBe(429)
})
