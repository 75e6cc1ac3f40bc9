import { type CallInput, patients } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { whoUsesPhone } from './index.ts'
import { aPatient } from './testing.ts'

let t: TestApp
let desk: TestClient

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T16:00:00Z')
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

type NewPerson = CallInput<typeof patients.registerPatient>

function ramona(overrides: Partial<NewPerson> = {}): NewPerson {
  return {
    name: { given: 'Ramona', family: 'Castillo' },
    birthDate: '1990-02-11',
    phone: '312 555 0111',
    email: 'Ramona@example.org',
    language: 'es',
    ...overrides,
  }
}

async function told(type: string, id: string): Promise<unknown[]> {
  const rows = await t.riverside.db.selectFrom('outbox').select('payload').where('type', '=', type).execute()
  return rows.map((row) => row.payload).filter((payload) => (payload as { id: string }).id === id)
}

test('a person is registered, asked about, registered after all', async () => {
  const key = crypto.randomUUID()
  const first = await desk.call(patients.registerPatient, ramona(), { idempotencyKey: key })
  expect(first.status).toBe(200)
  expect(first.body).toMatchObject({
    name: { given: 'Ramona', family: 'Castillo' },
    birthDate: '1990-02-11',
    mrn: expect.stringMatching(/^0041 \d{4}$/),
    language: 'es',
  })
  expect(await told('patient.registered', first.body.id)).toEqual([{ id: first.body.id, patientId: first.body.id }])

  const replayed = await desk.call(patients.registerPatient, ramona(), { idempotencyKey: key })
  expect(replayed.body).toEqual(first.body)

  const again = await desk.call(patients.registerPatient, ramona({ name: { given: 'Ramona', family: 'Castilo' } }))
  expect(again.status).toBe(409)
  expect(again.refusal).toMatchObject({
    reason: 'possible-duplicate',
    candidates: [{ id: first.body.id, mrn: first.body.mrn, birthDate: '1990-02-11', phone: '+13125550111' }],
  })
  const candidates = again.refusal.reason === 'possible-duplicate' ? again.refusal.candidates : []
  expect(candidates[0]?.evidence).toContainEqual({ field: 'birthDate', outcome: 'same' })

  const anyway = await desk.call(
    patients.registerPatient,
    ramona({ name: { given: 'Ramona', family: 'Castilo' }, notADuplicateOf: [first.body.id] }),
  )
  expect(anyway.status).toBe(200)
  expect(anyway.body.mrn).not.toBe(first.body.mrn)

  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['outcome', 'patient_id', 'patient_ids'])
    .where('action', '=', 'patient.register')
    .orderBy('id')
    .execute()
  expect(trail).toContainEqual({ outcome: 'ok', patient_id: first.body.id, patient_ids: null })
  expect(trail).toContainEqual({
    outcome: 'refused:possible-duplicate',
    patient_id: null,
    patient_ids: [first.body.id],
  })
})

test('somebody else of the same household is no duplicate', async () => {
  await aPatient(t.riverside.db, { given: 'Tomas', family: 'Reyes', birth_date: '1984-01-09', phone: '3125550122' })
  const { status } = await desk.call(
    patients.registerPatient,
    ramona({
      name: { given: 'Lucia', family: 'Reyes' },
      birthDate: '2015-09-30',
      phone: '3125550122',
      email: null,
    }),
  )
  expect(status).toBe(200)
})

test('the same person of another practice is no duplicate here', async () => {
  await aPatient(t.lakeside.db, { given: 'Ivo', family: 'Petrov', birth_date: '1970-12-01', phone: '3125550133' })
  const { status } = await desk.call(
    patients.registerPatient,
    ramona({ name: { given: 'Ivo', family: 'Petrov' }, birthDate: '1970-12-01', phone: '3125550133', email: null }),
  )
  expect(status).toBe(200)
})

test('what cannot be: a number that is none, a birth date ahead', async () => {
  const short = await desk.call(patients.registerPatient, ramona({ phone: '55 12' }))
  expect(short.refusal).toEqual({ reason: 'phone-unreadable' })
  const ahead = await desk.call(patients.registerPatient, ramona({ birthDate: '2026-11-23' }))
  expect(ahead.refusal).toEqual({ reason: 'birth-date-ahead' })
})

test('a person is found under what was changed, not under the name that was, and by the number of before', async () => {
  const patientId = await aPatient(t.riverside.db, { given: 'Olga', family: 'Ivanova', phone: '3125550144' })
  const changed = await desk.call(patients.changePatient, {
    ...ramona({ name: { given: 'Olga', family: 'Sidorova' }, phone: '3125550155', email: null }),
    patientId,
    version: 1,
  })
  expect(changed.status).toBe(200)
  expect(changed.body).toMatchObject({
    version: 2,
    name: { given: 'Olga', family: 'Sidorova' },
    contacts: [{ system: 'phone', value: '+13125550155', use: 'mobile' }],
  })
  expect(await told('patient.changed', patientId)).toHaveLength(1)
  const search = async (q: string) =>
    (await desk.call(patients.searchPatients, { q })).body.patients.map((one) => one.id)
  expect(await search('sidorova')).toEqual([patientId])
  expect(await search('ivanova olga')).not.toContain(patientId)
  expect(await search('5550155')).toEqual([patientId])
  expect(await search('5550144')).toEqual([patientId])
})

test('two at once: the second is told', async () => {
  const patientId = await aPatient(t.riverside.db, { given: 'Noor', family: 'Haddad' })
  const change = (given: string) =>
    desk.call(patients.changePatient, { ...ramona({ name: { given, family: 'Haddad' } }), patientId, version: 1 })
  const answers = await Promise.all([change('Nour'), change('Noora')])
  expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find((one) => one.status === 409)?.refusal).toEqual({ reason: 'changed-meanwhile', version: 2 })
})

test('nobody changes a person of another practice, nor without the right to', async () => {
  const elsewhere = await aPatient(t.lakeside.db)
  const change = { ...ramona(), version: 1 }
  expect((await desk.call(patients.changePatient, { ...change, patientId: elsewhere })).status).toBe(404)
  const here = await aPatient(t.riverside.db)
  const junior = await t.riverside.as('junior')
  expect((await junior.call(patients.changePatient, { ...change, patientId: here })).status).toBe(403)
})

test('who uses a number: their own before a relative’s, and nobody for what is no number', async () => {
  const { db } = t.riverside
  const child = await aPatient(db, { given: 'Abel', family: 'Okoye', birth_date: '2018-01-01' })
  const mother = await aPatient(db, { given: 'Zora', family: 'Okoye', phone: '3125550166' })
  await db
    .insertInto('related_person')
    .values({
      id: crypto.randomUUID(),
      patient_id: child,
      name: 'Zora Okoye',
      relationship: 'mother',
      phone: '+13125550166',
      search_value: '66105552131',
    })
    .execute()
  const asker = { actor: { staffId: t.clock.id(), name: 'Ana', role: 'junior' as const }, now: t.clock.now() }
  const users = await whoUsesPhone(asker, db, '+13125550166')
  expect(users.map(({ line, via }) => [line.id, via])).toEqual([
    [mother, null],
    [child, 'Zora Okoye'],
  ])
  expect(await whoUsesPhone(asker, db, 'anonymous')).toEqual([])
  expect(await whoUsesPhone(asker, t.lakeside.db, '+13125550166')).toEqual([])
})
