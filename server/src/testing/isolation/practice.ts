import type { Filling } from './filling.ts'

/** What the practice is made of. */
export async function fillPractice(filling: Filling) {
  const { db, id, now } = filling
  const made = {
    siteId: id(),
    resourceId: id(),
    visitTypeId: id(),
    payerId: id(),
    columnSetId: id(),
    holidayId: id(),
    chainTypeId: id(),
    exceptionId: id(),
    planId: id(),
    connectionId: id(),
    billingProviderId: id(),
    feeScheduleId: id(),
  }
  await db.insertInto('site').values({ id: made.siteId, name: 'Zyxwvut House', time_zone: 'America/Chicago' }).execute()
  await db
    .insertInto('resource')
    .values({ id: made.resourceId, kind: 'practitioner', name: 'Dr Zyxwvut', site_id: made.siteId })
    .execute()
  await db
    .insertInto('visit_type')
    .values({
      id: made.visitTypeId,
      name: 'Zyxwvut visit',
      name_es: 'Zyxwvut',
      duration_minutes: 20,
      roles: JSON.stringify([{ role: 'clinician', kind: 'practitioner', candidates: [made.resourceId] }]),
    })
    .execute()
  await db.insertInto('holiday').values({ id: made.holidayId, date: '2026-12-25', name: 'Zyxwvut Day' }).execute()
  await db
    .insertInto('chain_type')
    .values({ id: made.chainTypeId, name: 'Zyxwvut chain', name_es: 'Zyxwvut', legs: JSON.stringify([]) })
    .execute()
  await db
    .insertInto('resource_exception')
    .values({
      id: made.exceptionId,
      resource_id: made.resourceId,
      date: '2026-12-24',
      start_minute: 0,
      end_minute: 60,
      kind: 'closed',
      reason: 'Zyxwvut',
    })
    .execute()
  await db.insertInto('payer').values({ id: made.payerId, name: 'Zyxwvut Mutual' }).execute()
  await fillDirectory(filling, made)
  await db
    .insertInto('column_set')
    .values({
      id: made.columnSetId,
      staff_id: null,
      site_id: made.siteId,
      name: 'Zyxwvut columns',
      resource_ids: [made.resourceId],
      created_at: now.toString(),
    })
    .execute()
  return made
}

/** How its payers are asked, and for how much. */
async function fillDirectory({ db, now }: Filling, made: Readonly<Record<string, string>>) {
  const { planId = '', payerId = '', connectionId = '', billingProviderId = '', feeScheduleId = '' } = made
  await db.insertInto('plan').values({ id: planId, payer_id: payerId, name: 'Zyxwvut Plus' }).execute()
  await db
    .insertInto('payer_connection')
    .values({
      id: connectionId,
      name: 'Zyxwvut house',
      kind: 'rest',
      address: 'http://127.0.0.1:1/',
      sender_id: 'ZYXWVUT',
      receiver_id: 'QUORLBAUM',
    })
    .execute()
  await db
    .insertInto('payer_enrolment')
    .values({ payer_id: payerId, connection_id: connectionId, transaction: '270', known_as: 'Zyxwvut' })
    .execute()
  await db
    .insertInto('billing_provider')
    .values({ id: billingProviderId, name: 'Zyxwvut', npi: '1234567893' })
    .execute()
  await db
    .insertInto('fee_schedule')
    .values({
      id: feeScheduleId,
      name: 'Zyxwvut fees',
      kind: 'charge',
      period_start: '2026-01-01',
      imported_at: now.toString(),
    })
    .execute()
  await db.insertInto('fee').values({ fee_schedule_id: feeScheduleId, code: '99213', amount_cents: 4321 }).execute()
}
