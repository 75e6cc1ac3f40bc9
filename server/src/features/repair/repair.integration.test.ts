import { practice, repair, type Reply, scheduling } from '@foyer/contract'
import { addDays, Temporal } from '@foyer/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aSmallPractice, type SmallPractice } from '../practice/testing.ts'
import { anAppointment, type BuiltAppointment } from '../scheduling/testing.ts'
import { aFullDay } from './testing.ts'

type Repair = Reply<typeof repair.readRepair>

let t: TestApp
let desk: TestClient
let p: SmallPractice
let visits: readonly BuiltAppointment[]

beforeAll(async () => {
  t = await openTestApp({ mailServer: true, publicUrl: 'https://desk.example.org/' })
  t.clock.set('2026-12-07T15:00:00Z')
  p = await aSmallPractice(t.riverside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

let day = { from: '2026-12-01', until: '2026-12-01', reason: 'Dr. Okafor is ill' }
/** Each test has a Tuesday of its own. */
beforeEach(async () => {
  const date = Temporal.PlainDate.from(day.from).add({ weeks: 1 }).toString()
  day = { ...day, from: date, until: date }
  visits = await aFullDay(t.riverside.db, p, date)
})
const after = (days: number): string => addDays(day.from, days)

async function propose(client: TestClient = desk): Promise<Repair> {
  const answer = await client.call(repair.proposeRepair, { resourceIds: [p.clinicians.okafor], ...day })
  expect(answer.status, answer.raw.toString()).toBe(200)
  return answer.body
}
async function acceptAll({ id, version }: Repair): Promise<Repair> {
  return (await desk.call(repair.acceptRepair, { repairId: id, version })).body
}
function expectSound(plan: Repair): void {
  const taken = plan.items.flatMap(({ appointmentId, proposal }) =>
    (proposal?.assignments ?? []).map((each) => ({ ...each, appointmentId })),
  )
  for (const one of taken)
    for (const other of taken)
      if (one.appointmentId < other.appointmentId && one.resourceId === other.resourceId)
        expect(one.end <= other.start || other.end <= one.start).toBe(true)
}
/** Each resource is in one place: what the database would not allow otherwise, read back. */
async function allocationsOf(resourceId: string) {
  return t.riverside.db
    .selectFrom('allocation')
    .select([
      'appointment_id',
      'reason',
      'block_id',
      sql<string>`lower(during)`.as('from'),
      sql<string>`upper(during)`.as('until'),
    ])
    .where('resource_id', '=', resourceId)
    .where(sql<boolean>`during && tstzrange(${`${day.from}T06:00:00Z`}, ${`${after(1)}T06:00:00Z`})`)
    .orderBy('during')
    .execute()
}
function item(plan: Repair, visit: BuiltAppointment | undefined): Repair['items'][number] {
  const found = plan.items.find(({ appointmentId }) => appointmentId === visit?.id)
  if (!found) throw new Error('the visit is in the plan')
  return found
}
function messagesTo(patientId: string) {
  return t.riverside.db.selectFrom('message').selectAll().where('patient_id', '=', patientId).execute()
}

test('a sick day with fourteen visits: a whole plan, the same times with colleagues, proven to be the best', async () => {
  const plan = await propose()
  expect(plan.items.map(({ appointmentId }) => appointmentId)).toEqual(visits.map(({ id }) => id))
  expectSound(plan)
  expect(plan.isOptimal).toBe(true)
  for (const { before, proposal, why, patient } of plan.items) {
    expect(proposal?.start).toBe(before.start)
    expect(proposal?.assignments.find(({ role }) => role === 'clinician')?.resourceId).not.toBe(p.clinicians.okafor)
    expect(why.map(({ code }) => code)).toEqual(['time-kept', 'other-clinician'])
    expect(patient).toMatchObject({ mrn: expect.any(String), birthDate: '1961-03-14' })
  }
  // Nothing has moved yet.
  expect(await allocationsOf(p.clinicians.okafor)).toHaveLength(14)
})

test('why somebody is not there is told to those who repair or manage schedules, not to all who read them', async () => {
  const { id: repairId, reason } = await propose()
  expect(reason).toBe(day.reason)
  for (const role of ['junior', 'clinician'] as const) {
    const reader = await t.riverside.as(role)
    const [read, listed] = [
      await reader.call(repair.readRepair, { repairId }),
      await reader.call(repair.listRepairs, {}),
    ]
    expect([read.status, read.body.reason]).toEqual([200, null])
    expect(listed.body.repairs.find(({ id }) => id === repairId)?.reason).toBeNull()
  }
})

test('accepted whole and applied: all are moved, the time is closed, each hears of it in their language, with a link', async () => {
  const accepted = await acceptAll(await propose())
  expect(accepted.counts).toMatchObject({ affected: 14, open: 0, accepted: 14, moved: 0 })
  const options = { idempotencyKey: `apply ${accepted.id}`.replaceAll(' ', '-') }
  const order = { repairId: accepted.id, version: accepted.version }
  const applied = await desk.call(repair.applyRepair, order, options)
  expect(applied.body).toMatchObject({
    status: 'applied',
    overtaken: 0,
    counts: { moved: 14, accepted: 0, unanswered: 14 },
  })
  // The same request again does nothing again.
  const again = await desk.call(repair.applyRepair, order, options)
  expect(again.body.counts).toEqual(applied.body.counts)

  const left = await allocationsOf(p.clinicians.okafor)
  expect(left.every(({ reason, block_id }) => reason === day.reason && block_id === accepted.id)).toBe(true)
  expect([left[0]?.from, left.at(-1)?.until]).toEqual([`${day.from}T06:00:00Z`, `${after(1)}T06:00:00Z`])
  const entries = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['subject_id', 'reason'])
    .where('action', '=', 'appointment.move')
    .where(
      'subject_id',
      'in',
      visits.map(({ id }) => id),
    )
    .execute()
  expect(entries).toHaveLength(14)
  expect(new Set(entries.map(({ reason }) => reason))).toEqual(new Set([day.reason]))

  const first = visits[0]?.patientId ?? ''
  await expect.poll(() => messagesTo(first), { timeout: 15_000 }).toHaveLength(1)
  const [message] = await messagesTo(first)
  expect(message?.language).toBe('es')
  expect(message?.body).toContain('sigue a la misma hora')
  for (const health of ['Okafor', 'Singh', 'Weiss', 'Follow-up', 'Seguimiento', 'ill'])
    expect(`${message?.subject} ${message?.body}`).not.toContain(health)
  const link = /https:\/\/desk\.example\.org\/answer#(\S+)/.exec(message?.body ?? '')?.[1] ?? ''

  const nobody = t.anonymous()
  const shown = await nobody.call(repair.readAnswer, { token: link })
  expect(shown.body).toMatchObject({
    practice: 'Riverside Family Health',
    start: visits[0]?.start,
    isOpen: true,
    language: 'es',
  })
  expect(shown.raw.toString()).not.toMatch(/Okafor|Singh|Weiss|Follow-up|Person0/)
  expect((await nobody.call(repair.giveAnswer, { token: link, answer: 'call' })).body.answer).toBe('call')
  expect((await nobody.call(repair.giveAnswer, { token: link, answer: 'yes' })).body.answer).toBe('yes')
  const other = `${link.slice(0, -1)}${link.endsWith('_') ? 'A' : '_'}`
  expect((await nobody.call(repair.readAnswer, { token: other })).status).toBe(404)
  expect((await nobody.call(repair.readAnswer, { token: link.replace('riverside', 'lakeside') })).status).toBe(404)

  const second = visits[1]?.id ?? ''
  const phoned = await desk.call(repair.noteRepairAnswer, {
    repairId: accepted.id,
    appointmentId: second,
    answer: 'by-phone',
  })
  expect(item(phoned.body, visits[0])).toMatchObject({ answer: 'yes', hasEmail: true, hasPhone: false })
  expect(item(phoned.body, visits[1])).toMatchObject({ answer: 'by-phone', hasEmail: false, hasPhone: true })
  expect(phoned.body.counts.unanswered).toBe(12)
})

test('accepted in part: one is kept, one cancelled with a reason, the rest waits', async () => {
  const plan = await propose()
  const decide = (index: number, decision: 'accepted' | 'kept' | 'cancelled', reason: string | null = null) =>
    desk.call(repair.decideRepairItem, { repairId: plan.id, appointmentId: visits[index]?.id ?? '', decision, reason })
  expect((await desk.call(repair.applyRepair, { repairId: plan.id, version: plan.version })).refusal).toEqual({
    reason: 'nothing-decided',
  })
  await decide(0, 'accepted')
  await decide(1, 'kept')
  expect((await decide(2, 'cancelled')).refusal).toEqual({ reason: 'reason-missing' })
  const decided = await decide(2, 'cancelled', 'Asked to come in the new year')
  const stale = await desk.call(repair.applyRepair, { repairId: plan.id, version: plan.version })
  expect(stale.refusal).toEqual({ reason: 'changed-meanwhile', version: decided.body.version })
  const applied = await desk.call(repair.applyRepair, { repairId: plan.id, version: decided.body.version })
  expect(applied.body).toMatchObject({ status: 'proposed', counts: { affected: 14, open: 11, moved: 1 } })
  expect(item(applied.body, visits[2])).toMatchObject({ decision: 'cancelled', appliedAt: expect.any(String) })
  const read = async (index: number) =>
    (await desk.call(scheduling.readAppointment, { appointmentId: visits[index]?.id ?? '' })).body
  expect(await read(1)).toMatchObject({ status: 'booked', version: 1 })
  expect(await read(2)).toMatchObject({ status: 'cancelled', cancelReason: 'practice' })
  expect((await decide(0, 'kept')).refusal).toEqual({ reason: 'already-applied' })
  // Whoever was not decided on still has the time; around them it is closed.
  const left = await allocationsOf(p.clinicians.okafor)
  expect(left.filter(({ appointment_id }) => appointment_id !== null)).toHaveLength(12)
})

test('overtaken by events: a place taken meanwhile and a visit somebody else moved are planned anew, nothing is lost', async () => {
  const accepted = await acceptAll(await propose())
  const [first, second] = [item(accepted, visits[0]), item(accepted, visits[1])]
  const other = await aPatient(t.riverside.db)
  const { assignments, start } = first.proposal ?? { assignments: [], start: '' }
  await anAppointment(t.riverside.db, {
    siteId: p.siteId,
    visitTypeId: p.visitTypes.followUp,
    patientId: other,
    start,
    assignments: assignments.filter(({ role }) => role === 'clinician'),
  })
  await t.riverside.db.updateTable('appointment').set({ version: 7 }).where('id', '=', second.appointmentId).execute()
  const applied = await desk.call(repair.applyRepair, { repairId: accepted.id, version: accepted.version })
  expect(applied.body).toMatchObject({ overtaken: 2, status: 'proposed', counts: { moved: 12, open: 2 } })
  for (const visit of visits.slice(0, 2)) {
    const now = item(applied.body, visit)
    expect(now).toMatchObject({ decision: 'overtaken', appliedAt: null })
    expect(now.proposal).not.toBeNull()
  }
  expect(item(applied.body, visits[0]).proposal?.assignments).not.toEqual(first.proposal?.assignments)
  const rest = await acceptAll(applied.body)
  const whole = await desk.call(repair.applyRepair, { repairId: rest.id, version: rest.version })
  expect(whole.body).toMatchObject({ overtaken: 0, status: 'applied', counts: { moved: 14 } })
})

test('a visit that somebody cancelled meanwhile is settled', async () => {
  const plan = await propose()
  await desk.call(scheduling.cancelAppointment, { appointmentId: visits[3]?.id ?? '', reason: 'patient', version: 1 })
  const anew = await desk.call(repair.reproposeRepair, { repairId: plan.id, version: plan.version })
  expect(item(anew.body, visits[3])).toMatchObject({
    decision: 'overtaken',
    proposal: null,
    appliedAt: expect.any(String),
    cost: 0,
  })
  expect(anew.body.counts.open).toBe(13)
})

test('two managers at once: each visit moves once', async () => {
  const accepted = await acceptAll(await propose())
  const manager = await t.riverside.as('manager')
  const order = { repairId: accepted.id, version: accepted.version }
  const answers = await Promise.all([desk, manager].map((who) => who.call(repair.applyRepair, order)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const read = await desk.call(repair.readRepair, { repairId: accepted.id })
  expect(read.body).toMatchObject({ status: 'applied', counts: { moved: 14 } })
  const steps = await t.riverside.db
    .selectFrom('appointment_status_history')
    .select('appointment_id')
    .where(
      'appointment_id',
      'in',
      visits.map(({ id }) => id),
    )
    .where('reason', '=', day.reason)
    .execute()
  expect(steps).toHaveLength(14)
})

async function closeColleagues(app: TestApp, small: SmallPractice): Promise<void> {
  const manager = await app.riverside.as('manager')
  const closed = { date: day.from, startMinute: 0, endMinute: 1440, reason: 'Training' }
  for (const resourceId of [small.clinicians.singh, small.clinicians.weiss])
    expect((await manager.call(practice.blockTime, { resourceIds: [resourceId], ...closed })).status).toBe(200)
}

test('when the colleagues are full, visits go to other days, and the plan is still the best there is', async () => {
  await closeColleagues(t, p)
  const plan = await propose()
  expectSound(plan)
  expect(plan.isOptimal).toBe(true)
  expect(plan.items.every(({ proposal }) => proposal !== null && proposal.start > after(1))).toBe(true)
  expect(plan.items.flatMap(({ why }) => why.map(({ code }) => code))).toContain('days')
})

test('a solver that fails: the plan is whole all the same, and says that a better one may exist', async () => {
  const broken = await openTestApp({ solver: { solve: async () => null, stop: async () => {} } })
  try {
    broken.clock.set('2026-12-07T15:00:00Z')
    const small = await aSmallPractice(broken.riverside.db)
    const affected = await aFullDay(broken.riverside.db, small, day.from)
    await closeColleagues(broken, small)
    const client = await broken.riverside.as('coordinator')
    const answer = await client.call(repair.proposeRepair, { resourceIds: [small.clinicians.okafor], ...day })
    expectSound(answer.body)
    expect(answer.body.isOptimal).toBe(false)
    expect(answer.body.items.filter(({ proposal }) => proposal)).toHaveLength(affected.length)
  } finally {
    await broken.stop()
  }
})

test('a group visit that counts on the clinician is told of, and left where it is until somebody else does it', async () => {
  const { db } = t.riverside
  const [id, start, end] = [t.clock.id(), `${day.from}T23:00:00Z`, `${day.from}T23:30:00Z`]
  await db
    .insertInto('group_session')
    .values({
      id,
      visit_type_id: p.visitTypes.followUp,
      site_id: p.siteId,
      starts_at: start,
      ends_at: end,
      seats: 8,
      created_at: t.clock.now().toString(),
    })
    .execute()
  const during = sql<string>`tstzrange(${start}, ${end})`
  const resource = { resource_id: p.clinicians.okafor, role: 'clinician' }
  await db
    .insertInto('allocation')
    .values({ id: t.clock.id(), ...resource, group_session_id: id, during })
    .execute()
  const accepted = await acceptAll(await propose())
  expect([accepted.groups.map((group) => group.id), accepted.counts.affected]).toEqual([[id], 14])
  const applied = await desk.call(repair.applyRepair, { repairId: accepted.id, version: accepted.version })
  expect(applied.body).toMatchObject({ groups: [{ id }], status: 'proposed', counts: { groups: 1, moved: 14 } })
})

test('who is not affected, and times that make no sense', async () => {
  const ask = async (wish: Partial<typeof day>, resourceId = p.clinicians.singh) =>
    (await desk.call(repair.proposeRepair, { resourceIds: [resourceId], ...day, ...wish })).refusal
  expect(await ask({})).toEqual({ reason: 'nobody-affected', here: 0 })
  expect(await ask({ from: after(1) })).toEqual({ reason: 'dates-backwards' })
  expect(await ask({ from: '2026-12-01', until: '2026-12-02' })).toEqual({ reason: 'time-past' })
  expect(await ask({ until: after(40) })).toEqual({ reason: 'too-long', mostDays: 31 })
})

test('who may: a junior reads and decides nothing; the other practice finds nothing', async () => {
  const plan = await propose()
  const junior = await t.riverside.as('junior')
  expect((await junior.call(repair.readRepair, { repairId: plan.id })).body.can).toEqual({
    decide: false,
    cancel: false,
  })
  expect((await junior.call(repair.acceptRepair, { repairId: plan.id, version: plan.version })).status).toBe(403)
  const stranger = await t.lakeside.as('manager')
  const order = { repairId: plan.id, version: plan.version }
  const statuses = await Promise.all([
    stranger.call(repair.readRepair, order),
    stranger.call(repair.acceptRepair, order),
    stranger.call(repair.applyRepair, order),
    stranger.call(repair.reproposeRepair, order),
  ])
  expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect((await stranger.call(repair.listRepairs, {})).body.repairs).toEqual([])
})
