import { type Reply, scheduling } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { siteCalled, staff, clientOf } from './src/demo-practice.ts'
import { openingsOf, silence, wishFor } from './src/finder.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

type Found = Reply<typeof scheduling.findOpenings>

let desk: Desk | undefined
let page: Page
let timeZone: string

const dayMs = 86_400_000

beforeAll(async () => {
  timeZone = (await siteCalled(await clientOf(staff.priya), 'Chicago')).timeZone
})
afterEach(() => desk?.close())
afterAll(closeBrowser)

async function open(locale = 'en-US'): Promise<void> {
  desk = await openDesk({ locale })
  page = desk.page
  await signInAs(desk, staff.priya)
}

/** What the desk was answered to the whole of what was typed. */
function answered(): Promise<Found> {
  const isWhole = (asked: string) => asked.includes('"weekdays":[1]') && asked.includes('"untilMinute":840')
  return page
    .waitForResponse((one) => one.url().endsWith('/api/openings') && isWhole(one.request().postData() ?? ''))
    .then(async (one) => (await one.json()) as Found)
}

const at = (start: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(Date.parse(start))

test('what does not suit is said in words, shown as chips, kept to, and taken back', async () => {
  await open()
  const found = answered()
  await wishFor(page, 'ruth mensah', /Ruth Mensah/, 'follow-up next 3 weeks not mondays, except between 12 and 2')
  const { openings } = await found
  expect(openings.length).toBeGreaterThan(0)
  for (const { start, end } of openings) {
    expect(at(start, { weekday: 'short' })).not.toBe('Mon')
    const [from, until] = [start, end].map((one) => at(one, { hour: '2-digit', minute: '2-digit' }))
    expect((until ?? '') <= '12:00' || (from ?? '') >= '14:00').toBe(true)
  }
  await openingsOf(page).first().waitFor()
  await page.getByRole('button', { name: 'Take back: not between 12:00 and 14:00' }).waitFor()
  await silence(page)
  await expectAccessible(page)
  const chip = page.getByRole('button', { name: 'Take back: not Monday' })
  await chip.press('Enter')
  await chip.waitFor({ state: 'detached' })
  // A day is ruled out without typing it.
  await page.getByRole('button', { name: 'and… Wish for more' }).press('Enter')
  const date = page.getByRole('dialog').getByRole('group', { name: 'Not on' }).getByRole('spinbutton').first()
  await date.focus()
  const on = new Date(Date.now() + 9 * dayMs).toISOString().slice(0, 10)
  await page.keyboard.type(on.slice(5).replace('-', '') + on.slice(0, 4))
  await silence(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Rule out' }).press('Enter')
  const said = new Intl.DateTimeFormat('en-US', { day: 'numeric', timeZone: 'UTC' }).format(Date.parse(on))
  await page.getByRole('button', { name: new RegExp(`^Take back: not \\w{3} ${said} \\w{3}$`) }).waitFor()
  expect(desk?.errors).toEqual([])
})

test('who does not suit is said as people say it, with a week and hours, and is taken back', async () => {
  await open()
  const isWhole = (asked: string) => /"withoutIds":\["/.test(asked) && asked.includes('"fromMinute":480')
  const found = page
    .waitForResponse((one) => one.url().endsWith('/api/openings') && isWhole(one.request().postData() ?? ''))
    .then(async (one) => (await one.json()) as Found)
  const week = new Date(Date.now() + 14 * dayMs).toISOString().slice(5, 10).replace('-', '/')
  await wishFor(page, 'ruth mensah', /Ruth Mensah/, `f/u week of ${week} 8-11, anyone but weiss`)
  const { openings } = await found
  expect(openings.length).toBeGreaterThan(0)
  const zone = { timeZone, hourCycle: 'h23' } as const
  for (const { start } of openings) {
    expect(at(start, { ...zone, hour: '2-digit' }) < '11').toBe(true)
    expect(Math.abs(Date.parse(start) - Date.now() - 14 * dayMs)).toBeLessThan(8 * dayMs)
  }
  await openingsOf(page).first().waitFor()
  expect(await openingsOf(page).filter({ hasText: 'Weiss' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Take back: between 8:00 and 11:00' }).waitFor()
  await silence(page)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(400)
    await expectAccessible(page)
  }
  const chip = page.getByRole('button', { name: /Take back: not Dr\. Jonas Weiss/ })
  await chip.press('Enter')
  await chip.waitFor({ state: 'detached' })
  expect(desk?.errors).toEqual([])
})

test('in Spanish; where nothing is left, what was ruled out is the nearest, and one key takes it', async () => {
  await open('es-US')
  const said = (days: number) =>
    new Intl.DateTimeFormat('es', { day: 'numeric', month: 'long', timeZone }).format(Date.now() + days * dayMs)
  const words = `control proximas 4 semanas menos del ${said(0)} al ${said(80)}`
  await wishFor(page, 'harold brandt', /Harold/, words)
  const near = page.getByRole('button', { name: /que usted descartó/ })
  await near.first().waitFor()
  await silence(page)
  await expectAccessible(page)
  const key = (await near.first().getAttribute('aria-keyshortcuts')) ?? ''
  await near.first().focus()
  await page.keyboard.press(key)
  await page.getByRole('timer').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('timer').waitFor({ state: 'detached' })
  expect(desk?.errors).toEqual([])
})
