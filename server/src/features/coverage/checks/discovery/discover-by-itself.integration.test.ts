import { eligibility, planRestrictions } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tellIn } from '../../../../platform/events/tell.ts'
import { aCoverage, aPatient } from '../../../patients/testing.ts'
import { anAppointment } from '../../../scheduling/testing.ts'
import { aConnection, anEnrolledPayer } from '../../testing.ts'
import { sweepAtNight } from '../sweeps/nightly.ts'
import { type Asking, oneOfCast, openAsking, settled } from '../testing.ts'

let asking: Asking
let patientId: string
let aetna: string

const maria = { given: 'Maria', family: 'Nguyen', birth_date: '1961-03-14', sex: 'female' } as const

beforeAll(async () => {
  asking = await openAsking()
  const { db, sandbox, connectionId } = asking
  aetna = await anEnrolledPayer(db, connectionId, { name: 'Aetna', knownAs: 'AETNA1' })
  const byPeople = await aConnection(db, `${sandbox.url}/rest`, { name: 'By people', settings: { automatic: 'no' } })
  await anEnrolledPayer(db, byPeople, { name: 'Costly Mutual', knownAs: 'COST1' })
  const silent = await aConnection(db, `${sandbox.url}/rest`, { name: 'Forbids it', settings: { discovery: 'no' } })
  await anEnrolledPayer(db, silent, { name: 'Silent Health', knownAs: 'SILENT1' })
})
afterAll(() => asking.stop())
beforeEach(async () => {
  asking.t.clock.set('2026-12-02T16:00:00Z')
  patientId = await aPatient(asking.db, maria)
})

async function searches(of = patientId) {
  return asking.db
    .selectFrom('eligibility_check as e')
    .innerJoin('payer as p', 'p.id', 'e.payer_id')
    .select(['p.name', 'e.asked_by', 'e.coverage_id', 'e.appointment_id', 'e.state'])
    .where('e.patient_id', '=', of)
    .where('e.reason', '=', 'discovery')
    .orderBy('p.name')
    .execute()
}

const many = (count: number, of = patientId) =>
  expect
    .poll(async () => (await searches(of)).filter(({ state }) => state === 'answered').length, { timeout: 20_000 })
    .toBe(count)

const heard = (event: { readonly type: string; readonly id: string }, of = patientId) =>
  tellIn(asking.db, asking.t.clock.now().toString(), { ...event, patientId: of })

async function booked(start = '2026-12-09T16:00:00Z', of = patientId): Promise<string> {
  const { id } = await anAppointment(asking.db, { patientId: of, start })
  await heard({ type: 'appointment.booked', id }, of)
  return id
}

/** Long enough for a reaction that would look to have looked: another who is booked after it is looked for. */
async function quiet(): Promise<void> {
  const other = await aPatient(asking.db, maria)
  await booked('2026-12-10T16:00:00Z', other)
  await many(2, other)
}

const askedDaysAgo = (days: number) =>
  asking.db
    .updateTable('eligibility_check')
    .set({
      asked_at: asking.t.clock
        .now()
        .subtract({ hours: 24 * days })
        .toString(),
    })
    .where('patient_id', '=', patientId)
    .execute()

const trail = (action: string) =>
  asking.db
    .selectFrom('audit_entry')
    .select(['actor_role', 'reason'])
    .where('patient_id', '=', patientId)
    .where('action', '=', action)
    .execute()

test('somebody without a policy is looked for when a visit is booked, once in thirty days, and the card says so', async () => {
  const appointmentId = await booked()
  await many(2)
  expect(await searches()).toMatchObject([
    { name: 'Aetna', asked_by: null, coverage_id: null, appointment_id: appointmentId },
    { name: 'Blue Prairie', asked_by: null, coverage_id: null },
  ])
  expect(await trail('eligibility.discover')).toMatchObject([{ actor_role: 'system' }, { actor_role: 'system' }])
  await booked('2026-12-16T16:00:00Z')
  await quiet()
  expect(await searches()).toHaveLength(2)

  // Nothing is written down for anybody; a hit waits longer than what came to nothing.
  await askedDaysAgo(29)
  const { body } = await asking.desk.call(eligibility.readCoverageCards, { patientId })
  expect(body.cards).toEqual([])
  expect(body.discovery.length).toBeGreaterThan(0)
  for (const one of body.discovery) expect(one).toMatchObject({ outcome: 'active', askedBy: null })
  await booked('2026-12-17T16:00:00Z')
  await quiet()
  expect(await searches()).toHaveLength(2)

  await askedDaysAgo(30)
  await booked('2026-12-18T16:00:00Z')
  await many(4)
})

test('whoever has a policy that may be good is not looked for', async () => {
  await aCoverage(asking.db, { patient_id: patientId, payer_id: asking.payerId, member_id: 'BL400100101' })
  await booked()
  await quiet()
  expect(await searches()).toEqual([])
})

test('where the payer says that the plan is not active, the others are asked', async () => {
  const { patientId: amara, coverageId } = await oneOfCast({ db: asking.db, payerId: aetna }, 'AE400100103')
  const asked = await asking.desk.call(eligibility.askPayer, { patientId: amara, coverageId })
  await settled(asking, asked.body.id)
  await many(1, amara)
  expect(await searches(amara)).toMatchObject([{ name: 'Blue Prairie', asked_by: null }])
})

test('nobody is looked for who keeps anything from the plan, were it one visit', async () => {
  const { id: kept } = await anAppointment(asking.db, { patientId, start: '2026-12-21T16:00:00Z' })
  const wish = { patientId, appointmentId: kept, remarks: 'pays cash' }
  expect((await asking.desk.call(planRestrictions.notePlanRestriction, wish)).status).toBe(200)
  await booked()
  await quiet()
  expect(await searches()).toEqual([])
  expect(await trail('eligibility.not-asked')).toEqual([{ actor_role: 'system', reason: 'restricted by the patient' }])
})

test('the night looks for those whose visit comes up, and for nobody whom somebody looked for already', async () => {
  const { id } = await anAppointment(asking.db, { patientId, start: '2026-12-03T16:00:00Z' })
  const searched = await aPatient(asking.db, maria)
  await anAppointment(asking.db, { patientId: searched, start: '2026-12-03T17:00:00Z' })
  expect((await asking.desk.call(eligibility.discoverCoverage, { patientId: searched })).status).toBe(200)
  const byHand = await searches(searched)
  const night = Temporal.Instant.from('2026-12-03T08:00:00Z')
  asking.t.clock.set(night.toString())
  expect(await sweepAtNight(asking.db, night, 'America/Chicago', () => crypto.randomUUID())).toBe(true)
  await many(2)
  expect(await searches()).toMatchObject([{ appointment_id: id }, { appointment_id: id }])
  await quiet()
  expect(await searches(searched)).toHaveLength(byHand.length)
})
