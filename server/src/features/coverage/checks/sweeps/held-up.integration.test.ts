import { eligibility, payers } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../../../platform/clock.ts'
import { aCoverage, aPatient } from '../../../patients/testing.ts'
import { anAppointment } from '../../../scheduling/testing.ts'
import { aConnection, anEnrolledPayer } from '../../testing.ts'
import { type Asking, openAsking } from '../testing.ts'
import { sweepAtNight } from './nightly.ts'

const days = { from: '2026-12-03', to: '2026-12-05' }
let asking: Asking
let downLine: string
let downPayer: string
let away: { patientId: string; coverageId: string }
let well: { patientId: string; coverageId: string }

/** Somebody with a plan of the payer and a visit on the day after tomorrow. */
async function expected(payerId: string, memberId: string, start: string) {
  const { db } = asking
  const patientId = await aPatient(db, { given: 'Ada', family: memberId, birth_date: '1980-05-06' })
  const coverageId = await aCoverage(db, { patient_id: patientId, payer_id: payerId, member_id: memberId })
  await anAppointment(db, { patientId, start })
  return { patientId, coverageId }
}

beforeAll(async () => {
  asking = await openAsking()
  const { db, payerId } = asking
  downLine = await aConnection(db, 'http://127.0.0.1:9/rest', {
    name: 'Away',
    is_sandbox: false,
    down_since: '2026-12-02T12:00:00Z',
    retry_at: '2026-12-04T12:00:00Z',
    failures: 9,
  })
  downPayer = await anEnrolledPayer(db, downLine, { name: 'Away Mutual', knownAs: 'AWAY1' })
  away = await expected(downPayer, 'XK1', '2026-12-04T15:00:00Z')
  well = await expected(payerId, 'XK2', '2026-12-04T17:00:00Z')
})
afterAll(() => asking.stop())

async function questions(coverageId: string): Promise<string[]> {
  const rows = await asking.db
    .selectFrom('eligibility_check')
    .select('state')
    .where('coverage_id', '=', coverageId)
    .orderBy('asked_at')
    .execute()
  return rows.map(({ state }) => state)
}

const sweep = (more: { payerId?: string; again?: boolean } = {}) =>
  asking.desk.call(eligibility.startSweep, { ...days, ...more })

test('a payer that is down holds up no sweep over others, by hand or at night, and is not asked twice', async () => {
  const { db, payerId } = asking
  expect((await sweep()).body).toMatchObject({ visits: 2, asked: 2 })
  await expect.poll(() => questions(well.coverageId), { timeout: 20_000 }).toEqual(['answered'])
  expect(await questions(away.coverageId)).toEqual(['waiting'])

  expect((await sweep({ payerId, again: true })).body).toMatchObject({ asked: 1 })
  await expect.poll(() => questions(well.coverageId), { timeout: 20_000 }).toEqual(['answered', 'answered'])
  expect((await sweep({ again: true })).body).toMatchObject({ asked: 1 })
  await expect.poll(() => questions(well.coverageId), { timeout: 20_000 }).toHaveLength(3)
  await expect.poll(() => questions(well.coverageId), { timeout: 20_000 }).not.toContain('waiting')

  const night = Temporal.Instant.from('2026-12-03T08:00:00Z')
  // The worker ends the sweep of before by itself; what is looked at is a sweep that waits for the line alone.
  await db.updateTable('eligibility_sweep').set({ ended_at: '2026-12-02T16:00:00Z' }).execute()
  await db
    .updateTable('eligibility_sweep')
    .set({ ended_at: null })
    .where('id', 'in', db.selectFrom('eligibility_check').select('sweep_id').where('coverage_id', '=', away.coverageId))
    .execute()
  expect(await sweepAtNight(db, night, 'America/Chicago', () => systemClock.id())).toBe(true)
  expect(await questions(away.coverageId)).toEqual(['waiting'])
})

test('what waits for a line that works is a sweep under way', async () => {
  const { db, connectionId } = asking
  await db.updateTable('eligibility_sweep').set({ ended_at: '2026-12-02T16:00:00Z' }).execute()
  const [one] = await db
    .selectFrom('eligibility_check')
    .select(['id', 'sweep_id'])
    .where('coverage_id', '=', away.coverageId)
    .execute()
  await db
    .updateTable('eligibility_check')
    .set({ connection_id: connectionId, next_attempt_at: '2027-01-01T00:00:00Z' })
    .where('id', '=', one?.id ?? '')
    .execute()
  await db
    .updateTable('eligibility_sweep')
    .set({ ended_at: null })
    .where('id', '=', one?.sweep_id ?? '')
    .execute()
  expect((await sweep()).refusal).toMatchObject({ reason: 'sweep-under-way' })
  await db
    .updateTable('eligibility_check')
    .set({ connection_id: downLine })
    .where('id', '=', one?.id ?? '')
    .execute()
})

test('a line that is not used any more ends what waits for it, and the sweep with it', async () => {
  const { db, t } = asking
  const manager = await t.riverside.as('manager')
  const changed = await manager.call(payers.changeConnection, {
    connectionId: downLine,
    name: 'Away',
    kind: 'rest',
    address: 'http://127.0.0.1:9/rest',
    senderId: 'RIVERSIDE',
    receiverId: 'CLEARING',
    active: false,
  })
  expect(changed.status).toBe(200)
  await expect.poll(() => questions(away.coverageId), { timeout: 20_000 }).toEqual(['failed'])
  const open = () => db.selectFrom('eligibility_sweep').select('id').where('ended_at', 'is', null).execute()
  await expect.poll(open, { timeout: 20_000 }).toEqual([])
  // Over another line the payer is asked again.
  const other = await aConnection(db, `${asking.sandbox.url}/rest`, { name: 'Another way' })
  await db
    .insertInto('payer_enrolment')
    .values({ payer_id: downPayer, connection_id: other, transaction: '270', known_as: 'BLUE1' })
    .execute()
  expect((await sweep({ payerId: downPayer })).body).toMatchObject({ asked: 1 })
})
