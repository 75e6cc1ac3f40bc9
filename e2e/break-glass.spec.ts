import { restricted } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, personCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let rosa: Desk
let priya: Desk
let patientId: string
let birthDate: string

beforeAll(async () => {
  const lead = await clientOf(staff.priya)
  const person = await personCalled(lead, 'haddad nabil 1985')
  patientId = person.id
  birthDate = person.birthDate
  const mark = { patientId, restriction: 'relative-of-staff', reason: 'Brother of a colleague' } as const
  expect((await lead.call(restricted.restrictPatient, mark)).status).toBe(200)
  rosa = await openDesk()
  priya = await openDesk()
  await signInAs(rosa, staff.rosa)
  await signInAs(priya, staff.priya)
})
afterAll(async () => {
  const lead = await clientOf(staff.priya)
  await lead.call(restricted.restrictPatient, { patientId, restriction: null, reason: 'The story is over' })
  await rosa.close()
  await priya.close()
  await closeBrowser()
})

const main = (page: Page) => page.getByRole('main')

test('half a name finds nobody, the whole name and birth date find a record without a name', async () => {
  const { page } = rosa
  await page.goto('/patients')
  const box = main(page).getByRole('searchbox')
  await box.fill('haddad nabil')
  await main(page)
    .getByText(/Restricted records show only for the full name/)
    .waitFor()
  expect(await main(page).innerText()).not.toMatch(/Nabil/)

  await box.fill(`nabil haddad ${birthDate}`)
  await main(page).getByText('Restricted record', { exact: true }).waitFor()
  expect(await main(page).innerText()).not.toMatch(/Nabil|Haddad|\d{4} \d{4}/)
  await expectAccessible(page)
})

test('a reason opens it by keyboard, and a banner counts the time', async () => {
  const { page } = rosa
  await main(page).getByRole('button', { name: 'Open with a reason' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Open a restricted record' })
  await dialog.waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Open for two hours' }).press('Enter')
  await dialog.getByText('Choose a reason.').first().waitFor()
  await dialog.getByRole('radio', { name: 'Something else' }).press('Space')
  await dialog.getByLabel('What is it for?').fill('Lost key, came to the desk')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Nabil Haddad/ }).waitFor()
  await main(page)
    .getByText(/^Open to you until/)
    .waitFor()
  expect(await main(page).getByRole('timer').innerText()).toMatch(/^1(19|20):\d\d$/)
  await expectAccessible(page)
  expect(rosa.errors).toEqual([])
})

test('the address of a restricted record leads to the way in, not to the person', async () => {
  const other = await openDesk()
  await signInAs(other, staff.mia)
  await other.page.goto(`/patients/${patientId}`)
  await main(other.page).getByText('This record is restricted').waitFor()
  expect(await main(other.page).innerText()).not.toMatch(/Nabil|Haddad/)
  await expectAccessible(other.page)
  await other.close()
})

test('the privacy officer sees the opening first, judges it, and sees who looked', async () => {
  const { page } = priya
  await page.goto('/privacy')
  const card = page.getByRole('article', { name: /Rosa Delgado opened the record of Nabil Haddad/ }).first()
  await card.waitFor()
  const said = await card.innerText()
  for (const part of [/Something else/, /Lost key, came to the desk/, /opened a person/]) expect(said).toMatch(part)
  await expectAccessible(page)
  // By keys alone: to the card, not in order without a word, the word, in order.
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  await card.getByText('Say what was not in order.').waitFor()
  await page.keyboard.type('Checked with Rosa')
  await card.getByRole('button', { name: 'In order', exact: true }).press('Enter')
  await page.getByText('Every opening has been looked at.').waitFor()
  await main(page).getByRole('radio', { name: 'Looked at' }).press('Enter')
  await page.getByText(/by Priya Nair.*Checked with Rosa/).waitFor()
  await main(page)
    .getByRole('button', { name: /Opened by/ })
    .press('Enter')
  await page.getByRole('option', { name: 'Rosa Delgado' }).press('Enter')
  await page.getByText(/^\d+ openings? looked at/).waitFor()
  await page
    .getByRole('article', { name: /Rosa Delgado opened/ })
    .first()
    .waitFor()
  // What was announced of the button that is gone is gone too.
  await page.reload()
  await main(page).getByRole('radio', { name: 'Looked at' }).press('Enter')
  await page.getByText(/by Priya Nair.*Checked with Rosa/).waitFor()
  await expectAccessible(page)

  await page.goto(`/patients/${patientId}#history`)
  const looks = page.locator('section', { has: page.getByRole('heading', { name: 'Who looked at this record' }) })
  await looks.getByRole('button', { name: 'Show' }).click()
  await looks
    .getByText(/opened a restricted record with a reason/)
    .first()
    .waitFor()
  await looks.getByText('Rosa Delgado').first().waitFor()
  expect(priya.errors).toEqual([])
})

test('the finder of the calendar shows the record without a name too, and takes whoever was opened', async () => {
  const other = await openDesk()
  const { page } = other
  await signInAs(other, staff.sam)
  await page.goto('/calendar?find=1')
  await page.getByRole('button', { name: /somebody/ }).press('Enter')
  await page.getByRole('searchbox', { name: /birth date/ }).fill(`nabil haddad ${birthDate}`)
  const masked = page.getByRole('button', { name: 'Open with a reason' })
  await masked.waitFor()
  expect(await page.getByRole('dialog').innerText()).not.toMatch(/Nabil/)
  await masked.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Open a restricted record' })
  await dialog.getByRole('radio', { name: 'Something else' }).press('Space')
  await dialog.getByLabel('What is it for?').fill('Calls for a new time')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Nabil Haddad/ }).waitFor()
  expect(other.errors).toEqual([])
  await other.close()

  const lead = await clientOf(staff.priya)
  const { openings } = (await lead.call(restricted.listBrokenGlass, {})).body
  for (const { id, review } of openings)
    if (review === null) await lead.call(restricted.reviewBrokenGlass, { openingId: id, finding: 'in-order' })
})
