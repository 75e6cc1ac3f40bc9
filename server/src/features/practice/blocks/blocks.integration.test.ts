import { practice } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aResource, aSmallPractice, type SmallPractice } from '../testing.ts'

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
  return { resourceId, date, startMinute, endMinute, reason: 'Training' }
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
  const resourceId = await aResource(db(), { siteId: small.siteId })
  const { body, status } = await (await manager()).call(practice.blockTime, block(resourceId, 600, 720))
  expect(status).toBe(200)
  expect(await allocations(resourceId)).toEqual([{ start: '2026-12-08T16:00:00Z', end: '2026-12-08T18:00:00Z' }])
  const told = async () =>
    (await db().selectFrom('outbox').select('payload').where('type', '=', 'practice.changed').execute()).map(
      ({ payload }) => payload,
    )
  const event = { id: body.id, siteId: small.siteId, date: '2026-12-08' }
  expect(await told()).toEqual([event])
  expect((await (await manager()).call(practice.removeBlock, { blockId: body.id })).status).toBe(200)
  expect(await allocations(resourceId)).toEqual([])
  expect(await told()).toEqual([event, event])
  expect((await (await manager()).call(practice.removeBlock, { blockId: body.id })).problem).toBe('not-found')
})

test('the days on which the clocks change have 23 and 25 hours', async () => {
  const resourceId = await aResource(db(), { siteId: small.siteId })
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
  const resourceId = await aResource(db(), { siteId: small.siteId })
  const future = t.clock.now().add({ minutes: 5 }).toString()
  const past = t.clock.now().subtract({ minutes: 5 }).toString()
  await aHold(resourceId, '2026-12-08T15:00:00Z', '2026-12-08T15:20:00Z', past)
  await aHold(resourceId, '2026-12-08T16:00:00Z', '2026-12-08T16:20:00Z', future)
  const desk = await manager()
  const refused = await desk.call(practice.blockTime, block(resourceId, 540, 660))
  expect(refused.refusal).toEqual({ reason: 'visits-booked', count: 1 })
  expect(await allocations(resourceId)).toHaveLength(2)
  expect((await desk.call(practice.blockTime, block(resourceId, 540, 600))).status).toBe(200)
  expect((await desk.call(practice.blockTime, block(resourceId, 550, 560))).refusal).toEqual({
    reason: 'visits-booked',
    count: 0,
  })
})

test('of many who close the same time at once one does', async () => {
  const resourceId = await aResource(db(), { siteId: small.siteId })
  const desk = await manager()
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => desk.call(practice.blockTime, block(resourceId, 600, 660))),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(11)
  expect(await allocations(resourceId)).toHaveLength(1)
})

test('the other practice can neither close nor open the time', async () => {
  const { body } = await (await manager()).call(practice.blockTime, block(small.rooms[2], 600, 660))
  const other = await t.lakeside.as('manager')
  expect((await other.call(practice.blockTime, block(small.rooms[2], 700, 760))).status).toBe(404)
  expect((await other.call(practice.removeBlock, { blockId: body.id })).status).toBe(404)
  expect(await allocations(small.rooms[2])).toHaveLength(1)
})
