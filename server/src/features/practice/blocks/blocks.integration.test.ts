import { type CallInput, practice } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aSmallPractice, type SmallPractice } from '../testing.ts'

let t: TestApp
let small: SmallPractice
beforeAll(async () => {
  t = await openTestApp()
  small = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

const manager = () => t.riverside.as('manager')
const db = () => t.riverside.db

function block(resourceId: string, startMinute: number, endMinute: number, date = '2026-12-08') {
  return { resourceIds: [resourceId], date, startMinute, endMinute, reason: 'Training' }
}

/** Made through the front door: the practice is kept in memory. */
async function aResource(wish: Partial<CallInput<typeof practice.addResource>> & { siteId: string }): Promise<string> {
  const it = { kind: 'practitioner' as const, name: 'Dr. Ada Okafor', hours: [], ...wish }
  return (await (await manager()).call(practice.addResource, it)).body.id
}

async function allocations(resourceId: string): Promise<readonly { start: string; end: string }[]> {
  return db()
    .selectFrom('allocation')
    .select((eb) => [eb.fn<string>('lower', ['during']).as('start'), eb.fn<string>('upper', ['during']).as('end')])
    .where('resource_id', '=', resourceId)
    .orderBy('during')
    .execute()
}

/** Time kept for somebody on the phone until `expiresAt`. */
async function aHold(resourceId: string, start: string, end: string, expiresAt: string): Promise<void> {
  const { staffId } = await manager()
  const id = t.clock.id()
  await db()
    .insertInto('hold')
    .values({
      id,
      staff_id: staffId,
      visit_type_id: small.visitTypes.followUp,
      site_id: small.siteId,
      starts_at: start,
      ends_at: end,
      expires_at: expiresAt,
    })
    .execute()
  await db()
    .insertInto('allocation')
    .values({ id, resource_id: resourceId, hold_id: id, during: sql<string>`tstzrange(${start}, ${end})` })
    .execute()
}

test('time is closed by the clock on the wall of the site, and opened again', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const { body, status } = await (await manager()).call(practice.blockTime, block(resourceId, 600, 720))
  expect(status).toBe(200)
  expect(await allocations(resourceId)).toEqual([{ start: '2026-12-08T16:00:00Z', end: '2026-12-08T18:00:00Z' }])
  const told = async () =>
    (await db().selectFrom('outbox').select('payload').where('type', '=', 'block.changed').execute()).map(
      ({ payload }) => payload,
    )
  const taken = [[resourceId, Date.parse('2026-12-08T16:00:00Z'), Date.parse('2026-12-08T18:00:00Z')]]
  const event = { id: body.id, siteId: small.siteId, date: '2026-12-08', taken }
  expect(await told()).toEqual([event])
  expect((await (await manager()).call(practice.removeBlock, { blockId: body.id })).status).toBe(200)
  expect(await allocations(resourceId)).toEqual([])
  expect(await told()).toEqual([event, event])
  expect((await (await manager()).call(practice.removeBlock, { blockId: body.id })).problem).toBe('not-found')
})

test('the days on which the clocks change have 23 and 25 hours', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const desk = await manager()
  await desk.call(practice.blockTime, block(resourceId, 0, 1440, '2026-03-08'))
  await desk.call(practice.blockTime, block(resourceId, 0, 1440, '2026-11-01'))
  expect(await allocations(resourceId)).toEqual([
    { start: '2026-03-08T06:00:00Z', end: '2026-03-09T05:00:00Z' },
    { start: '2026-11-01T05:00:00Z', end: '2026-11-02T06:00:00Z' },
  ])
})

test.each([
  [600, 600],
  [600, 540],
])('time from %i to %i is backwards', async (start, end) => {
  const answer = await (await manager()).call(practice.blockTime, block(small.rooms[0], start, end))
  expect(answer.refusal).toEqual({ reason: 'backwards' })
})

test('time that is kept for somebody is not closed; a hold that has expired gives way', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const future = t.clock.now().add({ minutes: 5 }).toString()
  const past = t.clock.now().subtract({ minutes: 5 }).toString()
  await aHold(resourceId, '2026-12-08T15:00:00Z', '2026-12-08T15:20:00Z', past)
  await aHold(resourceId, '2026-12-08T16:00:00Z', '2026-12-08T16:20:00Z', future)
  const desk = await manager()
  const refused = await desk.call(practice.blockTime, block(resourceId, 540, 660))
  expect(refused.refusal).toEqual({ reason: 'visits-booked', count: 1, resources: [{ resourceId, count: 1 }] })
  expect(await allocations(resourceId)).toHaveLength(2)
  expect((await desk.call(practice.blockTime, block(resourceId, 540, 600))).status).toBe(200)
  expect((await desk.call(practice.blockTime, block(resourceId, 550, 560))).refusal).toEqual({
    reason: 'visits-booked',
    count: 0,
    resources: [{ resourceId, count: 0 }],
  })
})

test('of many who close the same time at once one does', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const desk = await manager()
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => desk.call(practice.blockTime, block(resourceId, 600, 660))),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(11)
  expect(await allocations(resourceId)).toHaveLength(1)
})

test('several resources and dates are closed in every lane, and opened together', async () => {
  const chairs = await aResource({
    siteId: small.siteId,
    kind: 'room',
    lanes: 3,
    hours: [{ weekday: 2, startMinute: 480, endMinute: 720, overbook: 2 }],
  })
  const nurse = await aResource({ siteId: small.siteId })
  const senior = await t.riverside.as('senior')
  const wish = { ...block(chairs, 0, 1440, '2026-03-07'), resourceIds: [chairs, nurse], to: '2026-03-09' }
  const closed = await senior.call(practice.blockTime, wish)
  expect(closed.status).toBe(200)
  const rows = async (resourceId: string) =>
    db()
      .selectFrom('allocation')
      .select(['lane', 'block_id'])
      .select(sql<number>`round(extract(epoch from upper(during) - lower(during)) / 3600)::int`.as('hours'))
      .where('resource_id', '=', resourceId)
      .orderBy('lane')
      .orderBy('during')
      .execute()
  // The second of the three days is the one on which the clocks change.
  const days = (lane: number) => [24, 23, 24].map((hours) => ({ lane, block_id: closed.body.id, hours }))
  expect(await rows(chairs)).toEqual([0, 1, 2, 3, 4].flatMap(days))
  expect(await rows(nurse)).toEqual(days(0))
  const opened = await senior.call(practice.removeBlock, { blockId: closed.body.id })
  expect([...(await rows(chairs)), ...(await rows(nurse))]).toEqual([])
  expect(opened.body.resourceIds.toSorted()).toEqual(wish.resourceIds.toSorted())
  // What was opened can be closed again as it was: whole days that touch are one stretch.
  expect((await senior.call(practice.closeOpened, { openedId: opened.body.openedId })).status).toBe(200)
  expect(await rows(chairs)).toEqual([0, 1, 2, 3, 4].map((lane) => ({ lane, block_id: closed.body.id, hours: 71 })))
})

test('around visits only what is free is closed, lane by lane', async () => {
  const chairs = await aResource({ siteId: small.siteId, kind: 'room', lanes: 2 })
  const expires = t.clock.now().add({ minutes: 5 }).toString()
  await aHold(chairs, '2026-12-08T16:00:00Z', '2026-12-08T17:00:00Z', expires)
  const closed = await (await manager()).call(practice.blockTime, { ...block(chairs, 540, 720), aroundVisits: true })
  expect(closed.status).toBe(200)
  const rows = await db()
    .selectFrom('allocation')
    .select((eb) => [
      'lane',
      eb.fn<string>('lower', ['during']).as('start'),
      eb.fn<string>('upper', ['during']).as('end'),
    ])
    .where('resource_id', '=', chairs)
    .where('reason', 'is not', null)
    .orderBy('lane')
    .orderBy('during')
    .execute()
  expect(rows).toEqual([
    { lane: 0, start: '2026-12-08T15:00:00Z', end: '2026-12-08T16:00:00Z' },
    { lane: 0, start: '2026-12-08T17:00:00Z', end: '2026-12-08T18:00:00Z' },
    { lane: 1, start: '2026-12-08T15:00:00Z', end: '2026-12-08T18:00:00Z' },
  ])
  const again = await (await manager()).call(practice.blockTime, { ...block(chairs, 540, 720), aroundVisits: true })
  expect(again.refusal).toEqual({ reason: 'nothing-to-close' })
})

test('a resource that gets more lanes stays closed in all of them', async () => {
  const it = { kind: 'room' as const, name: 'Chairs', siteId: small.siteId, hours: [] }
  const made = await (await manager()).call(practice.addResource, it)
  const resourceId = made.body.id
  await (await manager()).call(practice.blockTime, block(resourceId, 600, 660))
  await (await manager()).call(practice.changeResource, { ...it, resourceId, lanes: 4 })
  await (await manager()).call(practice.changeResource, { ...it, resourceId, lanes: 4 })
  expect(await allocations(resourceId)).toHaveLength(4)
})

test('the other practice can neither close nor open the time', async () => {
  const { body } = await (await manager()).call(practice.blockTime, block(small.rooms[2], 600, 660))
  const other = await t.lakeside.as('manager')
  expect((await other.call(practice.blockTime, block(small.rooms[2], 700, 760))).status).toBe(404)
  expect((await other.call(practice.removeBlock, { blockId: body.id })).status).toBe(404)
  expect(await allocations(small.rooms[2])).toHaveLength(1)
})

/** Closed by hand as a repair closes it: one row from midnight to midnight over five days. */
async function aWeekClosed(resourceId: string): Promise<string> {
  const blockId = t.clock.id()
  await db()
    .insertInto('allocation')
    .values({
      id: t.clock.id(),
      resource_id: resourceId,
      block_id: blockId,
      reason: 'Flu',
      during: sql<string>`tstzrange('2026-12-07T06:00:00Z', '2026-12-12T06:00:00Z')`,
    })
    .execute()
  return blockId
}

test('a block of several days in one row is opened whole, said with its true end, and closed again whole', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const before = await aWeekClosed(resourceId)
  const closed = await allocations(resourceId)
  const desk = await manager()
  const opened = await desk.call(practice.removeBlock, { blockId: before })
  expect(opened.body).toMatchObject({
    resourceIds: [resourceId],
    start: '2026-12-07T06:00:00Z',
    end: '2026-12-12T06:00:00Z',
    reason: 'Flu',
  })
  expect(await allocations(resourceId)).toEqual([])
  const again = await desk.call(practice.closeOpened, { openedId: opened.body.openedId })
  expect(again.body).toEqual({ id: before })
  expect(await allocations(resourceId)).toEqual(closed)
  // Once is enough.
  expect((await desk.call(practice.closeOpened, { openedId: opened.body.openedId })).status).toBe(404)
})

test('only the time that an opening needs is opened: before and after stay closed, and it is closed again as it was', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const blockId = await aWeekClosed(resourceId)
  const desk = await manager()
  const part = { resourceId, start: '2026-12-08T15:30:00Z', end: '2026-12-08T15:50:00Z' }
  const opened = await desk.call(practice.openPart, { blockId, ...part })
  expect(opened.body).toMatchObject({ resourceIds: [resourceId], start: part.start, end: part.end })
  expect(await allocations(resourceId)).toEqual([
    { start: '2026-12-07T06:00:00Z', end: '2026-12-08T15:30:00Z' },
    { start: '2026-12-08T15:50:00Z', end: '2026-12-12T06:00:00Z' },
  ])
  expect((await desk.call(practice.openPart, { blockId, ...part })).status).toBe(404)
  expect((await desk.call(practice.closeOpened, { openedId: opened.body.openedId })).status).toBe(200)
  expect(await allocations(resourceId)).toEqual([{ start: '2026-12-07T06:00:00Z', end: '2026-12-12T06:00:00Z' }])
  // Both pieces are one block: opening it opens all of it.
  await desk.call(practice.openPart, { blockId, ...part })
  await desk.call(practice.removeBlock, { blockId })
  expect(await allocations(resourceId)).toEqual([])
})

test('what was taken meanwhile stays where it is; where all of it is taken nothing is closed again', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const blockId = await aWeekClosed(resourceId)
  const desk = await manager()
  const part = { resourceId, start: '2026-12-08T15:30:00Z', end: '2026-12-08T15:50:00Z' }
  const { body } = await desk.call(practice.openPart, { blockId, ...part })
  await aHold(resourceId, part.start, part.end, t.clock.now().add({ minutes: 5 }).toString())
  const refused = await desk.call(practice.closeOpened, { openedId: body.openedId })
  expect(refused.refusal).toEqual({ reason: 'nothing-to-close' })
  const stranger = await t.lakeside.as('manager')
  expect((await stranger.call(practice.openPart, { blockId, ...part })).status).toBe(404)
  expect((await stranger.call(practice.closeOpened, { openedId: body.openedId })).status).toBe(404)
})
