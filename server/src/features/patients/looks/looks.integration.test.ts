import { restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfText } from '../../../platform/testing/pdf-text.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../testing.ts'
import { looks } from './store.ts'

let t: TestApp
let officer: TestClient
let person: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:00:00Z')
  officer = await t.riverside.as('lead')
  person = await aPatient(t.riverside.db, { given: 'Luz', family: 'Romero', language: 'es' })
  const schema = t.app.organizations.find('riverside')?.schema ?? ''
  // A trail in which this person is one of many: twenty thousand entries of others, lists of ten among them.
  await t.pool.pg.query(
    `insert into ${schema}.audit_entry (at, actor_name, actor_role, action, outcome, patient_id, patient_ids, request_id)
     select timestamptz '2026-11-01T12:00:00Z' + n * interval '1 minute', 'Rosa Delgado', 'coordinator',
       case when n % 2 = 0 then 'patient.read' else 'patient.search' end, 'ok',
       case when n % 2 = 0 then gen_random_uuid() end,
       case when n % 2 = 1 then array(select gen_random_uuid() from generate_series(1, 10) where n > 0) end, n::text
     from generate_series(1, 20000) n`,
  )
  await t.pool.pg.query(
    `insert into ${schema}.audit_entry (at, actor_name, actor_role, action, outcome, patient_id, patient_ids, request_id)
     select timestamptz '2026-11-20T12:00:00Z' + n * interval '1 minute', 'Rosa Delgado', 'coordinator',
       case when n % 2 = 0 then 'patient.read' else 'patient.search' end, 'ok',
       case when n % 2 = 0 then $1::uuid end, case when n % 2 = 1 then array[gen_random_uuid(), $1::uuid] end, n::text
     from generate_series(1, 150) n`,
    [person],
  )
  await t.pool.pg.query(`vacuum analyze ${schema}.audit_entry`)
})
afterAll(() => t.stop())

test('both halves of the question have an index: the trail is not read through', async () => {
  const plan = JSON.stringify(await looks(t.riverside.db, [person], {}, 100).explain())
  expect(plan).toContain('audit_entry_patient ')
  expect(plan).toContain('audit_entry_patients')
  expect(plan).not.toContain('Seq Scan')
})

test('page by page, each entry once, the newest first', async () => {
  const first = (await officer.call(restricted.listLooks, { patientId: person })).body
  expect(first.looks).toHaveLength(100)
  const second = (await officer.call(restricted.listLooks, { patientId: person, before: first.before ?? 0 })).body
  const ids = [...first.looks, ...second.looks].map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
  // Reading the first page stands in the trail itself, after it was read.
  expect(ids).toHaveLength(150)
  expect(second.before).toBeNull()
})

test('the list for the patient is in their language and names nobody', async () => {
  const { status, raw } = await officer.call(restricted.printLooks, {
    patientId: person,
    from: '2026-11-20',
    to: '2026-11-20',
  })
  expect(status).toBe(200)
  const text = pdfText(raw)
  for (const part of ['Quién usó su expediente', 'Luz Romero', 'Recepción', 'Abrió su expediente', '75'])
    expect(text).toContain(part)
  expect(text).not.toContain('Rosa')
  const other = await officer.call(restricted.printLooks, {
    patientId: person,
    from: '2020-01-01',
    to: '2020-01-02',
    language: 'en',
  })
  expect(pdfText(other.raw)).toContain('No one used your record in this time.')
})
