import { arrival, consents, type Reply, scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../patients/testing.ts'
import { aVisit, aDesk } from './testing.ts'

let t: TestApp
let desk: Awaited<ReturnType<typeof aDesk>>
let coordinator: TestClient
const date = '2026-11-23'
let visits = 0

type Status = Reply<typeof arrival.moveVisit>['status']

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:50:00Z')
  desk = await aDesk(t.riverside.db)
  coordinator = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

/** A visit of a new patient, each 20 minutes after the one before. */
async function newVisit(wish: Parameters<typeof aVisit>[2] = {}): Promise<string> {
  visits += 1
  const start = Temporal.Instant.from('2026-11-23T06:00:00Z').add({ minutes: 20 * visits })
  return aVisit(t.riverside.db, desk, { start: start.toString(), ...wish })
}

async function move(appointmentId: string, from: Status, to: Status, roomId: string | null = null) {
  return coordinator.call(arrival.moveVisit, { appointmentId, from, to, roomId })
}

async function visitOnBoard(appointmentId: string) {
  const board = await coordinator.call(arrival.readBoard, { siteId: desk.siteId, date })
  const visit = board.body.visits.find((one) => one.appointmentId === appointmentId)
  if (!visit) throw new Error('not on the board')
  return { board: board.body, visit }
}

async function historyOf(appointmentId: string) {
  const rows = await t.riverside.db
    .selectFrom('appointment_status_history')
    .select(['from_status', 'to_status', 'undone', 'reason', 'by_name'])
    .where('appointment_id', '=', appointmentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows
}

test('the board shows who is expected with two identifiers, what is missing and what may follow', async () => {
  const { board, visit } = await visitOnBoard(desk.visitId)
  expect(board).toMatchObject({ siteId: desk.siteId, date, timeZone: 'America/Chicago' })
  expect(visit).toMatchObject({
    status: 'booked',
    visitType: 'New patient',
    visitTypeEs: 'Paciente nuevo',
    start: '2026-11-23T16:00:00Z',
    clinician: { id: desk.clinicians.okafor, name: 'Dr. Ada Okafor' },
    room: null,
    undo: null,
    next: ['arrived', 'roomed', 'with-clinician', 'checked-out', 'no-show'],
  })
  expect(visit.patient).toMatchObject({ id: desk.patientId, birthDate: '1961-03-14' })
  expect(visit.patient.mrn).toMatch(/^\d{4} \d{4}$/)
  expect(visit.readiness.map((item) => [item.code, item.state])).toEqual([
    ['identity', 'missing'],
    ['contact', 'missing'],
    ['coverage', 'missing'],
    ['consent', 'missing'],
    ['copay', 'missing'],
  ])
  expect(board.rooms.map((room) => [room.name, room.appointmentId])).toEqual([
    ['Room 1', null],
    ['Room 2', null],
    ['Room 3', null],
  ])
})

test('a day in the zone of the site: late in the evening there is the next day in UTC', async () => {
  const late = await aVisit(t.riverside.db, desk, { start: '2026-11-24T05:40:00Z' })
  const next = await aVisit(t.riverside.db, desk, { start: '2026-11-24T06:00:00Z' })
  const { board } = await visitOnBoard(late)
  expect(board.visits.map((visit) => visit.appointmentId)).not.toContain(next)
})

test('whoever was shown stands in the audit trail', async () => {
  await coordinator.call(arrival.readBoard, { siteId: desk.siteId, date })
  const entry = await t.riverside.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', 'board.read')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(entry.patient_ids).toContain(desk.patientId)
  expect(entry).toMatchObject({ outcome: 'ok', actor_id: coordinator.staffId })
})

test('a visit walks over the board and is undone step by step to its booking', async () => {
  const id = await newVisit()
  const [room] = desk.rooms
  const walk: Status[] = ['booked', 'arrived', 'roomed', 'with-clinician', 'checked-out']
  for (const [index, to] of walk.slice(1).entries()) {
    const answer = await move(id, walk[index] as Status, to, to === 'roomed' ? room : null)
    expect(answer.body).toEqual({ status: to, version: index + 2 })
    const { visit, board } = await visitOnBoard(id)
    const inRoom = to === 'roomed' || to === 'with-clinician'
    expect(visit).toMatchObject({ status: to, undo: walk[index], room: inRoom ? { id: room, name: 'Room 1' } : null })
    expect(board.rooms.find((one) => one.id === room)?.appointmentId).toBe(inRoom ? id : null)
  }
  for (const [index, to] of walk.slice(0, -1).toReversed().entries()) {
    const from = walk[walk.length - 1 - index] as Status
    const answer = await coordinator.call(arrival.undoVisit, { appointmentId: id, from, reason: 'wrong visit' })
    expect(answer.body).toEqual({ status: to, version: index + 6 })
    const inRoom = to === 'roomed' || to === 'with-clinician'
    expect((await visitOnBoard(id)).visit.room?.id ?? null).toBe(inRoom ? room : null)
  }
  const { visit } = await visitOnBoard(id)
  expect(visit).toMatchObject({ status: 'booked', undo: null, room: null })
  const nothing = await coordinator.call(arrival.undoVisit, { appointmentId: id, from: 'booked' })
  expect(nothing.refusal).toEqual({ reason: 'nothing-to-undo' })

  const history = await historyOf(id)
  expect(history).toHaveLength(9)
  expect(history.filter((step) => !step.undone)).toMatchObject([{ from_status: null, to_status: 'booked' }])
  expect(history.at(-1)).toMatchObject({ from_status: 'arrived', to_status: 'booked', reason: 'wrong visit' })
  expect((await move(id, 'booked', 'arrived')).status).toBe(200)
  expect((await visitOnBoard(id)).visit.undo).toBe('booked')
})

test('undoing a step into a room by mistake gives back the time of arrival', async () => {
  const id = await newVisit()
  await move(id, 'booked', 'arrived')
  const since = (await visitOnBoard(id)).visit.since
  await move(id, 'arrived', 'with-clinician')
  await coordinator.call(arrival.undoVisit, { appointmentId: id, from: 'with-clinician' })
  expect((await visitOnBoard(id)).visit.since).toBe(since)
})

test('two who move the same visit: one does, the other learns where it is', async () => {
  const id = await newVisit()
  const senior = await t.riverside.as('senior')
  const answers = await Promise.all([
    coordinator.call(arrival.moveVisit, { appointmentId: id, from: 'booked', to: 'arrived' }),
    senior.call(arrival.moveVisit, { appointmentId: id, from: 'booked', to: 'no-show' }),
  ])
  const won = answers.find((answer) => answer.status === 200)
  const lost = answers.find((answer) => answer.status === 409)
  expect(lost?.refusal).toEqual({ reason: 'moved-meanwhile', status: won?.body.status })
  expect(await historyOf(id)).toHaveLength(2)
})

test('a room holds one visit; undo into a room that was taken meanwhile goes back without it', async () => {
  const [, room] = desk.rooms
  const first = await newVisit()
  const second = await newVisit()
  await move(first, 'booked', 'roomed', room)
  expect((await move(second, 'booked', 'roomed', room)).refusal).toEqual({ reason: 'room-taken', roomId: room })
  expect((await visitOnBoard(second)).visit.status).toBe('booked')
  await move(first, 'roomed', 'checked-out')
  expect((await move(second, 'booked', 'roomed', room)).status).toBe(200)
  const undone = await coordinator.call(arrival.undoVisit, { appointmentId: first, from: 'checked-out' })
  expect(undone.body.status).toBe('roomed')
  expect((await visitOnBoard(first)).visit.room).toBe(null)
})

test('what does not follow is refused with the state the visit is in', async () => {
  const id = await newVisit()
  expect((await move(id, 'booked', 'cancelled')).refusal).toEqual({ reason: 'not-from-here', status: 'booked' })
  await move(id, 'booked', 'arrived')
  expect((await move(id, 'arrived', 'no-show')).refusal).toEqual({ reason: 'not-from-here', status: 'arrived' })
  expect((await move(id, 'arrived', 'booked')).refusal).toEqual({ reason: 'not-from-here', status: 'arrived' })
})

test('nobody arrives on another day; a visit of yesterday may have been missed', async () => {
  const tomorrow = await aVisit(t.riverside.db, desk, { start: '2026-11-24T16:00:00Z' })
  expect((await move(tomorrow, 'booked', 'arrived')).refusal).toEqual({ reason: 'not-today', date: '2026-11-24' })
  expect((await move(tomorrow, 'booked', 'no-show')).refusal).toEqual({ reason: 'not-today', date: '2026-11-24' })
  const yesterday = await aVisit(t.riverside.db, desk, { start: '2026-11-22T16:00:00Z' })
  expect((await move(yesterday, 'booked', 'roomed')).refusal).toEqual({ reason: 'not-today', date: '2026-11-22' })
  expect((await move(yesterday, 'booked', 'no-show')).status).toBe(200)
  const back = await coordinator.call(arrival.undoVisit, { appointmentId: yesterday, from: 'no-show' })
  expect(back.body.status).toBe('booked')
})

test('a room that is none, or of nobody known, is not found', async () => {
  const id = await newVisit()
  expect((await move(id, 'booked', 'roomed', desk.clinicians.singh)).status).toBe(404)
  expect((await move(id, 'booked', 'roomed', crypto.randomUUID())).status).toBe(404)
})

test('a clinician moves a visit on but does not say who arrived', async () => {
  const id = await newVisit()
  const clinician = await t.riverside.as('clinician')
  const arrived = await clinician.call(arrival.moveVisit, { appointmentId: id, from: 'booked', to: 'arrived' })
  expect(arrived.problem).toBe('not-allowed')
  await move(id, 'booked', 'arrived')
  const seen = await clinician.call(arrival.moveVisit, { appointmentId: id, from: 'arrived', to: 'with-clinician' })
  expect(seen.body.status).toBe('with-clinician')
  const undo = await clinician.call(arrival.undoVisit, { appointmentId: id, from: 'with-clinician' })
  expect(undo.body.status).toBe('arrived')
})

test('a cancelled visit comes back at its old time, unless somebody has it by now', async () => {
  const { db } = t.riverside
  const start = '2026-11-23T21:00:00Z'
  const wish = { start, clinicianId: desk.clinicians.weiss }
  async function cancelled(): Promise<string> {
    const id = await aVisit(db, desk, wish)
    const answer = await coordinator.call(scheduling.cancelAppointment, {
      appointmentId: id,
      reason: 'patient',
      version: 1,
    })
    expect(answer.status).toBe(200)
    return id
  }
  const id = await cancelled()
  const junior = await t.riverside.as('junior')
  expect((await junior.call(arrival.undoVisit, { appointmentId: id, from: 'cancelled' })).problem).toBe('not-allowed')
  const back = await coordinator.call(arrival.undoVisit, { appointmentId: id, from: 'cancelled' })
  expect(back.body).toMatchObject({ status: 'booked' })
  await expect(aVisit(db, desk, wish)).rejects.toMatchObject({ constraint: 'no_double_booking' })

  await coordinator.call(scheduling.cancelAppointment, {
    appointmentId: id,
    reason: 'patient',
    version: back.body.version,
  })
  await cancelled()
  await aVisit(db, desk, wish)
  const taken = await coordinator.call(arrival.undoVisit, { appointmentId: id, from: 'cancelled' })
  expect(taken.refusal).toEqual({ reason: 'opening-taken' })
})

test('check-in steps are done and taken back', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { language: 'es', interpreter_needed: true })
  const coverageId = await aCoverage(db, { patient_id: patientId, copay_cents: 1500, coverage_order: 1 })
  await aCoverage(db, { patient_id: patientId, copay_cents: 900, coverage_order: 2, payerName: 'Second' })
  const id = await newVisit({ patientId, visitTypeId: desk.visitTypes.followUp })
  const states = async () => {
    const { body } = await coordinator.call(arrival.readCheckIn, { appointmentId: id })
    return Object.fromEntries(body.steps.map((step) => [step.code, step.state]))
  }
  expect(await states()).toEqual({
    identity: 'missing',
    contact: 'missing',
    coverage: 'missing',
    consent: 'missing',
    interpreter: 'wrong',
    copay: 'missing',
  })
  for (const step of ['identity', 'contact', 'coverage'] as const) {
    const answer = await coordinator.call(arrival.confirmStep, { appointmentId: id, step })
    expect(answer.body.steps.find((item) => item.code === step)?.state).toBe('ready')
  }
  const { body } = await coordinator.call(consents.readConsents, { patientId, appointmentId: id })
  const [need] = body.needs
  expect(body.texts.find((text) => text.id === need?.textId)?.language).toBe('es')
  await coordinator.call(consents.signConsent, {
    patientId,
    consentTextId: need?.textId ?? '',
    decision: 'permit',
    signature: { with: 'typed', name: 'Mai Nguyen' },
  })
  expect(await states()).toMatchObject({ identity: 'ready', contact: 'ready', coverage: 'ready', consent: 'ready' })
  const patient = await db.selectFrom('patient').selectAll().where('id', '=', patientId).executeTakeFirstOrThrow()
  expect(patient).toMatchObject({ contact_confirmed_on: date })
  const coverages = await db.selectFrom('coverage').selectAll().where('patient_id', '=', patientId).execute()
  expect(coverages.filter((one) => one.checked_at !== null).map((one) => one.id)).toEqual([coverageId])

  for (const step of ['identity', 'contact', 'coverage'] as const)
    await coordinator.call(arrival.confirmStep, { appointmentId: id, step, done: false })
  expect(await states()).toMatchObject({
    identity: 'missing',
    contact: 'missing',
    coverage: 'missing',
    consent: 'ready',
  })
})

test('the check-in shows whom to ask, what to look at, what to collect, and what the caller may do', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, {
    phone: '(312) 555-0177',
    email: 'mai@example.org',
    interpreter_needed: true,
    address: { line: '12 Elm St', city: 'Chicago', state: 'IL', postalCode: '60601' },
  })
  await aCoverage(db, { patient_id: patientId, period_end: '2026-10-31', checked_at: '2026-10-01T12:30:00.5Z' })
  await db
    .updateTable('contact_point')
    .set({ shared_with: 'daughter' })
    .where('patient_id', '=', patientId)
    .where('system', '=', 'phone')
    .execute()
  const id = await newVisit({ patientId, interpreterId: desk.interpreter })
  const { body } = await coordinator.call(arrival.readCheckIn, { appointmentId: id })
  expect(body.contact.notes).toEqual([
    { kind: 'shared', system: 'phone', value: '+13125550177', with: 'daughter' },
    { kind: 'no-message' },
  ])
  expect(body).toMatchObject({
    siteName: 'Main Street',
    timeZone: 'America/Chicago',
    contact: { phone: '+13125550177', email: 'mai@example.org', address: '12 Elm St, Chicago, IL 60601' },
    copay: { dueCents: 2500, paidCents: 0, reason: 'visit-type' },
    payments: [],
    can: { collect: true, void: false, move: true },
  })
  expect(body.coverages).toMatchObject([{ periodEnd: '2026-10-31', checkedAt: '2026-10-01T12:30:00.5Z' }])
  expect(body.steps).toContainEqual(expect.objectContaining({ code: 'interpreter', state: 'ready', what: 'Linh Tran' }))
  expect(body.steps).toContainEqual(expect.objectContaining({ code: 'coverage', state: 'wrong', on: '2026-10-31' }))
})

test('the same key twice moves once and answers the same', async () => {
  const id = await newVisit()
  const options = { idempotencyKey: 'a-key-for-one-move' }
  const input = { appointmentId: id, from: 'booked', to: 'arrived' } as const
  const first = await coordinator.call(arrival.moveVisit, input, options)
  const again = await coordinator.call(arrival.moveVisit, input, options)
  expect(again.body).toEqual(first.body)
  expect(await historyOf(id)).toHaveLength(2)
})

test('a move is told and stands in the audit trail with its reason', async () => {
  const id = await newVisit()
  await coordinator.call(arrival.moveVisit, { appointmentId: id, from: 'booked', to: 'no-show', reason: 'called at 9' })
  const { patient_id } = await t.riverside.db
    .selectFrom('appointment')
    .select('patient_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const entry = await t.riverside.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject_id', '=', id)
    .where('action', '=', 'visit.move')
    .executeTakeFirstOrThrow()
  expect(entry).toMatchObject({ outcome: 'ok', patient_id, reason: 'called at 9' })
  const events = await t.riverside.db.selectFrom('outbox').selectAll().where('type', '=', 'visit.moved').execute()
  expect(events.map((event) => event.payload)).toContainEqual({ id, patientId: patient_id, siteId: desk.siteId, date })
})

test('another organization does not find any of it', async () => {
  const other = await t.lakeside.as('manager')
  const { visitId: appointmentId, siteId } = desk
  const answers = await Promise.all([
    other.call(arrival.readBoard, { siteId, date }),
    other.call(arrival.readCheckIn, { appointmentId }),
    other.call(arrival.confirmStep, { appointmentId, step: 'identity' }),
    other.call(arrival.moveVisit, { appointmentId, from: 'booked', to: 'arrived' }),
    other.call(arrival.undoVisit, { appointmentId, from: 'arrived' }),
  ])
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404])
})
