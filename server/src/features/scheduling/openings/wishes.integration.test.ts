import { type Body, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let senior: TestClient
let siteId: string
let people: Record<'ana' | 'ben' | 'linh' | 'ines' | 'wide' | 'narrow', string>
let types: Record<'scan' | 'visit' | 'talk' | 'interpreted', string>

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  const room = (name: string, attributes: string[]) => aResource(db, { siteId, name, kind: 'room', attributes })
  const interpreter = (name: string, languages: string[]) =>
    aResource(db, { siteId, name, kind: 'interpreter', languages })
  people = {
    ana: await aResource(db, { siteId, name: 'Ana', attributes: ['female'] }),
    ben: await aResource(db, { siteId, name: 'Ben', attributes: ['male'], languages: ['es'] }),
    linh: await interpreter('Linh', ['vi']),
    ines: await interpreter('Ines', ['es', 'ar']),
    wide: await room('Wide', ['wheelchair']),
    narrow: await room('Narrow', []),
  }
  const { ana, ben, linh, ines, wide, narrow } = people
  const who = (role: string, ...candidates: string[]) => ({ role, kind: 'practitioner' as const, candidates })
  const inRoom = { role: 'room', kind: 'room' as const, candidates: [narrow, wide] }
  const withInterpreter = { role: 'interpreter', kind: 'interpreter' as const, candidates: [ines, linh] }
  types = {
    scan: await aVisitType(db, { roles: [who('technologist', ben, ana)] }),
    visit: await aVisitType(db, { roles: [who('clinician', ben, ana), inRoom] }),
    talk: await aVisitType(db, { roles: [who('clinician', ben)] }),
    interpreted: await aVisitType(db, { roles: [who('clinician', ana), withInterpreter] }),
  }
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

type Wish = Partial<Body<typeof scheduling.findOpenings>> & { readonly visitTypeId: string }
const dates = { from: '2026-12-08', to: '2026-12-08' }
async function find(wish: Wish) {
  const { body } = await desk.call(scheduling.findOpenings, { siteId, ...dates, limit: 50, ...wish })
  return body
}
async function whoIn(role: string, wish: Wish): Promise<string[]> {
  const { openings } = await find(wish)
  const ids = openings.flatMap(({ assignments }) => assignments.filter((one) => one.role === role))
  return [...new Set(ids.map(({ resourceId }) => resourceId))]
}

test('who is wished for is asked also where the lead is not called clinician', async () => {
  const visitTypeId = types.scan
  expect(await whoIn('technologist', { visitTypeId })).toHaveLength(2)
  expect(await whoIn('technologist', { visitTypeId, attributes: ['female'] })).toEqual([people.ana])
  expect(await whoIn('technologist', { visitTypeId, clinicianIds: [people.ben] })).toEqual([people.ben])
  expect(await whoIn('technologist', { visitTypeId, clinicianIds: [people.linh] })).toEqual([])
})

test('a room for a wheelchair is wished of the rooms, a woman of the people', async () => {
  const wish = { visitTypeId: types.visit, attributes: ['wheelchair', 'female'] }
  expect(await whoIn('room', wish)).toEqual([people.wide])
  expect(await whoIn('clinician', wish)).toEqual([people.ana])
  expect(await whoIn('clinician', { ...wish, attributes: ['tall'] })).toEqual([])
})

test('who is not wanted takes no part, in one visit or in any leg of several, and is no near miss either', async () => {
  const { ana, ben, narrow } = people
  expect(await whoIn('clinician', { visitTypeId: types.visit, withoutIds: [ben] })).toEqual([ana])
  expect(await whoIn('room', { visitTypeId: types.visit, withoutIds: [narrow] })).toEqual([people.wide])
  const { openings, near } = await find({ visitTypeId: types.talk, withoutIds: [ben] })
  expect([openings, near]).toEqual([[], []])
  const named = await find({ visitTypeId: types.scan, clinicianIds: [ben], withoutIds: [ben] })
  const offered = named.near.filter(({ code }) => code === 'any-clinician').map(({ opening }) => opening.assignments)
  expect([named.openings, offered.flat().map(({ resourceId }) => resourceId)]).toEqual([[], [ana]])
  const legs = [types.scan, types.visit].map((visitTypeId, at) => ({
    visitTypeId,
    withoutIds: [ben],
    ...(at > 0 ? { gap: { sameDay: true as const } } : {}),
  }))
  const { body } = await desk.call(scheduling.findChains, { siteId, legs, ...dates, limit: 3 })
  const all = body.chains.flatMap((chain) => chain.legs.flatMap(({ assignments }) => assignments))
  expect(all.length).toBeGreaterThan(0)
  expect(all.map(({ resourceId }) => resourceId)).not.toContain(ben)
})

test('what is given up is said: somebody else still is a woman, and who is not is another near miss', async () => {
  const visitTypeId = types.talk
  const { near } = await find({ visitTypeId, attributes: ['female', 'speaks-es'] })
  expect(near.filter(({ code }) => code === 'any-clinician')).toEqual([])
  expect(near.filter(({ code }) => code === 'other-attributes')).toMatchObject([{ attributes: ['female'] }])
})

test('each leg of a chain is with whom was wished for, as far as it can be', async () => {
  const leg = { clinicianIds: [], attributes: ['wheelchair'] }
  const legs = [
    { visitTypeId: types.scan, ...leg },
    { visitTypeId: types.visit, gap: { sameDay: true as const }, ...leg, clinicianIds: [people.ana] },
  ]
  const { body } = await desk.call(scheduling.findChains, { siteId, legs, ...dates, limit: 3 })
  const places = body.chains.map(({ legs: [, second] }) => second?.assignments.map(({ resourceId }) => resourceId))
  expect(places.length).toBeGreaterThan(0)
  for (const those of places) expect(those?.toSorted()).toEqual([people.ana, people.wide].toSorted())
})

test('a patient is offered an interpreter of their language, and somebody who may says why it is another', async () => {
  const patientId = await aPatient(t.riverside.db, { language: 'vi', interpreter_needed: true })
  const visitTypeId = types.interpreted
  expect(await whoIn('interpreter', { visitTypeId, patientId })).toEqual([people.linh])
  const french = await aPatient(t.riverside.db, { language: 'fr' })
  expect(await whoIn('interpreter', { visitTypeId, patientId: french })).toEqual([])
  expect(await whoIn('interpreter', { visitTypeId, patientId: await aPatient(t.riverside.db) })).not.toEqual([])

  const assignments = [
    { role: 'clinician', resourceId: people.ana },
    { role: 'interpreter', resourceId: people.ines },
  ]
  const booking = { visitTypeId, siteId, patientId, start: '2026-12-09T15:00:00Z', assignments }
  const refusal = { reason: 'interpreter-language', resourceId: people.ines, language: 'vi' }
  const no = { status: 409, body: { refusal } }
  expect(await desk.call(scheduling.holdOpening, booking)).toMatchObject(no)
  expect(await desk.call(scheduling.bookAppointment, booking)).toMatchObject(no)
  const overrides = { rules: ['interpreter-language' as const], reason: 'Her daughter asked for Ines' }
  const booked = await senior.call(scheduling.bookAppointment, { ...booking, overrides })
  expect(booked.status).toBe(200)
  const read = await desk.call(scheduling.readAppointment, { appointmentId: booked.body.id })
  expect(read.body.why).toContainEqual(
    expect.objectContaining({ rule: 'interpreter-language', overriddenBecause: 'Her daughter asked for Ines' }),
  )
})

test('what does not suit is not offered, and named where it leaves nothing; of a chain no leg lies in it', async () => {
  const visitTypeId = types.talk
  const all = await find({ visitTypeId })
  const noon = { fromMinute: 12 * 60, untilMinute: 14 * 60 }
  const outside = (one: { readonly start: string; readonly end: string }) =>
    one.end <= '2026-12-08T18:00:00Z' || '2026-12-08T20:00:00Z' <= one.start
  const { openings } = await find({ visitTypeId, not: [{ times: noon }] })
  expect(all.openings.every(outside)).toBe(false)
  expect(openings.map(({ start }) => start)).toEqual(all.openings.filter(outside).map(({ start }) => start))
  const none = await find({ visitTypeId, not: [{ from: '2026-12-08', to: '2026-12-10' }] })
  expect(none.openings).toEqual([])
  expect(none.near).toContainEqual(
    expect.objectContaining({ code: 'ruled-out', opening: expect.objectContaining({ start: all.openings[0]?.start }) }),
  )
  // The wish goes along to what was taken meanwhile, and to every leg of a chain.
  const leg = { visitTypeId, not: [{ weekdays: [2] }] }
  const legs = [leg, { ...leg, gap: { maxDays: 3 } }]
  const chains = await desk.call(scheduling.findChains, { siteId, legs, from: '2026-12-08', to: '2026-12-09' })
  const starts = chains.body.chains.flatMap((one) => one.legs.map(({ start }) => start.slice(0, 10)))
  expect(starts.length).toBeGreaterThan(0)
  expect(starts).not.toContain('2026-12-08')
  const nothing = await desk.call(scheduling.findOpenings, { siteId, ...dates, visitTypeId, not: [{}] })
  expect(nothing.status).toBe(422)
})
