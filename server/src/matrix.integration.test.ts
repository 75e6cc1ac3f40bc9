import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { endpoints, type EndpointSpec, type Role, roles } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from './platform/testing/test-app.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.stop())

/** The page people review, read back: endpoint → the roles it says yes to. */
function declared(): ReadonlyMap<string, ReadonlySet<Role>> {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/authorisation-matrix.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  return new Map(
    rows.map((line) => {
      const [, endpoint = '', , ...answers] = line.split('|').map((cell) => cell.trim())
      return [endpoint.replaceAll('`', ''), new Set(roles.filter((_, index) => answers[index] === 'yes'))]
    }),
  )
}

/** Ids and dates that nothing has: who may call gets past the door and finds nothing. */
function emptyInput(spec: EndpointSpec): Record<string, string> {
  return Object.fromEntries(
    [...spec.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => [
      name,
      name === 'date' ? '2026-11-22' : t.clock.id(),
    ]),
  )
}

/** Ends or locks the session that the walk still needs, or never ends. */
const notWalked = new Set(['DELETE /api/session', 'POST /api/session/lock', 'GET /api/live'])

test('the page lists every endpoint of the contract and no other', () => {
  const names = [...endpoints.values()].map((spec) => `${spec.method} ${spec.path}`)
  expect([...declared().keys()].toSorted()).toEqual(names.toSorted())
})

test('every endpoint of the contract is served', () => {
  const served = new Set(t.app.routes.map(({ spec }) => `${spec.method} ${spec.path}`))
  expect(
    [...endpoints.values()].map((spec) => `${spec.method} ${spec.path}`).filter((name) => !served.has(name)),
  ).toEqual([])
})

test.each(roles)('%s gets through where the page says yes, and nowhere else', async (role) => {
  const client = await t.riverside.as(role)
  const matrix = declared()
  const wrong: string[] = []
  for (const spec of endpoints.values()) {
    const name = `${spec.method} ${spec.path}`
    if (notWalked.has(name)) continue
    const answer = await client.call(spec, emptyInput(spec))
    const gotThrough = answer.status !== 403 && answer.status !== 401
    if (answer.status >= 500) wrong.push(`${name}: ${answer.status}`)
    if (gotThrough !== matrix.get(name)?.has(role)) wrong.push(`${name}: ${answer.status} ${answer.problem ?? ''}`)
  }
  expect(wrong).toEqual([])
})

test('nobody gets through without signing in, but where anybody may', async () => {
  const wrong: string[] = []
  for (const spec of endpoints.values()) {
    const answer = await t.anonymous().call(spec, emptyInput(spec))
    if ((answer.status === 401) !== (spec.access !== 'public'))
      wrong.push(`${spec.method} ${spec.path}: ${answer.status}`)
  }
  expect(wrong).toEqual([])
})

test('who was turned away stands in the audit trail', async () => {
  const rows = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['action', 'outcome', 'actor_role'])
    .where('outcome', '=', 'problem:not-allowed')
    .execute()
  expect(rows.some((row) => row.action === 'patient.read' && row.actor_role === 'integrator')).toBe(true)
})
