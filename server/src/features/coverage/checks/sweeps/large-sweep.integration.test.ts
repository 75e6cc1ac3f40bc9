import { env } from 'node:process'
import { eligibility } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PayerSandbox, startPayerSandbox } from '../../../../payer-sandbox/index.ts'
import { systemClock } from '../../../../platform/clock.ts'
import { openTestApp, type TestApp } from '../../../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../../practice/testing.ts'
import { anAppointment } from '../../../scheduling/testing.ts'
import { aBillingProvider, aConnection, anEnrolledPayer } from '../../testing.ts'
import { sweepAtNight } from './nightly.ts'

/** FOYER_VISITS=2000 for the once-over. */
const count = Number(env['FOYER_VISITS'] ?? 60)
const failShare = 0.05
const days = { from: '2026-12-03', to: '2026-12-05' }
let t: TestApp
let sandbox: PayerSandbox

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-02T16:00:00Z')
  sandbox = await startPayerSandbox({ port: 0, clock: t.clock, failShare, slowMs: 300 })
  await fill()
}, 600_000)
afterAll(async () => {
  await t.stop()
  await sandbox.stop()
})

/** People with a policy and a visit each, side by side in as many rooms as are needed. */
async function fill(): Promise<void> {
  const { db } = t.riverside
  const siteId = await aSite(db)
  await aBillingProvider(db)
  const connectionId = await aConnection(db, `${sandbox.url}/rest`)
  const payerId = await anEnrolledPayer(db, connectionId, { name: 'Blue Prairie', knownAs: 'BLUE1' })
  const clinicians = await Promise.all(Array.from({ length: 40 }, () => aResource(db, { siteId })))
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: clinicians }]
  const visitTypeId = await aVisitType(db, { roles })
  const start = Date.parse('2026-12-03T14:00:00Z')
  for (let at = 0; at < count; at += 1) {
    const patientId = await aPatient(db, { given: 'Ada', family: `Person${at}`, birth_date: '1980-05-06' })
    await aCoverage(db, { patient_id: patientId, payer_id: payerId, member_id: `XK${at + 1000}` })
    const turn = Math.floor(at / clinicians.length)
    await anAppointment(db, {
      patientId,
      siteId,
      visitTypeId,
      start: new Date(start + (turn % 24) * 20 * 60_000 + Math.floor(turn / 24) * 86_400_000)
        .toISOString()
        .replace('.000Z', 'Z'),
      assignments: [{ role: 'clinician', resourceId: clinicians[at % clinicians.length] ?? '' }],
    })
  }
}

test('every visit of a sweep ends verified or with a named reason, with one exchange in twenty failing', {
  timeout: 900_000,
}, async () => {
  const manager = await t.riverside.as('manager')
  const begun = await manager.call(eligibility.startSweep, days)
  expect(begun.body).toMatchObject({ visits: count, asked: count })
  const open = async (): Promise<number> => {
    // What waits for a payer to be asked again waits by the clock.
    await t.riverside.db
      .updateTable('eligibility_check')
      .set({ next_attempt_at: t.clock.now().toString() })
      .where('state', '=', 'waiting')
      .where('failure', 'is not', null)
      .execute()
    await t.riverside.db.updateTable('payer_connection').set({ retry_at: t.clock.now().toString() }).execute()
    const rows = await t.riverside.db
      .selectFrom('eligibility_check')
      .select('id')
      .where('state', 'in', ['waiting', 'sent'])
      .execute()
    return rows.length
  }
  await expect.poll(open, { timeout: 840_000, interval: 1000 }).toBe(0)
  const { body } = await manager.call(eligibility.readVerification, days)
  expect(body.visits).toHaveLength(count)
  const unnamed = body.visits.filter(({ state, policies }) => {
    const check = policies[0]?.check
    if (state === 'verified') return check?.outcome !== 'active'
    if (state === 'changed') return check?.outcome !== 'inactive'
    return state !== 'failed' || (check?.failure ?? check?.outcome ?? null) === null
  })
  expect(unnamed).toEqual([])
  expect(body.counts.verified / count).toBeGreaterThan(0.85)
  // As many were asked more than once as exchanges failed; where only the line broke it cost the question no try.
  const rows = await t.riverside.db.selectFrom('eligibility_check').select(['attempts', 'hops']).execute()
  const exchanges = rows.map(({ hops }) => (hops as { hop: string }[]).filter(({ hop }) => hop === 'connect').length)
  expect(exchanges.filter((many) => many > 1).length).toBeGreaterThanOrEqual(Math.floor(count * failShare * 0.8))
  expect(rows.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(0)
})

test('the sweep of the night asks once, in the small hours of the practice, and stands in the trail', async () => {
  const { db } = t.riverside
  const atNight = (at: string) => sweepAtNight(db, Temporal.Instant.from(at), 'America/Chicago', () => systemClock.id())
  expect(await atNight('2026-12-03T06:59:00Z')).toBe(false)
  expect(await atNight('2026-12-03T08:00:00Z')).toBe(true)
  expect(await atNight('2026-12-03T09:00:00Z')).toBe(false)
  const [sweep] = await db
    .selectFrom('eligibility_sweep')
    .select(['id', 'visits'])
    .where('begun_by', 'is', null)
    .execute()
  const asked = await db
    .selectFrom('eligibility_check')
    .select('patient_id')
    .where('sweep_id', '=', sweep?.id ?? '')
    .execute()
  const trail = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject_id', '=', sweep?.id ?? '')
    .execute()
  expect(trail).toMatchObject([{ action: 'eligibility.sweep', actor_role: 'system', outcome: 'ok' }])
  const people = asked.map(({ patient_id }) => patient_id)
  expect(new Set(trail[0]?.patient_ids)).toEqual(new Set(people))
  // Those whose answer was not good.
  expect([people.length > 0, people.length < count]).toEqual([true, true])
})
