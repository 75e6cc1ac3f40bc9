import { type CallInput, practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aSite, aSmallPractice, type SmallPractice } from './testing.ts'

let t: TestApp
let small: SmallPractice
beforeAll(async () => {
  t = await openTestApp()
  small = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

const manager = () => t.riverside.as('manager')
const nobody = '00000000-0000-7000-8000-000000000000'

async function lastEntry(action: string) {
  return t.riverside.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', action)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function readBack() {
  return (await (await manager()).call(practice.readPractice, {})).body
}

test('a site is added and changed; everybody reads it at once', async () => {
  const added = await (await manager()).call(practice.addSite, { name: 'Harbor', timeZone: 'America/New_York' })
  expect(added.status).toBe(200)
  expect((await readBack()).sites).toContainEqual(added.body)
  const change = { ...added.body, siteId: added.body.id, name: 'Harbor Street', phone: '+12125550100' }
  const changed = await (await manager()).call(practice.changeSite, change)
  expect(changed.body).toEqual({ ...added.body, name: 'Harbor Street', phone: '+12125550100' })
  expect((await readBack()).sites).toContainEqual(changed.body)
  expect(await lastEntry('site.change')).toMatchObject({ outcome: 'ok', subject_id: added.body.id })
  const told = await t.riverside.db.selectFrom('outbox').select('type').where('type', '=', 'practice.changed').execute()
  expect(told.length).toBeGreaterThanOrEqual(2)
})

test('a time zone that nobody knows is refused, and the refusal is in the trail', async () => {
  const answer = await (await manager()).call(practice.addSite, { name: 'Nowhere', timeZone: 'America/Springfield' })
  expect(answer.status).toBe(409)
  expect(answer.refusal).toEqual({ reason: 'unknown-time-zone' })
  expect(await lastEntry('site.add')).toMatchObject({ outcome: 'refused:unknown-time-zone' })
})

const room = (): CallInput<typeof practice.addResource> => ({
  kind: 'room',
  name: 'Room 9',
  siteId: small.siteId,
  hours: [
    { weekday: 2, startMinute: 780, endMinute: 1020 },
    { weekday: 2, startMinute: 480, endMinute: 720 },
  ],
})

test('a resource is added, and a change takes its hours as the whole week', async () => {
  const { body } = await (await manager()).call(practice.addResource, room())
  const known = (await readBack()).resources.find(({ id }) => id === body.id)
  expect(known?.hours.map((one) => one.startMinute)).toEqual([480, 780])
  const hours = [{ weekday: 6, startMinute: 0, endMinute: 1440 }]
  await (await manager()).call(practice.changeResource, { ...room(), resourceId: body.id, hours, active: false })
  const after = (await readBack()).resources.find(({ id }) => id === body.id)
  expect(after).toMatchObject({ hours, active: false })
})

test('hours that overlap or run backwards are refused and change nothing', async () => {
  const desk = await manager()
  const [first] = room().hours
  const overlap = await desk.call(practice.addResource, { ...room(), name: 'Bad', hours: [first!, first!] })
  expect(overlap.refusal).toEqual({ reason: 'hours-overlap', weekday: 2, position: 1 })
  const backwards = { weekday: 4, startMinute: 600, endMinute: 600 }
  const answer = await desk.call(practice.addResource, { ...room(), name: 'Bad', hours: [backwards] })
  expect(answer.refusal).toEqual({ reason: 'hours-backwards', weekday: 4, position: 0 })
  expect((await readBack()).resources.map(({ name }) => name)).not.toContain('Bad')
})

const checkUp = (): CallInput<typeof practice.addVisitType> => ({
  name: 'Check-up',
  nameEs: 'Chequeo',
  durationMinutes: 30,
  copayCents: 1500,
  roles: [{ role: 'clinician', kind: 'practitioner', candidates: [small.clinicians.weiss] }],
})

test('a visit type is added and changed', async () => {
  const { body } = await (await manager()).call(practice.addVisitType, checkUp())
  const change = { ...checkUp(), visitTypeId: body.id, durationMinutes: 45 }
  const changed = await (await manager()).call(practice.changeVisitType, change)
  expect(changed.body).toEqual({ ...body, durationMinutes: 45 })
  expect((await readBack()).visitTypes).toContainEqual(changed.body)
})

test('a visit type names each role once and only resources of the right kind', async () => {
  const desk = await manager()
  const [role] = checkUp().roles
  const twice = await desk.call(practice.addVisitType, { ...checkUp(), roles: [role!, role!] })
  expect(twice.refusal).toEqual({ reason: 'role-twice', role: 'clinician' })
  const roles = [{ ...role!, candidates: [small.rooms[0]] }]
  const wrong = await desk.call(practice.addVisitType, { ...checkUp(), roles })
  expect(wrong.refusal).toEqual({ reason: 'unknown-resource', role: 'clinician' })
})

test('the same Idempotency-Key makes one site', async () => {
  const desk = await manager()
  const site = { name: 'Twice', timeZone: 'America/Denver' }
  const first = await desk.call(practice.addSite, site, { idempotencyKey: 'one-and-the-same' })
  const second = await desk.call(practice.addSite, site, { idempotencyKey: 'one-and-the-same' })
  expect(second.body).toEqual(first.body)
  expect((await readBack()).sites.filter(({ name }) => name === 'Twice')).toHaveLength(1)
})

test('what belongs to the other practice is not there', async () => {
  const other = await t.lakeside.as('manager')
  const siteId = await aSite(t.lakeside.db)
  const site = { name: 'Taken', timeZone: 'America/Chicago' }
  expect((await other.call(practice.changeSite, { ...site, siteId: small.siteId })).status).toBe(404)
  expect((await other.call(practice.addResource, room())).status).toBe(404)
  const foreign = { ...room(), siteId, resourceId: small.rooms[0] }
  expect((await other.call(practice.changeResource, foreign)).status).toBe(404)
  const visitTypeId = small.visitTypes.newPatient
  expect((await other.call(practice.changeVisitType, { ...checkUp(), visitTypeId })).status).toBe(404)
  expect((await other.call(practice.addVisitType, checkUp())).refusal).toMatchObject({ reason: 'unknown-resource' })
  expect((await readBack()).sites.map(({ name }) => name)).not.toContain('Taken')
})

test('only who may change the practice does; an unknown id is not found', async () => {
  const site = { name: 'Mine', timeZone: 'America/Chicago' }
  expect((await (await t.riverside.as('lead')).call(practice.addSite, site)).problem).toBe('not-allowed')
  expect((await (await manager()).call(practice.changeSite, { ...site, siteId: nobody })).problem).toBe('not-found')
})
