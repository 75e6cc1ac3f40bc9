import { duplicates, patients, restricted } from '@foyer/contract'
import { formatMrn } from '@foyer/patients'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfText } from '../../../../platform/testing/pdf-text.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../../platform/testing/test-app.ts'
import { looks } from '../../looks/store.ts'
import { aPatient } from '../../testing.ts'

let t: TestApp
let desk: TestClient
let senior: TestClient
let officer: TestClient
let survivor: string
let merged: string
let mrn: string
let mergeId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:00:00Z')
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
  officer = await t.riverside.as('lead')
})
afterAll(() => t.stop())

/** Somebody looks at a record and changes it; then it is merged into another. */
beforeEach(async () => {
  const { db } = t.riverside
  survivor = await aPatient(db, { given: 'Luz', family: 'Romero' })
  merged = await aPatient(db, { given: 'Luz', family: 'Romero', pronouns: null })
  ;({ mrn } = await db.selectFrom('patient').select('mrn').where('id', '=', merged).executeTakeFirstOrThrow())
  await desk.call(patients.readPatient, { patientId: merged })
  await desk.call(patients.changePatient, {
    patientId: merged,
    name: { given: 'Luz', family: 'Romero' },
    birthDate: '1961-03-14',
    pronouns: 'ella',
    version: 1,
  })
  const both = { patientId: survivor, mergedId: merged, version: 1, mergedVersion: 2 }
  const answer = await senior.call(duplicates.mergePatients, both)
  expect(answer.status).toBe(200)
  ;({ mergeId } = answer.body)
})

const looksAt = async (patientId: string) => (await officer.call(restricted.listLooks, { patientId })).body.looks
const changesOf = async (patientId: string) => (await desk.call(restricted.listChanges, { patientId })).body.changes
const ofMerged = <T extends { readonly mergedMrn: string | null }>(all: readonly T[]) =>
  all.filter(({ mergedMrn }) => mergedMrn === mrn)

test('who looked at a record before it was merged stands in the list of the one that speaks for it, once', async () => {
  const all = await looksAt(survivor)
  expect(ofMerged(all).map(({ action, name }) => [action, name])).toEqual([
    ['patient.change', 'Test coordinator'],
    ['patient.read', 'Test coordinator'],
  ])
  // The merge names both: one entry.
  expect(all.filter(({ action }) => action === 'patient.merge')).toHaveLength(1)
  const ids = all.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
  expect(ofMerged(await looksAt(merged))).toHaveLength(2)
})

test('the account for the patient tells of it with the number of that record', async () => {
  for (const [language, words] of [
    ['en', 'You had more than one record here'],
    ['es', 'Usted tenía más de un expediente'],
  ] as const) {
    const { status, raw } = await officer.call(restricted.printLooks, { patientId: survivor, language })
    expect(status).toBe(200)
    const text = pdfText(raw).replaceAll(/\s+/g, ' ')
    expect(text).toContain(words)
    expect(text).toContain(`· ${formatMrn(mrn)}`)
  }
})

test('what was changed in it stands in the history of the one that speaks for it', async () => {
  expect(ofMerged(await changesOf(survivor))).toMatchObject([{ field: 'pronouns', before: null, after: 'ella' }])
  expect(ofMerged(await changesOf(merged))).toHaveLength(1)
})

test('records that are apart again have each their own', async () => {
  expect((await senior.call(duplicates.unmergePatients, { mergeId })).status).toBe(200)
  expect(ofMerged(await looksAt(survivor))).toEqual([])
  expect(ofMerged(await changesOf(survivor))).toEqual([])
  const own = (await looksAt(merged)).filter(({ mergedMrn }) => mergedMrn === null)
  expect(own.map(({ action }) => action)).toContain('patient.read')
  expect((await changesOf(merged)).map(({ field }) => field)).toContain('pronouns')
  const { raw } = await officer.call(restricted.printLooks, { patientId: survivor, language: 'en' })
  expect(pdfText(raw)).not.toContain('more than one record')
})

test('one that is restricted itself shows nothing through one that is not', async () => {
  await t.riverside.db.updateTable('patient').set({ restriction: 'vip' }).where('id', '=', merged).execute()
  expect(ofMerged(await changesOf(survivor))).toEqual([])
  const { changes } = (await officer.call(restricted.listChanges, { patientId: survivor })).body
  expect(ofMerged(changes)).toHaveLength(1)
  // Where the one that speaks for both is restricted, who opened it opened both.
  await t.riverside.db.updateTable('patient').set({ restriction: 'vip' }).where('id', '=', survivor).execute()
  t.clock.set('2026-11-23T15:00:30Z')
  expect((await desk.call(restricted.listChanges, { patientId: survivor })).problem).toBe('restricted')
  expect((await desk.call(restricted.breakGlass, { patientId: survivor, reason: 'treatment' })).status).toBe(200)
  expect(ofMerged(await changesOf(survivor))).toHaveLength(1)
})

test('each record has the index: the trail is not read through', async () => {
  const schema = t.app.organizations.find('riverside')?.schema ?? ''
  await t.pool.pg.query(
    `insert into ${schema}.audit_entry (at, actor_name, actor_role, action, outcome, patient_id, patient_ids, request_id)
     select timestamptz '2026-11-01T12:00:00Z' + n * interval '1 minute', 'Rosa Delgado', 'coordinator',
       'patient.read', 'ok', case when n % 2 = 0 then gen_random_uuid() end,
       case when n % 2 = 1 then array(select gen_random_uuid() from generate_series(1, 10) where n > 0) end, n::text
     from generate_series(1, 20000) n`,
  )
  await t.pool.pg.query(`vacuum analyze ${schema}.audit_entry`)
  const plan = JSON.stringify(await looks(t.riverside.db, [survivor, merged], {}, 100).explain())
  expect(plan).toContain('audit_entry_patient ')
  expect(plan).toContain('audit_entry_patients')
  expect(plan).not.toContain('Seq Scan')
})
