import { practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aSmallPractice, type SmallPractice } from './testing.ts'

let t: TestApp
let small: SmallPractice
beforeAll(async () => {
  t = await openTestApp()
  small = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

const manager = () => t.riverside.as('manager')

test('a resource keeps what a change does not name: its new patients a day, its lanes, what it has', async () => {
  const desk = await manager()
  const named = { kind: 'practitioner' as const, name: 'Dr. Ito', siteId: small.siteId }
  const all = { ...named, specialty: 'Skin', languages: ['en', 'es'], attributes: ['female'], lanes: 2 }
  const { body: added } = await desk.call(practice.addResource, { ...all, newPatientsPerDay: 3, hours: [] })
  expect(added.newPatientsPerDay).toBe(3)
  const change = { ...named, resourceId: added.id, name: 'Dr. M. Ito' }
  const changed = await desk.call(practice.changeResource, change)
  expect(changed.body).toEqual({ ...added, name: 'Dr. M. Ito' })
  const emptied = await desk.call(practice.changeResource, { ...change, newPatientsPerDay: null, specialty: null })
  expect(emptied.body).toEqual({ ...changed.body, newPatientsPerDay: null, specialty: null })
})

test('so do a site, a visit type, a chain, a payer, a holiday and a colleague', async () => {
  const desk = await manager()
  const address = { line: '1 Pier', city: 'Chicago', state: 'IL', postalCode: '60611' }
  const site = { name: 'Pier', timeZone: 'America/Chicago' }
  const { body: pier } = await desk.call(practice.addSite, { ...site, phone: '+13125550100', address, active: false })
  expect((await desk.call(practice.changeSite, { ...site, siteId: pier.id })).body).toEqual(pier)

  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [small.clinicians.weiss] }]
  const visit = { name: 'Check', nameEs: 'Chequeo', durationMinutes: 30, roles }
  const also = { bufferAfterMinutes: 10, forNewPatients: true, telehealth: true, copayCents: 1500, tone: 'ok' as const }
  const prep = { prep: 'Fast.', prepEs: 'Ayuno.', rules: { leadMinutes: 60 } }
  const { body: check } = await desk.call(practice.addVisitType, { ...visit, ...also, ...prep })
  expect((await desk.call(practice.changeVisitType, { ...visit, visitTypeId: check.id })).body).toEqual(check)

  const legs = [{ visitTypeId: check.id }, { visitTypeId: check.id }]
  const { body: chain } = await desk.call(practice.addChainType, { name: 'Two', nameEs: 'Dos', legs, active: false })
  const { active: _, id: chainTypeId, ...said } = chain
  expect((await desk.call(practice.changeChainType, { ...said, chainTypeId })).body).toEqual(chain)

  const { body: payer } = await desk.call(practice.addPayer, { name: 'Harbor', number: 'H1' })
  expect((await desk.call(practice.changePayer, { payerId: payer.id, name: 'Harbor' })).body).toEqual(payer)

  const holiday = { date: '2027-03-01', name: 'Pier day' }
  const { body } = await desk.call(practice.addHolidays, { holidays: [{ ...holiday, siteId: pier.id }] })
  const [kept] = body.holidays
  expect((await desk.call(practice.changeHoliday, { ...holiday, holidayId: kept!.id })).body).toEqual(kept)

  const colleague = { name: 'Ida Lind', role: 'coordinator' as const }
  const password = 'a long enough password'
  const email = 'ida@riverside.test'
  const { body: ida } = await desk.call(practice.addStaff, { ...colleague, email, password, homeSiteId: pier.id })
  const staff = await desk.call(practice.changeStaff, { ...colleague, staffId: ida.id, active: true })
  expect(staff.body).toEqual(ida)
})
