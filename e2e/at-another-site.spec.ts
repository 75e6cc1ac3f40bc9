import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff } from './src/demo-practice.ts'
import { silence, wishFor } from './src/finder.ts'
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

test('what only another site has is offered with its name and clock, held and booked there by keyboard', async () => {
  await wishFor(page, 'linh nguyen', /Linh Nguyen/, 'counseling next 4 weeks')
  const near = page.getByRole('button', {
    name: /New York · [\d:]+ Chicago · Riverside Dayton .*if another site is fine/,
  })
  await near.waitFor()
  await silence(page)
  await expectAccessible(page)
  await near.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('timer').waitFor()
  const held = page.getByRole('region', { name: /Linh/ })
  await held.getByText(/New York · [\d:]+ Chicago · Riverside Dayton$/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Booked: Linh Nguyen.*Riverside Dayton/ }).waitFor()
  await page.keyboard.press('u')
  await page
    .getByText(/Taken back: Linh Nguyen/)
    .first()
    .waitFor()
  expect(desk.errors).toEqual([])
})
