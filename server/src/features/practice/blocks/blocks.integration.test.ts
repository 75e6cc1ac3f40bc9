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

test('a block is moved to another time for another reason: the same block, and taken back as it was', async () => {
  const [doctor, nurse] = [await aResource({ siteId: small.siteId }), await aResource({ siteId: small.siteId })]
  const senior = await t.riverside.as('senior')
  // The second of the three days is the one on which the clocks change.
  const wish = { ...block(doctor, 720, 780, '2026-03-07'), resourceIds: [doctor, nurse], to: '2026-03-09' }
  const { body: made } = await senior.call(practice.blockTime, wish)
  const before = await allocations(doctor)
  const changed = await senior.call(practice.changeBlock, {
    blockId: made.id,
    times: { startMinute: 780, endMinute: 825 },
    reason: 'Lunch meeting',
  })
  expect(changed.body).toMatchObject({ id: made.id })
  const later = [
    { start: '2026-03-07T19:00:00Z', end: '2026-03-07T19:45:00Z' },
    { start: '2026-03-08T18:00:00Z', end: '2026-03-08T18:45:00Z' },
    { start: '2026-03-09T18:00:00Z', end: '2026-03-09T18:45:00Z' },
  ]
  expect(await allocations(doctor)).toEqual(later)
  expect(await allocations(nurse)).toEqual(later)
  const reasons = async () => {
    const rows = await db().selectFrom('allocation').select('reason').where('block_id', '=', made.id).execute()
    return [...new Set(rows.map(({ reason }) => reason))]
  }
  expect(await reasons()).toEqual(['Lunch meeting'])
  const back = await senior.call(practice.closeOpened, { openedId: changed.body.openedId, instead: true })
  expect(back.body).toEqual({ id: made.id })
  expect(await allocations(doctor)).toEqual(before)
  expect(await reasons()).toEqual(['Training'])
  await senior.call(practice.removeBlock, { blockId: made.id })
  expect([...(await allocations(doctor)), ...(await allocations(nurse))]).toEqual([])
})

test('another reason alone leaves the times as they are, also those of several days in one row', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const blockId = await aWeekClosed(resourceId)
  const before = await allocations(resourceId)
  const changed = await (await manager()).call(practice.changeBlock, { blockId, reason: 'Away' })
  expect(changed.status).toBe(200)
  expect(await allocations(resourceId)).toEqual(before)
})

test('a change that meets a visit changes nothing, or goes around it; its own time is no obstacle', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const desk = await manager()
  const { body: made } = await desk.call(practice.blockTime, block(resourceId, 540, 600))
  await aHold(resourceId, '2026-12-08T16:10:00Z', '2026-12-08T16:30:00Z', t.clock.now().add({ minutes: 5 }).toString())
  const held = { start: '2026-12-08T16:10:00Z', end: '2026-12-08T16:30:00Z' }
  const wish = { blockId: made.id, times: { startMinute: 570, endMinute: 660 }, reason: 'Training' }
  const refused = await desk.call(practice.changeBlock, wish)
  expect(refused.refusal).toEqual({ reason: 'visits-booked', count: 1, resources: [{ resourceId, count: 1 }] })
  expect(await allocations(resourceId)).toEqual([{ start: '2026-12-08T15:00:00Z', end: '2026-12-08T16:00:00Z' }, held])
  expect((await desk.call(practice.changeBlock, { ...wish, aroundVisits: true })).status).toBe(200)
  expect(await allocations(resourceId)).toEqual([
    { start: '2026-12-08T15:30:00Z', end: '2026-12-08T16:10:00Z' },
    held,
    { start: '2026-12-08T16:30:00Z', end: '2026-12-08T17:00:00Z' },
  ])
  const within = { ...wish, times: { startMinute: 611, endMinute: 629 }, aroundVisits: true }
  expect((await desk.call(practice.changeBlock, within)).refusal).toEqual({ reason: 'nothing-to-close' })
  expect(
    (await desk.call(practice.changeBlock, { ...wish, times: { startMinute: 60, endMinute: 60 } })).refusal,
  ).toEqual({
    reason: 'backwards',
  })
})

test('a change is not taken back where the block was opened meanwhile; others may not change it', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const desk = await manager()
  const { body: made } = await desk.call(practice.blockTime, block(resourceId, 540, 600))
  const wish = { blockId: made.id, times: { startMinute: 600, endMinute: 660 }, reason: 'Training' }
  expect((await (await t.lakeside.as('manager')).call(practice.changeBlock, wish)).status).toBe(404)
  expect((await (await t.riverside.as('coordinator')).call(practice.changeBlock, wish)).problem).toBe('not-allowed')
  const { body: changed } = await desk.call(practice.changeBlock, wish)
  await desk.call(practice.removeBlock, { blockId: made.id })
  const back = await desk.call(practice.closeOpened, { openedId: changed.openedId, instead: true })
  expect(back.refusal).toEqual({ reason: 'nothing-to-close' })
  expect(await allocations(resourceId)).toEqual([])
})

test('a block is moved to other dates at the times of the clock it has, over the day on which the clocks change', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const senior = await t.riverside.as('senior')
  const wish = { ...block(resourceId, 720, 780, '2026-03-05'), to: '2026-03-06' }
  const { body: made } = await senior.call(practice.blockTime, wish)
  const before = await allocations(resourceId)
  const changed = await senior.call(practice.changeBlock, { blockId: made.id, days: 2, reason: 'Training' })
  expect(changed.status).toBe(200)
  expect(await allocations(resourceId)).toEqual([
    { start: '2026-03-07T18:00:00Z', end: '2026-03-07T19:00:00Z' },
    { start: '2026-03-08T17:00:00Z', end: '2026-03-08T18:00:00Z' },
  ])
  await senior.call(practice.closeOpened, { openedId: changed.body.openedId, instead: true })
  expect(await allocations(resourceId)).toEqual(before)
  const earlier = { blockId: made.id, days: -1, times: { startMinute: 540, endMinute: 600 }, reason: 'Training' }
  await senior.call(practice.changeBlock, earlier)
  expect(await allocations(resourceId)).toEqual([
    { start: '2026-03-04T15:00:00Z', end: '2026-03-04T16:00:00Z' },
    { start: '2026-03-05T15:00:00Z', end: '2026-03-05T16:00:00Z' },
  ])
})

test('one that lasts several days in one row is moved whole', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const blockId = await aWeekClosed(resourceId)
  await (await manager()).call(practice.changeBlock, { blockId, days: 7, reason: 'Flu' })
  expect(await allocations(resourceId)).toEqual([{ start: '2026-12-14T06:00:00Z', end: '2026-12-19T06:00:00Z' }])
})

test('one stretch of a block goes elsewhere and to somebody else; the rest of it stays, and all is taken back at once', async () => {
  const [doctor, nurse] = [
    await aResource({ siteId: small.siteId }),
    await aResource({ siteId: small.siteId, lanes: 2 }),
  ]
  const desk = await manager()
  const { body: made } = await desk.call(practice.blockTime, { ...block(doctor, 540, 600), to: '2026-12-09' })
  const before = await allocations(doctor)
  const stretch = { resourceId: doctor, start: '2026-12-08T15:00:00Z', end: '2026-12-08T16:00:00Z' }
  const to = { resourceId: nurse, start: '2026-12-10T15:30:00Z', end: '2026-12-10T17:00:00Z' }
  const moved = await desk.call(practice.moveBlock, { blockId: made.id, ...stretch, to })
  expect(moved.body).toMatchObject({ id: made.id })
  expect(await allocations(doctor)).toEqual([{ start: '2026-12-09T15:00:00Z', end: '2026-12-09T16:00:00Z' }])
  const times = { start: to.start, end: to.end }
  expect(await allocations(nurse)).toEqual([times, times])
  const back = await desk.call(practice.closeOpened, { openedId: moved.body.openedId, instead: true })
  expect(back.body).toEqual({ id: made.id })
  expect([await allocations(doctor), await allocations(nurse)]).toEqual([before, []])
})

test('a stretch that would meet a visit stays, or closes what is free there; its own time is no obstacle', async () => {
  const resourceId = await aResource({ siteId: small.siteId })
  const desk = await manager()
  const { body: made } = await desk.call(practice.blockTime, block(resourceId, 540, 600))
  const held = { start: '2026-12-08T16:10:00Z', end: '2026-12-08T16:30:00Z' }
  await aHold(resourceId, held.start, held.end, t.clock.now().add({ minutes: 5 }).toString())
  const stretch = { resourceId, start: '2026-12-08T15:00:00Z', end: '2026-12-08T16:00:00Z' }
  const wish = {
    blockId: made.id,
    ...stretch,
    to: { ...stretch, start: '2026-12-08T15:30:00Z', end: '2026-12-08T17:00:00Z' },
  }
  const refused = await desk.call(practice.moveBlock, wish)
  expect(refused.refusal).toEqual({ reason: 'visits-booked', count: 1, resources: [{ resourceId, count: 1 }] })
  expect(await allocations(resourceId)).toEqual([{ start: stretch.start, end: stretch.end }, held])
  const nowhere = { ...wish, to: { resourceId, start: held.start, end: held.end }, aroundVisits: true }
  expect((await desk.call(practice.moveBlock, nowhere)).refusal).toEqual({ reason: 'nothing-to-close' })
  expect((await desk.call(practice.moveBlock, { ...wish, aroundVisits: true })).status).toBe(200)
  expect(await allocations(resourceId)).toEqual([
    { start: '2026-12-08T15:30:00Z', end: '2026-12-08T16:10:00Z' },
    held,
    { start: '2026-12-08T16:30:00Z', end: '2026-12-08T17:00:00Z' },
  ])
  // It is not there any more.
  expect(
    (await desk.call(practice.moveBlock, { ...wish, start: '2026-12-08T14:00:00Z', end: '2026-12-08T15:00:00Z' }))
      .status,
  ).toBe(404)
  const backwards = { ...wish, start: '2026-12-08T15:30:00Z', to: { ...stretch, end: stretch.start } }
  expect((await desk.call(practice.moveBlock, backwards)).refusal).toEqual({ reason: 'backwards' })
  expect((await (await t.lakeside.as('manager')).call(practice.moveBlock, wish)).status).toBe(404)
  expect((await (await t.riverside.as('coordinator')).call(practice.moveBlock, wish)).problem).toBe('not-allowed')
})
