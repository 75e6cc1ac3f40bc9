import { practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import { openingsOf, silence } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let client: HttpClient
let desk: Desk
let page: Page
let date: string
let address: string
let dayton: { readonly id: string; readonly timeZone: string }
let reyesId: string

/** Samuel Reyes of Dayton works from nine by the clock there, where it is an hour later than in Chicago. */
beforeAll(async () => {
  client = await clientOf(staff.priya)
  const chicago = await siteCalled(client, 'Chicago')
  dayton = await siteCalled(client, 'Dayton')
  const { resources } = (await client.call(practice.readPractice, {})).body
  reyesId = resources.find(({ name }) => name.startsWith('Samuel Reyes'))?.id ?? ''
  const days = Array.from({ length: 14 }, (_, index) =>
    new Date(Date.now() + (80 + index) * 86_400_000).toISOString().slice(0, 10),
  )
  const found = await Promise.all(
    days.map(async (on) => (await client.call(scheduling.readDay, { siteId: dayton.id, date: on })).body),
  )
  // A weekday on which nothing is booked there.
  const free = found.find(({ resources: there }) => {
    const reyes = there.find(({ id }) => id === reyesId)
    return (reyes?.open.length ?? 0) > 0 && reyes?.open[0]?.startMinute === 540 && reyes.bookedPercent === 0
  })
  if (!free) throw new Error('no day of Dayton is free')
  date = free.date
  address = `/calendar?site=${chicago.id}&date=${date}&sites=all&columns=practitioner`
  desk = await openDesk({ viewport: { width: 1600, height: 1000 } })
  page = desk.page
  await signInAs(desk, staff.priya)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})
beforeEach(async () => {
  await page.goto(address)
  await head().waitFor()
})

const head = (): Locator => page.locator(`[data-head$="/${reyesId}"]`)

async function closedThere(): Promise<readonly string[]> {
  const { body } = await client.call(scheduling.readDay, { siteId: dayton.id, date })
  const clock = (instant: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: dayton.timeZone, timeStyle: 'short' }).format(Date.parse(instant))
  return body.blocks
    .filter(({ reason, resourceId }) => reason === 'Supervision' && resourceId === reyesId)
    .map(({ start, end }) => `${clock(start)}–${clock(end)}`)
}

test('time is closed in the column of another site by the clock there, and opened again with one key', async () => {
  await head().focus()
  await page.keyboard.press('b')
  const asked = page.getByRole('dialog', { name: /Block time of Samuel Reyes/ })
  await asked.getByRole('textbox').fill('Supervision')
  expect((await asked.getByRole('group', { name: 'From' }).innerText()).replaceAll(/\s/g, '')).toContain('09:00')
  // The desk lives by the clock of Chicago.
  await asked.getByText('9:00–10:00 New York · 8:00 Chicago').waitFor()
  await silence(page)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').filter({ hasText: 'Supervision' }).waitFor()
  expect(await closedThere()).toEqual(['09:00–10:00'])
  await page.keyboard.press('u')
  await expect.poll(closedThere).toEqual([])
})

test('an opening found in the column of another site is one there, until that is taken back', async () => {
  await head().focus()
  await page.keyboard.press('n')
  await page.getByRole('button', { name: 'Take back: at Riverside Dayton' }).waitFor()
  await page.keyboard.press('f')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type('counseling')
  await page.keyboard.press('Enter')
  await openingsOf(page).first().waitFor()
  await expect
    .poll(() => openingsOf(page).first().innerText())
    .toMatch(/\d New York · \d+:\d+ Chicago · Riverside Dayton/)
  await expect.poll(() => openingsOf(page).first().innerText()).toMatch(/Samuel Reyes/)
  await silence(page)
  await expectAccessible(page)
  const chip = page.getByRole('button', { name: 'Take back: at Riverside Dayton' })
  await chip.press('Enter')
  await chip.waitFor({ state: 'detached' })
  expect(desk.errors).toEqual([])
})

test('a device is wished for and booked from its column', async () => {
  await page.goto(address.replace('&sites=all&columns=practitioner', '&columns=device'))
  const device = page.getByRole('button', { name: /^MRI 1/ })
  await device.focus()
  await page.keyboard.press('n')
  await page.getByRole('button', { name: 'With: MRI 1' }).waitFor()
  await device.focus()
  await page.keyboard.press('b')
  await page
    .getByRole('dialog', { name: /Block time of MRI 1/ })
    .getByRole('button', { name: 'Book here' })
    .press('Enter')
  await page.getByRole('region', { name: /Book/ }).getByText('MRI 1').first().waitFor()
  await silence(page)
  await expectAccessible(page)
  expect(desk.errors).toEqual([])
})
