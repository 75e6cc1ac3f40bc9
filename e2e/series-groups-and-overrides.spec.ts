import { practice, type Reply, scheduling } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { openingsOf, silence, wishFor } from './src/finder.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let page: Page
let client: HttpClient

beforeAll(async () => {
  client = await clientOf(staff.priya)
  desk = await openDesk()
  page = desk.page
  await signInAs(desk, staff.priya)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

const openings = () => openingsOf(page)
const wish = (person: string, name: RegExp, words: string) => wishFor(page, person, name, words)

test('the rest of a series is cancelled from the drawer in one step, and one key brings it back', async () => {
  await wish('samir aziz', /Samir Aziz/, 'blood pressure check every week, 4 times, next 3 weeks')
  await openings().first().focus()
  await page.keyboard.press('1')
  await page.getByText(/of 4 can be at that time/).waitFor()
  const answer = page.waitForResponse((one) => one.url().endsWith('/api/series') && one.request().method() === 'POST')
  await page.getByRole('button', { name: /Book \d visits/ }).press('Enter')
  const { booked } = (await (await answer).json()) as Reply<typeof scheduling.bookSeries>
  await page.getByRole('heading', { name: /visits booked for Samir Aziz/ }).waitFor()

  const count = booked.length
  await page.locator(`[data-visit="${booked[0]?.id}"]`).first().focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /Samir Aziz/ })
  const parts = drawer.locator('ol button')
  await parts.last().waitFor()
  expect(await parts.count()).toBe(count)
  await silence(page)
  await expectAccessible(page)

  await parts.nth(1).focus()
  await page.keyboard.press('Enter')
  await drawer.getByText(/this is visit 2/).waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('true')
  await page.keyboard.press('l')
  const asked = page.getByRole('alertdialog', { name: /Cancel the rest for Samir Aziz/ })
  await asked.waitFor()
  // Under the question the keys of the visit mean nothing: not moved, not checked in, not asked about a second thing.
  for (const key of ['m', 'c', 'w', 'x', 'l']) await page.keyboard.press(key)
  expect(await page.getByRole('alertdialog', { name: /cancel/i }).count()).toBe(1)
  expect(page.url()).not.toMatch(/check-in|appointmentId/)
  await asked.getByRole('button', { name: `Cancel ${count - 1} visits` }).press('Enter')
  await asked.waitFor({ state: 'detached' })
  await drawer
    .locator('ol button:has-text("cancelled")')
    .nth(count - 2)
    .waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.keyboard.press('u')
  await page
    .getByText(`Booked again: ${count - 1} visits of Samir Aziz`)
    .first()
    .waitFor()
})

test('a group is opened from the finder, a seat booked in it, and it is closed, all by keyboard', async () => {
  await wish('ruth mensah', /Ruth Mensah/, 'diabetes class next 4 weeks')
  const fresh = openings().filter({ hasText: 'A new group would be opened' }).first()
  await fresh.waitFor()
  await fresh.focus()
  await page.keyboard.press('Enter')
  const box = page.getByRole('region', { name: /Open a group: Diabetes class/ })
  await box.waitFor()
  await silence(page)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page
    .getByText(/Group opened: Diabetes class/)
    .first()
    .waitFor()
  const seat = openings().filter({ hasText: '8 seats left' }).first()
  await seat.focus()
  await page.keyboard.press('Enter')
  await page.getByText(/Not kept for anybody/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Booked: Ruth Mensah/ }).waitFor()

  const group = page.locator('[data-group]', { hasText: '1 of 8 seats' }).first()
  await group.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Diabetes class' })
  await dialog.getByText('7 seats are free.').waitFor()
  await dialog.getByRole('button', { name: 'Close the group' }).press('Enter')
  await dialog.getByText(/It takes nobody else/).waitFor()
  await page.keyboard.press('Escape')
  await page
    .locator('[data-group]', { hasText: /closed/ })
    .first()
    .waitFor()
})

test('a seat that was given back is taken back with one key, and so is the whole group', async () => {
  const classOf = (words: RegExp) => page.locator('[data-group]', { hasText: words }).first()
  await classOf(/1 of 8 seats/).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Diabetes class' })
  await dialog.getByRole('button', { name: /Ruth Mensah/ }).press('Enter')
  const drawer = page.getByRole('dialog', { name: /Ruth Mensah/ })
  const giveSeatBack = async () => {
    await drawer.getByRole('button', { name: /Cancel/ }).waitFor()
    await page.keyboard.press('x')
    const asked = page.getByRole('alertdialog', { name: /Cancel .*Ruth Mensah/ })
    await asked.getByRole('button', { name: 'Cancel the visit' }).press('Enter')
    await classOf(/0 of 8 seats/).waitFor()
  }
  await giveSeatBack()
  await page.keyboard.press('u')
  await page
    .getByText(/Booked again: Ruth Mensah/)
    .first()
    .waitFor()
  await classOf(/1 of 8 seats/).waitFor()

  await classOf(/1 of 8 seats/).focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: /Ruth Mensah/ }).press('Enter')
  // What the drawer knew before is shown until the answer is there, and would be overtaken.
  await drawer.getByText('cancelled → booked (taken back)').waitFor()
  await giveSeatBack()
  await classOf(/0 of 8 seats/).focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Give the time back' }).press('Enter')
  await page
    .getByText(/Given back: Diabetes class/)
    .first()
    .waitFor()
  await classOf(/0 of 8 seats/).waitFor({ state: 'detached' })
  // The last change first: the group, then the seat in it.
  await page.keyboard.press('Control+z')
  await page
    .getByText(/There again: Diabetes class/)
    .first()
    .waitFor()
  await classOf(/0 of 8 seats/).waitFor()
  await page.keyboard.press('u')
  await classOf(/1 of 8 seats/).waitFor()
})

/** A wish in words for which the desk has to set a rule aside, as far as the demo practice has one. */
async function wishForOverride(): Promise<string> {
  const { body } = await client.call(practice.readPractice, {})
  const site = await siteCalled(client, 'Chicago')
  const types = body.visitTypes.filter(({ name }) => ['Minor procedure', 'New patient', 'Annual visit'].includes(name))
  const doctors = body.resources.filter((one) => one.siteId === site.id && one.name.startsWith('Dr.'))
  for (let ahead = 1; ahead <= 12; ahead += 1) {
    const on = new Date(Date.now() + ahead * 86_400_000)
    const from = on.toISOString().slice(0, 10)
    const said = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(on)
    for (const { id: visitTypeId, name } of types) {
      for (const doctor of doctors) {
        const asked = { visitTypeId, siteId: site.id, from, to: from, clinicianIds: [doctor.id] }
        const found = await client.call(scheduling.findOpenings, asked)
        const family = doctor.name.split(' ').at(-1)
        if ((found.body.near ?? []).some((one) => one.code === 'overbook' || one.what === 'session'))
          return `${name} ${family} from ${said} until ${said}`
      }
    }
  }
  throw new Error('the demo practice has nothing to set aside')
}

test('what a rule forbids is booked with a reason, and the visit says why it was possible', async () => {
  await wish('grace adeyemi', /Grace Adeyemi/, await wishForOverride())
  const near = page.getByRole('button', { name: /if one more is booked over|gives up time reserved/ }).first()
  await near.focus()
  await page.keyboard.press('Enter')
  const box = page.getByRole('region', { name: 'Book all the same?' })
  await box.waitFor()
  await silence(page)
  await expectAccessible(page)
  await page.keyboard.type('The ride leaves at noon')
  await page.keyboard.press('Enter')
  await page.getByRole('timer').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Booked: Grace Adeyemi/ }).waitFor()
  const visits = page.locator('[data-visit]', { hasText: 'Grace Adeyemi' })
  await visits.last().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('set aside: The ride leaves at noon').first().waitFor()
  expect(desk.errors).toEqual([])
})
