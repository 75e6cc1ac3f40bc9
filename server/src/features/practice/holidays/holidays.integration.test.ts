import { practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
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
  expect(moved.body).toEqual({ id: holidayId, date: '2026-12-28', name: 'Staff day', siteId: null })
  expect((await desk.call(practice.readPractice, {})).body.holidays).toEqual([body.holidays[0], moved.body])
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
