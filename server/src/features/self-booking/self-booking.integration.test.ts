import { audit, practice, scheduling, selfBooking } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource } from '../practice/testing.ts'
import { aDoorway, aSelfPractice, aVisitor, mai, type Doorway, type SelfPractice } from './testing.ts'

let t: TestApp
let at: Doorway
let p: SelfPractice
let desk: TestClient
let lan: string
let day = 0

beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
  at = aDoorway(t)
  p = await aSelfPractice(t.riverside.db)
  lan = await aResource(t.riverside.db, { name: 'Lan', kind: 'interpreter', languages: ['vi'] })
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

/** Another weekday for each test. */
let date = ''
beforeEach(() => {
  t.clock.set('2026-11-23T15:00:00Z')
  day += 1
  date = Temporal.PlainDate.from('2026-12-01')
    .add({ days: (day % 4) + 7 * Math.floor(day / 4) })
    .toString()
})

test('what is offered names no record, and only what people may book', async () => {
  const answer = await aVisitor(t).call(selfBooking.readOffer, {})
  expect(answer.body).toMatchObject({
    sendsCodes: true,
    changeHours: 24,
    visitTypes: [
      { name: 'Check-up', nameEs: 'Control', needsApproval: false, forNew: true },
      { name: 'First visit', needsApproval: true, forNew: true },
      { name: 'Follow-up', needsApproval: false, forNew: false },
    ],
    places: [{ name: 'Main Street', timeZone: 'America/Chicago' }],
  })
  const text = answer.raw.toString()
  for (const id of [p.siteId, p.okafor, p.instant, p.approval]) expect(text).not.toContain(id)
  expect((await aVisitor(t, 'nowhere').call(selfBooking.readOffer, {})).status).toBe(404)
})

test('nothing is offered sooner than an hour from now, and only what the rules offer can be kept', async () => {
  t.clock.set('2026-11-23T14:55:00Z')
  const visitor = aVisitor(t)
  const times = await visitor.times('Check-up', '2026-11-23')
  // It is five to nine in Chicago.
  expect(times[0]?.start).toBe('2026-11-23T16:00:00Z')
  const kept = await visitor.keep('Check-up', { ...times[0]!, start: '2026-11-23T15:30:00Z' })
  expect(kept.refusal).toMatchObject({ reason: 'opening-taken' })
  const night = await visitor.keep('Check-up', { ...times[0]!, start: `${date}T08:00:00Z` })
  expect(night.refusal).toMatchObject({ reason: 'opening-taken' })
  if (night.refusal.reason === 'opening-taken') expect(night.refusal.next).toHaveLength(3)
})

test('somebody known books: their record, no other, and the trail says a patient did it online', async () => {
  const patientId = await aPatient(t.riverside.db, { email: 'mai@example.org', phone: '+13125550134' })
  const visitor = aVisitor(t)
  const { token, kept, said } = await at.arrive(visitor, 'Follow-up', date)
  expect(said.code).toBe(true)
  const code = await at.codeFor('mai@example.org')
  const wrong = await visitor.call(selfBooking.bookForMyself, { token, code: code === '000000' ? '111111' : '000000' })
  expect(wrong.refusal).toEqual({ reason: 'wrong-code', left: 4 })
  const booked = await visitor.call(selfBooking.bookForMyself, { token, code })
  expect(booked.body).toMatchObject({ state: 'booked', start: kept.start, timeZone: 'America/Chicago' })
  const again = await visitor.call(selfBooking.bookForMyself, { token, code })
  expect(again.body).toEqual(booked.body)

  const { db } = t.riverside
  const visits = await db.selectFrom('appointment').selectAll().where('patient_id', '=', patientId).execute()
  expect(visits).toMatchObject([{ source: 'self', approval: null, booked_by: null, status: 'booked' }])
  const read = await desk.call(scheduling.readAppointment, { appointmentId: visits[0]?.id ?? '' })
  expect(read.body).toMatchObject({ source: 'self', history: [{ by: 'patient, online' }] })
  const manager = await t.riverside.as('manager')
  const { entries } = (await manager.call(audit.listAudit, { patientId })).body
  expect(entries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ action: 'self-booking.book', actor: 'patient, online', role: 'patient' }),
    ]),
  )
  expect(await db.selectFrom('hold').select('id').execute()).toEqual([])
  expect(await at.mailTo('mai@example.org', /appointment/)).toContain('Your appointment at')
  const left = await db.selectFrom('self_booking').select(['person', 'code_hash']).execute()
  expect(left).toEqual(left.map(() => ({ person: null, code_hash: null })))
})

describe('who needs an interpreter', () => {
  async function booked(family: string, language: string) {
    const email = `${family.toLowerCase()}@example.org`
    const given = 'Thu'
    const need = { language, interpreter_needed: true }
    const patientId = await aPatient(t.riverside.db, { email, given, family, ...need })
    const visitor = aVisitor(t)
    const { token } = await at.arrive(visitor, 'Follow-up', date, { given, family, email })
    const { body } = await visitor.call(selfBooking.bookForMyself, { token, code: await at.codeFor(email) })
    const visits = await t.riverside.db
      .selectFrom('appointment as v')
      .innerJoin('allocation as a', 'a.appointment_id', 'v.id')
      .select('a.resource_id')
      .where('v.patient_id', '=', patientId)
      .execute()
    const who = visits.map(({ resource_id }) => resource_id)
    const mine = (await visitor.call(selfBooking.readMyVisit, { visit: body.visit })).body
    expect([mine.state, mine.isInterpreted]).toEqual([body.state, body.isInterpreted])
    return { state: body.state, isInterpreted: body.isInterpreted, hasLan: who.includes(lan), of: who.length }
  }
  const withLan = { state: 'booked', isInterpreted: true, hasLan: true, of: 2 }
  const withNobody = { state: 'pending', isInterpreted: false, hasLan: false, of: 1 }

  test('has one who is free and speaks the language, and nobody at the desk has to look', async () => {
    expect(await booked('Pham', 'vi')).toEqual(withLan)
    const { visits } = (await desk.call(selfBooking.listSelfBookings, {})).body
    expect(visits.map(({ patient }) => patient.name.family)).not.toContain('Pham')
  })

  test('waits for the desk where nobody speaks the language, or the record does not say which', async () => {
    expect(await booked('Kim', 'ko')).toEqual(withNobody)
    expect(await booked('Lee', 'en')).toEqual(withNobody)
    const { visits } = (await desk.call(selfBooking.listSelfBookings, {})).body
    const line = visits.find(({ patient }) => patient.name.family === 'Kim')
    expect(line).toMatchObject({ isNewRecord: false, waitsForApproval: true, patient: { interpreterNeeded: true } })
  })

  test('waits for the desk where whoever speaks it is elsewhere', async () => {
    const senior = await t.riverside.as('senior')
    const closed = { resourceIds: [lan], date, startMinute: 0, endMinute: 1440, reason: 'Leave' }
    expect((await senior.call(practice.blockTime, closed)).status).toBe(200)
    expect(await booked('Ngo', 'vi')).toEqual(withNobody)
  })

  test('waits for the desk where whoever speaks it was taken a moment ago', async () => {
    // Nobody is told of it, as of what another process saved just now.
    const [id, blockId] = [t.clock.id(), t.clock.id()]
    const during = `[${date}T12:00:00Z,${date}T23:59:00Z)`
    const closed = { id, resource_id: lan, block_id: blockId, reason: 'Leave', during }
    await t.riverside.db.insertInto('allocation').values(closed).execute()
    expect(await booked('Vo', 'vi')).toEqual(withNobody)
  })
})

test('somebody new books: a record with what they said, for the desk to look at', async () => {
  const person = {
    given: 'Lucía',
    family: 'Prado',
    email: 'lucia@example.org',
    language: 'es',
    birthDate: '1990-05-06',
  }
  const visitor = aVisitor(t)
  const { token } = await at.arrive(visitor, 'Check-up', date, person)
  const booked = await visitor.call(selfBooking.bookForMyself, { token, code: await at.codeFor('lucia@example.org') })
  expect(booked.body.state).toBe('booked')
  expect(await at.mailTo('lucia@example.org', /cita/)).toContain('está lista')
  const list = await desk.call(selfBooking.listSelfBookings, {})
  const line = list.body.visits.find(({ patient }) => patient.name.family === 'Prado')
  expect(line).toMatchObject({ isNewRecord: true, waitsForApproval: false, possible: [], email: 'lucia@example.org' })
  const settled = await desk.call(selfBooking.settleSelfBooking, {
    appointmentId: line!.appointmentId,
    samePatientId: null,
    version: line!.version,
  })
  expect(settled.status).toBe(200)
  const after = await desk.call(selfBooking.listSelfBookings, {})
  expect(after.body.visits.map(({ patient }) => patient.name.family)).not.toContain('Prado')
})

describe('a visit that the desk has to agree to', () => {
  async function request(family: string) {
    const email = `${family.toLowerCase()}@example.org`
    const visitor = aVisitor(t)
    const { token } = await at.arrive(visitor, 'First visit', date, { given: 'Rosa', family, email, language: 'es' })
    const booked = await visitor.call(selfBooking.bookForMyself, { token, code: await at.codeFor(email) })
    expect(booked.body.state).toBe('pending')
    expect(await at.mailTo(email, /Recibimos/)).toContain('Todavía no está lista')
    const { visits } = (await desk.call(selfBooking.listSelfBookings, {})).body
    const line = visits.find(({ patient }) => patient.name.family === family)
    expect(line?.waitsForApproval).toBe(true)
    return { visitor, email, line: line!, visit: booked.body.visit }
  }

  test('is approved: they get the confirmation', async () => {
    const { visitor, email, line, visit } = await request('Aprobada')
    const mine = await visitor.call(selfBooking.readMyVisit, { visit })
    expect(mine.body).toMatchObject({ state: 'pending', canChange: true })
    const { appointmentId, version } = line
    const stale = await desk.call(selfBooking.approveSelfBooking, { appointmentId, version: version + 5 })
    expect(stale.refusal).toEqual({ reason: 'changed-meanwhile', version })
    expect((await desk.call(selfBooking.approveSelfBooking, { appointmentId, version })).status).toBe(200)
    const twice = await desk.call(selfBooking.approveSelfBooking, { appointmentId, version: version + 1 })
    expect(twice.status).toBe(409)
    expect(await at.mailTo(email, /Su cita/)).toContain('está lista')
    expect((await visitor.call(selfBooking.readMyVisit, { visit })).body.state).toBe('booked')
  })

  test('is declined: they are told why in their language, and the time is free', async () => {
    const { visitor, email, line, visit } = await request('Negada')
    const { appointmentId, version } = line
    const no = await desk.call(selfBooking.declineSelfBooking, { appointmentId, version, reason: 'time' })
    expect(no.status).toBe(200)
    expect(await at.mailTo(email, /Sobre su pedido/)).toContain('No podemos a esa hora')
    expect((await visitor.call(selfBooking.readMyVisit, { visit })).body).toMatchObject({
      state: 'declined',
      canChange: false,
    })
    const times = await visitor.times('First visit', date)
    expect(times.map(({ start }) => start)).toContain(line.start)
    expect(t.mails.filter((mail) => mail.to === email && /cancelada/.test(mail.subject))).toEqual([])
  })
})

test('a known person without proof waits on a record of their own, and the desk puts the visit where it belongs', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, {
    given: 'Otto',
    family: 'Bergmann',
    phone: '+13125550177',
    birth_date: '1950-02-03',
  })
  const visitor = aVisitor(t)
  const person = { given: 'Otto', family: 'Bergmann', phone: '312 555 0177', birthDate: '1950-02-03', email: null }
  const { token, said } = await at.arrive(visitor, 'Follow-up', date, person)
  expect(said.code).toBe(false)
  const booked = await visitor.call(selfBooking.bookForMyself, { token })
  expect(booked.body.state).toBe('pending')
  expect(await db.selectFrom('appointment').select('id').where('patient_id', '=', patientId).execute()).toEqual([])
  const { visits } = (await desk.call(selfBooking.listSelfBookings, {})).body
  const line = visits.find(({ patient }) => patient.name.family === 'Bergmann')!
  expect(line.possible.map(({ id }) => id)).toEqual([patientId])
  const stranger = await aPatient(db)
  const { appointmentId, version } = line
  const wrong = await desk.call(selfBooking.settleSelfBooking, { appointmentId, version, samePatientId: stranger })
  expect(wrong.status).toBe(404)
  const right = await desk.call(selfBooking.settleSelfBooking, { appointmentId, version, samePatientId: patientId })
  expect(right.status).toBe(200)
  const moved = await db.selectFrom('appointment').select('patient_id').where('id', '=', appointmentId).execute()
  expect(moved).toEqual([{ patient_id: patientId }])
  const records = await db.selectFrom('patient').select('id').where('family', '=', 'Bergmann').execute()
  expect(records).toEqual([{ id: patientId }])
})

test('without a mail server nobody is asked for a code, and the desk agrees to everything', async () => {
  const quiet = await openTestApp()
  try {
    quiet.clock.set('2026-11-23T15:00:00Z')
    await aSelfPractice(quiet.riverside.db)
    const visitor = aVisitor(quiet)
    expect((await visitor.offer()).sendsCodes).toBe(false)
    const [first] = await visitor.times('Follow-up', '2026-12-01')
    const { token } = (await visitor.keep('Follow-up', first!)).body
    quiet.clock.set('2026-11-23T15:00:05Z')
    expect((await visitor.call(selfBooking.sayWho, { token, ...mai })).body.code).toBe(false)
    expect((await visitor.call(selfBooking.bookForMyself, { token })).body.state).toBe('pending')
  } finally {
    await quiet.stop()
  }
})
