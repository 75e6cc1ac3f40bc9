import { arrival, repair, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSmallPractice, aVisitType, type SmallPractice } from '../../practice/testing.ts'

let t: TestApp
let p: SmallPractice
let desk: TestClient
/** Of another site, and comes by phone. */
let luz: string
let course: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  p = await aSmallPractice(db)
  luz = await aResource(db, { name: 'Luz', kind: 'interpreter', languages: ['es'] })
  const clinician = { role: 'clinician', kind: 'practitioner' as const, candidates: [p.clinicians.weiss] }
  course = await aVisitType(db, { roles: [clinician], rules: { seats: 6 } })
  desk = await t.riverside.as('manager')
})
afterAll(() => t?.stop())

const who = (language: string) => aPatient(t.riverside.db, { language, interpreter_needed: true })
const place = () => ({ visitTypeId: p.visitTypes.followUp, siteId: p.siteId })
const onDay = (date: string) => ({ from: date, to: date, limit: 50 })
type Parts = readonly { readonly role: string; readonly resourceId: string }[]
const interprets = (parts: Parts | undefined) => parts?.find(({ role }) => role === 'interpreter')?.resourceId
const wantedOf = (parts: Parts | undefined) => (parts ?? []).map(({ role, resourceId }) => ({ role, resourceId }))

async function booked(date: string, patientId: string, interpreter = true) {
  const { body } = await desk.call(scheduling.findOpenings, { ...place(), ...onDay(date), patientId, interpreter })
  const [opening] = body.openings
  const asked = { ...place(), start: opening?.start ?? '', assignments: wantedOf(opening?.assignments) }
  const held = await desk.call(scheduling.holdOpening, { ...asked, patientId })
  expect(held.status).toBe(200)
  const answer = await desk.call(scheduling.bookAppointment, { ...asked, patientId, holdId: held.body.id })
  expect(answer.status).toBe(200)
  return { ...asked, id: answer.body.id }
}
const read = async (appointmentId: string) => (await desk.call(scheduling.readAppointment, { appointmentId })).body

test('a visit whose type has no interpreter is found, held and booked with one who speaks the language', async () => {
  const { id } = await booked('2026-12-08', await who('vi'))
  expect(interprets((await read(id)).assignments)).toBe(p.interpreter)
  const spanish = await booked('2026-12-08', await who('es'))
  expect(interprets((await read(spanish.id)).assignments)).toBe(luz)
})

test('nobody who speaks it, nothing offered; asked without, as ever', async () => {
  const patientId = await who('so')
  const wish = { ...place(), ...onDay('2026-12-08'), patientId }
  const [none, some] = await Promise.all([
    desk.call(scheduling.findOpenings, { ...wish, interpreter: true }),
    desk.call(scheduling.findOpenings, wish),
  ])
  expect(none.body.openings).toEqual([])
  expect(some.body.openings.length).toBeGreaterThan(0)
  expect(interprets(some.body.openings[0]?.assignments)).toBeUndefined()
})

test('one interpreter is in one place: a second visit at the same time is refused, and the next best have one too', async () => {
  const asked = (lead: string, room: string) => ({
    ...place(),
    start: '2026-12-09T15:00:00Z',
    assignments: [
      { role: 'clinician', resourceId: lead },
      { role: 'room', resourceId: room },
      { role: 'interpreter', resourceId: p.interpreter },
    ],
  })
  const first = { ...asked(p.clinicians.okafor, p.rooms[0]), patientId: await who('vi') }
  expect((await desk.call(scheduling.bookAppointment, first)).status).toBe(200)
  const second = { ...asked(p.clinicians.singh, p.rooms[1]), patientId: await who('vi') }
  const { refusal } = await desk.call(scheduling.bookAppointment, second)
  if (refusal?.reason !== 'opening-taken') throw new Error(`not taken: ${refusal?.reason}`)
  expect(refusal.overtaken).toMatchObject({ resourceId: p.interpreter })
  expect(refusal.next.map(({ assignments }) => interprets(assignments))).toEqual(Array(3).fill(p.interpreter))
})

test('one who is no interpreter interprets nothing, and one of another language is told', async () => {
  const patientId = await who('vi')
  const asked = (resourceId: string) => ({
    ...place(),
    start: '2026-12-10T15:00:00Z',
    assignments: [
      { role: 'clinician', resourceId: p.clinicians.singh },
      { role: 'room', resourceId: p.rooms[0] },
      { role: 'interpreter', resourceId },
    ],
    patientId,
  })
  const weiss = await desk.call(scheduling.bookAppointment, asked(p.clinicians.weiss))
  expect(weiss.refusal).toMatchObject({ reason: 'not-a-candidate' })
  const spanish = await desk.call(scheduling.bookAppointment, asked(luz))
  expect(spanish.refusal).toMatchObject({ reason: 'interpreter-language', resourceId: luz })
})

test('a visit that was booked without gets one where it is, and keeps it when it is moved', async () => {
  const patientId = await who('vi')
  const { id, start } = await booked('2026-12-14', patientId, false)
  const openings = async (more: object) => {
    const wish = { ...place(), ...onDay('2026-12-14'), patientId, movingId: id, ...more }
    return (await desk.call(scheduling.findOpenings, wish)).body.openings
  }
  expect(interprets((await openings({}))[0]?.assignments)).toBeUndefined()
  const here = (await openings({ interpreter: true })).find((one) => one.start === start)
  const move = async (opening: typeof here) => {
    const { version } = await read(id)
    const assignments = wantedOf(opening?.assignments)
    const wish = {
      appointmentId: id,
      start: opening?.start ?? '',
      assignments,
      version,
      reason: 'Needs an interpreter',
    }
    return desk.call(scheduling.moveAppointment, wish)
  }
  expect((await move(here)).status).toBe(200)
  expect(interprets((await read(id)).assignments)).toBe(p.interpreter)
  const later = (await openings({})).find((one) => one.start !== start)
  expect(interprets(later?.assignments)).toBe(p.interpreter)
  expect((await move(later)).status).toBe(200)
  expect(await read(id)).toMatchObject({ start: later?.start })
})

test('cancelled and restored it has its interpreter again', async () => {
  const { id } = await booked('2026-12-15', await who('vi'))
  const { version } = await read(id)
  const away = { appointmentId: id, reason: 'other' as const, by: 'practice' as const, note: null, version }
  expect((await desk.call(scheduling.cancelAppointment, away)).status).toBe(200)
  const restored = await desk.call(arrival.undoVisit, { appointmentId: id, from: 'cancelled' })
  expect(restored.status).toBe(200)
  expect(interprets((await read(id)).assignments)).toBe(p.interpreter)
})

test('at a start that the desk names, in a chain and in a series', async () => {
  const patientId = await who('vi')
  const start = '2026-12-16T16:00:00Z'
  const at = { ...place(), start, resourceId: p.clinicians.okafor, patientId, interpreter: true }
  const opening = await desk.call(scheduling.openingAt, at)
  expect(interprets(opening.body.assignments)).toBe(p.interpreter)

  const leg = { visitTypeId: p.visitTypes.followUp, interpreter: true }
  const chain = { siteId: p.siteId, patientId, from: '2026-12-16', to: '2026-12-16', limit: 1 }
  const legs = [leg, { ...leg, gap: { sameDay: true as const } }]
  const { body } = await desk.call(scheduling.findChains, { ...chain, legs })
  expect(body.chains[0]?.legs.map(({ assignments }) => interprets(assignments))).toEqual([p.interpreter, p.interpreter])

  const rule = { from: '2026-12-16', unit: 'week' as const, every: 1, count: 2, atMinute: 600 }
  const planned = await desk.call(scheduling.planSeries, { ...place(), patientId, rule, interpreter: true })
  expect(planned.body.occurrences.map((one) => interprets(one.opening?.assignments))).toEqual([
    p.interpreter,
    p.interpreter,
  ])
  const occurrences = planned.body.occurrences.map(({ occurrence, opening: one }) => ({
    occurrence,
    start: one?.start ?? '',
    assignments: wantedOf(one?.assignments),
  }))
  const series = await desk.call(scheduling.bookSeries, { ...place(), patientId, rule, occurrences, note: null })
  expect(series.body).toMatchObject({ booked: [{}, {}], refused: [] })
})

test('a group has none: its people do not all speak the same', async () => {
  const wish = { ...place(), visitTypeId: course, ...onDay('2026-12-17'), patientId: await who('vi') }
  const { body } = await desk.call(scheduling.findOpenings, { ...wish, interpreter: true })
  expect(body.openings.length).toBeGreaterThan(0)
  expect(interprets(body.openings[0]?.assignments)).toBeUndefined()
})

test('a repair plans it with an interpreter, and one of an interpreter finds those who were added', async () => {
  const date = '2026-12-21'
  const { id, start } = await booked(date, await who('vi'))
  const wish = { resourceIds: [p.interpreter], from: start, until: `${date}T23:00:00Z`, reason: 'Ill' }
  const { body } = await desk.call(repair.proposeRepair, wish)
  const item = body.items.find(({ appointmentId }) => appointmentId === id)
  expect(item?.before.start).toBe(start)
  expect(interprets(item?.proposal?.assignments)).toBe(p.interpreter)
})
