import { Temporal } from '@foyer/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep } from './housekeeping.ts'
import { openTestApp, type TestApp, type TestOrganization } from './testing/test-app.ts'

let t: TestApp
const now = Temporal.Instant.from('2031-03-10T12:00:00Z')

beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.stop())

const none = { answers: 0, events: 0, holds: 0, sessions: 0, selfBookings: 0 }

function ago(hours: number): string {
  return now.subtract({ hours }).toString()
}

/** One row of each kind for each number of hours; `at` is what makes it old. */
async function fill(organization: TestOrganization, hours: readonly number[]): Promise<void> {
  const { db } = organization
  const { staffId } = await organization.as('manager')
  // The one of the sign-in itself lies elsewhere in time.
  await db.deleteFrom('session').execute()
  const siteId = t.clock.id()
  const visitTypeId = t.clock.id()
  const resourceId = t.clock.id()
  await db.insertInto('site').values({ id: siteId, name: 'Here', time_zone: 'America/Chicago' }).execute()
  await db.insertInto('resource').values({ id: resourceId, kind: 'room', name: 'Room 1', site_id: siteId }).execute()
  await db
    .insertInto('visit_type')
    .values({ id: visitTypeId, name: 'Visit', name_es: 'Visita', duration_minutes: 20, roles: JSON.stringify([]) })
    .execute()
  for (const old of hours) {
    const at = ago(old)
    const key = { staff_id: staffId, key: `key-${old}`, request_hash: Buffer.from('x'), status: 200, reply: '{}', at }
    await db.insertInto('idempotency').values(key).execute()
    const event = { type: 'nothing', payload: '{}', at }
    await db
      .insertInto('outbox')
      .values({ ...event, relayed_at: at })
      .execute()
    const session = { staff_id: staffId, device: `${old}`, started_at: ago(old + 12), last_seen_at: at }
    for (const [ended_at, expires_at] of [
      [at, ago(-12)],
      [null, at],
    ] as const)
      await db
        .insertInto('session')
        .values({ ...session, id: t.clock.id(), token_hash: Buffer.from(t.clock.id()), ended_at, expires_at })
        .execute()
    const hold = { id: t.clock.id(), staff_id: staffId, visit_type_id: visitTypeId, site_id: siteId }
    const [starts, ends] = [ago(-24 - old), ago(-25 - old)]
    await db
      .insertInto('hold')
      .values({ ...hold, starts_at: starts, ends_at: ends, expires_at: at })
      .execute()
    const during = sql<string>`tstzrange(${starts}, ${ends})`
    await db
      .insertInto('allocation')
      .values({ id: t.clock.id(), resource_id: resourceId, during, hold_id: hold.id })
      .execute()
    const secret = (name: string) => Buffer.from(`${name} ${old}`)
    const begun = { token_hash: secret('token'), challenge: secret('challenge'), address_hash: secret('address') }
    await db
      .insertInto('self_booking')
      .values({
        id: t.clock.id(),
        ...begun,
        visit_type_id: visitTypeId,
        site_id: siteId,
        person: JSON.stringify({ given: 'Mai', family: 'Nguyen', birthDate: '1961-03-14' }),
        created_at: ago(old + 1),
        expires_at: at,
      })
      .execute()
  }
}

async function left({ db }: TestOrganization): Promise<Record<string, number>> {
  const tables = ['idempotency', 'outbox', 'hold', 'allocation', 'session', 'self_booking'] as const
  const counts = tables.map(async (table) => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return [table, row.count] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

test('what is too old goes, what may still be asked for stays, and the other organization keeps all', async () => {
  const ages = [-1, 1, 47, 49, 167, 169, 2159, 2161]
  await fill(t.riverside, ages)
  await fill(t.lakeside, ages)
  const organization = { slug: 'riverside', db: t.riverside.db }

  expect(await sweep(organization, now)).toEqual({ answers: 5, events: 3, holds: 7, sessions: 2, selfBookings: 6 })
  expect(await left(t.riverside)).toEqual({
    idempotency: 3,
    outbox: 5,
    hold: 1,
    allocation: 1,
    session: 14,
    self_booking: 2,
  })
  expect(await left(t.lakeside)).toEqual({
    idempotency: 8,
    outbox: 8,
    hold: 8,
    allocation: 8,
    session: 16,
    self_booking: 8,
  })
  expect(await sweep(organization, now)).toEqual(none)
})

test('where another process sweeps, nothing is done', async () => {
  const { db } = t.lakeside
  await db.transaction().execute(async (tx) => {
    await tx.selectNoFrom(sql`pg_advisory_xact_lock(hashtext(${'foyer housekeeping lakeside'}))`.as('locked')).execute()
    expect(await sweep({ slug: 'lakeside', db }, now)).toEqual(none)
  })
})
