import { print } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { pdfText } from '../../platform/testing/pdf-text.ts'
import { aResource, aSmallPractice, type SmallPractice } from '../practice/testing.ts'
import { anAppointment } from '../scheduling/testing.ts'

let t: TestApp
let p: SmallPractice
let desk: TestClient
let withLunch: string
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-08T14:00:00Z')
  const { db } = t.riverside
  p = await aSmallPractice(db)
  withLunch = await aResource(db, {
    siteId: p.siteId,
    name: 'Dr. Lucía Ybarra',
    specialty: 'Cardiology',
    hours: [
      { weekday: 2, startMinute: 480, endMinute: 1020 },
      { weekday: 2, startMinute: 720, endMinute: 780, kind: 'break', label: 'Lunch' },
    ],
  })
  patientId = await aPatient(db, { given: 'Hạnh', family: 'Nguyễn', birth_date: '1961-03-14' })
  await anAppointment(db, {
    siteId: p.siteId,
    visitTypeId: p.visitTypes.followUp,
    patientId,
    assignments: [
      { role: 'clinician', resourceId: withLunch },
      { role: 'room', resourceId: p.rooms[1] },
    ],
  })
  await db
    .insertInto('allocation')
    .values({
      id: t.clock.id(),
      resource_id: withLunch,
      during: sql<string>`tstzrange('2026-12-08T19:00:00Z', '2026-12-08T20:00:00Z')`,
      reason: 'Meeting',
    })
    .execute()
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

type Options = Partial<Parameters<TestClient['call']>[1]>

function printed(wanted: Options = {}, client = desk) {
  return client.call(print.printSchedule, {
    siteId: p.siteId,
    from: '2026-12-08',
    to: '2026-12-08',
    resourceIds: withLunch,
    ...wanted,
  })
}

async function linesOf(wanted: Options = {}): Promise<readonly string[]> {
  return pdfText((await printed(wanted)).raw).split('\n')
}

async function lastEntry() {
  return t.riverside.db
    .selectFrom('audit_entry')
    .select(['outcome', 'patient_ids', 'subject_id'])
    .where('action', '=', 'schedule.print')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

test('a day of a clinician from morning to evening, what is free among it', async () => {
  const answer = await printed()
  expect(answer.headers['content-type']).toBe('application/pdf')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(pdfText(answer.raw).split('\n')).toEqual([
    'Dr. Lucía Ybarra, Cardiology',
    'Tuesday, December 8, 2026',
    'Times in Chicago (CST) · Hours: 08:00–12:00, 13:00–17:00',
    'Time',
    'What',
    'With',
    '08:00–10:40',
    'Free',
    '10:40–11:00',
    'Follow-up',
    'Room 2',
    '11:00–12:00',
    'Free',
    '12:00–13:00',
    'Lunch',
    '13:00–14:00',
    'Closed',
    '14:00–17:00',
    'Free',
    'Riverside Family Health, Main Street · Printed by Test coordinator, Dec 8, 2026, 08:00',
    'Page 1 of 1',
  ])
  expect(await lastEntry()).toEqual({ outcome: 'ok', patient_ids: [], subject_id: p.siteId })
})

test('names and birth dates where they were asked for, and then in the audit trail', async () => {
  const lines = await linesOf({ withPatients: '1', language: 'es' })
  expect(lines).toContain('martes, 8 de diciembre de 2026')
  expect(lines).toContain('Seguimiento')
  expect(lines.join(' ')).toContain('Hạnh Nguyễn, nac. 14 mar 1961')
  expect(lines).toContain('Nombra a pacientes. Manténgalo fuera de la vista y destrúyalo después del día.')
  expect((await lastEntry())?.patient_ids).toEqual([patientId])
})

test('tagged, in a language, without a name in the title', async () => {
  const { raw, headers } = await printed({ withPatients: '1' })
  const text = raw.toString('latin1')
  for (const part of ['/Lang (en-US)', '/Marked true', '/StructTreeRoot', '/DisplayDocTitle true'])
    expect(text).toContain(part)
  expect(String(headers['content-disposition'])).toBe('inline; filename="schedule-2026-12-08.pdf"')
})

test('every resource that has something on the day, a page each; a week side by side on one', async () => {
  const pages = ({ raw }: { raw: Buffer }) => raw.toString('latin1').match(/\/Type \/Page\b/g)?.length
  expect(pages(await printed({ resourceIds: undefined }))).toBe(9)
  const week = await printed({ from: '2026-12-07', to: '2026-12-11', layout: 'week', withPatients: '1' })
  expect(pages(week)).toBe(1)
  const lines = pdfText(week.raw).split('\n')
  expect(lines).toEqual(expect.arrayContaining(['Mon, Dec 7', 'Tue, Dec 8', 'Fri, Dec 11']))
  expect(lines.join(' ')).toContain('10:40 Hạnh')
  expect(lines.join(' ')).not.toContain('1961')
  const whole = await linesOf({ from: '2026-12-07', to: '2026-12-13', layout: 'week' })
  expect(whole).not.toContain('Sat, Dec 12')
})

test('a full day goes on over pages, each with its head', async () => {
  const { db } = t.riverside
  for (let count = 1; count < 50; count += 1)
    await anAppointment(db, {
      siteId: p.siteId,
      visitTypeId: p.visitTypes.followUp,
      assignments: [{ role: 'clinician', resourceId: p.clinicians.singh }],
      start: new Date(Date.parse('2026-12-09T14:00:00Z') + count * 600_000).toISOString(),
      minutes: 10,
    })
  const lines = await linesOf({
    from: '2026-12-09',
    to: '2026-12-09',
    resourceIds: p.clinicians.singh,
    withPatients: '1',
  })
  expect(lines.filter((line) => line === 'Dr. Harpreet Singh, Family medicine')).toHaveLength(1)
  expect(lines).toContain('Dr. Harpreet Singh, Family medicine (continued)')
  expect(lines).toContain('Page 2 of 2')
  expect(lines.filter((line) => line.startsWith('Follow-up'))).toHaveLength(49)
})

test('the day on which an hour happens twice says which of the two is meant', async () => {
  const { db } = t.riverside
  await anAppointment(db, {
    siteId: p.siteId,
    visitTypeId: p.visitTypes.followUp,
    start: '2026-11-01T07:30:00Z',
    assignments: [{ role: 'room', resourceId: p.rooms[2] }],
  })
  const lines = await linesOf({ from: '2026-11-01', to: '2026-11-01', resourceIds: p.rooms[2] })
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain('01:30 CST–01:50 CST')
})

test('what cannot be printed is refused with a reason', async () => {
  expect((await printed({ to: '2026-12-07' })).refusal).toEqual({ reason: 'dates-backwards' })
  expect((await printed({ to: '2026-12-15' })).refusal).toEqual({ reason: 'too-many-days', most: 7 })
  expect((await printed({ resourceIds: t.clock.id() })).refusal).toEqual({ reason: 'nothing-to-print' })
})

test('opened in a tab, what cannot be printed is a page that says why; a program gets what it always got', async () => {
  const input = { siteId: p.siteId, from: '2026-12-08', to: '2026-12-15', resourceIds: withLunch }
  const headers = { 'sec-fetch-mode': 'navigate', accept: 'text/html,application/xhtml+xml' }
  const page = await desk.call(print.printSchedule, input, { headers })
  expect([page.status, page.headers['content-type']]).toEqual([409, 'text/html; charset=utf-8'])
  expect(page.raw.toString()).toContain('At most 7 can be printed at once.')
  const spanish = await desk.call(print.printSchedule, { ...input, language: 'es' }, { headers })
  expect(spanish.raw.toString()).toMatch(/<html lang="es">[^]*Son demasiados días/)
  const signedOut = await t.anonymous().call(print.printSchedule, input, { headers })
  expect([signedOut.status, signedOut.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8'])
  expect(signedOut.raw.toString()).toContain('Sign in to Foyer first.')
  const fetched = await desk.call(print.printSchedule, input, { headers: { ...headers, 'sec-fetch-mode': 'cors' } })
  expect(fetched.refusal).toEqual({ reason: 'too-many-days', most: 7 })
  expect((await t.anonymous().call(print.printSchedule, input)).problem).toBe('not-signed-in')
  expect((await desk.call(print.printSchedule, { ...input, to: '2026-12-08' }, { headers })).status).toBe(200)
})

test('another organization, and a role without the calendar, get nothing', async () => {
  expect((await printed({}, await t.lakeside.as('manager'))).status).toBe(404)
  expect((await printed({}, await t.riverside.as('integrator'))).problem).toBe('not-allowed')
})
