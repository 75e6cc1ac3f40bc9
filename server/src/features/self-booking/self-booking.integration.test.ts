import { audit, scheduling, selfBooking } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aSelfPractice, aVisitor, mai, type SelfPractice, type Visitor } from './testing.ts'

let t: TestApp
let p: SelfPractice
let desk: TestClient
let day = 0

beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
  p = await aSelfPractice(t.riverside.db)
  await aSelfPractice(t.lakeside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

/** Another weekday for each test. */
let date = ''
beforeEach(() => {
  t.clock.set('2026-11-23T15:00:00Z')
  day += 1
  date = Temporal.PlainDate.from('2026-12-01')
    .add({ days: (day % 4) + 7 * Math.floor(day / 4) })
    .toString()
})

const wait = (seconds: number): void => t.clock.set(t.clock.now().add({ seconds }).toString())

async function mailTo(email: string, about: RegExp): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const mail = t.mails.findLast((one) => one.to === email && about.test(one.subject))
    if (mail) return mail.text
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`no mail about ${String(about)}`)
}

async function codeFor(email: string): Promise<string> {
  const text = await mailTo(email, /code|código/)
  return /\b\d{6}\b/.exec(text)?.[0] ?? ''
}

/** As far as the code. */
async function arrive(
  visitor: Visitor,
  kind: string,
  person: Partial<Omit<typeof mai, 'email'>> & { readonly email?: string | null } = {},
) {
  const [first] = await visitor.times(kind, date)
  if (!first) throw new Error('no time is free')
  const kept = await visitor.keep(kind, first)
  expect(kept.status).toBe(200)
  wait(5)
  const { token } = kept.body
  const said = await visitor.call(selfBooking.sayWho, { token, ...mai, ...person })
  expect(said.status).toBe(200)
  return { token, kept: kept.body, said: said.body }
}

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
  const { token, kept, said } = await arrive(visitor, 'Follow-up')
  expect(said.code).toBe(true)
  const code = await codeFor('mai@example.org')
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
  expect(await mailTo('mai@example.org', /appointment/)).toContain('Your appointment at')
  const left = await db.selectFrom('self_booking').select(['person', 'code_hash']).execute()
  expect(left).toEqual(left.map(() => ({ person: null, code_hash: null })))
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
  const { token } = await arrive(visitor, 'Check-up', person)
  const booked = await visitor.call(selfBooking.bookForMyself, { token, code: await codeFor('lucia@example.org') })
  expect(booked.body.state).toBe('booked')
  expect(await mailTo('lucia@example.org', /cita/)).toContain('está lista')
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
    const { token } = await arrive(visitor, 'First visit', { given: 'Rosa', family, email, language: 'es' })
    const booked = await visitor.call(selfBooking.bookForMyself, { token, code: await codeFor(email) })
    expect(booked.body.state).toBe('pending')
    expect(await mailTo(email, /Recibimos/)).toContain('Todavía no está lista')
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
    expect(await mailTo(email, /Su cita/)).toContain('está lista')
    expect((await visitor.call(selfBooking.readMyVisit, { visit })).body.state).toBe('booked')
  })

  test('is declined: they are told why in their language, and the time is free', async () => {
    const { visitor, email, line, visit } = await request('Negada')
    const { appointmentId, version } = line
    const no = await desk.call(selfBooking.declineSelfBooking, { appointmentId, version, reason: 'time' })
    expect(no.status).toBe(200)
    expect(await mailTo(email, /Sobre su pedido/)).toContain('No podemos a esa hora')
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
  const { token, said } = await arrive(visitor, 'Follow-up', person)
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

describe('whether somebody is known cannot be asked', () => {
  test('without proof the answers are the same, word for word, and take as long', async () => {
    await aPatient(t.riverside.db, {
      given: 'Ana',
      family: 'Bekannt',
      email: 'ana@example.org',
      birth_date: '1970-01-01',
    })
    const shapes: string[] = []
    const durations: number[] = []
    for (const family of ['Bekannt', 'Unbekannt']) {
      const visitor = aVisitor(t)
      const person = { given: 'Ana', family, birthDate: '1970-01-01', email: 'somebody-else@example.org' }
      const { token, said } = await arrive(visitor, 'Follow-up', person)
      const guess = await visitor.call(selfBooking.bookForMyself, { token, code: '000000' })
      const started = performance.now()
      const booked = await visitor.call(selfBooking.bookForMyself, { token, code: null })
      durations.push(performance.now() - started)
      const told = {
        said: { ...said, expiresAt: '' },
        guess: guess.refusal,
        booked: { ...booked.body, start: '', end: '', visit: '' },
      }
      shapes.push(JSON.stringify(told))
    }
    expect(shapes[0]).toBe(shapes[1])
    for (const took of durations) expect(took).toBeGreaterThan(390)
  })

  test('a proven address of one’s own opens nobody else’s record', async () => {
    await aPatient(t.riverside.db, {
      given: 'Ana',
      family: 'Opfer',
      email: 'opfer@example.org',
      birth_date: '1971-01-01',
    })
    const answers: unknown[] = []
    for (const family of ['Opfer', 'Niemand']) {
      const visitor = aVisitor(t)
      const email = `attacker-${family.toLowerCase()}@example.org`
      const { token } = await arrive(visitor, 'Follow-up', { given: 'Ana', family, birthDate: '1971-01-01', email })
      answers.push((await visitor.call(selfBooking.bookForMyself, { token, code: await codeFor(email) })).refusal)
    }
    expect(answers).toEqual([{ reason: 'call-us' }, { reason: 'call-us' }])
    const made = await t.riverside.db.selectFrom('patient').select('id').where('family', '=', 'Niemand').execute()
    expect(made).toEqual([])
  })
})

describe('the guard', () => {
  test('no proof, a wrong one, one of another practice and one used before are not taken', async () => {
    const visitor = aVisitor(t)
    const [first, , , second] = await visitor.times('Check-up', date)
    const offer = await visitor.offer()
    const type = offer.visitTypes[0]!
    const wanted = { visitType: type.key, place: type.placeKeys[0]!, start: first!.start }
    const { challenge } = (await visitor.call(selfBooking.readChallenge, {})).body
    const used = await visitor.proof()
    const foreign = await aVisitor(t, 'lakeside').proof()
    expect((await visitor.call(selfBooking.keepTime, { ...wanted, proof: used })).status).toBe(200)
    for (const proof of [null, { challenge, answer: -1 + 2 ** 40 }, foreign, used]) {
      const answer = await visitor.call(selfBooking.keepTime, { ...wanted, start: second!.start, proof })
      expect(answer.refusal).toEqual({ reason: 'proof-needed' })
    }
    const old = await visitor.proof()
    wait(31 * 60)
    expect((await visitor.call(selfBooking.keepTime, { ...wanted, proof: old })).refusal.reason).toBe('proof-needed')
  })

  test('the field nobody sees, and a form filled in too fast', async () => {
    const visitor = aVisitor(t)
    const [first] = await visitor.times('Check-up', date)
    const type = (await visitor.offer()).visitTypes[0]!
    const wanted = { visitType: type.key, place: type.placeKeys[0]!, start: first!.start }
    const trapped = await visitor.call(selfBooking.keepTime, { ...wanted, proof: await visitor.proof(), website: 'x' })
    expect(trapped.refusal).toEqual({ reason: 'too-many' })
    const kept = await visitor.keep('Check-up', first!)
    const fast = await visitor.call(selfBooking.sayWho, { token: kept.body.token, ...mai })
    expect(fast.refusal).toMatchObject({ reason: 'too-soon' })
  })

  test('one address keeps no more than a household would, and asks no faster than a person', async () => {
    const visitor = aVisitor(t)
    const times = await visitor.times('Check-up', date)
    const reasons: string[] = []
    for (const time of times.filter((_, index) => index % 3 === 0).slice(0, 14)) {
      const kept = await visitor.keep('Check-up', time)
      reasons.push(kept.status === 200 ? 'kept' : kept.refusal.reason)
    }
    expect(reasons.filter((reason) => reason === 'kept')).toHaveLength(12)
    expect(reasons.slice(12)).toEqual(['too-many', 'too-many'])
    const statuses: number[] = []
    for (let index = 0; index < 25; index += 1)
      statuses.push((await visitor.call(selfBooking.letTimeGo, { token: 'A'.repeat(43) })).status)
    expect(statuses).toContain(429)
  })

  test('a code can be guessed five times, whatever comes after', async () => {
    const visitor = aVisitor(t)
    const { token } = await arrive(visitor, 'Check-up', { email: 'guess@example.org' })
    const code = await codeFor('guess@example.org')
    const other = code === '123456' ? '654321' : '123456'
    const left: unknown[] = []
    for (let index = 0; index < 5; index += 1)
      left.push((await visitor.call(selfBooking.bookForMyself, { token, code: other })).refusal)
    expect(left.at(-1)).toEqual({ reason: 'wrong-code', left: 0 })
    const late = await visitor.call(selfBooking.bookForMyself, { token, code })
    expect(late.refusal).toEqual({ reason: 'wrong-code', left: 0 })
  })
})

describe('two who want one time', () => {
  test('one keeps it, the other gets the next three', async () => {
    const [one, other] = [aVisitor(t), aVisitor(t)]
    const [first] = await one.times('Check-up', date)
    const both = await Promise.all([one.keep('Check-up', first!), other.keep('Check-up', first!)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const loser = both.find(({ status }) => status === 409)!
    expect(loser.refusal.reason).toBe('opening-taken')
    if (loser.refusal.reason !== 'opening-taken') return
    expect(loser.refusal.next).toHaveLength(3)
    expect(loser.refusal.next.map(({ start }) => start)).not.toContain(first!.start)
  })

  test('a time that ran out meanwhile is lost to whoever came then; nothing is left of the other', async () => {
    const slow = aVisitor(t)
    const { token, kept } = await arrive(slow, 'Check-up', { family: 'Langsam', email: 'slow@example.org' })
    const code = await codeFor('slow@example.org')
    wait(11 * 60)
    const quick = aVisitor(t)
    const second = await quick.keep('Check-up', kept)
    expect(second.status).toBe(200)
    const lost = await slow.call(selfBooking.bookForMyself, { token, code })
    expect(lost.refusal).toMatchObject({ reason: 'opening-taken' })
    const left = await t.riverside.db.selectFrom('patient').select('id').where('family', '=', 'Langsam').execute()
    expect(left).toEqual([])
  })

  test('another time with the same secret lets the first go', async () => {
    const visitor = aVisitor(t)
    const [first, , , second] = await visitor.times('Check-up', date)
    const { token } = (await visitor.keep('Check-up', first!)).body
    const type = (await visitor.offer()).visitTypes[0]!
    const wanted = { visitType: type.key, place: type.placeKeys[0]!, start: second!.start, token }
    expect((await visitor.call(selfBooking.keepTime, wanted)).body.token).toBe(token)
    const free = await aVisitor(t).times('Check-up', date)
    expect(free.map(({ start }) => start)).toContain(first!.start)
    expect(free.map(({ start }) => start)).not.toContain(second!.start)
  })
})

describe('one’s own visit by the link', () => {
  async function booked(email: string) {
    const visitor = aVisitor(t)
    const { token, kept } = await arrive(visitor, 'Check-up', { email, family: 'Link' })
    const { visit } = (await visitor.call(selfBooking.bookForMyself, { token, code: await codeFor(email) })).body
    return { visitor, visit, kept }
  }

  test('is shown without what it is for, moved, and cancelled', async () => {
    const { visitor, visit, kept } = await booked('link-1@example.org')
    const read = await visitor.call(selfBooking.readMyVisit, { visit })
    expect(read.body).toMatchObject({ state: 'booked', start: kept.start, canChange: true })
    expect(read.raw.toString()).not.toMatch(/Check-up|Control|Link|link-1/)
    const { times } = (await visitor.call(selfBooking.findTimes, { visit, from: date })).body
    const later = times.at(-1)!
    const moved = await visitor.call(selfBooking.moveMyVisit, { visit, start: later.start })
    expect(moved.body).toMatchObject({ state: 'booked', start: later.start })
    const taken = await visitor.call(selfBooking.moveMyVisit, { visit, start: `${date}T03:00:00Z` })
    expect(taken.refusal.reason).toBe('opening-taken')
    const cancelled = await visitor.call(selfBooking.cancelMyVisit, { visit })
    expect(cancelled.body).toMatchObject({ state: 'cancelled', canChange: false })
    expect((await visitor.call(selfBooking.cancelMyVisit, { visit })).body.state).toBe('cancelled')
  })

  test('not later than a day before', async () => {
    const { visitor, visit, kept } = await booked('link-2@example.org')
    t.clock.set(new Date(Date.parse(kept.start) - 23 * 3_600_000).toISOString())
    expect((await visitor.call(selfBooking.cancelMyVisit, { visit })).refusal).toEqual({ reason: 'call-us' })
    const move = await visitor.call(selfBooking.moveMyVisit, { visit, start: kept.start })
    expect(move.status).toBe(200)
    const { times } = (await visitor.call(selfBooking.findTimes, { visit, from: date })).body
    const moved = await visitor.call(selfBooking.moveMyVisit, { visit, start: times.at(-1)!.start })
    expect(moved.refusal).toEqual({ reason: 'call-us' })
  })

  test('a secret of another practice, a changed one, and a visit that the desk booked open nothing', async () => {
    const { visitor, visit } = await booked('link-3@example.org')
    const elsewhere = aVisitor(t, 'lakeside')
    expect((await elsewhere.call(selfBooking.readMyVisit, { visit })).status).toBe(404)
    const changed = visit.slice(0, -1) + (visit.endsWith('A') ? 'E' : 'A')
    expect((await visitor.call(selfBooking.readMyVisit, { visit: changed })).status).toBe(404)
    await t.riverside.db.updateTable('appointment').set({ source: 'desk' }).execute()
    expect((await visitor.call(selfBooking.readMyVisit, { visit })).status).toBe(404)
  })
})

test('a secret of the browser is worth nothing in another practice', async () => {
  const visitor = aVisitor(t)
  const [first] = await visitor.times('Check-up', date)
  const { token } = (await visitor.keep('Check-up', first!)).body
  wait(5)
  const elsewhere = aVisitor(t, 'lakeside')
  expect((await elsewhere.call(selfBooking.sayWho, { token, ...mai })).refusal.reason).toBe('begin-again')
  expect((await elsewhere.call(selfBooking.bookForMyself, { token })).refusal.reason).toBe('begin-again')
  await elsewhere.call(selfBooking.letTimeGo, { token })
  const held = await t.riverside.db.selectFrom('hold').select('id').where('starts_at', '=', first!.start).execute()
  expect(held).toHaveLength(1)
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
