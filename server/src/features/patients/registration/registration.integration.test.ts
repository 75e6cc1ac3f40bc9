import { type CallInput, arrival, patients, record, registration, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../testing.ts'
import { settleRegistration } from './settle.ts'

let t: TestApp
let desk: TestClient
let manager: TestClient
const site = crypto.randomUUID()
const scan = crypto.randomUUID()
const talk = crypto.randomUUID()

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T16:00:00Z')
  desk = await t.riverside.as('coordinator')
  manager = await t.riverside.as('manager')
  const { db } = t.riverside
  await db.insertInto('site').values({ id: site, name: 'Main Street', time_zone: 'America/Chicago' }).execute()
  for (const [id, name] of [
    [scan, 'MRI'],
    [talk, 'Follow-up'],
  ] as const)
    await db.insertInto('visit_type').values({ id, name, name_es: name, duration_minutes: 20, roles: '[]' }).execute()
})
beforeEach(async () => {
  for (const visitTypeId of [null, scan]) await set(visitTypeId, {})
})
afterAll(() => t.stop())

type Rules = CallInput<typeof registration.setRegistrationRules>['rules']

async function set(
  visitTypeId: string | null,
  rules: Partial<Record<Rules[number]['field'], 'required' | 'asked' | 'hidden'>>,
) {
  const list = Object.entries(rules).map(([field, requirement]) => ({ field, requirement }) as Rules[number])
  return manager.call(registration.setRegistrationRules, { visitTypeId, rules: list })
}

const address = { line: '12 Elm St', city: 'Springfield', state: 'IL', postalCode: '62701' }

let count = 0
/** Nobody like anybody before. */
function somebody(overrides: Partial<CallInput<typeof patients.registerPatient>> = {}) {
  count += 1
  const family =
    [
      'Abara',
      'Bjørk',
      'Cerqueira',
      'Dvořák',
      'Eze',
      'Farkas',
      'Grzyb',
      'Hoxha',
      'Iwu',
      'Jokinen',
      'Keita',
      'Lund',
      'Mbeki',
      'Nováček',
      'Okoro',
      'Petrescu',
    ][count - 1] ?? 'X'
  return {
    name: { given: `P${'qrstuvwxyzabcdefg'.charAt(count)}o`, family },
    birthDate: `19${40 + count * 3}-0${(count % 9) + 1}-1${count % 9}`,
    ...overrides,
  }
}

async function page(patientId: string) {
  return (await desk.call(patients.readPatient, { patientId })).body
}

async function missing(patientId: string) {
  return (await page(patientId)).open.find(({ code }) => code === 'registration-incomplete')?.fields ?? []
}

async function aVisit(patientId: string, visitTypeId: string): Promise<string> {
  const id = crypto.randomUUID()
  await t.riverside.db
    .insertInto('appointment')
    .values({
      id,
      patient_id: patientId,
      visit_type_id: visitTypeId,
      site_id: site,
      starts_at: '2026-11-22T18:00:00Z',
      ends_at: '2026-11-22T18:20:00Z',
      status: 'booked',
      status_since: '2026-11-20T15:00:00Z',
      booked_at: '2026-11-20T15:00:00Z',
    })
    .execute()
  return id
}

test('saved as far as it goes, open until it is filled, then complete by itself', async () => {
  const person = somebody({ birthDate: null })
  const { status, body } = await desk.call(patients.registerPatient, person)
  expect(status).toBe(200)
  expect((await page(body.id)).patient).toMatchObject({ registration: 'partial', birthDate: '' })
  expect(await missing(body.id)).toEqual(['birthDate', 'phone', 'address'])

  const half = { ...person, birthDate: '1980-04-05', phone: '3125550171', patientId: body.id, version: 1 }
  expect((await desk.call(patients.changePatient, half)).body.registration).toBe('partial')
  expect(await missing(body.id)).toEqual(['address'])
  const whole = await desk.call(patients.changePatient, { ...half, address, version: 2 })
  expect(whole.body.registration).toBe('complete')
  expect(await missing(body.id)).toEqual([])
  const { changes } = (await desk.call(restricted.listChanges, { patientId: body.id })).body
  expect(changes.filter(({ field }) => field === 'registration')).toMatchObject([
    { before: 'partial', after: 'complete', by: 'Test coordinator' },
  ])
})

test('who says everything at once is complete at once, and stays so when a rule comes later', async () => {
  const whole = somebody({ phone: '3125550172', address })
  const { id } = (await desk.call(patients.registerPatient, whole)).body
  expect((await page(id)).patient.registration).toBe('complete')
  await set(null, { email: 'required' })
  expect(await missing(id)).toEqual([])
  const next = await desk.call(patients.registerPatient, somebody({ phone: '3125550173', address }))
  expect(await missing(next.body.id)).toEqual(['email'])
})

test('a visit type asks for what the practice does not, and for less where it says so', async () => {
  await set(scan, { birthSex: 'required', address: 'hidden' })
  const known = await aPatient(t.riverside.db)
  const visit = await aVisit(known, scan)
  expect(await missing(known)).toEqual(['birthSex'])
  const { steps } = (await desk.call(arrival.readCheckIn, { appointmentId: visit })).body
  expect(steps.find(({ code }) => code === 'registration')).toMatchObject({ state: 'missing', fields: ['birthSex'] })
  const board = (await desk.call(arrival.readBoard, { siteId: site, date: '2026-11-22' })).body
  const readiness = board.visits.find(({ appointmentId }) => appointmentId === visit)?.readiness
  expect(readiness?.find(({ code }) => code === 'registration')?.fields).toEqual(['birthSex'])

  const other = await aVisit(await aPatient(t.riverside.db), talk)
  const plain = (await desk.call(arrival.readCheckIn, { appointmentId: other })).body
  expect(plain.steps.some(({ code }) => code === 'registration')).toBe(false)

  const { id } = (await desk.call(patients.registerPatient, somebody())).body
  expect(await missing(id)).toEqual(['phone', 'address'])
  await aVisit(id, scan)
  expect(await missing(id)).toEqual(['birthSex', 'phone'])
})

test('a language that nobody asked is open where it is required, and English until somebody says one', async () => {
  await set(scan, { language: 'required' })
  const person = somebody({ phone: '3125550179', address })
  const { body } = await desk.call(patients.registerPatient, person)
  expect(body).toMatchObject({ language: 'en', interpreterNeeded: false })
  expect((await page(body.id)).patient).toMatchObject({
    language: 'en',
    languageAsked: false,
    registration: 'complete',
  })
  const visit = await aVisit(body.id, scan)
  expect(await missing(body.id)).toEqual(['language'])
  const checkIn = (await desk.call(arrival.readCheckIn, { appointmentId: visit })).body
  expect(checkIn.steps.find(({ code }) => code === 'registration')).toMatchObject({ fields: ['language'] })

  // Neither what is silent of it nor what helps is an answer.
  const change = { ...person, patientId: body.id, version: 1 }
  expect((await desk.call(patients.changePatient, change)).body).toMatchObject({ languageAsked: false })
  const said = {
    patientId: body.id,
    languages: ['en'],
    interpreterNeeded: false,
    accessibility: ['wheelchair' as const],
  }
  expect((await desk.call(record.changeLanguages, { ...said, version: 2 })).status).toBe(200)
  expect(await missing(body.id)).toEqual(['language'])

  const asked = await desk.call(patients.changePatient, { ...change, language: 'en', version: 3 })
  expect(asked.body).toMatchObject({ language: 'en', languageAsked: true })
  expect(await missing(body.id)).toEqual([])
  const { changes } = (await desk.call(restricted.listChanges, { patientId: body.id })).body
  expect(changes.filter(({ field }) => field === 'language')).toMatchObject([{ before: null, after: 'en' }])
  // A form that is silent of it takes no answer away.
  const later = await desk.call(patients.changePatient, { ...change, version: 4 })
  expect(later.body).toMatchObject({ language: 'en', languageAsked: true })
})

test('that English is their language can be said where it already stands', async () => {
  await set(scan, { language: 'required' })
  const person = { name: { given: 'Wren', family: 'Quist' }, birthDate: '1971-06-09', phone: '3125550164', address }
  const { id } = (await desk.call(patients.registerPatient, person)).body
  await aVisit(id, scan)
  expect((await desk.call(record.readRecord, { patientId: id })).body).toMatchObject({ languageAsked: false })
  const said = { patientId: id, languages: ['en'], interpreterNeeded: false, accessibility: [], version: 1 }
  const answered = await desk.call(record.changeLanguages, { ...said, languageAsked: true })
  expect(answered.body).toMatchObject({ language: 'en', languageAsked: true })
  expect(await missing(id)).toEqual([])
})

test('a further language or an interpreter is an answer; records from before the question count as asked', async () => {
  await set(scan, { language: 'required' })
  const { id } = (await desk.call(patients.registerPatient, somebody({ phone: '3125550180', address }))).body
  await aVisit(id, scan)
  expect(await missing(id)).toEqual(['language'])
  const said = { patientId: id, languages: ['es'], interpreterNeeded: true, accessibility: [], version: 1 }
  expect((await desk.call(record.changeLanguages, said)).status).toBe(200)
  expect(await missing(id)).toEqual([])
  const known = await aPatient(t.riverside.db)
  await aVisit(known, scan)
  expect(await missing(known)).toEqual([])
})

test('an address is kept as far as it is known, and stays open until the rest is', async () => {
  const person = somebody({ phone: '3125550178', address: { city: 'Springfield' } })
  const { status, body } = await desk.call(patients.registerPatient, person)
  expect(status).toBe(200)
  expect((await page(body.id)).patient.address).toEqual({ line: '', city: 'Springfield', state: '', postalCode: '' })
  expect(await missing(body.id)).toEqual(['address'])
  const { body: found } = await desk.call(patients.searchPatients, { q: `${person.name.given} ${person.name.family}` })
  expect(found.patients).toMatchObject([{ id: body.id, city: 'Springfield' }])
  const visit = await aVisit(body.id, talk)
  const checkIn = (await desk.call(arrival.readCheckIn, { appointmentId: visit })).body
  expect(JSON.stringify(checkIn)).toContain('"Springfield"')

  const { body: details } = await desk.call(record.readRecord, { patientId: body.id })
  const moved = { patientId: body.id, version: details.version, address: { line: '12 Elm St' }, since: null }
  const corrected = await desk.call(record.correctAddress, moved)
  expect(corrected.body.address).toEqual({ line: '12 Elm St', city: '', state: '', postalCode: '' })
  const { changes } = (await desk.call(restricted.listChanges, { patientId: body.id })).body
  expect(changes.find(({ field }) => field === 'address')?.after).toMatchObject({ line: '12 Elm St' })
  const whole = { ...moved, version: corrected.body.version, address }
  expect((await desk.call(record.correctAddress, whole)).status).toBe(200)
  expect(await missing(body.id)).toEqual([])
  expect((await desk.call(patients.registerPatient, somebody({ address: { line: ' ' } }))).status).toBe(422)
})

test('race is noted of somebody whose birth date nobody knows', async () => {
  const { id } = (await desk.call(patients.registerPatient, somebody({ birthDate: null }))).body
  const background = {
    patientId: id,
    version: 1,
    birthDate: null,
    birthDateEstimated: false,
    sex: 'unknown',
    birthSex: null,
    genderIdentity: null,
    pronouns: null,
    multipleBirth: null,
    ethnicity: null,
  } as const
  const { status, body } = await desk.call(record.changeBackground, { ...background, race: ['white'] })
  expect(status).toBe(200)
  expect(body).toMatchObject({ birthDate: '', race: ['white'] })
})

test('a person of one name is registered', async () => {
  const { status, body } = await desk.call(patients.registerPatient, {
    name: { given: 'Suhartono', family: '–' },
    birthDate: null,
  })
  expect(status).toBe(200)
  expect(await missing(body.id)).toEqual(['birthDate', 'phone', 'address'])
})

test('what the visit type requires is said while registering, and the record is complete', async () => {
  const asked = ['birthSex', 'genderIdentity', 'race', 'ethnicity', 'accessibility', 'employer', 'emergencyContact']
  await set(scan, Object.fromEntries(asked.map((field) => [field, 'required'])))
  const person = somebody({ phone: '3125550176', address })
  const besides = {
    birthSex: 'female',
    genderIdentity: 'female',
    race: ['white'],
    ethnicity: 'not-hispanic',
    accessibility: ['wheelchair'],
    employer: 'Riverside Mill',
    emergencyContact: { name: 'Jo Abara', relationship: 'sister', phone: '3125550177' },
  } as const
  const { body } = await desk.call(patients.registerPatient, {
    ...person,
    ...besides,
    race: [...besides.race],
    accessibility: [...besides.accessibility],
  })
  await aVisit(body.id, scan)
  expect(await missing(body.id)).toEqual([])
  expect((await page(body.id)).relatedPersons).toMatchObject([{ name: 'Jo Abara', phone: '+13125550177' }])
  const { changes } = (await desk.call(restricted.listChanges, { patientId: body.id })).body
  expect(changes.map(({ field }) => field)).toEqual(expect.arrayContaining(['race', 'employer', 'relative.phone']))

  const declined = { ...somebody(), race: ['asked-declined', 'white'] as ('asked-declined' | 'white')[] }
  expect((await desk.call(patients.registerPatient, declined)).refusal?.reason).toBe('declined-and-answered')
  const odd = { ...somebody(), emergencyContact: { name: 'Jo', relationship: 'sister', phone: '555 01' } }
  expect((await desk.call(patients.registerPatient, odd)).refusal?.reason).toBe('relative-phone-unreadable')
  await set(scan, {})
})

test('urgent: a record at once, found, arriving, completed when the person is known', async () => {
  const urgent = await desk.call(registration.registerUrgent, { sex: 'male', age: 40 })
  expect(urgent.body).toMatchObject({
    name: { given: 'Unknown', family: expect.stringMatching(/^Male [A-Z]/) },
    birthDate: '1985',
  })
  const { id, name } = urgent.body
  const second = await desk.call(registration.registerUrgent, { sex: 'male', age: 40 })
  expect(second.body.name.family).not.toBe(name.family)

  expect((await page(id)).patient).toMatchObject({ registration: 'urgent', birthDateEstimated: true })
  expect(await missing(id)).toEqual(['name', 'birthDate', 'phone', 'address'])
  expect((await page(id)).open.map(({ code }) => code)).not.toContain('date-of-birth-partial')
  for (const q of ['unknown', urgent.body.mrn]) {
    const { body } = await desk.call(patients.searchPatients, { q })
    expect(body.patients.map((hit) => hit.id)).toContain(id)
  }
  const visit = await aVisit(id, talk)
  const moved = await desk.call(arrival.moveVisit, { appointmentId: visit, from: 'booked', to: 'arrived' })
  expect(moved.status).toBe(200)

  // Their address is known before they are: the guess stays a guess.
  const { changePatient } = patients
  const unknown = { patientId: id, name, birthDate: null, sex: 'male' as const, address }
  const addressed = await desk.call(changePatient, { ...unknown, version: 1 })
  expect(addressed.body).toMatchObject({ registration: 'urgent', birthDate: '1985', birthDateEstimated: true })
  const named = await desk.call(changePatient, { ...unknown, name: { given: 'Amadou', family: 'Sylla' }, version: 2 })
  expect(named.body.registration).toBe('partial')
  const whole = { ...unknown, name: { given: 'Amadou', family: 'Sylla' }, birthDate: '1985-12-30', phone: '3125550174' }
  const done = await desk.call(changePatient, { ...whole, version: 3 })
  expect(done.body).toMatchObject({ registration: 'complete', birthDateEstimated: false })
})

test('urgent, and a name is known: “Maria, about 60” is Maria, her birth date a guess', async () => {
  const { body } = await desk.call(registration.registerUrgent, { given: 'Maria', sex: 'female', age: 60 })
  expect(body).toMatchObject({ name: { given: 'Maria', family: '–' }, birthDate: '1965' })
  expect((await page(body.id)).patient).toMatchObject({ registration: 'partial', birthDateEstimated: true })
  expect(await missing(body.id)).toEqual(['birthDate', 'phone', 'address'])
  const year = await desk.call(registration.registerUrgent, { family: 'Okafor', birthYear: 1958 })
  expect(year.body).toMatchObject({ name: { given: '–', family: 'Okafor' }, birthDate: '1958' })
  const ahead = await desk.call(registration.registerUrgent, { given: 'Maria', birthYear: 2031 })
  expect(ahead.refusal?.reason).toBe('birth-date-ahead')
})

test('an unknown person is never in the way of a registration, nor offered to one', async () => {
  const { id } = (await desk.call(registration.registerUrgent, { sex: 'female', age: 30 })).body
  const again = await desk.call(registration.registerUrgent, { sex: 'female', age: 30 })
  expect(again.status).toBe(200)
  const typed = await desk.call(patients.registerPatient, {
    name: { given: 'Unknown', family: 'Female' },
    birthDate: '1996-01-01',
    sex: 'female',
  })
  expect(typed.status).toBe(200)
  expect((await page(id)).patient.registration).toBe('urgent')
})

test('what others fill completes a registration too', async () => {
  const { id } = (await desk.call(patients.registerPatient, somebody({ phone: '3125550175' }))).body
  await t.riverside.db
    .updateTable('patient')
    .set({ address: JSON.stringify(address) })
    .where('id', '=', id)
    .execute()
  // The page tells at once what is so; the column follows by the job after `patient.changed`.
  expect(await missing(id)).toEqual([])
  const by = { at: t.clock.now().toString(), actorId: null, actorName: 'foyer', source: 'desk' }
  await t.riverside.db.transaction().execute((tx) => settleRegistration(tx, id, by))
  expect((await page(id)).patient.registration).toBe('complete')
})

test('only who sets the practice up changes the rules, and no other practice has them', async () => {
  const refused = await desk.call(registration.setRegistrationRules, { visitTypeId: null, rules: [] })
  expect(refused.problem).toBe('not-allowed')
  await set(null, { email: 'required', race: 'asked' })
  await set(scan, { email: 'hidden' })
  const { rules } = (await desk.call(registration.readRegistrationRules, {})).body
  expect(rules.toSorted((a, b) => a.requirement.localeCompare(b.requirement))).toEqual([
    { visitTypeId: null, field: 'race', requirement: 'asked' },
    { visitTypeId: scan, field: 'email', requirement: 'hidden' },
    { visitTypeId: null, field: 'email', requirement: 'required' },
  ])
  // What is said again takes the place of what was.
  expect((await set(null, { race: 'hidden' })).body.rules).toHaveLength(2)

  const elsewhere = await t.lakeside.as('manager')
  expect((await elsewhere.call(registration.readRegistrationRules, {})).body.rules).toEqual([])
  const foreign = await elsewhere.call(registration.setRegistrationRules, { visitTypeId: scan, rules: [] })
  expect(foreign.problem).toBe('not-found')
})

test('the place for the birth date is never hidden, and a field has one rule', async () => {
  expect((await set(null, { birthDate: 'hidden' })).status).toBe(422)
  const twice = ['asked', 'required'].map((requirement) => ({ field: 'email', requirement }) as Rules[number])
  expect((await manager.call(registration.setRegistrationRules, { visitTypeId: null, rules: twice })).status).toBe(422)
})

test('that phone and address were said to be right stands in the history', async () => {
  const id = await aPatient(t.riverside.db)
  const visit = await aVisit(id, talk)
  await desk.call(arrival.confirmStep, { appointmentId: visit, step: 'contact' })
  await desk.call(arrival.confirmStep, { appointmentId: visit, step: 'contact', done: false })
  const { changes } = (await desk.call(restricted.listChanges, { patientId: id })).body
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['contactConfirmed', '2026-11-22', null],
    ['contactConfirmed', null, '2026-11-22'],
  ])
})
