import { randomUUID } from 'node:crypto'
import { practice, session } from '@foyer/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.stop())

const site = { name: 'North', timeZone: 'America/Chicago' }

describe('an Idempotency-Key', () => {
  test('the same request twice is done once and answered the same', async () => {
    const manager = await t.riverside.as('manager')
    const options = { idempotencyKey: randomUUID() }
    const first = await manager.call(practice.addSite, { ...site, name: 'Once' }, options)
    const second = await manager.call(practice.addSite, { ...site, name: 'Once' }, options)
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body).toEqual(first.body)
    const made = await t.riverside.db.selectFrom('site').select('id').where('name', '=', 'Once').execute()
    expect(made).toHaveLength(1)
  })

  test('twice at the same moment is done once', async () => {
    const manager = await t.riverside.as('manager')
    const options = { idempotencyKey: randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => manager.call(practice.addSite, { ...site, name: 'At once' }, options)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    const made = await t.riverside.db.selectFrom('site').select('id').where('name', '=', 'At once').execute()
    expect(made).toHaveLength(1)
  })

  test('the same key for another request is a mistake', async () => {
    const manager = await t.riverside.as('manager')
    const options = { idempotencyKey: randomUUID() }
    await manager.call(practice.addSite, { ...site, name: 'A' }, options)
    expect((await manager.call(practice.addSite, { ...site, name: 'B' }, options)).problem).toBe('key-reused')
  })

  test('a key taken in one organization is free in the other', async () => {
    const options = { idempotencyKey: randomUUID() }
    await (await t.riverside.as('manager')).call(practice.addSite, { ...site, name: 'Here' }, options)
    const there = await (await t.lakeside.as('manager')).call(practice.addSite, { ...site, name: 'There' }, options)
    expect(there.body.name).toBe('There')
  })

  test('a write without one is not understood', async () => {
    const manager = await t.riverside.as('manager')
    const answer = await manager.call(practice.addSite, site, { headers: { 'idempotency-key': '' } })
    expect(answer.problem).toBe('key-missing')
  })

  test('a refusal leaves nothing behind and does not use the key up', async () => {
    const manager = await t.riverside.as('manager')
    const options = { idempotencyKey: randomUUID() }
    const wrong = { ...site, name: 'Refused', timeZone: 'Mars/Olympus' }
    expect((await manager.call(practice.addSite, wrong, options)).refusal).toEqual({ reason: 'unknown-time-zone' })
    expect((await manager.call(practice.addSite, wrong, options)).refusal).toEqual({ reason: 'unknown-time-zone' })
    expect(await t.riverside.db.selectFrom('site').select('id').where('name', '=', 'Refused').execute()).toEqual([])
  })
})

describe('problems', () => {
  test('what is not understood is named by its place, and the value is not repeated', async () => {
    const manager = await t.riverside.as('manager')
    const answer = await manager.call(practice.addSite, { name: '', timeZone: 5 as never })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      type: '/problems/not-understood',
      status: 422,
      errors: [{ pointer: '/body/name' }, { pointer: '/body/timeZone' }],
    })
    expect(answer.raw.toString()).not.toContain('"5"')
  })

  test('a body that is too large is refused before it is read', async () => {
    const manager = await t.riverside.as('manager')
    const answer = await manager.call(practice.addSite, { ...site, name: 'x'.repeat(300_000) })
    expect(answer.problem).toBe('too-large')
  })

  test('an unknown path is a problem too', async () => {
    const answer = await t.app.http.inject({ url: '/api/nothing' })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  })
})

test('every answer carries a policy that runs no script but our own files', async () => {
  const answer = await t.app.http.inject({ url: '/api/welcome' })
  const policy = String(answer.headers['content-security-policy'])
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("style-src 'self'")
  // To compile WebAssembly of our own, which reads barcodes and cards, is no leave to run text as a script.
  expect(policy.replaceAll("'wasm-unsafe-eval'", '')).not.toContain('unsafe')
})

test('signing in is limited', async () => {
  const limited = await openTestApp()
  try {
    const statuses: number[] = []
    for (let index = 0; index < 40; index += 1)
      statuses.push(
        (await limited.anonymous().call(session.signIn, { email: `${index}@x.example`, password: 'x' })).status,
      )
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
  } finally {
    await limited.stop()
  }
})

test('health and readiness', async () => {
  expect((await t.app.http.inject({ url: '/healthz' })).statusCode).toBe(200)
  expect((await t.app.http.inject({ url: '/readyz' })).json()).toEqual({ status: 'ready' })
})

test('the contract is published as OpenAPI 3.1 and as a page', async () => {
  const document = (await t.app.http.inject({ url: '/api/openapi.json' })).json<{
    openapi: string
    paths: Record<string, Record<string, { responses: object }>>
  }>()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths['/api/appointments']?.['post']?.responses ?? {})).toEqual(['200', '409', 'default'])
  expect((await t.app.http.inject({ url: '/api/docs' })).body).toContain('/api/appointments')
})
