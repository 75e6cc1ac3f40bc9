import { practice, scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import { silence } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let client: HttpClient
let desk: Desk
let page: Page
let siteId: string

beforeAll(async () => {
  client = await clientOf(staff.helen)
  siteId = (await siteCalled(client, 'Chicago')).id
  desk = await openDesk()
  page = desk.page
  await signInAs(desk, staff.helen)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

const toast = (words: string | RegExp): Locator => page.getByRole('alertdialog').filter({ hasText: words })

test('saved weekly hours are taken back with U', async () => {
  const hours = [{ weekday: 1, startMinute: 540, endMinute: 720 }]
  const it = { kind: 'practitioner' as const, name: 'Dr. Edda Undone', siteId, hours }
  const { id } = (await client.call(practice.addResource, it)).body
  const hoursNow = async () =>
    (await client.call(practice.readPractice, {})).body.resources.find((one) => one.id === id)?.hours
  await page.goto(`/practice/hours/${id}`)
  const week = page.getByRole('application')
  await week.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await page.getByText('Removed: Monday 9:00 to 12:00, Open').waitFor()
  await page.getByRole('button', { name: 'Preview' }).press('Enter')
  await page.getByRole('button', { name: /^Save from/, disabled: false }).press('Enter')
  await toast('Saved: Dr. Edda Undone').waitFor()
  await expect.poll(hoursNow).not.toEqual(hours)
  await page.waitForURL(/\/practice#resources/)
  await silence(page)
  await expectAccessible(page)
  await page.keyboard.press('u')
  await toast('Dr. Edda Undone: the hours are as they were.').waitFor()
  expect(await hoursNow()).toEqual(hours)
})

test('a removed holiday is one again with Ctrl+Z', async () => {
  const date = Temporal.Now.plainDateISO().add({ days: 200 }).toString()
  const holiday = { date, name: 'Painters’ Day', siteId }
  await client.call(practice.addHolidays, { holidays: [holiday] })
  const known = async () =>
    (await client.call(practice.readPractice, {})).body.holidays.filter(({ name }) => name === holiday.name).length
  await page.goto('/practice#holidays')
  await page.getByRole('button', { name: /Remove.*Painters’ Day/ }).press('Enter')
  await toast('Removed: Painters’ Day').waitFor()
  expect(await known()).toBe(0)
  await page.keyboard.press('Control+z')
  await toast('Painters’ Day stands again.').waitFor()
  expect(await known()).toBe(1)
})

test('a removed set of columns is back with Ctrl+Z, for everybody where it was', async () => {
  const { resources } = (await client.call(practice.readPractice, {})).body
  const resourceIds = resources.filter((one) => one.siteId === siteId && one.kind === 'device').map(({ id }) => id)
  await client.call(scheduling.addColumnSet, { siteId, name: 'Machines', resourceIds, shared: true })
  const sets = async () =>
    (await client.call(scheduling.listColumnSets, {})).body.columnSets
      .filter(({ name }) => name === 'Machines')
      .map(({ shared, resourceIds: ids }) => ({ shared, ids }))
  await page.goto('/calendar')
  await page.getByRole('button', { name: /^Columns/ }).press('Enter')
  await page.getByRole('button', { name: 'Remove the set Machines' }).press('Enter')
  await toast('Removed: the set Machines').waitFor()
  expect(await sets()).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await toast('The set Machines is back.').waitFor()
  expect(await sets()).toEqual([{ shared: true, ids: resourceIds }])
  expect(desk.errors).toEqual([])
})
