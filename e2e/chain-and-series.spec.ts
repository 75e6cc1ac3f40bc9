import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff } from './src/demo-practice.ts'
import { openingsOf, silence, wishFor } from './src/finder.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let page: Page

beforeAll(async () => {
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

/** Waits until the focus is on one of the openings, as it is after Enter in the line. */
async function onOpenings(): Promise<void> {
  await openings().first().waitFor()
  for (let presses = 0; presses < 30; presses += 1) {
    if (await page.evaluate(() => document.activeElement?.closest('ol[aria-label]') != null)) return
    await page.keyboard.press('Tab')
  }
  expect.fail('Tab leads to the openings')
}

test('a chain in words: a key holds both visits, Escape lets them go, Enter books both', async () => {
  await wish('hadd nab 1985', /Nabil Haddad/, 'lab draw, then annual visit same day, next 4 weeks')
  await page.getByRole('button', { name: /Take back: then Annual visit same day/ }).waitFor()
  await openings().first().waitFor()
  const said = await openings().first().innerText()
  expect(said).toMatch(/Lab draw \d+:\d\d .*Annual visit \d+:\d\d/s)
  expect(said).toMatch(/min between|No waiting/)
  await silence(page)
  await expectAccessible(page)
  await onOpenings()
  await page.keyboard.press('2')
  await page.getByRole('timer').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('timer').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  await page.keyboard.press('1')
  await page.getByRole('timer').waitFor()
  await page.getByText(/Enter books them all/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Booked: Nabil Haddad/ }).waitFor()
  await page.getByText(/Lab draw \+ Annual visit/).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/record/i)
  await page.keyboard.press('u')
  await page.getByText(/Taken back: Nabil Haddad/).waitFor()
})

test('a series in words: the plan says what can be, one is left out, Enter books the rest', async () => {
  await wish('linh nguyen', /Linh Nguyen/, 'blood pressure check every week, 4 times')
  await page.getByRole('button', { name: /Take back: every week, 4 times/ }).waitFor()
  await onOpenings()
  await page.keyboard.press('1')
  const series = page.getByRole('region', { name: 'The series' })
  await series.getByText(/of 4 can be at that time/).waitFor()
  expect(await series.getByRole('checkbox').count()).toBe(4)
  await silence(page)
  await expectAccessible(page)
  // Up from the button to the last occurrence: Space leaves it out.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Space')
  const book = series.getByRole('button', { name: /Book 3 visits/ })
  await book.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /3 visits booked for Linh Nguyen/ }).waitFor()
  // The last change is the booking: the key takes that back and nothing older.
  await page.keyboard.press('u')
  await page.getByText(/Taken back: Linh Nguyen/).waitFor()
  expect(desk.errors).toEqual([])
})
