import { audit, patients, restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { entries, type EntryFilter } from './store.ts'

let t: TestApp
let officer: TestClient
let rosaId: string
let miaId: string
let one: string
let other: string

const hours = 300

/** An entry an hour: by turns of two people, about one of two patients or both in a list, of two actions. */
beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:00:00Z')
  officer = await t.riverside.as('lead')
  await t.riverside.as('coordinator')
  await t.riverside.as('junior')
  const { db } = t.riverside
  ;[one, other] = [await aPatient(db), await aPatient(db)]
  const idOf = async (role: string) =>
    (await db.selectFrom('staff').select('id').where('role', '=', role).executeTakeFirstOrThrow()).id
  ;[rosaId, miaId] = [await idOf('coordinator'), await idOf('junior')]
  const start = t.clock.now().subtract({ hours: 24 * 40 })
  await db
    .insertInto('audit_entry')
    .values(
      Array.from({ length: hours }, (_, at) => ({
        at: start.add({ hours: at }).toString(),
        actor_id: at % 2 === 0 ? rosaId : miaId,
        actor_name: at % 2 === 0 ? 'Rosa' : 'Mia',
        actor_role: 'coordinator',
        action: at % 3 === 0 ? 'patient.read' : 'patient.search',
        outcome: 'ok',
        patient_id: at % 3 === 0 ? (at % 4 === 0 ? other : one) : null,
        patient_ids: at % 3 === 0 ? null : [one, other],
        request_id: 'r',
      })),
    )
    .execute()
})
afterAll(() => t.stop())

const read = async (asked: EntryFilter) => (await officer.call(audit.listAudit, asked)).body

test('one patient, one member of staff, one action and a span of dates hold together', async () => {
  const span = { from: '2026-10-15T00:00:00Z', until: '2026-10-17T00:00:00Z' }
  const asked = { patientId: one, staffId: rosaId, action: 'patient.read', ...span }
  const { entries: found, before } = await read(asked)
  // Every sixth hour is Rosa's and a look at a record; every twelfth of them at the other's.
  expect(found.map(({ at }) => at.slice(0, 13))).toEqual([
    '2026-10-16T21',
    '2026-10-16T09',
    '2026-10-15T21',
    '2026-10-15T09',
  ])
  expect(new Set(found.map(({ actor, action }) => `${actor} ${action}`))).toEqual(new Set(['Rosa patient.read']))
  expect(before).toBeNull()
  // Of each of the four alone, there is more.
  for (const left of ['patientId', 'staffId', 'action'] as const)
    expect((await read({ ...asked, [left]: undefined })).entries.length).toBeGreaterThan(found.length)
  expect((await read({ ...asked, from: undefined })).entries.length).toBeGreaterThan(found.length)
  expect((await read({ ...asked, until: undefined })).entries.length).toBeGreaterThan(found.length)
})

test('page by page every entry is there once, by time', async () => {
  const asked = { patientId: one, until: '2026-11-22T00:00:00Z' }
  const all: number[] = []
  const times: string[] = []
  let before: number | null | undefined = undefined
  while (before !== null) {
    const page: Awaited<ReturnType<typeof read>> = await read({ ...asked, before })
    all.push(...page.entries.map(({ id }) => id))
    times.push(...page.entries.map(({ at }) => at))
    ;({ before } = page)
  }
  expect(all).toHaveLength(hours - hours / 12)
  expect(new Set(all).size).toBe(all.length)
  expect(times).toEqual(times.toSorted().toReversed())
})

test('the trail says what the officer asked it about; nobody else asks', async () => {
  await read({ patientId: other, staffId: miaId })
  const last = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['actor_name', 'patient_id', 'patient_ids'])
    .where('action', '=', 'audit.read')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect([last.patient_id, ...(last.patient_ids ?? [])]).toContain(other)
  const desk = await t.riverside.as('coordinator')
  expect((await desk.call(audit.listAudit, { staffId: rosaId })).problem).toBe('not-allowed')
  expect((await desk.call(patients.readPatient, { patientId: one })).status).toBe(200)
  expect((await officer.call(restricted.listLooks, { patientId: one })).status).toBe(200)
})

test('each question has an index: the trail is not read through', async () => {
  const schema = t.app.organizations.find('riverside')?.schema ?? ''
  await t.pool.pg.query(
    `insert into ${schema}.audit_entry (at, actor_id, actor_name, actor_role, action, outcome, patient_id, patient_ids, request_id)
     select timestamptz '2026-01-01T12:00:00Z' + n * interval '1 minute', md5((n % 30)::text)::uuid, 'A', 'coordinator',
       'a.' || n % 40, 'ok', case when n % 2 = 0 then gen_random_uuid() end,
       case when n % 2 = 1 then array(select gen_random_uuid() from generate_series(1, 10) where n > 0) end, n::text
     from generate_series(1, 30000) n`,
  )
  await t.pool.pg.query(`vacuum analyze ${schema}.audit_entry`)
  const day = { from: '2026-01-05T00:00:00Z', until: '2026-01-06T00:00:00Z' }
  const asked: readonly (readonly [EntryFilter, readonly string[]])[] = [
    [{ patientId: one, staffId: rosaId, ...day }, ['audit_entry_patient ', 'audit_entry_patients']],
    [{ staffId: rosaId, action: 'patient.read' }, ['audit_entry_a']],
    [{ action: 'patient.read' }, ['audit_entry_action']],
    [day, ['audit_entry_at']],
    [{ before: 150 }, ['audit_entry_at']],
    [{}, ['audit_entry_at']],
  ]
  for (const [filter, indexes] of asked) {
    const plan = JSON.stringify(await entries(t.riverside.db, filter, 101).explain())
    for (const index of indexes) expect(plan).toContain(index)
    expect(plan).not.toContain('Seq Scan')
  }
})
