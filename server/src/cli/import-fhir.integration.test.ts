import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clockAt, openTestDatabase, type TestDatabase } from '../features/import/testing.ts'
import type { Organization } from '../platform/organizations.ts'
import { importFhir } from './import-fhir.ts'
import type { ImportReport } from './import-report.ts'

const none = { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }
let database: TestDatabase
let riverside: Organization
let folder: string

beforeAll(async () => {
  database = await openTestDatabase('two organizations')
  const found = database.organizations.find('riverside')
  if (!found) throw new Error('no organization')
  riverside = found
})
afterAll(() => database?.drop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-import-'))
  return () => rmSync(folder, { recursive: true })
})

function run(paths: readonly string[], source?: string): Promise<ImportReport> {
  const progress = { show: () => {}, end: () => {} }
  return importFhir({ organization: riverside, clock: clockAt('2026-11-22T16:40:00Z'), progress }, { paths, source })
}

function file(name: string, ...resources: object[]): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }
  writeFileSync(path, JSON.stringify(resources.length === 1 ? resources[0] : bundle))
  return path
}

/** Every row of the tables an import writes, with versions and hashes. */
async function everything(): Promise<string> {
  const { db } = riverside
  const tables = [
    'patient',
    'contact_point',
    'patient_identifier',
    'related_person',
    'payer',
    'coverage',
    'site',
  ] as const
  const more = [
    'resource',
    'visit_type',
    'appointment',
    'allocation',
    'encounter',
    'import_reference',
    'counter',
  ] as const
  const rows = []
  for (const table of [...tables, ...more, 'audit_entry', 'outbox'] as const)
    rows.push([table, (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).toSorted()])
  return JSON.stringify(rows)
}

function person(id: string, more: object = {}): object {
  const name = [{ family: 'Quill', given: ['Rosalind', 'Mae'] }]
  return { resourceType: 'Patient', id, name, birthDate: '1958-07-01', gender: 'female', ...more }
}

function visit(id: string, patient: string, start: string, more: object = {}): object {
  const end = start.replace(':00:00Z', ':30:00Z')
  const actors = [`Patient/${patient}`, 'Practitioner/d-1']
  const participant = actors.map((reference) => ({ actor: { reference }, status: 'accepted' }))
  return { resourceType: 'Appointment', id, status: 'booked', start, end, participant, ...more }
}

const doctor = {
  resourceType: 'Practitioner',
  id: 'd-1',
  name: [{ family: 'Okafor', given: ['Ada'], prefix: ['Dr.'] }],
}

test('a person comes with everything that belongs to them, and the same again changes nothing', async () => {
  const ref = { reference: 'Patient/p-1' }
  file(
    'clinic/all.json',
    person('p-1', {
      identifier: [{ system: 'urn:mrn', value: 'A1' }],
      telecom: [
        { system: 'phone', value: '(312) 555-0134', use: 'mobile' },
        { system: 'email', value: 'Roz@Example.org' },
      ],
      address: [{ line: ['12 Ferry Road'], city: 'Chicago', state: 'IL', postalCode: '60640' }],
      communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'es-MX' }] }, preferred: true }],
    }),
    {
      resourceType: 'RelatedPerson',
      id: 'r',
      patient: ref,
      name: [{ text: 'A daughter' }],
      telecom: [{ system: 'phone', value: '3125550135' }],
    },
    {
      resourceType: 'Coverage',
      id: 'c',
      status: 'active',
      beneficiary: ref,
      payor: [{ display: 'Harbor Mutual' }],
      subscriberId: 'S-9',
    },
    doctor,
    {
      resourceType: 'Location',
      id: 'l',
      name: 'Riverside East',
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/timezone', valueCode: 'America/Denver' }],
    },
    visit('a', 'p-1', '2026-12-01T15:00:00Z'),
    {
      resourceType: 'Encounter',
      id: 'e',
      status: 'finished',
      class: { code: 'AMB' },
      subject: ref,
      period: { start: '2025-11-02' },
      participant: [{ individual: { reference: 'Practitioner/d-1' } }],
    },
  )
  const first = await run([folder])
  expect(first).toMatchObject({ sources: ['clinic'], rejected: [], total: { ...none, created: 7 } })

  const patient = await riverside.db
    .selectFrom('patient')
    .selectAll()
    .where('given', '=', 'Rosalind')
    .executeTakeFirstOrThrow()
  expect(patient).toMatchObject({
    middle: 'Mae',
    family: 'Quill',
    birth_date: '1958-07-01',
    sex: 'female',
    language: 'es',
    mrn: '00410001',
  })
  expect(patient.address).toEqual({ line: '12 Ferry Road', city: 'Chicago', state: 'IL', postalCode: '60640' })
  const contacts = await riverside.db
    .selectFrom('contact_point')
    .select(['value', 'search_value'])
    .orderBy('rank')
    .execute()
  expect(contacts).toEqual([
    { value: '+13125550134', search_value: '43105552131' },
    { value: 'Roz@Example.org', search_value: 'roz@example.org' },
  ])
  const taken = await riverside.db.selectFrom('allocation').selectAll().execute()
  expect(taken.map(({ role, during }) => [role, during])).toEqual([
    ['clinician', '["2026-12-01 15:00:00+00","2026-12-01 15:30:00+00")'],
  ])
  const history = await riverside.db.selectFrom('encounter').selectAll().execute()
  // Midnight in Chicago, the zone of a practice without a site.
  expect(history).toMatchObject([{ started_at: '2025-11-02T05:00:00Z', practitioner: 'Dr. Ada Okafor' }])
  const sites = await riverside.db.selectFrom('site').select(['name', 'time_zone', 'active']).orderBy('name').execute()
  expect(sites).toEqual([
    { name: 'Main site', time_zone: 'America/Chicago', active: true },
    { name: 'Riverside East', time_zone: 'America/Denver', active: false },
  ])
  const audit = await riverside.db.selectFrom('audit_entry').select(['action', 'patient_id', 'actor_name']).execute()
  const actions = ['patient', 'related-person', 'coverage', 'appointment', 'encounter'].map((kind) => `import.${kind}`)
  expect(audit.map((entry) => entry.action)).toEqual(actions)
  expect(audit.every((entry) => entry.patient_id === patient.id && entry.actor_name === 'foyer import')).toBe(true)

  const before = await everything()
  expect((await run([folder])).total).toEqual({ ...none, unchanged: 7 })
  expect(await everything()).toBe(before)
})

test('with what a record began stands in its history', async () => {
  const telecom = [{ system: 'phone', value: '(312) 555-0198' }]
  await run([file('begun.json', person('p-begun', { telecom }), person('p-begun-2'))])
  const { record_id: patientId } = await riverside.db
    .selectFrom('import_reference')
    .select('record_id')
    .where('source_key', 'like', '%Patient/p-begun')
    .executeTakeFirstOrThrow()
  const rows = await riverside.db
    .selectFrom('patient_change')
    .select(['field', 'before', 'after', 'source', 'actor_name'])
    .where('patient_id', '=', patientId)
    .orderBy('field')
    .execute()
  expect(rows.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['birthDate', null, '1958-07-01'],
    ['family', null, 'Quill'],
    ['given', null, 'Rosalind'],
    // The file says nothing of a language, so nobody has asked for one.
    ['middle', null, 'Mae'],
    ['phone', null, '+13125550198'],
    ['sex', null, 'female'],
  ])
  expect(new Set(rows.map(({ source, actor_name }) => `${source} ${actor_name}`))).toEqual(
    new Set(['import foyer import']),
  )
})

test('what the source says anew is updated, what the desk added stays', async () => {
  const path = file('clinic-2/p.json', person('p-2', { name: [{ family: 'Sato', given: ['Yui'] }] }))
  await run([path])
  const before = await riverside.db
    .selectFrom('patient')
    .selectAll()
    .where('family', '=', 'Sato')
    .executeTakeFirstOrThrow()
  await riverside.db
    .updateTable('patient')
    .set({ alerts: ['Walker'], preferred: 'Yu' })
    .where('id', '=', before.id)
    .execute()
  file('clinic-2/p.json', person('p-2', { name: [{ family: 'Sato-Lund', given: ['Yui'] }] }))
  expect((await run([path])).counts['patient']).toEqual({ ...none, updated: 1 })
  const after = await riverside.db
    .selectFrom('patient')
    .selectAll()
    .where('id', '=', before.id)
    .executeTakeFirstOrThrow()
  expect(after).toMatchObject({ family: 'Sato-Lund', preferred: 'Yu', alerts: ['Walker'], mrn: before.mrn, version: 2 })
  expect(after.search_name).toContain('lund')
})

test('a death comes with its day and stands in the history; taken back by the desk it is asked and not taken over', async () => {
  const { db } = riverside
  const path = file('clinic-9/p.json', person('p-9', { name: [{ family: 'Orlova', given: ['Vera'] }] }))
  await run([path])
  const read = () => db.selectFrom('patient').selectAll().where('family', '=', 'Orlova').executeTakeFirstOrThrow()
  const died = (more: object) =>
    file('clinic-9/p.json', person('p-9', { name: [{ family: 'Orlova', given: ['Vera'] }], ...more }))
  died({ deceasedDateTime: '2026-11-20' })
  await run([path])
  const { id, ...after } = await read()
  expect(after).toMatchObject({ deceased: true, deceased_on: '2026-11-20' })
  const told = await db
    .selectFrom('patient_change')
    .select(['field', 'after'])
    .where('patient_id', '=', id)
    .where('field', 'like', 'deceased%')
    .orderBy('field')
    .execute()
  expect(told).toEqual([
    { field: 'deceased', after: true },
    { field: 'deceasedOn', after: '2026-11-20' },
  ])

  await db.updateTable('patient').set({ deceased: false, deceased_on: null }).where('id', '=', id).execute()
  const said = { before: 'true', after: 'false', at: '2026-11-22T17:00:00Z', actor_name: 'Rosa', source: 'desk' }
  await db
    .insertInto('patient_change')
    .values({ patient_id: id, field: 'deceased', ...said })
    .execute()
  died({ deceasedDateTime: '2026-11-20', gender: 'other' })
  await run([path])
  expect(await read()).toMatchObject({ deceased: false, sex: 'other' })
  const asked = await db
    .selectFrom('change_proposal')
    .select(['field', 'proposed'])
    .where('patient_id', '=', id)
    .execute()
  expect(asked).toEqual([{ field: 'deceased', proposed: true }])
})

test('a person known from another source is recognised by identifier, never by name', async () => {
  const identifier = [{ system: 'urn:national', value: '77' }]
  const name = [{ family: 'Twice', given: ['Ann'] }]
  await run([file('one/p.json', person('x', { name, identifier }))])
  const again = file(
    'two/p.json',
    person('y', { name: [{ family: 'Tvice', given: ['Ann'], prefix: ['Dr.'] }], identifier }),
  )
  await run([again])
  await run([file('three/p.json', person('z', { name }))])
  await run([file('four/p.json', person('w', { name, identifier, birthDate: '1990-01-01' }))])
  const found = await riverside.db.selectFrom('patient').selectAll().where('given', '=', 'Ann').orderBy('mrn').execute()
  expect(found.map(({ family, prefix, version }) => [family, prefix, version])).toEqual([
    ['Twice', 'Dr.', 2],
    ['Twice', null, 1],
  ])
  expect((await run([join(folder, 'four')])).rejected).toMatchObject([
    { kind: 'patient', reason: expect.stringContaining('birth date') },
  ])
  expect((await run([again])).total).toEqual({ ...none, unchanged: 1 })
})

test('two records of one source stay two people even with one identifier', async () => {
  const identifier = [{ system: 'urn:shared', value: '1' }]
  file('twins/t.json', person('t-1', { identifier }), person('t-2', { identifier }))
  expect((await run([folder])).counts['patient']).toEqual({ ...none, created: 2 })
})

test('broken files and refused records reject themselves, not the run', async () => {
  writeFileSync(join(folder, 'broken.json'), '{"resourceType": "Patient", ')
  writeFileSync(join(folder, 'notes.txt'), 'not looked at')
  file(
    'good.json',
    doctor,
    person('b-1'),
    person('b-2', { name: undefined }),
    person('b-3', { birthDate: undefined }),
    visit('v-1', 'b-1', '2026-12-02T15:00:00Z'),
    visit('v-2', 'b-1', '2026-12-02T15:00:00Z'),
    visit('v-3', 'b-1', '2026-12-02T17:00:00Z', { status: 'cancelled' }),
    visit('v-4', 'b-1', '2026-12-02T18:00:00Z', { status: 'proposed' }),
    {
      resourceType: 'Coverage',
      id: 'k',
      status: 'active',
      beneficiary: { reference: 'Patient/away' },
      payor: [{ display: 'P' }],
    },
    { resourceType: 'Observation', id: 'o' },
  )
  const report = await run([folder, join(folder, 'missing')], 'mixed')
  expect(report.files).toEqual({ read: 1, unreadable: 2 })
  expect(report.counts).toMatchObject({
    patient: { created: 1, rejected: 2 },
    appointment: { created: 2, skipped: 1, rejected: 1 },
    coverage: { rejected: 1 },
    other: { skipped: 1 },
    file: { rejected: 2 },
  })
  expect(report.rejected.map(({ kind, where }) => [kind, where])).toEqual([
    ['file', ''],
    ['file', ''],
    ['patient', 'Bundle.entry[2].resource'],
    ['patient', 'Bundle.entry[3].resource'],
    ['coverage', 'Bundle.entry[8].resource'],
    ['appointment', 'Bundle.entry[5].resource'],
  ])
  expect(report.rejected.every(({ file: name }) => name.startsWith(folder))).toBe(true)
  expect((await run([folder], 'mixed')).total).toMatchObject({ created: 0, updated: 0, rejected: 5 })
})

test('nothing of it is seen by another organization', async () => {
  const lakeside = database.organizations.find('lakeside')
  expect(await lakeside?.db.selectFrom('patient').select('id').execute()).toEqual([])
})

const shared = resolve(import.meta.dirname, '../../../../shared/data/fhir')
const folders = [
  ['synthea', { patient: 28, practitioner: 102, coverage: 31, encounter: 256 }],
  ['us-core', { patient: 4, practitioner: 5, location: 2, coverage: 1, encounter: 1, 'related-person': 1 }],
  ['official-examples', { patient: 14, practitioner: 14, appointment: 2 }],
] as const
for (const [name, created] of folders) {
  const there = existsSync(join(shared, name))
  test.skipIf(!there)(`shared data fhir/${name} twice in a row${there ? '' : ' (absent, skipped)'}`, async () => {
    const first = await run([join(shared, name)])
    const madeOf = Object.entries(created).map(([kind]) => [kind, first.counts[kind]?.created])
    expect(Object.fromEntries(madeOf)).toEqual(created)
    expect(first.files.unreadable).toBe(0)
    const before = await everything()
    const second = await run([join(shared, name)])
    const { created: made, unchanged, ...rest } = first.total
    expect(second.total).toEqual({ ...rest, created: 0, unchanged: made + unchanged })
    expect(second.rejected).toEqual(first.rejected)
    expect(await everything()).toBe(before)
  })
}
