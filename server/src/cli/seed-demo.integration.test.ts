import { dateAt, dayBounds, Temporal } from '@foyer/kernel'
import { afterEach, expect, test } from 'vitest'
import { clockAt, openTestDatabase, type TestDatabase } from '../features/import/testing.ts'
import { passwordMatches } from '../platform/auth/password.ts'
import type { Organization } from '../platform/organizations.ts'
import { demoPassword } from './demo-password.ts'
import { seedDemo } from './seed-demo.ts'

let database: TestDatabase | null = null

afterEach(async () => {
  await database?.drop()
  database = null
})

async function seeded(now: string): Promise<Organization> {
  database = await openTestDatabase('none')
  return seedDemo({ organizations: database.organizations, clock: clockAt(now) })
}

async function countOf(
  { db }: Organization,
  table: 'patient' | 'appointment' | 'allocation' | 'audit_entry',
): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Share of the open time of clinicians that is booked from tomorrow on, by the tables alone. */
async function bookedShare({ db }: Organization, now: string): Promise<number> {
  const zone = 'America/Chicago'
  const today = dateAt(Temporal.Instant.from(now), zone)
  const from = dayBounds(today, zone).end.toString()
  const clinicians = await db
    .selectFrom('resource')
    .innerJoin('site', 'site.id', 'resource.site_id')
    .select('resource.id')
    .where('kind', '=', 'practitioner')
    // Nurses and technologists are booked with visits of others.
    .where('specialty', 'not in', ['Nursing', 'Imaging'])
    .where('site.time_zone', '=', zone)
    .execute()
  const ids = new Set(clinicians.map(({ id }) => id))
  const hours = await db.selectFrom('resource_hours').selectAll().execute()
  const holidays = await db.selectFrom('holiday').select('date').where('site_id', 'is', null).execute()
  const first = Temporal.PlainDate.from(today).add({ days: 1 })
  const workDays = Array.from({ length: 42 }, (_, index) => first.add({ days: index })).filter(
    (date) => !holidays.some((one) => one.date === date.toString()),
  )
  const open = hours
    .filter(({ resource_id, walk_in }) => ids.has(resource_id) && !walk_in)
    .reduce((sum, one) => {
      const count = workDays.filter(({ dayOfWeek }) => dayOfWeek === one.weekday).length
      return sum + (one.end_minute - one.start_minute) * count * (one.kind === 'break' ? -1 : 1)
    }, 0)
  const taken = await db
    .selectFrom('allocation')
    .innerJoin('appointment', 'appointment.id', 'allocation.appointment_id')
    .select(['allocation.resource_id', 'allocation.during'])
    .where('appointment.starts_at', '>=', from)
    .execute()
  const minutes = taken
    .filter(({ resource_id }) => ids.has(resource_id))
    .map(({ during }) => during.replaceAll(/["[)]/g, '').split(','))
    .reduce((sum, [start = '', end = '']) => sum + (Date.parse(end) - Date.parse(start)) / 60_000, 0)
  return minutes / open
}

const moments = [
  ['a Tuesday night at 02:30', '2026-11-24T08:30:00Z'],
  ['Monday 10:40', '2026-11-23T16:40:00Z'],
  ['Sunday 17:00', '2026-11-22T23:00:00Z'],
] as const

test.each(moments)('the demo practice is whole and alive on %s', async (_, now) => {
  const started = performance.now()
  const riverside = await seeded(now)
  console.log(`seeded in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  expect(riverside).toMatchObject({ slug: 'riverside', demo: true })
  expect(await countOf(riverside, 'patient')).toBe(2000)
  expect(await countOf(riverside, 'appointment')).toBeGreaterThan(4000)
  expect(await countOf(riverside, 'audit_entry')).toBe(1)

  const sites = await riverside.db.selectFrom('site').selectAll().orderBy('name').execute()
  for (const { id, name, time_zone } of sites) {
    const { start, end } = dayBounds(dateAt(Temporal.Instant.from(now), time_zone), time_zone)
    const visits = await riverside.db
      .selectFrom('appointment')
      .select('status')
      .distinct()
      .where('site_id', '=', id)
      .where('starts_at', '>=', start.toString())
      .where('starts_at', '<', end.toString())
      .execute()
    const states = visits.map(({ status }) => status)
    const columns = ['booked', 'arrived', 'roomed', 'with-clinician', 'checked-out']
    const wanted = name === 'Riverside Chicago' ? [...columns, 'no-show', 'cancelled'] : columns
    expect([name, states]).toEqual([name, expect.arrayContaining(wanted)])
  }
  expect(Math.abs((await bookedShare(riverside, now)) - 0.7)).toBeLessThan(0.05)
})

test('a second time changes nothing; numbers go on where the demo ended; the password opens the door', async () => {
  const now = '2026-11-23T16:40:00Z'
  const riverside = await seeded(now)
  const before = await countOf(riverside, 'allocation')
  const organizations = database?.organizations
  if (!organizations) throw new Error('no database')
  await seedDemo({ organizations, clock: clockAt('2026-12-24T12:00:00Z') })
  expect(await countOf(riverside, 'allocation')).toBe(before)

  const counters = await riverside.db.selectFrom('counter').selectAll().execute()
  const numbers = await riverside.db.selectFrom('patient').select('mrn').orderBy('mrn', 'desc').limit(1).execute()
  expect(counters.find(({ name }) => name === 'mrn')?.value).toBe(Number(numbers[0]?.mrn))
  const receipts = await riverside.db
    .selectFrom('payment')
    .select('receipt_number')
    .orderBy('receipt_number', 'desc')
    .limit(1)
    .execute()
  expect(`R-${String(counters.find(({ name }) => name === 'receipt')?.value).padStart(6, '0')}`).toBe(
    receipts[0]?.receipt_number,
  )

  const staff = await riverside.db.selectFrom('staff').selectAll().orderBy('created_at').execute()
  expect(staff[0]).toMatchObject({ email: 'rosa.delgado@riverside.example', role: 'coordinator' })
  expect(await passwordMatches(demoPassword, staff[0]?.password_hash ?? null)).toBe(true)
  const maria = await riverside.db
    .selectFrom('patient')
    .selectAll()
    .where('mrn', '=', '00417028')
    .executeTakeFirstOrThrow()
  expect(maria).toMatchObject({ given: 'Maria', preferred: 'Mai', language: 'vi', interpreter_needed: true })
})
