import { practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let senior: TestClient
let siteId: string
type Kind = 'plain' | 'capped' | 'course'
const of = {} as Record<Kind, { resourceId: string; visitTypeId: string }>
let other: { resourceId: string; visitTypeId: string }

/** The clinicians are away from the 7th of December until the 10th of January; the 11th is a Monday. */
const firstDay = '2027-01-11'

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-01T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  const rules = { plain: {}, capped: { caps: { perDay: 1 } }, course: { seats: 4 } }
  const made = async (with_: object) => {
    const resourceId = await aResource(db, { siteId })
    const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [resourceId] }]
    return { resourceId, visitTypeId: await aVisitType(db, { roles, durationMinutes: 60, rules: with_ }) }
  }
  for (const kind of ['plain', 'capped', 'course'] as const) of[kind] = await made(rules[kind])
  other = await made({})
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
  const resourceIds = Object.values(of).map(({ resourceId }) => resourceId)
  for (const { date, until } of [{ date: '2026-12-07', until: 35 }])
    for (let day = 0; day < until; day += 1) {
      const on = new Date(Date.parse(date) + day * 86_400_000).toISOString().slice(0, 10)
      const closed = { resourceIds, date: on, startMinute: 0, endMinute: 1440, reason: 'Sabbatical' }
      expect((await senior.call(practice.blockTime, closed)).status).toBe(200)
    }
}, 120_000)
afterAll(() => t?.stop())

async function laterOf(kind: Kind, patientId: string) {
  const wish = { siteId, visitTypeId: of[kind].visitTypeId, patientId, from: '2026-12-07', to: '2026-12-08' }
  const { body } = await desk.call(scheduling.findOpenings, wish)
  expect(body.openings).toEqual([])
  return body.near.filter(({ code }) => code === 'later').map(({ opening }) => opening)
}

const book = (who: { resourceId: string; visitTypeId: string }, patientId: string, start: string) =>
  desk.call(scheduling.bookAppointment, {
    visitTypeId: who.visitTypeId,
    siteId,
    patientId,
    start,
    assignments: [{ role: 'clinician', resourceId: who.resourceId }],
  })

test('after five weeks away the first time is named at which the patient is nowhere else', async () => {
  const patientId = await aPatient(t.riverside.db)
  expect((await book(other, patientId, `${firstDay}T14:00:00Z`)).status).toBe(200)
  const [later] = await laterOf('plain', patientId)
  expect(later?.start).toBe(`${firstDay}T15:00:00Z`)
  expect((await book(of.plain, patientId, later!.start)).status).toBe(200)
})

test('a day that takes no more is not named', async () => {
  expect((await book(of.capped, await aPatient(t.riverside.db), `${firstDay}T20:00:00Z`)).status).toBe(200)
  const patientId = await aPatient(t.riverside.db)
  const [later] = await laterOf('capped', patientId)
  expect(later?.start).toBe('2027-01-12T14:00:00Z')
  expect((await book(of.capped, patientId, later!.start)).status).toBe(200)
})

test('a group with seats is named, and not a new one', async () => {
  const { resourceId, visitTypeId } = of.course
  const assignments = [{ role: 'clinician', resourceId }]
  const start = `${firstDay}T14:00:00Z`
  const opened = await senior.call(scheduling.openGroup, { visitTypeId, siteId, start, assignments })
  expect(opened.status).toBe(200)
  const [later] = await laterOf('course', await aPatient(t.riverside.db))
  expect(later?.start).toBe(start)
  expect(later?.reasons).toContainEqual(expect.objectContaining({ code: 'joins-group', groupId: opened.body.id }))
})
