import { practice, session } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passwordMatches } from '../../../platform/auth/password.ts'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t?.stop())

const manager = () => t.riverside.as('manager')
const db = () => t.riverside.db
const colleague = (email: string) => ({
  name: 'Jo March',
  email,
  role: 'coordinator' as const,
  password: 'twelve letters',
})

test('a colleague is added with a first password and stands in the list', async () => {
  const added = await (await manager()).call(practice.addStaff, colleague('Jo.March@Example.org'))
  expect(added.body).toMatchObject({ name: 'Jo March', email: 'jo.march@example.org', active: true, hasTotp: false })
  const { id } = added.body
  const row = await db().selectFrom('staff').select('password_hash').where('id', '=', id).executeTakeFirstOrThrow()
  expect(await passwordMatches('twelve letters', row.password_hash)).toBe(true)
  const { body } = await (await t.riverside.as('lead')).call(practice.listStaff, {})
  expect(body.staff).toContainEqual(added.body)
  const entries = await db().selectFrom('audit_entry').selectAll().where('action', '=', 'staff.add').execute()
  expect(entries).toEqual([expect.objectContaining({ outcome: 'ok', subject_id: id })])
})

test('an address is given once, in whatever case', async () => {
  await (await manager()).call(practice.addStaff, colleague('amy@example.org'))
  const again = await (await manager()).call(practice.addStaff, colleague('AMY@example.org'))
  expect(again.refusal).toEqual({ reason: 'email-taken' })
})

test('a closed account is signed out everywhere', async () => {
  const senior = await t.riverside.as('senior')
  expect((await senior.call(session.readSession, {})).status).toBe(200)
  const closed = { staffId: senior.staffId, name: 'Test senior', role: 'senior' as const, active: false }
  const answer = await (await manager()).call(practice.changeStaff, closed)
  expect(answer.body).toMatchObject({ id: senior.staffId, active: false })
  await expect.poll(async () => (await senior.call(session.readSession, {})).status, { timeout: 10_000 }).toBe(401)
  const sessions = await db().selectFrom('session').selectAll().where('staff_id', '=', senior.staffId).execute()
  expect(sessions.map((row) => row.ended_at)).toEqual([expect.any(String)])
  const told = await db().selectFrom('outbox').select(['type', 'payload']).where('type', '=', 'session.ended').execute()
  expect(told.map(({ payload }) => payload)).toEqual([{ id: sessions[0]?.id }])
})

test('a new role holds at once for who is signed in', async () => {
  const junior = await t.riverside.as('junior')
  expect((await junior.call(practice.listStaff, {})).problem).toBe('not-allowed')
  const change = { staffId: junior.staffId, name: 'Test junior', role: 'lead' as const, active: true }
  await (await manager()).call(practice.changeStaff, change)
  await expect.poll(async () => (await junior.call(practice.listStaff, {})).status, { timeout: 10_000 }).toBe(200)
})

test('the other practice has no such colleague and no such site', async () => {
  const coordinator = await t.riverside.as('coordinator')
  const change = { staffId: coordinator.staffId, name: 'Mine', role: 'junior' as const, active: true }
  const other = await t.lakeside.as('manager')
  expect((await other.call(practice.changeStaff, change)).status).toBe(404)
  const { body } = await (await manager()).call(practice.addSite, { name: 'Main', timeZone: 'America/Chicago' })
  const added = await other.call(practice.addStaff, { ...colleague('x@example.org'), homeSiteId: body.id })
  expect(added.problem).toBe('not-found')
})

test('the last manager stays, and a key is none', async () => {
  const desk = await t.lakeside.as('manager')
  const own = { staffId: desk.staffId, name: 'Test manager', role: 'lead' as const, active: true }
  expect((await desk.call(practice.changeStaff, own)).refusal).toEqual({ reason: 'last-manager' })
  const key = await desk.call(practice.makeApiKey, { name: 'Phone' })
  await t.lakeside.db.updateTable('staff').set({ role: 'manager' }).where('name', '=', 'Phone').execute()
  expect(key.status).toBe(200)
  expect((await desk.call(practice.changeStaff, own)).refusal).toEqual({ reason: 'last-manager' })
})

async function isWaiting(): Promise<boolean> {
  const { rows } = await t.pool.pg.query(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  )
  return rows.length > 0
}

test('of two managers who step down at once, the one who comes second stays', async () => {
  const desk = await t.lakeside.as('manager')
  const manages = { ...colleague('second@example.org'), role: 'manager' as const }
  const { id } = (await desk.call(practice.addStaff, manages)).body
  const own = { staffId: desk.staffId, name: 'Test manager', role: 'lead' as const, active: true }
  let answered = false
  const answer = await t.lakeside.db.transaction().execute(async (tx) => {
    await tx.updateTable('staff').set({ role: 'lead' }).where('id', '=', id).execute()
    const asked = desk.call(practice.changeStaff, own).finally(() => {
      answered = true
    })
    await expect.poll(async () => answered || (await isWaiting()), { timeout: 10_000 }).toBe(true)
    return { asked }
  })
  expect((await answer.asked).refusal).toEqual({ reason: 'last-manager' })
})

test('a key opens what an integrator may, until its account is closed', async () => {
  const { body } = await (await manager()).call(practice.makeApiKey, { name: 'Phone system' })
  expect(body.token).toMatch(/^foyer\.riverside\.[\w-]{43}$/)
  const ask = async () =>
    (await t.app.http.inject({ url: '/api/practice', headers: { authorization: `Bearer ${body.token}` } })).statusCode
  expect(await ask()).toBe(200)
  const holder = await db().selectFrom('staff').selectAll().where('name', '=', 'Phone system').executeTakeFirstOrThrow()
  expect(holder).toMatchObject({ email: `key-${body.id}@keys.invalid`, role: 'integrator', password_hash: null })
  const closed = { staffId: holder.id, name: holder.name, role: 'integrator' as const, active: false }
  await (await manager()).call(practice.changeStaff, closed)
  expect(await ask()).toBe(401)
})

test('a repeated request makes no second key, and no token is stored', async () => {
  const desk = await manager()
  const key = { idempotencyKey: 'key-for-the-laboratory' }
  const first = await desk.call(practice.makeApiKey, { name: 'Laboratory' }, key)
  const second = await desk.call(practice.makeApiKey, { name: 'Laboratory' }, key)
  expect(second.body.id).toBe(first.body.id)
  const ask = async (token: string) =>
    (await t.app.http.inject({ url: '/api/practice', headers: { authorization: `Bearer ${token}` } })).statusCode
  expect([await ask(first.body.token), await ask(second.body.token)]).toEqual([401, 200])
  expect(await db().selectFrom('api_key').select('id').where('name', '=', 'Laboratory').execute()).toHaveLength(1)
  const stored = await db().selectFrom('idempotency').select('reply').execute()
  expect(JSON.stringify(stored)).not.toContain('foyer.riverside.')
})
