import { sql } from 'kysely'
import type { Filling } from './filling.ts'
import type { fillPeople } from './people.ts'
import type { fillPractice } from './practice.ts'

type Known = Awaited<ReturnType<typeof fillPractice>> & Awaited<ReturnType<typeof fillPeople>>

/** A visit, what is held and closed beside it, and what several visits belong to. */
export async function fillVisits(filling: Filling, known: Known) {
  const { db, id, now, start, end, staffId } = filling
  const made = {
    appointmentId: id(),
    holdId: id(),
    blockId: id(),
    openedId: id(),
    paymentId: id(),
    seriesId: id(),
    chainId: id(),
    groupSessionId: id(),
    estimateId: id(),
  }
  const appointment = {
    id: made.appointmentId,
    patient_id: known.patientId,
    visit_type_id: known.visitTypeId,
    site_id: known.siteId,
    starts_at: start,
    ends_at: end,
    status_since: now.toString(),
    booked_at: now.toString(),
  }
  await db
    .insertInto('appointment')
    .values({ ...appointment, source: 'self', approval: 'pending' })
    .execute()
  const later = { starts_at: now.add({ hours: 5 }).toString(), ends_at: now.add({ hours: 6 }).toString() }
  await db
    .insertInto('hold')
    .values({
      id: made.holdId,
      staff_id: staffId,
      visit_type_id: known.visitTypeId,
      site_id: known.siteId,
      ...later,
      expires_at: end,
    })
    .execute()
  const during = (from: string, to: string) => sql<string>`tstzrange(${from}, ${to})`
  await db
    .insertInto('allocation')
    .values([
      {
        id: id(),
        resource_id: known.resourceId,
        during: during(start, end),
        role: 'clinician',
        appointment_id: made.appointmentId,
      },
      {
        id: id(),
        resource_id: known.resourceId,
        during: during(later.starts_at, later.ends_at),
        role: 'clinician',
        hold_id: made.holdId,
      },
    ])
    .execute()
  await db
    .insertInto('allocation')
    .values({
      id: made.blockId,
      resource_id: known.resourceId,
      during: during(now.add({ hours: 8 }).toString(), now.add({ hours: 9 }).toString()),
      reason: 'Zyxwvut',
    })
    .execute()
  await db
    .insertInto('opened_time')
    .values({
      id: made.openedId,
      block_id: made.blockId,
      reason: 'Zyxwvut',
      stretches: '[]',
      opened_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('payment')
    .values({
      id: made.paymentId,
      receipt_number: 'R-000777',
      patient_id: known.patientId,
      appointment_id: made.appointmentId,
      amount_cents: 2500,
      method: 'cash',
      collected_by: staffId,
      collected_by_name: 'Zyxwvut',
      collected_at: now.toString(),
    })
    .execute()
  const several = { patient_id: known.patientId, created_at: now.toString() }
  const rule = { unit: 'week', every: 1, from: '2026-12-08', atMinute: 540, count: 2, exceptions: [] }
  await db
    .insertInto('series')
    .values({ id: made.seriesId, visit_type_id: known.visitTypeId, rule: JSON.stringify(rule), ...several })
    .execute()
  await db
    .insertInto('chain')
    .values({ id: made.chainId, name: 'Zyxwvut chain', ...several })
    .execute()
  await db
    .insertInto('group_session')
    .values({
      id: made.groupSessionId,
      visit_type_id: known.visitTypeId,
      site_id: known.siteId,
      ...later,
      seats: 8,
      created_at: now.toString(),
    })
    .execute()
  const asked = { pays: 'self-pay', visitTypeId: known.visitTypeId, siteId: known.siteId }
  await db
    .insertInto('estimate')
    .values({
      id: made.estimateId,
      patient_id: known.patientId,
      appointment_id: made.appointmentId,
      kind: 'good-faith',
      language: 'en',
      cause: 'requested',
      caused_on: '2026-11-24',
      asked: JSON.stringify({ ...asked, procedures: [], slidingStepId: null }),
    })
    .execute()
  return made
}
