import { practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { anAppointment } from '../../scheduling/testing.ts'
import { openPracticeBook } from '../book.ts'
import { closedDates } from '../practice.ts'
import { aSite, aSmallPractice, type SmallPractice } from '../testing.ts'

let t: TestApp
let small: SmallPractice
beforeAll(async () => {
  t = await openTestApp()
  small = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

const manager = () => t.riverside.as('manager')

test('holidays of Illinois are suggested in both languages; an unknown place has none', async () => {
  const desk = await manager()
  const { body } = await desk.call(practice.suggestHolidays, { country: 'US', state: 'IL', year: 2026 })
  expect(body.suggestions).toContainEqual({
    date: '2026-11-26',
    name: 'Thanksgiving Day',
    nameEs: 'Acción de Gracias',
    kind: 'public',
  })
  expect(body.suggestions.find(({ date }) => date === '2026-12-25')).toMatchObject({ nameEs: 'Navidad' })
  expect((await desk.call(practice.suggestHolidays, { country: 'XX', year: 2026 })).body.suggestions).toEqual([])
})

test('a holiday closes the practice or one site; it is changed and taken back', async () => {
  const desk = await manager()
  const other = await aSite(t.riverside.db, { name: 'Harbor' })
  const { body } = await desk.call(practice.addHolidays, {
    holidays: [
      { date: '2026-12-25', name: 'Christmas Day' },
      { date: '2026-12-26', name: 'Staff day', siteId: small.siteId },
    ],
  })
  const read = () => openPracticeBook().read({ slug: 'riverside', db: t.riverside.db })
  expect([...closedDates(await read(), small.siteId)]).toEqual(['2026-12-25', '2026-12-26'])
  expect([...closedDates(await read(), other)]).toEqual(['2026-12-25'])
  const holidayId = body.holidays[1]?.id ?? ''
  const everywhere = { holidayId, date: '2026-12-28', name: 'Staff day', siteId: null }
  const moved = await desk.call(practice.changeHoliday, everywhere)
  const whole = { id: holidayId, date: '2026-12-28', name: 'Staff day', siteId: null }
  expect(moved.body).toEqual({ ...whole, booked: 0 })
  const christmas = { id: body.holidays[0]?.id, date: '2026-12-25', name: 'Christmas Day', siteId: null }
  expect((await desk.call(practice.readPractice, {})).body.holidays).toEqual([christmas, whole])
  expect((await desk.call(practice.removeHoliday, { holidayId })).status).toBe(200)
  expect((await desk.call(practice.removeHoliday, { holidayId })).status).toBe(404)
})

test('a date is closed once, and a list with one known date adds none', async () => {
  const desk = await manager()
  await desk.call(practice.addHolidays, { holidays: [{ date: '2027-01-01', name: 'New Year’s Day' }] })
  const again = [
    { date: '2027-07-04', name: 'Independence Day' },
    { date: '2027-01-01', name: 'New Year', siteId: small.siteId },
  ]
  const refused = await desk.call(practice.addHolidays, { holidays: again })
  expect(refused.refusal).toEqual({ reason: 'holiday-known', date: '2027-01-01' })
  const { body } = await desk.call(practice.readPractice, {})
  expect(body.holidays.filter(({ date }) => date.startsWith('2027'))).toHaveLength(1)
})

test('visits that are booked on a day which is closed stay, and are counted by the date of their site', async () => {
  const desk = await manager()
  const { db } = t.riverside
  const auckland = await aSite(db, { name: 'Auckland', timeZone: 'Pacific/Auckland' })
  const visit = { visitTypeId: small.visitTypes.followUp, status: 'booked' } as const
  // Noon on 4 January in Auckland is still the 3rd in Chicago, and 18:00 there the 5th in Auckland.
  await anAppointment(db, { ...visit, siteId: auckland, start: '2027-01-03T23:00:00Z' })
  await anAppointment(db, { ...visit, siteId: small.siteId, start: '2027-01-05T00:00:00Z' })
  await anAppointment(db, { ...visit, siteId: small.siteId, start: '2027-01-04T16:00:00Z', status: 'cancelled' })
  const close = async (date: string, siteId: string | null) =>
    (await desk.call(practice.addHolidays, { holidays: [{ date, name: 'Closed', siteId }] })).body.holidays[0]
  const whole = await close('2027-01-04', null)
  expect(whole?.booked).toBe(2)
  expect((await close('2027-01-05', auckland))?.booked).toBe(0)
  const change = { holidayId: whole?.id ?? '', date: '2027-01-04', name: 'Closed', siteId: auckland }
  expect((await desk.call(practice.changeHoliday, change)).body.booked).toBe(1)
})
