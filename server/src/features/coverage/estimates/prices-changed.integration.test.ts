import { estimates, payers } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { aPatient } from '../../patients/testing.ts'
import { openPracticeBook } from '../../practice/index.ts'
import { aSmallPractice, type SmallPractice } from '../../practice/testing.ts'
import { anAppointment } from '../../scheduling/testing.ts'
import { settleDuty } from './duty/settle-duty.ts'
import { settlePrices } from './duty/settle-prices.ts'
import { aBiller, aBilling, aPriceList } from './testing.ts'

let t: TestApp
let p: SmallPractice
let desk: TestClient
let manager: TestClient
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-24T15:00:00Z')
  const { db } = t.riverside
  p = await aSmallPractice(db)
  await aBilling(db, p.visitTypes.followUp)
  await aPriceList(db, { '99213': 20_000, '36415': 1500 })
  await aBiller(db)
  desk = await t.riverside.as('coordinator')
  manager = await t.riverside.as('manager')
})
afterAll(() => t.stop())
beforeEach(async () => {
  patientId = await aPatient(t.riverside.db)
})

async function importFees(periodStart: string, amount: string) {
  const content = `code,amount\n99213,${amount}\n36415,15.00\n`
  const { status, body } = await manager.call(payers.importFees, {
    name: 'Charges',
    kind: 'charge',
    periodStart,
    content,
  })
  expect(status).toBe(200)
  return body.id
}

/** A visit of somebody without a plan, whose estimate was made and given. */
async function given(start: string): Promise<string> {
  const { id: appointmentId } = await anAppointment(t.riverside.db, {
    patientId,
    siteId: p.siteId,
    visitTypeId: p.visitTypes.followUp,
    assignments: [{ role: 'clinician', resourceId: p.clinicians.okafor }],
    start,
  })
  const about = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, date: null }
  const asked = { patientId, appointmentId, ...about, pays: 'self-pay', cause: 'requested' } as const
  const { body } = await desk.call(estimates.wantEstimate, asked)
  await makeAndGive(body.id)
  return body.id
}

async function makeAndGive(estimateId: string) {
  expect((await desk.call(estimates.makeEstimate, { patientId, estimateId, pays: 'self-pay' })).status).toBe(200)
  expect((await desk.call(estimates.giveEstimate, { patientId, estimateId, how: 'hand' })).status).toBe(200)
}

async function rows() {
  return t.riverside.db
    .selectFrom('estimate')
    .select(['id', 'state', 'cause', 'due_on', 'replaces_id', 'high_cents'])
    .where('patient_id', '=', patientId)
    .orderBy('caused_on')
    .orderBy('id')
    .execute()
}

async function until(expected: readonly object[]) {
  await vi.waitFor(async () => expect(await rows()).toMatchObject(expected), { timeout: 15_000, interval: 100 })
}

/** What the job does, now: it comes to the same however often it is done. */
async function quiet() {
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('no organization')
  const { db } = organization
  const whole = await openPracticeBook().read(organization)
  const now = t.clock.now()
  const settling = { practice: whole, now, newId: () => t.clock.id(), tell: async () => {}, isNewlyAgreed: false }
  await settlePrices(db, {
    now: now.toString(),
    today: now.toString().slice(0, 10),
    settle: (id) => inTransaction(db, (tx) => settleDuty(tx, id, settling)),
  })
}

test('an estimate that was given is due again where a list with other prices holds on the day of the visit', async () => {
  const first = await given('2026-12-10T16:00:00Z')
  const later = await importFees('2026-12-11', '300.00')
  await quiet()
  expect(await rows()).toHaveLength(1)
  expect((await manager.call(payers.takeFeesBack, { feeScheduleId: later })).status).toBe(200)

  const same = await importFees('2026-12-01', '200.00')
  await quiet()
  expect(await rows()).toHaveLength(1)
  expect((await manager.call(payers.takeFeesBack, { feeScheduleId: same })).status).toBe(200)

  const dearer = await importFees('2026-12-01', '250.00')
  const told = { id: first, state: 'given', high_cents: 20_000 }
  await until([told, { state: 'wanted', cause: 'prices', due_on: '2026-12-09', replaces_id: first }])
  const { body } = await desk.call(estimates.listDueEstimates, {})
  expect(body.estimates).toMatchObject([{ cause: 'prices', dueOn: '2026-12-09', patient: { id: patientId } }])

  // Taken back, the old holds again.
  expect((await manager.call(payers.takeFeesBack, { feeScheduleId: dearer })).status).toBe(200)
  await until([told, { state: 'withdrawn' }])
  const again = await importFees('2026-12-01', '260.00')
  await until([told, { state: 'withdrawn' }, { state: 'wanted', cause: 'prices' }])
  const [, , waits] = await rows()
  await makeAndGive(waits?.id ?? '')
  await quiet()
  expect((await rows()).at(-1)).toMatchObject({ state: 'given', high_cents: 26_000 })
  expect(await rows()).toHaveLength(3)
  expect((await manager.call(payers.takeFeesBack, { feeScheduleId: again })).status).toBe(200)
  await until([{}, {}, { state: 'given' }, { state: 'wanted', cause: 'prices' }])
})

test('a visit that is over, cancelled or the next morning owes none for its prices', async () => {
  const { db } = t.riverside
  await given('2026-12-10T17:30:00Z')
  await db.updateTable('appointment').set({ status: 'cancelled' }).where('patient_id', '=', patientId).execute()
  const cancelled = patientId
  patientId = await aPatient(db)
  await given('2026-12-14T18:00:00Z')
  const soon = patientId
  t.clock.set('2026-12-14T14:00:00Z')
  desk = await t.riverside.another('coordinator')
  manager = await t.riverside.another('manager')
  const dearer = await importFees('2026-12-01', '270.00')
  await quiet()
  for (patientId of [cancelled, soon]) expect(await rows()).toHaveLength(1)
  expect((await manager.call(payers.takeFeesBack, { feeScheduleId: dearer })).status).toBe(200)
})

test('however many there are, all of them are looked at, some at a time', async () => {
  t.clock.set('2026-12-15T14:00:00Z')
  desk = await t.riverside.another('coordinator')
  manager = await t.riverside.another('manager')
  const { db } = t.riverside
  const first = await given('2026-12-22T15:00:00Z')
  const source = await db.selectFrom('estimate').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
  for (let at = 0; at < 230; at += 1) {
    const person = await aPatient(db)
    const { id } = await anAppointment(db, {
      patientId: person,
      siteId: p.siteId,
      visitTypeId: p.visitTypes.followUp,
      start: `2026-12-2${at % 2 ? 3 : 8}T${String(10 + (at % 8)).padStart(2, '0')}:00:00Z`,
      assignments: [],
    })
    await db
      .insertInto('estimate')
      .values({
        ...source,
        id: t.clock.id(),
        patient_id: person,
        appointment_id: id,
        service_date: at % 2 ? '2026-12-23' : '2026-12-28',
        asked: JSON.stringify(source.asked),
        content: JSON.stringify(source.content),
        document_id: null,
      })
      .execute()
  }
  await importFees('2026-12-18', '280.00')
  const due = async () =>
    (await db.selectFrom('estimate').select('id').where('cause', '=', 'prices').where('state', '=', 'wanted').execute())
      .length
  // The one of the first story was taken back to its old prices and waits; it is over.
  await vi.waitFor(async () => expect(await due()).toBeGreaterThanOrEqual(231), { timeout: 60_000, interval: 500 })
}, 120_000)
