import type { Body, scheduling } from '@foyer/contract'
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

test('a chain that cannot be says what would have to change, and one key changes it', async () => {
  await wish('ruth mensah', /Ruth Mensah/, 'lab draw after 16:30, then annual visit same day, next 2 weeks')
  await page.getByText('These do not fit together').waitFor()
  const other = page.getByRole('button', { name: /^Annual visit .*, if it may be further from the one before/ })
  await other.waitFor()
  await silence(page)
  await expectAccessible(page)
  await other.focus()
  await page.keyboard.press('1')
  await openings().first().waitFor()
  await page.getByRole('button', { name: /Take back: then Annual visit 0 to \d+ days later/ }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('ol[aria-label]') != null)).toBe(true)
  expect(await openings().first().innerText()).toMatch(/Lab draw .*Annual visit/s)
})

test('a series in words: the plan says what can be, one is left out, Enter books the rest', async () => {
  await wish('linh nguyen', /Linh Nguyen/, 'blood pressure check every week, 4 times')
  await page.getByRole('button', { name: 'Repeats: every week, 4 times' }).waitFor()
  await onOpenings()
  await page.keyboard.press('1')
  const series = page.getByRole('region', { name: 'The series' })
  await series.getByText(/of 4 can be at that time/).waitFor()
  expect(await series.getByRole('checkbox').count()).toBe(4)
  await silence(page)
  await expectAccessible(page)
  // Up from the button, past the moving of the last occurrence, to the occurrence itself: Space leaves it out.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Space')
  const book = series.getByRole('button', { name: /Book 3 visits/ })
  await book.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /3 visits booked for Linh Nguyen/ }).waitFor()
  // The last change is the booking: the key takes that back and nothing older.
  await page.keyboard.press('u')
  await page.getByText(/Taken back: Linh Nguyen/).waitFor()
  expect(desk.errors).toEqual([])
})

/** The series of the last request to book one. */
async function booking(): Promise<Body<typeof scheduling.bookSeries>> {
  const sent = await page.waitForRequest((one) => one.url().endsWith('/api/series') && one.method() === 'POST')
  return sent.postDataJSON() as Body<typeof scheduling.bookSeries>
}

test('a series on two days of the week until a date: its chip says it, and one visit is moved by hand', async () => {
  await wish('linh nguyen', /Linh Nguyen/, 'blood pressure check every mon and wed, 4 times')
  const chip = page.getByRole('button', { name: /^Repeats: every week on Monday and Wednesday/ })
  await chip.press('Enter')
  const form = page.getByRole('dialog', { name: /^Repeats/ })
  await form.getByRole('checkbox', { name: 'Monday' }).waitFor()
  expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(2)
  await silence(page)
  await expectAccessible(page)
  await form.getByRole('textbox', { name: 'Visits' }).fill('3')
  await form.getByRole('button', { name: 'Use this' }).press('Enter')
  await page.getByRole('button', { name: 'Repeats: every week on Monday and Wednesday, 3 times' }).waitFor()

  await onOpenings()
  await page.keyboard.press('1')
  const series = page.getByRole('region', { name: 'The series' })
  await series.getByText(/of 3 can be at that time/).waitFor()
  await page.keyboard.press('Shift+Tab')
  const mover = series.getByRole('button', { name: /^Move .* to another day or time/ }).last()
  const before = await mover.getAttribute('aria-label')
  await page.keyboard.press('Enter')
  const moving = page.getByRole('dialog', { name: /^Move / })
  await moving.waitFor()
  await expectAccessible(page)
  // Month, day, year, hour: an hour later than it was.
  for (let part = 0; part < 3; part += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowUp')
  await moving.getByRole('button', { name: 'Move it' }).press('Enter')
  await series.getByText('moved by hand').waitFor()
  await moving.waitFor({ state: 'detached' })
  await expect.poll(() => mover.getAttribute('aria-label')).not.toBe(before)
  // The focus is back where it was: from there the button that books is next.
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Move '))
  const sent = booking()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const { rule, exceptions } = await sent
  expect(rule).toMatchObject({ unit: 'week', weekdays: [1, 3], count: 3 })
  expect(exceptions).toContainEqual(expect.objectContaining({ occurrence: 2, atMinute: expect.any(Number) }))
  await page.getByRole('heading', { name: /visits booked for Linh Nguyen/ }).waitFor()
  await page.keyboard.press('u')
  await page
    .getByText(/Taken back: Linh Nguyen/)
    .first()
    .waitFor()
  expect(desk.errors).toEqual([])
})
