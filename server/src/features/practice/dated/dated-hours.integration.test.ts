import { practice, type Role } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aResource, aSite, aSmallPractice, type SmallPractice } from '../testing.ts'

let t: TestApp
let small: SmallPractice
beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-24T15:00:00Z')
  small = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

const manager = () => t.riverside.as('manager')

test('leave closes every date of a range, is listed, and is taken back whole', async () => {
  const resourceId = await aResource(t.riverside.db, { siteId: small.siteId })
  const desk = await manager()
  const wish = { resourceId, from: '2026-12-21', to: '2026-12-23', fromMinute: 720, reason: 'Leave' }
  const { body } = await desk.call(practice.addLeave, wish)
  expect(body.visits).toBe(0)
  expect(body.exceptions.map(({ date, startMinute, endMinute }) => [date, startMinute, endMinute])).toEqual([
    ['2026-12-21', 720, 1440],
    ['2026-12-22', 0, 1440],
    ['2026-12-23', 0, 1440],
  ])
  const listed = await desk.call(practice.listDatedHours, { from: '2026-12-22', resourceId })
  expect(listed.body.exceptions.map(({ date }) => date)).toEqual(['2026-12-22', '2026-12-23'])
  const exceptionIds = body.exceptions.map(({ id }) => id)
  expect((await desk.call(practice.removeExceptions, { resourceId, exceptionIds })).status).toBe(200)
  expect((await desk.call(practice.listDatedHours, { from: '2026-11-01', resourceId })).body.exceptions).toEqual([])
  expect((await desk.call(practice.removeExceptions, { resourceId, exceptionIds })).status).toBe(404)
})

test('leave of one date may be part of it; backwards and endless leave are refused', async () => {
  const desk = await manager()
  const wish = { resourceId: small.clinicians.singh, from: '2026-12-21', to: '2026-12-21', reason: 'Dentist' }
  const half = await desk.call(practice.addLeave, { ...wish, fromMinute: 600, toMinute: 660 })
  expect(half.body.exceptions).toMatchObject([{ startMinute: 600, endMinute: 660 }])
  expect((await desk.call(practice.addLeave, { ...wish, to: '2026-12-20' })).refusal).toEqual({ reason: 'backwards' })
  expect((await desk.call(practice.addLeave, { ...wish, fromMinute: 660, toMinute: 600 })).refusal).toEqual({
    reason: 'backwards',
  })
  expect((await desk.call(practice.addLeave, { ...wish, to: '2028-12-20' })).refusal).toEqual({ reason: 'too-long' })
})

test('an exception opens time; one that ends before it begins does not', async () => {
  const desk = await manager()
  const wish = {
    resourceId: small.clinicians.weiss,
    date: '2026-12-12',
    startMinute: 540,
    endMinute: 720,
    kind: 'open' as const,
    reason: 'Extra clinic',
  }
  const added = await desk.call(practice.addException, wish)
  expect(added.body).toMatchObject(wish)
  expect((await desk.call(practice.addException, { ...wish, endMinute: 540 })).refusal).toEqual({ reason: 'backwards' })
})

test('a block is listed once, by the clock on the wall, whatever lanes it closes', async () => {
  const desk = await manager()
  const room = { kind: 'room' as const, name: 'Chairs', siteId: small.siteId, lanes: 3, hours: [] }
  const resourceId = (await desk.call(practice.addResource, room)).body.id
  const wish = { date: '2026-12-08', startMinute: 1380, endMinute: 1440, reason: 'Cleaning' }
  const { body } = await desk.call(practice.blockTime, { ...wish, resourceIds: [resourceId] })
  const listed = await desk.call(practice.listDatedHours, { from: '2026-12-08', resourceId })
  expect(listed.body.blocks).toEqual([{ id: body.id, resourceId, ...wish }])
  expect((await desk.call(practice.listDatedHours, { from: '2026-12-10', resourceId })).body.blocks).toEqual([])
})

test('a closure of several days is listed on each of them, from the date asked for on', async () => {
  const resourceId = await aResource(t.riverside.db, { siteId: small.siteId })
  const id = t.clock.id()
  // From Tuesday at eight in the evening to Thursday at noon in Chicago, as a repair closes it.
  const during = '[2026-12-09T02:00:00Z,2026-12-10T18:00:00Z)'
  await t.riverside.db
    .insertInto('allocation')
    .values({ id: t.clock.id(), resource_id: resourceId, block_id: id, during, reason: 'Flood' })
    .execute()
  const desk = await manager()
  const from = async (date: string) =>
    (await desk.call(practice.listDatedHours, { from: date, resourceId })).body.blocks.map((one) => [
      one.date,
      one.startMinute,
      one.endMinute,
    ])
  expect(await from('2026-12-01')).toEqual([
    ['2026-12-08', 1200, 1440],
    ['2026-12-09', 0, 1440],
    ['2026-12-10', 0, 720],
  ])
  expect(await from('2026-12-10')).toEqual([['2026-12-10', 0, 720]])
  expect(await from('2026-12-11')).toEqual([])
})

test('the date is that of the site, also on the other side of the date line', async () => {
  const siteId = await aSite(t.riverside.db, { timeZone: 'Pacific/Auckland' })
  const resourceId = await aResource(t.riverside.db, { siteId })
  const desk = await manager()
  const wish = { date: '2026-12-08', startMinute: 0, endMinute: 600, reason: 'Meeting' }
  expect((await desk.call(practice.blockTime, { ...wish, resourceIds: [resourceId] })).status).toBe(200)
  const listed = await desk.call(practice.listDatedHours, { from: '2026-12-08', resourceId })
  expect(listed.body.blocks).toMatchObject([wish])
  expect((await desk.call(practice.listDatedHours, { from: '2026-12-09', resourceId })).body.blocks).toEqual([])
})

test('why somebody is away is for those who edit schedules; all others read that they are away', async () => {
  const resourceId = await aResource(t.riverside.db, { siteId: small.siteId })
  const desk = await manager()
  const leave = { resourceId, from: '2026-12-21', to: '2026-12-21', reason: 'Maternity' }
  await desk.call(practice.addLeave, leave)
  const block = { date: '2026-12-22', startMinute: 600, endMinute: 660, reason: 'Sick' }
  expect((await desk.call(practice.blockTime, { ...block, resourceIds: [resourceId] })).status).toBe(200)
  const extra = { resourceId, date: '2026-12-20', startMinute: 540, endMinute: 720, reason: 'Extra clinic' }
  await desk.call(practice.addException, { ...extra, kind: 'open' })
  const reasons = async (role: Role) => {
    const { body, raw } = await (await t.riverside.as(role)).call(practice.listDatedHours, {
      from: '2026-12-01',
      resourceId,
    })
    const said = [...body.exceptions, ...body.blocks].map(({ reason }) => reason)
    return { said, isTold: /Maternity|Sick/.test(raw.toString()) }
  }
  for (const role of ['manager', 'lead', 'senior'] as const)
    expect(await reasons(role)).toEqual({ said: ['Extra clinic', 'Maternity', 'Sick'], isTold: true })
  for (const role of ['coordinator', 'junior', 'clinician', 'integrator'] as const)
    expect(await reasons(role)).toEqual({ said: ['Extra clinic', 'away', 'away'], isTold: false })
})
