import { patients, record, relatives } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { readStandings, whoUsesPhone } from '../index.ts'
import { aPatient } from '../testing.ts'
import { detailsOf, historyOf } from './testing.ts'

let t: TestApp
let desk: TestClient
let patientId: string
let slot = 1000

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-24T15:00:00Z')
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

let phone: string
beforeEach(async () => {
  slot += 1
  phone = `+1312555${slot}`
  patientId = await aPatient(t.riverside.db, { given: 'Rosalind', family: 'Brandt', phone })
})

async function found(q: string) {
  const { body } = await desk.call(patients.searchPatients, { q })
  const hit = body.patients.find(({ id }) => id === patientId)
  return hit ? hit.reasons.map(({ part, how }) => `${part} ${how}`) : null
}

test('after a wedding they are found by the name of before', async () => {
  const name = { given: 'Rosalind', family: 'Okonkwo', preferred: 'Roz' }
  const keep = { use: 'maiden', until: '2026-10-03' } as const
  const saved = await desk.call(record.changeOwnName, { patientId, version: 1, name, keep })
  expect(saved.body).toMatchObject({
    name,
    names: [{ use: 'maiden', given: 'Rosalind', family: 'Brandt', periodStart: null, periodEnd: '2026-10-03' }],
  })
  expect(await found('Brandt')).toEqual(['name former'])
  expect(await found('okonkwo roz')).toEqual(['name exact'])
  expect(await historyOf(desk, patientId)).toEqual(
    expect.arrayContaining([
      ['family', 'Brandt', 'Okonkwo'],
      ['name.maiden', null, 'Rosalind Brandt (–2026-10-03)'],
    ]),
  )
})

test('a name that was misspelled is not kept, nor one that only got another calling name', async () => {
  const corrected = { given: 'Rosalind', family: 'Brand' }
  await desk.call(record.changeOwnName, { patientId, version: 1, name: corrected, keep: null })
  const keep = { use: 'old', until: null } as const
  const name = { ...corrected, preferred: 'Roz' }
  const saved = await desk.call(record.changeOwnName, { patientId, version: 2, name, keep })
  expect([saved.body.names, saved.body.name.preferred]).toEqual([[], 'Roz'])
})

test('further names are added, corrected and taken away; two legal ones at a time are not', async () => {
  const legal = { use: 'official', given: 'Rosalinda', family: 'Quiroga', periodStart: '2001-05-01' } as const
  const added = (await desk.call(record.addName, { patientId, version: 1, ...legal })).body
  const nameId = added.names[0]?.id ?? ''
  expect(await found('quiroga')).toEqual(['name former'])
  const second = await desk.call(record.addName, { patientId, version: 2, ...legal, family: 'Vega' })
  expect(second.refusal).toEqual({ reason: 'official-twice' })
  const empty = await desk.call(record.changeName, { patientId, nameId, version: 2, ...legal, given: '', family: '' })
  expect(empty.refusal).toEqual({ reason: 'name-empty' })
  const changed = await desk.call(record.changeName, { patientId, nameId, version: 2, ...legal, family: 'Vega' })
  expect(changed.body.names).toMatchObject([{ id: nameId, family: 'Vega' }])
  expect([await found('quiroga'), await found('vega')]).toEqual([null, ['name former']])
  expect((await desk.call(record.removeName, { patientId, nameId, version: 3 })).body.names).toEqual([])
  expect(await found('vega')).toBeNull()
})

test('several ways of contact, best first, with whom they are shared', async () => {
  const [own] = (await detailsOf(desk, patientId)).contacts
  const saved = await desk.call(record.setContactPoints, {
    patientId,
    version: 1,
    contactPreference: 'call',
    contacts: [
      { system: 'phone', value: '(312) 555-9001', use: 'home', sharedWith: 'daughter', mayLeaveMessage: true },
      { id: own?.id ?? null, system: 'phone', value: phone, use: 'mobile' },
      { system: 'email', value: 'roz@example.org', use: 'home' },
      { system: 'email', value: 'roz@work.example', use: 'work' },
    ],
  })
  expect(saved.body.contacts).toMatchObject([
    { value: '+13125559001', use: 'home', sharedWith: 'daughter', mayLeaveMessage: true },
    { value: 'roz@example.org' },
    { id: own?.id, value: phone, mayLeaveMessage: false },
    { value: 'roz@work.example' },
  ])
  const page = (await desk.call(patients.readPatient, { patientId })).body.patient
  expect([page.contactPreference, page.contacts.find(({ system }) => system === 'phone')?.value]).toEqual([
    'call',
    '+13125559001',
  ])
  expect(await historyOf(desk, patientId)).toEqual(
    expect.arrayContaining([
      ['phone', phone, '+13125559001'],
      ['phone.sharedWith', null, 'daughter'],
      ['email.further', null, 'roz@work.example work'],
    ]),
  )
})

test('an old number finds the person, but is theirs no longer: nobody calls it, nobody who calls from it is them', async () => {
  const [own] = (await detailsOf(desk, patientId)).contacts
  const set = (version: number, value: string, mistaken: string[] = []) =>
    desk.call(record.setContactPoints, {
      patientId,
      version,
      contactPreference: null,
      contacts: [{ id: own?.id ?? null, system: 'phone', value, use: 'mobile' }],
      mistaken,
    })
  const now = await set(1, '+13125559050')
  expect(now.body.formerContacts).toMatchObject([{ id: own?.id, value: phone, until: '2026-11-24' }])
  expect(await found(phone)).toEqual(['phone former'])
  expect(await found('+13125559050')).toEqual(['phone exact'])
  const ctx = { actor: { staffId: desk.staffId, role: 'coordinator' }, now: t.clock.now() } as never
  expect(await whoUsesPhone(ctx, t.riverside.db, phone)).toEqual([])
  const page = (await desk.call(patients.readPatient, { patientId })).body.patient
  expect(page.contacts.map(({ value }) => value)).toEqual(['+13125559050'])
  // Theirs again: one row, not two.
  const again = await set(2, phone)
  expect(again.body.contacts).toMatchObject([{ id: own?.id, value: phone }])
  // Never theirs: gone.
  const wrong = again.body.formerContacts[0]?.id ?? ''
  expect((await set(3, phone, [wrong])).body.formerContacts).toEqual([])
  expect(await found('+13125559050')).toBeNull()
})

test('what is no number, no address, or there twice', async () => {
  const reason = async (...contacts: { system: 'phone' | 'email'; value: string }[]) =>
    (
      await desk.call(record.setContactPoints, {
        patientId,
        version: 1,
        contactPreference: null,
        contacts: contacts.map((one) => ({ ...one, use: 'mobile' as const })),
      })
    ).refusal
  expect(await reason({ system: 'phone', value: 'none' })).toEqual({ reason: 'phone-unreadable', value: 'none' })
  expect(await reason({ system: 'email', value: 'a@b' })).toEqual({ reason: 'email-unreadable', value: 'a@b' })
  expect(await reason({ system: 'phone', value: '3125559060' }, { system: 'phone', value: '(312) 555-9060' })).toEqual({
    reason: 'contact-twice',
    value: '(312) 555-9060',
  })
  expect((await detailsOf(desk, patientId)).contacts).toHaveLength(1)
})

describe('the short form at the desk', () => {
  const put = (version: number, fields: { phone?: string; email?: string }) =>
    desk.call(patients.changePatient, {
      patientId,
      name: { given: 'Rosalind', family: 'Brandt' },
      birthDate: '1961-03-14',
      version,
      ...fields,
    })

  test('ends the first number of today as the details do: it finds the person and is theirs no longer', async () => {
    await put(1, { phone, email: 'roz@before.example' })
    const changed = await put(2, { phone: '3125559071', email: 'roz@now.example' })
    expect(changed.body.contacts.map(({ value }) => value)).toEqual(['+13125559071', 'roz@now.example'])
    expect((await detailsOf(desk, patientId)).formerContacts).toMatchObject([
      { value: phone, until: '2026-11-24' },
      { value: 'roz@before.example', until: '2026-11-24' },
    ])
    expect([await found(phone), await found('roz@before.example')]).toEqual([['phone former'], ['email former']])
    const ctx = { actor: { staffId: desk.staffId, role: 'coordinator' }, now: t.clock.now() } as never
    expect(await whoUsesPhone(ctx, t.riverside.db, phone)).toEqual([])
    expect(
      (await readStandings(t.riverside.db, [patientId], t.clock.now().toString())).get(patientId)?.emails,
    ).toMatchObject([{ value: 'roz@now.example' }])

    // Theirs again: one row, not two; taken away: ended, not gone.
    await put(3, { phone })
    const { contacts, formerContacts } = await detailsOf(desk, patientId)
    expect(contacts).toMatchObject([{ value: phone }])
    const former = formerContacts.map(({ value }) => value).toSorted()
    expect(former).toEqual(['+13125559071', 'roz@before.example', 'roz@now.example'])
  })

  test('says nothing of who shares the new one, and a further number that comes first is not doubled', async () => {
    const [own] = (await detailsOf(desk, patientId)).contacts
    const shared = { system: 'phone', value: phone, use: 'home', sharedWith: 'son', mayLeaveMessage: true } as const
    await desk.call(record.setContactPoints, {
      patientId,
      version: 1,
      contactPreference: null,
      contacts: [
        { ...shared, id: own?.id ?? null },
        { system: 'phone', value: '3125559072', use: 'work' },
      ],
    })
    await put(2, { phone: '3125559073' })
    expect((await detailsOf(desk, patientId)).contacts).toMatchObject([
      { value: '+13125559073', use: 'home', sharedWith: null, mayLeaveMessage: false },
      { value: '+13125559072', use: 'work' },
    ])
    await put(3, { phone: '3125559072' })
    expect((await detailsOf(desk, patientId)).contacts).toMatchObject([{ value: '+13125559072', use: 'work' }])
  })
})

test('who called from the number of somebody who stands beside the patient no longer is not named by it', async () => {
  const relative = { given: 'Emil', family: 'Brandt', relationship: 'spouse', phone: '3125559080' }
  const added = await desk.call(relatives.addRelative, { patientId, ...relative, periodEnd: '2026-11-24' })
  expect(added.status).toBe(200)
  const users = async () => {
    const ctx = { actor: { staffId: desk.staffId, role: 'coordinator' }, now: t.clock.now() } as never
    return (await whoUsesPhone(ctx, t.riverside.db, '+13125559080')).map(({ via }) => via)
  }
  const beside = async () =>
    (await desk.call(patients.readPatient, { patientId })).body.relatedPersons.map(({ name }) => name)
  expect([await users(), await beside()]).toEqual([['Emil Brandt'], ['Emil Brandt']])
  const relatedPersonId = added.body.id
  const left = { ...relative, version: 1, periodEnd: '2026-11-23' }
  await desk.call(relatives.changeRelative, { patientId, relatedPersonId, ...left })
  expect([await users(), await beside()]).toEqual([[], []])
})
