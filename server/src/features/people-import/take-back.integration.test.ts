import { patients, peopleImport } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { everything } from '../patients/duplicates/testing.ts'
import { aPatient } from '../patients/testing.ts'
import { csv, header, ran, rows, sendFile, tables, undone, untilState } from './testing.ts'

let t: TestApp
let manager: TestClient

beforeAll(async () => {
  t = await openTestApp()
  manager = await t.riverside.as('manager')
})
afterAll(() => t.stop())

test('bringing a file in and taking it back is the identity on every table', async () => {
  const { db } = t.riverside
  const known = {
    given: 'Wilhelmina',
    family: 'Ostrander',
    birth_date: '1948-02-09',
    phone: '+13125550190',
  }
  const knownId = await aPatient(db, known)
  await aPatient(db, { given: 'Ignatius', family: 'Featherstone', birth_date: '1962-05-17' })
  const before = await everything(db, tables, ['version'])
  const file = [
    ...rows(40, 'Qua'),
    'Ostrander,Wilhelmina,Rose,2/9/1948,F,3125550190,w@example.org,1 Elm,Chicago,IL,60601,OST-1,Prairie,M1,',
    'Ostrander,Wilhelmina,Rose,2/9/1948,F,3125550190,w2@example.org,2 Elm,Chicago,IL,60601,OST-1,Prairie,M1,',
    'Featherstone,Ignatius,,5/18/1962,M,,,,,,,,,,',
  ]
  const runId = await sendFile(manager, csv(header, file))
  const done = await ran(manager, runId)
  expect(done.counts.created).toBeGreaterThan(30)
  expect(done.counts.matched).toBeGreaterThan(0)
  expect(done.counts.asked).toBeGreaterThan(0)
  expect(await everything(db, tables, ['version'])).not.toBe(before)

  const back = await undone(manager, runId)
  expect(back).toMatchObject({ state: 'undone', undo: { kept: 0 } })
  expect(back.undo.removed + back.undo.restored).toBe(file.length)
  expect(await everything(db, tables, ['version'])).toBe(before)
  const history = await db
    .selectFrom('patient_change')
    .select(['field', 'before', 'after', 'source'])
    .where('patient_id', '=', knownId)
    .orderBy('id')
    .execute()
  expect(history.filter(({ field }) => field === 'email')).toEqual([
    { field: 'email', before: null, after: 'w@example.org', source: 'import' },
    { field: 'email', before: 'w@example.org', after: null, source: 'import' },
  ])
})

test('who has had something happen to them stays, and the line says what', async () => {
  const { db } = t.riverside
  const runId = await sendFile(manager, csv(header, rows(5, 'Zwi')))
  await ran(manager, runId)
  const made = (await manager.call(peopleImport.listImportRows, { runId, which: 'created' })).body.rows
  const [changed, visited, looked, related] = made.map(({ patient }) => patient?.id ?? '')
  const record = (await manager.call(patients.readPatient, { patientId: changed ?? '' })).body.patient
  await db
    .updateTable('patient')
    .set({ alerts: ['Fall risk'] })
    .where('id', '=', record.id)
    .execute()
  const siteId = t.clock.id()
  const visitTypeId = t.clock.id()
  await db.insertInto('site').values({ id: siteId, name: 'Main', time_zone: 'America/Chicago' }).execute()
  await db
    .insertInto('visit_type')
    .values({ id: visitTypeId, name: 'Visit', name_es: 'Visita', duration_minutes: 20, roles: '[]' })
    .execute()
  await db
    .insertInto('appointment')
    .values({
      id: t.clock.id(),
      patient_id: visited ?? '',
      visit_type_id: visitTypeId,
      site_id: siteId,
      starts_at: '2026-12-01T15:00:00Z',
      ends_at: '2026-12-01T15:20:00Z',
      status_since: '2026-11-20T15:00:00Z',
      booked_at: '2026-11-20T15:00:00Z',
    })
    .execute()
  // To be looked at is nothing that happens to somebody.
  await manager.call(patients.readPatient, { patientId: looked ?? '' })
  await db
    .insertInto('related_person')
    .values({ id: t.clock.id(), patient_id: related ?? '', name: 'Linh', relationship: 'daughter' })
    .execute()

  const back = await undone(manager, runId)
  expect(back.undo).toEqual({ removed: 2, restored: 0, kept: 3 })
  const kept = (await manager.call(peopleImport.listImportRows, { runId, which: 'kept' })).body.rows
  expect(kept.map(({ undone: why }) => why)).toEqual(['changed', 'appointment', 'related_person'])
  expect((await manager.call(patients.readPatient, { patientId: looked ?? '' })).status).toBe(404)
  expect((await manager.call(patients.readPatient, { patientId: visited ?? '' })).status).toBe(200)
})

test('what a later row filled in somebody of this very file is no reason to keep them', async () => {
  const { db } = t.riverside
  const before = await everything(db, tables, ['version'])
  const file = [
    'Marchbanks,Hyacinth,,7/21/1957,F,3125550311,,,,,,MAR-1,,,',
    'Marchbanks,Hyacinth,Rose,7/21/1957,F,3125550311,h@example.org,4 Elm,Chicago,IL,60601,,Marchbank Mutual,M4,',
    'Marchbanks,Hyacinth,Rose,7/21/1957,F,3125550311,h2@example.org,4 Elm,Chicago,IL,60601,,,,',
  ]
  const runId = await sendFile(manager, csv(header, file))
  expect((await ran(manager, runId)).counts).toMatchObject({ created: 1, matched: 2 })
  expect((await undone(manager, runId)).undo).toEqual({ removed: 1, restored: 2, kept: 0 })
  expect(await everything(db, tables, ['version'])).toBe(before)
})

test('a field that was changed since is not taken back', async () => {
  const { db } = t.riverside
  const id = await aPatient(db, {
    given: 'Thaddeus',
    family: 'Winterbourne',
    birth_date: '1939-09-30',
    phone: '+13125550444',
  })
  const row = 'Winterbourne,Thaddeus,,9/30/1939,M,3125550444,first@example.org,3 Elm,Chicago,IL,60601,,,,'
  const runId = await sendFile(manager, csv(header, [row]))
  expect((await ran(manager, runId)).counts.matched).toBe(1)
  await db
    .updateTable('contact_point')
    .set({ value: 'second@example.org', search_value: 'second@example.org' })
    .where('patient_id', '=', id)
    .where('system', '=', 'email')
    .execute()
  expect((await undone(manager, runId)).undo).toEqual({ removed: 0, restored: 0, kept: 1 })
  const { patient } = (await manager.call(patients.readPatient, { patientId: id })).body
  expect(patient.contacts.map(({ value }) => value)).toEqual(['+13125550444', 'second@example.org'])
  expect(patient.address).toBe(null)
  expect(patient.sex).toBe('unknown')
})

test('a process that dies in the middle loses no row and doubles none', async () => {
  const { db } = t.riverside
  const many = 1500
  const runId = await sendFile(manager, csv(header, rows(many, 'Vex')))
  await manager.call(peopleImport.checkImport, { runId })
  await untilState(manager, runId, 'checked')
  const first = await t.second()
  try {
    await manager.call(peopleImport.runImport, { runId })
    for (;;) {
      const { body } = await manager.call(peopleImport.readImport, { runId })
      if (body.progress > 200 || body.state === 'done') break
      await new Promise((next) => setTimeout(next, 10))
    }
    // Another process takes the claim in the middle of the work, as after a death: the first must write no more.
    const other = t.clock.id()
    await db
      .updateTable('import_run')
      .set({ worker: other, worker_until: '2000-01-01T00:00:00Z' })
      .where('id', '=', runId)
      .execute()
    const done = await untilState(manager, runId, 'done', 'failed')
    expect(done.state).toBe('done')
    const { created, matched, asked, bad } = done.counts
    expect(created + matched + asked + bad).toBe(many)
  } finally {
    await first.stop()
  }
  const lines = await db.selectFrom('import_row').select('line').where('run_id', '=', runId).execute()
  expect(lines).toHaveLength(many)
  const emails = await db
    .selectFrom('contact_point')
    .select('value')
    .where('value', 'like', 'Vex%@example.org')
    .execute()
  expect(emails).toHaveLength(new Set(emails.map(({ value }) => value)).size)
  expect(emails).toHaveLength(many)
}, 60_000)

test('what is stopped in the middle stands as far as it came, and can be taken back', async () => {
  const runId = await sendFile(manager, csv(header, rows(900, 'Kry')))
  await manager.call(peopleImport.checkImport, { runId })
  await untilState(manager, runId, 'checked')
  await manager.call(peopleImport.runImport, { runId })
  await manager.call(peopleImport.cancelImport, { runId })
  const cut = await untilState(manager, runId, 'done')
  expect(cut.isCut).toBe(true)
  expect(cut.progress).toBeLessThan(900)
  const back = await undone(manager, runId)
  expect(back.undo.kept).toBe(0)
}, 60_000)
