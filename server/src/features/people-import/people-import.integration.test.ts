import { patients, peopleImport } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient, keepComparable } from '../patients/testing.ts'
import { checked, csv, ran, sendFile, untilState } from './testing.ts'

let t: TestApp
let manager: TestClient

beforeAll(async () => {
  t = await openTestApp()
  manager = await t.riverside.as('manager')
})
afterAll(() => t.stop())

const header =
  'Pt Last Name,Pt First Name,Middle,DOB,Sex,Cell,E-mail,Address,City,State,Zip,Chart #,Insurance,Member ID'

function rowOf(values: Partial<Record<number, string>> = {}): string {
  const usual = ['Quist', 'Ada', '', '4/13/1971', 'F', '', '', '', '', '', '', '', '', '']
  return usual.map((value, at) => values[at] ?? value).join(',')
}

/** A name and birth date that nobody else has. */
let count = 0
function another(values: Partial<Record<number, string>> = {}): string {
  count += 1
  const letters = [...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  return rowOf({
    0: `Zyx${letters}feldt`,
    1: `Ono${letters}`,
    3: `${1 + (count % 12)}/${1 + (count % 28)}/${1930 + (count % 80)}`,
    ...values,
  })
}

test('a file is read, mapped, judged and brought in; the report names each bad row', async () => {
  const { db } = t.riverside
  const hereId = await aPatient(db, {
    given: 'Wilhelmina',
    family: 'Ostrander',
    birth_date: '1948-02-09',
    phone: '3125550190',
  })
  const rows = [
    another({
      2: 'Rose',
      5: '(773) 555-0144',
      6: 'o@example.org',
      7: '"12 Oak St, Apt 2"',
      8: 'Chicago',
      9: 'IL',
      10: '60640',
      11: 'CH-48151',
      12: 'Prairie Health Plan',
      13: 'M77',
    }),
    another({ 3: 'soon' }),
    another({ 0: '' }),
    rowOf({
      0: 'Ostrander',
      1: 'Wilhelmina',
      3: '2/9/1948',
      4: 'F',
      5: '3125550190',
      6: 'w@example.org',
      7: '1 Elm',
      8: 'Chicago',
      9: 'IL',
      10: '60601',
    }),
    another({ 5: '12', 4: 'zebra' }),
    `${another()},one,more`,
  ]
  const runId = await sendFile(manager, csv(header, rows))
  const { body: mapped } = await manager.call(peopleImport.readImport, { runId })
  expect(mapped).toMatchObject({ state: 'mapping', rows: 6, encoding: 'utf-8', delimiter: ',' })
  expect(mapped.mapping.columns).toEqual([
    'family',
    'given',
    'middle',
    'birthDate',
    'sex',
    'mobilePhone',
    'email',
    'addressLine',
    'city',
    'state',
    'postalCode',
    'mrn',
    'payerName',
    'memberId',
  ])
  expect(mapped.sample).toHaveLength(6)

  const before = await db.selectFrom('patient').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()
  const dry = await checked(manager, runId)
  expect(dry.counts).toEqual({ created: 2, matched: 1, asked: 0, bad: 3, noted: 1 })
  const after = await db.selectFrom('patient').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()
  expect(after).toEqual(before)

  await manager.call(peopleImport.runImport, { runId })
  const done = await untilState(manager, runId, 'done', 'failed')
  expect(done).toMatchObject({ state: 'done', counts: dry.counts, isCut: false, progress: 6 })
  const bad = (await manager.call(peopleImport.listImportRows, { runId })).body.rows
  expect(bad.map(({ line, problem, column }) => ({ line, problem, column }))).toEqual([
    { line: 3, problem: 'birth-date-unreadable', column: 'DOB' },
    { line: 4, problem: 'name-missing', column: 'Pt Last Name' },
    { line: 7, problem: 'row-width', column: null },
  ])

  const created = (await manager.call(peopleImport.listImportRows, { runId, which: 'created' })).body.rows
  const page = (await manager.call(patients.readPatient, { patientId: created[0]?.patient?.id ?? '' })).body
  expect(page.patient).toMatchObject({
    name: { middle: 'Rose' },
    contacts: [
      { system: 'phone', value: '+17735550144', use: 'mobile' },
      { system: 'email', value: 'o@example.org' },
    ],
    address: { line: '12 Oak St, Apt 2', city: 'Chicago', state: 'IL', postalCode: '60640' },
  })
  expect(page.coverages).toMatchObject([{ payerName: 'Prairie Health Plan', memberId: 'M77' }])
  const found = await manager.call(patients.searchPatients, { q: 'CH-48151' })
  expect(found.body.patients.map(({ id }) => id)).toContain(page.patient.id)

  const here = (await manager.call(patients.readPatient, { patientId: hereId })).body.patient
  expect(here.contacts.map(({ value }) => value)).toEqual(['+13125550190', 'w@example.org'])
  expect(here.address?.line).toBe('1 Elm')
  const history = await db.selectFrom('patient_change').selectAll().where('patient_id', '=', hereId).execute()
  expect(history.map(({ field, source }) => `${field} ${source}`).toSorted()).toEqual([
    'address import',
    'email import',
    'sex import',
  ])
  const noted = (await manager.call(peopleImport.listImportRows, { runId, which: 'noted' })).body.rows
  expect(noted[0]?.notes).toEqual([
    { problem: 'sex-unknown', column: 'Sex' },
    { problem: 'phone-unreadable', column: 'Cell' },
  ])
  const parts = await db.selectFrom('import_part').select('part').where('run_id', '=', runId).execute()
  expect(parts).toEqual([])
  const audited = await db.selectFrom('audit_entry').select('patient_id').where('request_id', '=', runId).execute()
  expect(audited).toHaveLength(3)
})

test('what is there is never written over', async () => {
  const id = await aPatient(t.riverside.db, {
    given: 'Philomena',
    family: 'Vandersteen',
    birth_date: '1955-07-21',
    sex: 'female',
    phone: '3125550777',
    email: 'old@example.org',
    address: { line: '5 Pine', city: 'Chicago', state: 'IL', postalCode: '60602' },
  })
  const before = (await manager.call(patients.readPatient, { patientId: id })).body.patient
  const row = rowOf({
    0: 'Vandersteen',
    1: 'Philomena',
    3: '7/21/1955',
    4: 'M',
    5: '3125550777',
    6: 'new@example.org',
    7: '9 Ash',
    8: 'Gary',
    9: 'IN',
    10: '46401',
  })
  const runId = await sendFile(manager, csv(header, [row]))
  const done = await ran(manager, runId)
  expect(done.counts.matched + done.counts.asked).toBe(1)
  if (done.counts.matched === 1)
    expect((await manager.call(patients.readPatient, { patientId: id })).body.patient).toEqual(before)
})

test('a number that ended is empty to a file, and a file does not bring it back', async () => {
  const { db } = t.riverside
  const born = { given: 'Theodora', family: 'Quennell', birth_date: '1949-02-03', sex: 'female' as const }
  const id = await aPatient(db, { ...born, phone: '3125550881', email: 'dora@example.org' })
  await db.updateTable('contact_point').set({ period_end: '2026-01-01' }).where('patient_id', '=', id).execute()
  const send = async (phone: string) => {
    const row = rowOf({ 0: 'Quennell', 1: 'Theodora', 3: '2/3/1949', 4: 'F', 5: phone, 6: 'dora@example.org' })
    const done = await ran(manager, await sendFile(manager, csv(header, [row])))
    expect(done.counts.matched).toBe(1)
    return (await manager.call(patients.readPatient, { patientId: id })).body.patient.contacts.map(({ value }) => value)
  }
  expect(await send('3125550881')).toEqual([])
  expect(await send('3125550882')).toEqual(['+13125550882'])
})

describe('somebody who may be here already', () => {
  test('is made and put on the worklist, or held back, by choice', async () => {
    const { db } = t.riverside
    const id = await aPatient(db, { given: 'Ignatius', family: 'Featherstone', birth_date: '1962-05-17' })
    const row = rowOf({ 0: 'Featherstone', 1: 'Ignatius', 3: '5/18/1962', 4: 'M' })
    const held = await sendFile(manager, csv(header, [row]))
    const { mapping, identifierSystem } = (await manager.call(peopleImport.readImport, { runId: held })).body
    await manager.call(peopleImport.mapImport, { runId: held, ...mapping, identifierSystem, asked: 'hold' })
    expect((await ran(manager, held)).counts).toMatchObject({ asked: 1, created: 0 })
    const [heldRow] = (await manager.call(peopleImport.listImportRows, { runId: held, which: 'asked' })).body.rows
    expect(heldRow).toMatchObject({ patient: null, other: { id } })

    const made = await sendFile(manager, csv(header, [row]))
    expect((await ran(manager, made)).counts).toMatchObject({ asked: 1, created: 0 })
    const [madeRow] = (await manager.call(peopleImport.listImportRows, { runId: made, which: 'asked' })).body.rows
    const pair = await db
      .selectFrom('duplicate_pair')
      .select('state')
      .where((eb) => eb.or([eb('first_id', '=', id), eb('second_id', '=', id)]))
      .where((eb) =>
        eb.or([eb('first_id', '=', madeRow?.patient?.id ?? ''), eb('second_id', '=', madeRow?.patient?.id ?? '')]),
      )
      .execute()
    expect(pair).toEqual([{ state: 'suspected' }])
  })

  test('is found among the rows of the file, in the dry run as in earnest', async () => {
    const one = another({ 5: '7735550155', 6: 'twice@example.org' })
    const rows = [one, another(), one, another()]
    const runId = await sendFile(manager, csv(header, rows))
    const dry = await checked(manager, runId)
    expect(dry.counts).toMatchObject({ created: 3, matched: 1 })
    const [row] = (await manager.call(peopleImport.listImportRows, { runId, which: 'matched' })).body.rows
    expect(row).toMatchObject({ line: 4, sameAsLine: 2 })
    await manager.call(peopleImport.runImport, { runId })
    expect((await untilState(manager, runId, 'done', 'failed')).counts).toEqual(dry.counts)
  })
})

test('by nickname, day and month exchanged and nothing else, a row is asked about, as the sweep would find it', async () => {
  const id = await aPatient(t.riverside.db, {
    given: 'Bob',
    family: 'Peyton',
    birth_date: '1961-03-04',
    phone: '3125550177',
  })
  await keepComparable(t.riverside.db, [id])
  const rows = [
    'Peyton,Robert,,4/3/1961,,,,,,,,,,,',
    'Whitlock,Bob,,12/5/1971,,,,,,,,,,,',
    'Whitlock,Robert,,5/12/1971,,,,,,,,,,,',
  ]
  const dry = await checked(manager, await sendFile(manager, csv(header, rows)))
  expect(dry.counts).toMatchObject({ created: 1, matched: 0, asked: 2 })
})

test('namesakes of a community are asked about, never here already', async () => {
  const two = ['P-1,6125550134,1212 Quarry Bend', 'P-2,6125550177,88 Harbor Lane'].map((one) => {
    const [mrn, phone, line] = one.split(',')
    return `Ahmed,Mohamed,,1/1/1985,,${phone},,${line},Minneapolis,MN,55404,${mrn},,,`
  })
  const dry = await checked(manager, await sendFile(manager, csv(header, two)))
  expect(dry.counts).toMatchObject({ created: 1, matched: 0, asked: 1 })
})

test('the same file twice makes nobody twice', async () => {
  const rows = Array.from({ length: 5 }, (_, at) => another({ 5: `773555${3000 + at}`, 11: `T-${at}` }))
  const file = csv(header, rows)
  expect((await ran(manager, await sendFile(manager, file))).counts).toMatchObject({ created: 5 })
  expect((await ran(manager, await sendFile(manager, file))).counts).toMatchObject({ created: 0, matched: 5 })
})

test('a restricted record that the importer may not open is never shown, filled or told of', async () => {
  const { db } = t.riverside
  const id = await aPatient(db, {
    given: 'Celestine',
    family: 'Abernathy',
    birth_date: '1970-10-03',
    phone: '3125550911',
    restriction: 'vip',
  })
  const row = rowOf({ 0: 'Abernathy', 1: 'Celestine', 3: '10/3/1970', 5: '3125550911', 6: 'c@example.org' })
  const file = csv(header, [row])
  // Of somebody who imports and is no privacy officer, as a practice may set up.
  const runId = await sendFile(manager, file)
  const clerk = await t.riverside.another('manager')
  await db.updateTable('staff').set({ role: 'senior' }).where('id', '=', clerk.staffId).execute()
  await manager.call(peopleImport.checkImport, { runId })
  await db.updateTable('import_run').set({ started_by: clerk.staffId }).where('id', '=', runId).execute()
  const dry = await untilState(manager, runId, 'checked')
  expect(dry.counts).toMatchObject({ created: 1, matched: 0, asked: 0 })
  const line = await db
    .selectFrom('import_row')
    .select(['outcome', 'other_id'])
    .where('run_id', '=', runId)
    .executeTakeFirst()
  expect(line).toEqual({ outcome: 'created', other_id: null })
  expect(await db.selectFrom('contact_point').select('value').where('patient_id', '=', id).execute()).toHaveLength(1)
})

test('another organization sees, reads and moves nothing of a run', async () => {
  const runId = await sendFile(manager, csv(header, [another()]))
  const stranger = await t.lakeside.as('manager')
  const answers = await Promise.all([
    stranger.call(peopleImport.readImport, { runId }),
    stranger.call(peopleImport.checkImport, { runId }),
    stranger.call(peopleImport.runImport, { runId }),
    stranger.call(peopleImport.undoImport, { runId }),
    stranger.call(peopleImport.cancelImport, { runId }),
    stranger.call(peopleImport.listImportRows, { runId }),
    stranger.call(peopleImport.printImportReport, { runId }),
    stranger.call(peopleImport.sendImportPart, { runId, part: 0, content: 'AAAA' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  expect((await stranger.call(peopleImport.listImports, {})).body.runs).toEqual([])
  const senior = await t.riverside.as('senior')
  expect((await senior.call(peopleImport.readImport, { runId })).status).toBe(403)
})

test('a cell that a spreadsheet would run is plain text in the report', async () => {
  const evil = header.replace('DOB', '=cmd DOB').replace('Middle', '@Middle')
  const runId = await sendFile(manager, csv(evil, [another({ 3: 'soon' })]))
  const { mapping, identifierSystem } = (await manager.call(peopleImport.readImport, { runId })).body
  const columns = mapping.columns.map((field, at) => (at === 3 ? ('birthDate' as const) : field))
  await manager.call(peopleImport.mapImport, { runId, ...mapping, columns, identifierSystem, asked: 'create' })
  await checked(manager, runId)
  const report = (await manager.call(peopleImport.printImportReport, { runId })).raw.toString('utf8')
  expect(report).toContain("'=cmd DOB")
  expect(report).not.toMatch(/(^|,)=/m)
})

test('a file that is not whole, or has no rows, is not taken', async () => {
  const { id } = (await manager.call(peopleImport.beginImport, { fileName: 'x.csv', bytes: 500 })).body
  await manager.call(peopleImport.sendImportPart, { runId: id, part: 1, content: 'AAAA' })
  expect((await manager.call(peopleImport.inspectImport, { runId: id })).refusal).toEqual({
    reason: 'incomplete',
    missing: [0],
  })
  const only = Buffer.from(header)
  const empty = (await manager.call(peopleImport.beginImport, { fileName: 'x.csv', bytes: only.length })).body.id
  await manager.call(peopleImport.sendImportPart, { runId: empty, part: 0, content: only.toString('base64') })
  expect((await manager.call(peopleImport.inspectImport, { runId: empty })).refusal).toEqual({ reason: 'no-rows' })
})

test('without a name or a birth date nothing is judged', async () => {
  const runId = await sendFile(manager, 'a,b\n1,2\n')
  const answer = await manager.call(peopleImport.checkImport, { runId })
  expect(answer.refusal).toEqual({ reason: 'mapping-lacks', missing: ['name', 'birthDate'] })
})
