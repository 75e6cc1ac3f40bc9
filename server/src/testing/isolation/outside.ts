import { sql } from 'kysely'
import { newToken, tokenHash } from '../../platform/auth/tokens.ts'
import type { Filling } from './filling.ts'
import type { fillPeople } from './people.ts'
import type { fillPractice } from './practice.ts'
import type { fillVisits } from './visits.ts'

type Known = Awaited<ReturnType<typeof fillPractice>> &
  Awaited<ReturnType<typeof fillPeople>> &
  Awaited<ReturnType<typeof fillVisits>>

/** What reaches people outside the practice, and the tokens by which they come back. */
export async function fillOutside(filling: Filling, known: Known) {
  const { db, id, now, start, end, staffId } = filling
  const made = {
    callId: id(),
    messageId: id(),
    repairId: id(),
    feedId: id(),
  }
  await db
    .insertInto('call')
    .values({
      id: made.callId,
      external_id: 'zyx-1',
      line: '1',
      from_number: '+13125550134',
      search_value: '43105552131',
      state: 'ringing',
      started_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('message')
    .values({
      id: made.messageId,
      patient_id: known.patientId,
      to_address: 'quorl@example.org',
      language: 'en',
      subject: 'Zyxwvut',
      body: 'Zyxwvut',
      created_at: now.toString(),
    })
    .execute()
  const token = newToken()
  await db
    .insertInto('calendar_feed')
    .values({
      id: made.feedId,
      token_hash: tokenHash(token),
      resource_id: known.resourceId,
      name: 'Zyxwvut',
      with_patients: true,
      created_at: now.toString(),
      created_by: staffId,
    })
    .execute()
  const selfToken = newToken()
  await db
    .insertInto('self_booking')
    .values({
      id: id(),
      token_hash: tokenHash(selfToken),
      challenge: tokenHash('a challenge'),
      address_hash: tokenHash('an address'),
      visit_type_id: known.visitTypeId,
      site_id: known.siteId,
      person: JSON.stringify({ given: 'Zyxwvut', family: 'Quorlbaum' }),
      created_at: now.toString(),
      expires_at: end,
    })
    .execute()
  await db
    .insertInto('repair')
    .values({
      id: made.repairId,
      site_id: known.siteId,
      resource_ids: [known.resourceId],
      during: sql<string>`tstzrange(${start}, ${end})`,
      reason: 'Zyxwvut',
      created_at: now.toString(),
      created_by_name: 'Zyxwvut',
    })
    .execute()
  const place = { start, end, assignments: [] }
  await db
    .insertInto('repair_item')
    .values({
      repair_id: made.repairId,
      appointment_id: known.appointmentId,
      before: JSON.stringify({ ...place, urgency: 0, version: 1 }),
      proposal: JSON.stringify({ ...place, why: [], cost: 0 }),
      answer_token_hash: tokenHash(token),
    })
    .execute()
  return { ...made, token, selfToken }
}
