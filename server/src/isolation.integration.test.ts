import { Signer } from '@fastify/cookie'
import { calls, type EndpointSpec, endpoints, isWrite, patients, session } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepFindable } from './features/patients/search/keys/keep-findable.ts'
import { openKeys } from './features/self-booking/keys.ts'
import { cookieKey, newToken, tokenHash } from './platform/auth/tokens.ts'
import { openTestApp, TEST_SECRET, type TestApp } from './platform/testing/test-app.ts'

let t: TestApp
let ids: Record<string, string>

/** Words that only the first organization has. */
const marks = [
  'Zyxwvut',
  'Quorlbaum',
  '0041 9999',
  '00419999',
  'quorl@example.org',
  'Riverside',
  'riverside.example.org',
]

beforeAll(async () => {
  t = await openTestApp()
  // Forenoon in Chicago: the visits below are on the day that is asked for.
  t.clock.set('2026-11-24T15:00:00Z')
  ids = await fillRiverside()
})
afterAll(() => t.stop())

async function fillRiverside(): Promise<Record<string, string>> {
  const { db } = t.riverside
  const id = () => t.clock.id()
  const now = t.clock.now()
  const start = now.add({ hours: 2 }).toString()
  const end = now.add({ hours: 3 }).toString()
  const made = {
    siteId: id(),
    resourceId: id(),
    visitTypeId: id(),
    patientId: id(),
    secondId: id(),
    mergeId: id(),
    payerId: id(),
    coverageId: id(),
    appointmentId: id(),
    holdId: id(),
    blockId: id(),
    paymentId: id(),
    callId: id(),
    messageId: id(),
    repairId: id(),
    columnSetId: id(),
    feedId: id(),
    holidayId: id(),
    chainTypeId: id(),
    exceptionId: id(),
    seriesId: id(),
    chainId: id(),
    groupSessionId: id(),
    openingId: id(),
  }
  const manager = await t.riverside.as('manager')
  const session = await db
    .selectFrom('session')
    .select('id')
    .where('staff_id', '=', manager.staffId)
    .executeTakeFirstOrThrow()
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
  await db
    .insertInto('patient')
    .values({
      id: made.patientId,
      mrn: '00419999',
      given: 'Zyxwvut',
      family: 'Quorlbaum',
      birth_date: '1961-03-14',
      search_name: ' zyxwvut quorlbaum',
    })
    .execute()
  await db
    .insertInto('patient')
    .values({
      id: made.secondId,
      mrn: '00419998',
      given: 'Zyxwvut',
      family: 'Quorlbaum',
      birth_date: '1961-03-14',
      search_name: ' zyxwvut quorlbaum',
    })
    .execute()
  const [first = '', second = ''] = [made.patientId, made.secondId].toSorted()
  await db
    .insertInto('duplicate_pair')
    .values({
      first_id: first,
      second_id: second,
      log_odds: 5,
      evidence: '[]',
      found_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('patient_merge')
    .values({
      id: made.mergeId,
      survivor_id: made.patientId,
      merged_id: made.secondId,
      before: '{}',
      followed: '{}',
      merged_at: now.toString(),
      merged_by: manager.staffId,
      undone_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('contact_point')
    .values({
      id: id(),
      patient_id: made.patientId,
      system: 'phone',
      value: '+13125550134',
      search_value: '43105552131',
    })
    .execute()
  await keepFindable(db, [made.patientId])
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
  await db
    .insertInto('coverage')
    .values({ id: made.coverageId, patient_id: made.patientId, payer_id: made.payerId })
    .execute()
  const appointment = {
    id: made.appointmentId,
    patient_id: made.patientId,
    visit_type_id: made.visitTypeId,
    site_id: made.siteId,
    starts_at: start,
    ends_at: end,
    status_since: now.toString(),
    booked_at: now.toString(),
  }
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
  await db
    .insertInto('appointment')
    .values({ ...appointment, source: 'self', approval: 'pending' })
    .execute()
  const later = { starts_at: now.add({ hours: 5 }).toString(), ends_at: now.add({ hours: 6 }).toString() }
  await db
    .insertInto('hold')
    .values({
      id: made.holdId,
      staff_id: manager.staffId,
      visit_type_id: made.visitTypeId,
      site_id: made.siteId,
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
        resource_id: made.resourceId,
        during: during(start, end),
        role: 'clinician',
        appointment_id: made.appointmentId,
      },
      {
        id: id(),
        resource_id: made.resourceId,
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
      resource_id: made.resourceId,
      during: during(now.add({ hours: 8 }).toString(), now.add({ hours: 9 }).toString()),
      reason: 'Zyxwvut',
    })
    .execute()
  await db
    .insertInto('payment')
    .values({
      id: made.paymentId,
      receipt_number: 'R-000777',
      patient_id: made.patientId,
      appointment_id: made.appointmentId,
      amount_cents: 2500,
      method: 'cash',
      collected_by: manager.staffId,
      collected_by_name: 'Zyxwvut',
      collected_at: now.toString(),
    })
    .execute()
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
      patient_id: made.patientId,
      to_address: 'quorl@example.org',
      language: 'en',
      subject: 'Zyxwvut',
      body: 'Zyxwvut',
      created_at: now.toString(),
    })
    .execute()
  const several = { patient_id: made.patientId, created_at: now.toString() }
  const rule = { unit: 'week', every: 1, from: '2026-12-08', atMinute: 540, count: 2, exceptions: [] }
  await db
    .insertInto('series')
    .values({ id: made.seriesId, visit_type_id: made.visitTypeId, rule: JSON.stringify(rule), ...several })
    .execute()
  await db
    .insertInto('chain')
    .values({ id: made.chainId, name: 'Zyxwvut chain', ...several })
    .execute()
  await db
    .insertInto('group_session')
    .values({
      id: made.groupSessionId,
      visit_type_id: made.visitTypeId,
      site_id: made.siteId,
      ...later,
      seats: 8,
      created_at: now.toString(),
    })
    .execute()
  await db
    .insertInto('break_glass')
    .values({
      id: made.openingId,
      patient_id: made.patientId,
      staff_id: manager.staffId,
      reason: 'other',
      remarks: 'Zyxwvut',
      opened_at: now.toString(),
      until: end,
    })
    .execute()
  await db
    .insertInto('patient_change')
    .values({
      patient_id: made.patientId,
      field: 'family',
      before: JSON.stringify('Zyxwvut'),
      after: JSON.stringify('Quorlbaum'),
      at: now.toString(),
      actor_name: 'Zyxwvut',
    })
    .execute()
  const token = newToken()
  await db
    .insertInto('calendar_feed')
    .values({
      id: made.feedId,
      token_hash: tokenHash(token),
      resource_id: made.resourceId,
      name: 'Zyxwvut',
      with_patients: true,
      created_at: now.toString(),
      created_by: manager.staffId,
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
      visit_type_id: made.visitTypeId,
      site_id: made.siteId,
      person: JSON.stringify({ given: 'Zyxwvut', family: 'Quorlbaum' }),
      created_at: now.toString(),
      expires_at: end,
    })
    .execute()
  await db
    .insertInto('repair')
    .values({
      id: made.repairId,
      site_id: made.siteId,
      resource_id: made.resourceId,
      during: during(start, end),
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
      appointment_id: made.appointmentId,
      before: JSON.stringify({ ...place, urgency: 0, version: 1 }),
      proposal: JSON.stringify({ ...place, why: [], cost: 0 }),
      answer_token_hash: tokenHash(token),
    })
    .execute()
  // The token of the one under the name of the other; the whole address is a key for whoever has it.
  return {
    ...made,
    firstId: made.patientId,
    mergedId: made.secondId,
    selfToken,
    file: `lakeside.${token}.ics`,
    token: `lakeside~${token}`,
    staffId: manager.staffId,
    sessionId: session.id,
    start,
  }
}

/** Secrets of the other organization's public pages, shown under the own name. */
function publicSecrets(): Record<string, unknown> {
  const keys = openKeys(TEST_SECRET, 'riverside')
  return {
    token: ids['selfToken'],
    visit: keys.visitSecret(ids['appointmentId'] ?? ''),
    visitType: keys.keyOf(ids['visitTypeId'] ?? ''),
    place: keys.keyOf(ids['siteId'] ?? ''),
    given: 'Zyxwvut',
    family: 'Quorlbaum',
    phone: '+13125550134',
    language: 'en',
    mayWrite: true,
  }
}

function legWanted() {
  return {
    visitTypeId: ids['visitTypeId'],
    siteId: ids['siteId'],
    start: ids['start'],
    assignments: [{ role: 'clinician', resourceId: ids['resourceId'] }],
  }
}

/** What somebody would send who knows every id of the other organization. */
function knowingInput(spec: EndpointSpec): Record<string, unknown> {
  const today = t.clock.now().toZonedDateTimeISO('America/Chicago').toPlainDate().toString()
  const person = { name: { given: 'Other', family: 'Person' }, birthDate: '1990-01-01' }
  return {
    ...ids,
    date: today,
    organization: 'lakeside',
    ...(spec.path.startsWith('/api/public/') ? publicSecrets() : { samePatientId: ids['patientId'] }),
    q: 'Zyxwvut',
    from: today,
    to: today,
    version: 1,
    mergedVersion: 1,
    reason: 'patient',
    step: 'identity',
    to_: 'arrived',
    source: 'card',
    amountCents: 2500,
    method: 'card',
    secret: 'x',
    password: 'x',
    code: '000000',
    pin: '1234',
    event: 'ended',
    externalId: 'zyx-1',
    line: '1',
    assignments: [{ role: 'clinician', resourceId: ids['resourceId'] }],
    start: ids['start'],
    clinicianIds: [ids['resourceId']],
    ...person,
    ...(spec.path.endsWith('/status') ? { from: 'booked', to: 'arrived' } : {}),
    ...(spec.path.endsWith('/break-glass') ? { reason: 'treatment' } : {}),
    ...(spec.path.endsWith('/restriction') ? { restriction: 'vip' } : {}),
    ...(spec.path.endsWith('/review') ? { finding: 'in-order' } : {}),
    ...(spec.path.endsWith('/decline') ? { reason: 'time' } : {}),
    ...(spec.path.endsWith('/undo') ? { from: 'booked' } : {}),
    ...(spec.path === '/api/calls' || spec.path === '/api/demo/ring' ? { from: '+13125550134' } : {}),
    ...(spec.path.startsWith('/api/resources') ? { name: 'X', kind: 'room', hours: [] } : {}),
    ...(spec.path.startsWith('/api/visit-types')
      ? {
          name: 'X',
          nameEs: 'X',
          durationMinutes: 20,
          roles: [{ role: 'clinician', kind: 'practitioner', candidates: [ids['resourceId']] }],
        }
      : {}),
    ...(spec.path.startsWith('/api/sites') && spec.method !== 'GET' ? { name: 'X', timeZone: 'America/Chicago' } : {}),
    ...(spec.path.startsWith('/api/staff')
      ? { name: 'X', email: 'x@example.org', role: 'junior', active: false, password: 'long enough to count' }
      : {}),
    ...(spec.path.startsWith('/api/column-sets') || spec.path === '/api/blocks'
      ? { name: 'X', resourceIds: [ids['resourceId']] }
      : { resourceIds: ids['resourceId'] }),
    ...(spec.path === '/api/api-keys' || spec.path === '/api/calendar-feeds' ? { name: 'X' } : {}),
    ...(spec.path.startsWith('/api/calendar-feeds/') ? { withPatients: false } : {}),
    ...(spec.path === '/api/repairs' ? { until: today } : {}),
    ...(spec.path.endsWith('/decision') ? { decision: 'not-same' } : {}),
    ...(spec.path === '/api/duplicates/compare'
      ? { given: 'Zyxwvut', family: 'Quorlbaum', birthDate: '1961-03-14' }
      : {}),
    ...(spec.path.endsWith('/decide') ? { decision: 'accepted' } : {}),
    ...(spec.path.endsWith('/answer') ? { answer: 'by-phone' } : {}),
    ...(spec.path.startsWith('/api/answers') ? { answer: 'yes' } : {}),
    ...(spec.path === '/api/exceptions' ? { startMinute: 0, endMinute: 60, kind: 'closed', reason: 'X' } : {}),
    ...(spec.path === '/api/leaves' ? { reason: 'X' } : {}),
    ...(spec.path.endsWith('/exceptions/remove') ? { exceptionIds: [ids['exceptionId']] } : {}),
    ...(spec.path.startsWith('/api/holidays')
      ? {
          name: 'X',
          country: 'US',
          year: 2026,
          holidays: [{ date: today, name: 'X', siteId: ids['siteId'] }],
        }
      : {}),
    ...(spec.path.startsWith('/api/chain-types')
      ? {
          name: 'X',
          nameEs: 'X',
          legs: [{ visitTypeId: ids['visitTypeId'] }, { visitTypeId: ids['visitTypeId'] }],
        }
      : {}),
    ...(spec.path.startsWith('/api/series')
      ? {
          rule: { unit: 'week', every: 1, from: today, atMinute: 540, count: 1 },
          occurrences: [
            { occurrence: 0, start: ids['start'], assignments: [{ role: 'clinician', resourceId: ids['resourceId'] }] },
          ],
        }
      : {}),
    ...(spec.path.startsWith('/api/chains') ? { name: 'X', legs: [legWanted(), legWanted()] } : {}),
    ...(spec.path.endsWith('/close') ? { closed: true } : {}),
    ...(spec.path === '/api/groups' ? { seats: 8 } : {}),
    ...(spec.path.startsWith('/api/payers') ? { name: 'X' } : {}),
    ...(spec.path === '/api/blocks' ? { startMinute: 0, endMinute: 60, reason: 'X' } : {}),
  }
}

/** One fingerprint over every table of the first organization, but for what grows by itself. */
async function fingerprint(): Promise<string> {
  const { db } = t.riverside
  const tables = [
    'site',
    'resource',
    'resource_hours',
    'visit_type',
    'staff',
    'patient',
    'duplicate_pair',
    'patient_merge',
    'contact_point',
    'coverage',
    'payer',
    'appointment',
    'hold',
    'allocation',
    'payment',
    'call',
    'message',
    'api_key',
    'appointment_status_history',
    'column_set',
    'calendar_feed',
    'repair',
    'repair_item',
    'holiday',
    'chain_type',
    'resource_exception',
    'series',
    'chain',
    'group_session',
    'self_booking',
    'break_glass',
    'patient_change',
  ] as const
  const parts: string[] = []
  for (const table of tables)
    parts.push(`${table}: ${JSON.stringify(await db.selectFrom(table).selectAll().orderBy(sql`1`).execute())}`)
  const sessions = await db.selectFrom('session').select(['id', 'ended_at', 'locked']).orderBy('id').execute()
  return `${parts.join('\n')}\n${JSON.stringify(sessions)}`
}

const walked = [...endpoints].filter(
  ([name]) => !['openLive', 'signOut', 'lockSession', 'readWelcome', 'setUp', 'signIn'].includes(name),
)

test('the other organization sees nothing and changes nothing, whatever ids it knows', async () => {
  const before = await fingerprint()
  const wrong: string[] = []
  for (const [name, spec] of walked) {
    const client = await t.lakeside.as(spec.access === 'call.post' ? 'integrator' : 'manager')
    const answer = await client.call(spec, knowingInput(spec))
    const text = answer.raw.toString('utf8')
    const seen = marks.filter((mark) => text.includes(mark))
    if (seen.length > 0) wrong.push(`${name} shows ${seen.join(', ')}`)
    if (answer.status >= 500) wrong.push(`${name}: ${answer.status}`)
    // Of the public pages the organization is named to everybody.
    const namesARecord = spec.path.replace(':organization', '').includes(':')
    if (namesARecord && answer.status < 400) wrong.push(`${name} answers ${answer.status} for a record of the other`)
    if (answer.status === 422) wrong.push(`${name} was not really asked: ${text.slice(0, 300)}`)
  }
  expect(wrong).toEqual([])
  expect(await fingerprint()).toBe(before)
})

test('the same questions by the organization itself do find something: the test above can fail', async () => {
  const manager = await t.riverside.as('manager')
  const found: string[] = []
  for (const [name, spec] of walked) {
    if (isWrite(spec)) continue
    const answer = await manager.call(spec, knowingInput(spec))
    if (marks.some((mark) => answer.raw.toString('utf8').includes(mark))) found.push(name)
  }
  expect(found).toEqual(
    expect.arrayContaining([
      'searchPatients',
      'readPatient',
      'listDuplicates',
      'readDuplicate',
      'compareDraft',
      'readDay',
      'readBoard',
      'readAppointment',
      'readRepair',
      'listRepairs',
      'readPractice',
      'listMessages',
      'listStaff',
      'listFeeds',
      'listSelfBookings',
      'listBrokenGlass',
      'listChanges',
    ]),
  )
})

test('a session of one organization is worth nothing under the name of the other, even well signed', async () => {
  const own = await t.riverside.as('manager')
  const signer = new Signer(cookieKey(TEST_SECRET))
  const { value } = signer.unsign(decodeURIComponent((own.cookie ?? '').replace('foyer_session=', '')))
  const asking = async (slug: string): Promise<string | null> => {
    const cookie = `foyer_session=${encodeURIComponent(signer.sign((value ?? '').replace(/^riverside\./, `${slug}.`)))}`
    return (await t.anonymous().call(session.readSession, {}, { headers: { cookie } })).problem
  }
  expect([await asking('riverside'), await asking('lakeside')]).toEqual([null, 'not-signed-in'])
})

test('the log of all this names no person, no birth date, no number', async () => {
  const manager = await t.riverside.as('manager')
  await manager.call(patients.changePatient, {
    patientId: ids['patientId'] ?? '',
    name: { given: 'Zyxwvut', family: 'Quorlbaum' },
    birthDate: '1961-03-14',
    phone: '(312) 555-0134',
    email: 'quorl@example.org',
    version: 1,
  })
  await manager.call(patients.searchPatients, { q: 'Quorlbaum 1961-03-14' })
  const text = t.logged.join('')
  expect(t.logged.length).toBeGreaterThan(50)
  const leaked = ['Zyxwvut', 'zyxwvut', 'Quorlbaum', 'quorl', '1961-03-14', '5550134', '555-0134', '00419999'].filter(
    (mark) => text.includes(mark),
  )
  expect(leaked).toEqual([])
})

test('a fault is logged by its code and place, never by its text', async () => {
  const schema = t.app.organizations.find('riverside')?.schema ?? ''
  await t.pool.pg.query(
    `alter table ${schema}.call add constraint no_such_caller check (from_number <> '+13125559999')`,
  )
  const phone = await t.riverside.as('integrator')
  const answer = await phone.call(calls.postCall, { externalId: 'fault-1', event: 'ringing', from: '+13125559999' })
  expect([answer.status, answer.problem]).toEqual([500, 'fault'])
  expect(answer.raw.toString()).not.toContain('5559999')
  const faults = t.logged.filter((line) => line.includes('"fault"'))
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.join('')).toContain('23514')
  expect(t.logged.join('')).not.toContain('5559999')
})
