import { duplicates, patients, restricted } from '@foyer/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../platform/database/organization-db.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient, type PatientOverrides } from '../testing.ts'
import { leadAllStragglers, leadStragglers } from './lead-stragglers.ts'
import { selectReferences } from './references/store.ts'
import { aPracticeFor, everything, type Practice, rowsOf } from './testing.ts'

let t: TestApp
let db: Db
let senior: TestClient
let practice: Practice

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T16:00:00Z')
  db = t.riverside.db
  senior = await t.riverside.as('senior')
  practice = await aPracticeFor(db, senior.staffId)
})
afterAll(() => t.stop())

async function version(id: string): Promise<number> {
  return (await db.selectFrom('patient').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
}

async function merge(survivor: string, merged: string, more: object = {}) {
  return senior.call(duplicates.mergePatients, {
    patientId: survivor,
    mergedId: merged,
    version: await version(survivor),
    mergedVersion: await version(merged),
    ...more,
  })
}

async function rowOf(id: string) {
  return db.selectFrom('patient').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

test('the builder of this test has a row in every table that refers to a patient', async () => {
  const id = await aPatient(db)
  await rowsOf(db, practice, id, 0)
  const references = await selectReferences(db)
  const empty: string[] = []
  for (const { table, column } of references) {
    if (table === 'patient' || column === 'relative_id') continue
    const found = await db
      .selectFrom(table as 'contact_point')
      .select('patient_id')
      .where(column as 'patient_id', '=', id)
      .execute()
    if (found.length === 0) empty.push(`${table}.${column}`)
  }
  expect(empty, 'rowsOf in testing.ts makes a row of it').toEqual([])
  expect(references.map(({ table }) => table)).toContain('appointment')
})

test('a merge is a link with a chosen face: everything follows, nothing is lost', async () => {
  const one = await aPatient(db, { given: 'Robert', phone: '3125550101', pronouns: null, alerts: ['walker'] })
  const other = await aPatient(db, { given: 'Bob', phone: '3125550102', pronouns: 'he/him', alerts: ['fall risk'] })
  await aCoverage(db, { patient_id: other })
  await rowsOf(db, practice, other, 1)
  const answer = await merge(one, other, { face: { given: 'merged' }, contactsFirst: 'merged', reason: 'same card' })
  expect(answer.status).toBe(200)
  const page = await senior.call(patients.readPatient, { patientId: other })
  expect(page.body.patient).toMatchObject({ id: one, name: { given: 'Bob' }, pronouns: 'he/him' })
  expect(page.body.patient.alerts).toEqual(['walker', 'fall risk'])
  expect(page.body.patient.contacts[0]?.value).toBe('+13125550102')
  expect(page.body.coverages).toHaveLength(2)
  expect(page.body.upcoming).toHaveLength(1)
  expect(page.body.merged).toMatchObject([{ patientId: other, mergeId: answer.body.mergeId, name: { given: 'Bob' } }])
  expect((await rowOf(other)).given).toBe('Bob')

  // What came with the other is how the survivor is found.
  const found = await senior.call(patients.searchPatients, { q: '555 0102' })
  expect(found.body.patients.map(({ id }) => id)).toContain(one)

  // Whoever still has the other's id in hand reads the survivor, and writes nothing to the other.
  const changed = await senior.call(patients.changePatient, {
    patientId: other,
    version: await version(other),
    name: { given: 'Bob', family: 'Nguyen' },
    birthDate: '1961-03-14',
  })
  expect(changed.problem).toBe('merged-record')

  const told = await db.selectFrom('outbox').select('payload').where('type', '=', 'patient.merged').execute()
  expect(told.map((row) => row.payload)).toContainEqual({ id: other, patientId: one })
  const trail = await db
    .selectFrom('audit_entry')
    .select(['patient_ids', 'reason'])
    .where('action', '=', 'patient.merge')
    .where('outcome', '=', 'ok')
    .execute()
  expect(trail).toContainEqual({ patient_ids: [one, other], reason: 'same card' })
})

test('a number that ended with one and holds with the other holds with both', async () => {
  const phone = '3125550177'
  const [one, other] = [await aPatient(db, { phone }), await aPatient(db, { phone })]
  await db.updateTable('contact_point').set({ period_end: '2026-01-01' }).where('patient_id', '=', one).execute()
  const { body } = await merge(one, other)
  const numbers = async () =>
    (await senior.call(patients.readPatient, { patientId: one })).body.patient.contacts.map(({ value }) => value)
  expect(await numbers()).toEqual(['+13125550177'])
  await senior.call(duplicates.unmergePatients, { mergeId: body.mergeId })
  expect(await numbers()).toEqual([])
})

test('who may not, and what a merge refuses', async () => {
  const [one, other] = [await aPatient(db), await aPatient(db)]
  const coordinator = await t.riverside.as('coordinator')
  const input = { patientId: one, mergedId: other, version: 1, mergedVersion: 1 }
  expect((await coordinator.call(duplicates.mergePatients, input)).status).toBe(403)
  expect((await merge(one, one)).refusal).toEqual({ reason: 'same-record' })
  expect((await merge(one, other, { mergedVersion: 9 })).refusal).toMatchObject({ reason: 'changed-meanwhile' })
  expect((await merge(one, await aPatient(db), {})).status).toBe(200)

  await rowsOf(db, practice, one, 3)
  await rowsOf(db, practice, other, 3)
  const clash = await merge(one, other)
  expect(clash.refusal).toMatchObject({ reason: 'visits-at-one-time', visits: [{ timeZone: 'America/Chicago' }] })
  await db.updateTable('appointment').set({ status: 'cancelled' }).where('patient_id', '=', other).execute()

  await db.updateTable('change_proposal').set({ source: 'feed' }).where('patient_id', 'in', [one, other]).execute()
  expect((await merge(one, other)).refusal).toMatchObject({
    reason: 'clash',
    table: 'change_proposal',
    constraint: 'change_proposal_open',
  })
  await db.updateTable('change_proposal').set({ state: 'declined' }).where('patient_id', '=', other).execute()

  await db.updateTable('related_person').set({ relative_id: other }).where('patient_id', '=', one).execute()
  expect((await merge(one, other)).refusal).toEqual({ reason: 'relatives', relationship: 'daughter' })
  await db.updateTable('related_person').set({ relative_id: null }).where('patient_id', '=', one).execute()
  expect((await merge(one, other)).status).toBe(200)
  expect((await merge(other, await aPatient(db))).refusal).toEqual({ reason: 'merged-already', intoId: one })
})

test('a restricted record is not merged by whoever may not open it', async () => {
  const [one, vip] = [await aPatient(db), await aPatient(db, { restriction: 'vip' })]
  expect((await merge(one, vip)).problem).toBe('restricted')
  expect((await senior.call(duplicates.readDuplicate, { firstId: one, secondId: vip })).problem).toBe('restricted')
})

test('unmerge: what was made since stays, what was changed since stays and is named', async () => {
  const one = await aPatient(db, { given: 'Ana', pronouns: null })
  const other = await aPatient(db, { given: 'Anna', pronouns: 'she/her' })
  const followed = await aCoverage(db, { patient_id: other })
  const merged = await merge(one, other, { face: { given: 'merged' } })
  const since = await aCoverage(db, { patient_id: one })
  await db.updateTable('patient').set({ given: 'Annie' }).where('id', '=', one).execute()
  const undone = await senior.call(duplicates.unmergePatients, { mergeId: merged.body.mergeId })
  expect(undone.body).toEqual({ patientId: one, mergedId: other, kept: ['given'] })
  expect(await rowOf(one)).toMatchObject({ given: 'Annie', pronouns: null, search_name: ' nguyen annie' })
  expect(await rowOf(other)).toMatchObject({ given: 'Anna', merged_into: null })
  const owner = async (id: string) =>
    (await db.selectFrom('coverage').select('patient_id').where('id', '=', id).executeTakeFirstOrThrow()).patient_id
  expect(await owner(followed)).toBe(other)
  expect(await owner(since)).toBe(one)
  const again = await senior.call(duplicates.unmergePatients, { mergeId: merged.body.mergeId })
  expect(again.refusal).toEqual({ reason: 'undone-already' })
})

test('unmerge: what was restricted together stays restricted apart, until somebody lifts it', async () => {
  const lead = await t.riverside.as('lead')
  const restrict = (patientId: string, restriction: 'vip' | null) =>
    lead.call(restricted.restrictPatient, { patientId, restriction, reason: 'asked for it' })
  const opens = async (patientId: string) => (await senior.call(patients.readPatient, { patientId })).problem
  const undo = (mergeId: string) => lead.call(duplicates.unmergePatients, { mergeId })

  const [one, other] = [await aPatient(db), await aPatient(db)]
  const { body } = await merge(one, other)
  await restrict(one, 'vip')
  expect((await undo(body.mergeId)).status).toBe(200)
  expect([await opens(one), await opens(other)]).toEqual(['restricted', 'restricted'])
  const { changes } = (await lead.call(restricted.listChanges, { patientId: other })).body
  expect(changes[0]).toMatchObject({ field: 'restriction', before: null, after: 'vip' })
  await restrict(other, null)
  expect([await opens(one), await opens(other)]).toEqual(['restricted', null])

  // Restricted by the merge itself: what came to it since is not opened by taking the merge back.
  const [plain, vip] = [await aPatient(db), await aPatient(db, { restriction: 'vip' })]
  const joined = await lead.call(duplicates.mergePatients, {
    patientId: plain,
    mergedId: vip,
    version: await version(plain),
    mergedVersion: await version(vip),
  })
  expect((await undo(joined.body.mergeId)).status).toBe(200)
  expect([await opens(plain), await opens(vip)]).toEqual(['restricted', 'restricted'])
})

test('merges of merges are taken back from the last one', async () => {
  const [a, b, c] = [await aPatient(db), await aPatient(db), await aPatient(db)]
  const first = await merge(b, c)
  const second = await merge(a, b)
  expect((await senior.call(patients.readPatient, { patientId: c })).body.patient.id).toBe(a)
  const early = await senior.call(duplicates.unmergePatients, { mergeId: first.body.mergeId })
  expect(early.refusal).toEqual({ reason: 'merged-further', mergeId: second.body.mergeId })
  await senior.call(duplicates.unmergePatients, { mergeId: second.body.mergeId })
  expect((await rowOf(c)).merged_into).toBe(b)
  expect((await senior.call(duplicates.unmergePatients, { mergeId: first.body.mergeId })).status).toBe(200)
  expect((await rowOf(c)).merged_into).toBeNull()
})

test('what had begun when the record was merged follows afterwards, and goes back with the rest', async () => {
  const [one, other] = [await aPatient(db), await aPatient(db)]
  const [merged] = await Promise.all([
    merge(one, other),
    ...Array.from({ length: 6 }, (_, at) => aCoverage(db, { patient_id: other, member_id: `race ${at}` })),
  ])
  expect(merged.status).toBe(200)
  const late = await aCoverage(db, { patient_id: other, member_id: 'late' })
  await leadStragglers(db, other)
  const ofPatient = async (id: string) =>
    (await db.selectFrom('coverage').select('id').where('patient_id', '=', id).execute()).map((row) => row.id)
  expect(await ofPatient(other)).toEqual([])
  expect(await ofPatient(one)).toHaveLength(7)
  await senior.call(duplicates.unmergePatients, { mergeId: merged.body.mergeId })
  expect(await ofPatient(one)).toEqual([])
  expect(await ofPatient(other)).toContain(late)
  expect(await leadStragglers(db, other)).toBe(0)
})

test('what an import wrote to a merged record follows in the night', async () => {
  const [one, other] = [await aPatient(db), await aPatient(db)]
  await merge(one, other)
  const owner = async (id: string) =>
    (await db.selectFrom('coverage').select('patient_id').where('id', '=', id).executeTakeFirstOrThrow()).patient_id
  const late = await aCoverage(db, { patient_id: other })
  await leadAllStragglers(db)
  expect(await owner(late)).toBe(one)
})

const text = fc.constantFrom('', 'Mai', 'May', 'Nguyễn')
const some = fc.option(fc.constantFrom('she/her', 'x'), { nil: null })
const list = fc.uniqueArray(fc.constantFrom('walker', 'fall risk', 'deaf'))
const person: fc.Arbitrary<PatientOverrides> = fc.record({
  given: text,
  middle: some,
  family: text,
  preferred: some,
  suffix: some,
  birth_date: fc.constantFrom('1961-03-14', '1961', '1961-03'),
  sex: fc.constantFrom('female', 'unknown'),
  pronouns: some,
  language: fc.constantFrom('en', 'vi'),
  interpreter_needed: fc.boolean(),
  alerts: list,
  accessibility: list,
  race: fc.option(list, { nil: null }),
  deceased: fc.boolean(),
  deceased_on: fc.option(fc.constantFrom('2026-11-01', '2026-11-02'), { nil: null }),
  restriction: fc.constant(null),
  registration: fc.constantFrom('complete', 'partial', 'urgent'),
  employer: some,
  general_practitioner: some,
  contact_confirmed_on: fc.option(fc.constant('2026-01-02'), { nil: null }),
  address_since: fc.option(fc.constant('2020-05-01'), { nil: null }),
})
const address = fc.option(
  fc.record({ line: fc.constantFrom('1 Oak', '2 Elm'), city: text, state: text, postalCode: text }),
  { nil: undefined },
)
const side = fc.constantFrom('survivor', 'merged', 'both')

/** Counted up or kept as history by design; the order of policies is worked out anew after either, by a job. */
const COUNTED = ['version', 'coverage_order']

test('merge then unmerge is the identity on every table', async () => {
  // The catalogue is asked by way of a patient.
  await aPatient(db)
  const tables = [
    ...new Set([...(await selectReferences(db)).map(({ table }) => table), 'patient', 'patient_key', 'match_key']),
  ]
  expect(tables.length).toBeGreaterThan(15)
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(person, person),
      fc.tuple(address, address),
      fc.record({ given: side, family: side, birthDate: side, address: side, alerts: side, race: side }),
      fc.constantFrom('survivor', 'merged'),
      fc.boolean(),
      async (people, addresses, face, contactsFirst, sharePhone) => {
        const ids: string[] = []
        for (const [at, one] of people.entries()) {
          const where = addresses[at]
          const id = await aPatient(db, {
            ...one,
            ...(where ? { address: where } : {}),
            ...(sharePhone ? { phone: '3125550177' } : {}),
          })
          await rowsOf(db, practice, id, at)
          ids.push(id)
        }
        const [one = '', other = ''] = ids
        const third = await aPatient(db)
        await db
          .insertInto('related_person')
          .values({ id: crypto.randomUUID(), patient_id: third, relative_id: other, name: 'M', relationship: 'mother' })
          .execute()
        const before = await everything(db, tables, COUNTED)
        const merged = await merge(one, other, { face, contactsFirst })
        expect(merged.status).toBe(200)
        const left = (await selectReferences(db)).filter(({ table }) => table !== 'contact_point')
        for (const { table, column } of left) {
          const rows = await db
            .selectFrom(table as 'coverage')
            .select(sql`1`.as('n'))
            .where(column as 'patient_id', '=', other)
            .execute()
          expect(rows, `${table}.${column}`).toEqual([])
        }
        expect(await everything(db, tables, COUNTED)).not.toBe(before)
        const undone = await senior.call(duplicates.unmergePatients, { mergeId: merged.body.mergeId })
        expect(undone.body).toEqual({ patientId: one, mergedId: other, kept: [] })
        expect(await everything(db, tables, COUNTED)).toBe(before)
        await db.updateTable('appointment').set({ status: 'cancelled' }).where('patient_id', 'in', ids).execute()
      },
    ),
    { numRuns: 12 },
  )
}, 120_000)
