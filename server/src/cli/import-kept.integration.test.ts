import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { patients, relatives, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../platform/testing/test-app.ts'
import { importFhir } from './import-fhir.ts'
import { reportInWords } from './import-report.ts'

let t: TestApp
let desk: TestClient
let folder: string
let number = 0
let key = ''
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-28T16:00:00Z')
  desk = await t.riverside.as('senior')
})
afterAll(() => t.stop())
beforeEach(async () => {
  number += 1
  key = `k-${number}`
  folder = mkdtempSync(join(tmpdir(), 'foyer-kept-'))
  await run(coverage(), daughter())
  const { record_id } = await t.riverside.db
    .selectFrom('import_reference')
    .select('record_id')
    .where('source_key', 'like', `%Patient/${key}`)
    .executeTakeFirstOrThrow()
  patientId = record_id
  return () => rmSync(folder, { recursive: true })
})

async function run(...resources: readonly object[]) {
  const person = {
    resourceType: 'Patient',
    id: key,
    name: [{ family: 'Quill', given: ['Rosalind'] }],
    birthDate: '1958-07-01',
    gender: 'female',
  }
  const entry = [person, ...resources].map((resource) => ({ resource }))
  const path = join(folder, 'all.json')
  writeFileSync(path, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('no organization')
  const progress = { show: () => {}, end: () => {} }
  return importFhir({ organization, clock: t.clock, progress }, { paths: [path], source: 'clinic' })
}

function coverage(more: object = {}): object {
  return {
    resourceType: 'Coverage',
    id: `c-${key}`,
    status: 'active',
    beneficiary: { reference: `Patient/${key}` },
    payor: [{ display: 'Harbor Mutual' }],
    subscriberId: 'S-9',
    period: { start: '2026-01-01' },
    ...more,
  }
}

function daughter(more: object = {}): object {
  return {
    resourceType: 'RelatedPerson',
    id: `r-${key}`,
    patient: { reference: `Patient/${key}` },
    name: [{ text: 'Ana Quill' }],
    relationship: [{ text: 'daughter' }],
    telecom: [{ system: 'phone', value: '3125550135' }],
    ...more,
  }
}

const cover = async () => {
  const [one] = (await desk.call(patients.readPatient, { patientId })).body.coverages
  if (!one) throw new Error('no coverage')
  return one
}
const historyOf = async () =>
  (await desk.call(restricted.listChanges, { patientId })).body.changes.map(({ field, before, after, source }) => [
    field,
    before,
    after,
    source,
  ])

async function correct(change: object): Promise<void> {
  const { id: coverageId, version, payerId } = await cover()
  const input = { patientId, coverageId, version, payerId: payerId ?? '', memberId: 'S-9', periodStart: '2026-01-01' }
  expect((await desk.call(patients.changeCoverage, { ...input, ...change })).status).toBe(200)
}

test('with what an imported coverage and relative began, and what an import changed since, stands in the history', async () => {
  expect(await historyOf()).toContainEqual(['coverage.payer', null, 'Harbor Mutual', 'import'])
  expect(await historyOf()).toContainEqual(['relative.phone', null, '+13125550135', 'import'])
  const { length } = await historyOf()
  const report = await run(
    coverage({ subscriberId: 'S-10', payor: [{ display: 'Prairie Health' }] }),
    daughter({ name: [{ text: 'Ana Bell' }] }),
  )
  expect(report.counts).toMatchObject({ coverage: { updated: 1 }, 'related-person': { updated: 1 } })
  expect(report.left).toEqual([])
  const said = (await historyOf()).slice(0, -length)
  expect(said).toHaveLength(3)
  expect(said).toContainEqual(['coverage.payer', 'Harbor Mutual', 'Prairie Health', 'import'])
  expect(said).toContainEqual(['coverage.memberId', 'S-9', 'S-10', 'import'])
  expect(said).toContainEqual(['relative.name', 'Ana Quill', 'Ana Bell', 'import'])
})

test('what the desk changed of a coverage stays, is said, and the rest follows', async () => {
  await correct({ memberId: 'CARD-1', periodEnd: '2026-12-31' })
  const report = await run(coverage({ subscriberId: 'S-10', payor: [{ display: 'Prairie Health' }] }), daughter())
  expect(await cover()).toMatchObject({
    memberId: 'CARD-1',
    payerName: 'Prairie Health',
    periodEnd: '2026-12-31',
  })
  const reason = 'left as it was changed here: member number, last day'
  expect(report.left).toEqual([{ kind: 'coverage', reason, count: 1 }])
  expect(reportInWords(report)).toContain(`Updated in part\n  1 × coverage: ${reason}`)
})

test('a coverage of which all that differs was changed here is skipped, until both say the same', async () => {
  await correct({ memberId: 'CARD-1' })
  const { version } = await cover()
  for (let times = 0; times < 2; times += 1) {
    const report = await run(coverage({ subscriberId: 'S-10' }), daughter())
    expect(report.skipped).toEqual([
      { kind: 'coverage', reason: 'left as it was changed here: member number', count: 1 },
    ])
    expect(await cover()).toMatchObject({ memberId: 'CARD-1', version })
  }
  expect((await run(coverage({ subscriberId: 'CARD-1' }), daughter())).counts['coverage']).toMatchObject({ updated: 1 })
  await run(coverage({ subscriberId: 'CARD-2' }), daughter())
  expect(await cover()).toMatchObject({ memberId: 'CARD-2' })
})

test('where it was not kept what an import wrote, the history says who had the last word', async () => {
  await correct({ memberId: 'CARD-1' })
  await t.riverside.db.updateTable('import_reference').set({ written: null }).execute()
  const report = await run(coverage({ subscriberId: 'S-10', payor: [{ display: 'Prairie Health' }] }), daughter())
  expect(report.left).toMatchObject([{ reason: 'left as it was changed here: member number' }])
  expect(await cover()).toMatchObject({ memberId: 'CARD-1', payerName: 'Prairie Health' })
})

test('a relative whom the desk changed stays as the desk has them', async () => {
  const list = async () => (await desk.call(relatives.listRelatives, { patientId })).body.relatives
  const [ana] = await list()
  const corrected = { given: 'Ana', family: 'Quill', relationship: 'daughter', phone: '3125550199' }
  const changed = await desk.call(relatives.changeRelative, {
    patientId,
    relatedPersonId: ana?.id ?? '',
    version: ana?.version ?? 0,
    ...corrected,
  })
  expect(changed.status).toBe(200)
  const telecom = [{ system: 'phone', value: '3125550136' }]
  const report = await run(coverage(), daughter({ telecom, relationship: [{ text: 'niece' }] }))
  expect(await list()).toMatchObject([{ phone: '+13125550199', relationship: 'niece' }])
  expect(report.left).toEqual([{ kind: 'related-person', reason: 'left as it was changed here: phone', count: 1 }])
  const { search_value } = await t.riverside.db
    .selectFrom('related_person')
    .select('search_value')
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  expect(search_value).toBe('99105552131')
})
