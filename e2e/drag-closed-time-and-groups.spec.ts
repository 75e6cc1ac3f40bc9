import { patients, practice, type Reply, scheduling } from '@foyer/contract'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import { silence } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

type Opening = Reply<typeof scheduling.findOpenings>['openings'][number]

let client: HttpClient
let desk: Desk | undefined
let page: Page
/** A class with one person in it, and another time of that day at which the same clinician could hold it. */
let group: { readonly id: string; readonly opening: Opening; readonly later: Opening }
let people: ReadonlySet<string>
let address: string
let date: string
let site: { readonly id: string; readonly timeZone: string }

/** Whoever holds it, and not where. */
const leadOf = ({ assignments }: Opening): string =>
  assignments.find(({ resourceId }) => people.has(resourceId))?.resourceId ?? ''
const roleIds = (opening: Opening) => opening.assignments.map(({ resourceId }) => resourceId).join(' ')
const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000
const apart = ({ opening, later }: Record<'opening' | 'later', Opening>) => minutesBetween(opening.start, later.start)
const dateIn = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone, dateStyle: 'short' }).format(Date.parse(instant))

beforeAll(async () => {
  client = await clientOf(staff.priya)
  site = await siteCalled(client, 'Chicago')
  const { visitTypes, resources } = (await client.call(practice.readPractice, {})).body
  people = new Set(resources.filter(({ kind }) => kind === 'practitioner').map(({ id }) => id))
  const type = visitTypes.find(({ name }) => name === 'Diabetes class')
  if (!type) throw new Error('the demo has no class')
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const place = { visitTypeId: type.id, siteId: site.id }
  // After the days on which other stories open classes and move them.
  const dates = Array.from({ length: 14 }, (_, index) => day(63 + index))
  const perDay = await Promise.all(
    dates.map((on) => client.call(scheduling.findOpenings, { ...place, from: on, to: on, limit: 50 })),
  )
  const openings = perDay.flatMap(({ body }) => body.openings)
  const pairs = openings.flatMap((opening) => {
    const later = openings.find(
      (one) =>
        dateIn(one.start) === dateIn(opening.start) &&
        roleIds(one) === roleIds(opening) &&
        minutesBetween(opening.end, one.start) >= 0,
    )
    return later ? [{ opening, later }] : []
  })
  // The nearest: both ends of a drag have to be in sight at once.
  const [pair] = pairs.toSorted((a, b) => apart(a) - apart(b))
  if (!pair) throw new Error('no day of the demo has two times for a class')
  const { opening } = pair
  const { body: opened } = await client.call(scheduling.openGroup, {
    visitTypeId: type.id,
    siteId: site.id,
    start: opening.start,
    assignments: opening.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
  })
  const person = { name: { given: 'Ondřej', family: 'Kaya' }, birthDate: '1972-05-06', language: 'en' }
  const { body: registered } = await client.call(patients.registerPatient, person)
  await client.call(scheduling.joinGroup, { groupSessionId: opened.id, patientId: registered.id })
  group = { id: opened.id, ...pair }
  date = dateIn(opening.start)
  const close = { resourceIds: [leadOf(opening)], date }
  await client.call(practice.blockTime, { ...close, startMinute: 21 * 60, endMinute: 22 * 60, reason: 'Inventory' })
  // So much of the evening is drawn that nothing is dragged at the edge at which the grid scrolls on.
  await client.call(practice.blockTime, { ...close, startMinute: 23 * 60, endMinute: 24 * 60, reason: 'Cleaning' })
  address = `/calendar?site=${site.id}&date=${date}&columns=practitioner`
  desk = await openDesk({ viewport: { width: 1600, height: 1000 } })
  page = desk.page
  await signInAs(desk, staff.priya)
})
afterAll(async () => {
  await desk?.close()
  await closeBrowser()
})
beforeEach(async () => {
  await page.goto(address)
  await block().waitFor()
})

const inColumn = (what: string): Locator => page.locator(`[data-column$="/${leadOf(group.opening)}"] ${what}`)
const block = (): Locator => inColumn('[data-block]').filter({ hasText: 'Inventory' }).first()
const bar = (): Locator => page.locator('section', { has: page.getByRole('application') }).last()
const toast = (words: string | RegExp): Locator => page.getByRole('alertdialog').filter({ hasText: words })

async function blockedNow(): Promise<readonly [string, string][]> {
  const { body } = await client.call(scheduling.readDay, { siteId: site.id, date })
  const clock = (instant: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: site.timeZone, timeStyle: 'short' }).format(Date.parse(instant))
  return body.blocks
    .filter(({ reason, resourceId }) => reason === 'Inventory' && resourceId === leadOf(group.opening))
    .map(({ start, end }): [string, string] => [clock(start), clock(end)])
    .toSorted((a, b) => a[0].localeCompare(b[0]))
}

async function groupStart(): Promise<string | undefined> {
  const { body } = await client.call(scheduling.readDay, { siteId: site.id, date })
  return body.groups.find(({ id }) => id === group.id)?.start
}

/** Presses it where `at` says and carries it so many minutes down. */
async function drag(what: Locator, minutes: number, at: 'inside' | 'its end' = 'inside'): Promise<void> {
  await what.scrollIntoViewIfNeeded()
  const perMinute = await what.evaluate((box, minutes) => {
    const body = box.closest('[data-body]')
    const frame = body?.parentElement
    if (!body || !frame) throw new Error('it is not in a grid')
    const perMinute = body.getBoundingClientRect().height / Number(getComputedStyle(body).getPropertyValue('--minutes'))
    const middle = box.getBoundingClientRect().top + (minutes * perMinute) / 2
    const sight = frame.getBoundingClientRect()
    // Away from the edges at which the grid scrolls on, also with what is said about the drag below it.
    frame.scrollBy(0, middle - (sight.top + sight.height * 0.4))
    return perMinute
  }, minutes)
  const box = await what.boundingBox()
  if (!box) throw new Error('it is not on the screen')
  const [x, y] = [box.x + box.width / 2, at === 'inside' ? box.y + 6 : box.y + box.height]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(x, y + (minutes * perMinute * step) / 10)
}

test('closed time is dragged to another time, made shorter by its lower edge, and both are taken back', async () => {
  await drag(block(), -60)
  await bar()
    .getByText(/✓ .*free/)
    .waitFor()
  await page.mouse.up()
  await toast(/Moved: .*Inventory/).waitFor()
  expect(await blockedNow()).toEqual([['20:00', '21:00']])
  await drag(block(), -15, 'its end')
  await page.mouse.up()
  await toast(/Moved: .*20:00–20:45/).waitFor()
  expect(await blockedNow()).toEqual([['20:00', '20:45']])
  await page.keyboard.press('u')
  await expect.poll(blockedNow).toEqual([['20:00', '21:00']])
  await page.keyboard.press('Control+z')
  await expect.poll(blockedNow).toEqual([['21:00', '22:00']])
})

test('by keyboard: closed time is picked up and carried, and what is in its way is read out', async () => {
  await block().focus()
  await page.keyboard.press('m')
  const hand = page.getByRole('application')
  await hand.waitFor()
  expect(await hand.getAttribute('aria-roledescription')).toBe('closed time in the hand')
  const spoken = page.locator('[aria-live=assertive]').last()
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowUp')
  await expect.poll(() => spoken.innerText()).toMatch(/, 20:30–21:30\. Everything is free/)
  await page.keyboard.press('Shift+ArrowDown')
  await silence(page)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await toast(/Moved: .*20:30–21:35/).waitFor()
  expect(await blockedNow()).toEqual([['20:30', '21:35']])
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-block') ?? null))
    .not.toBeNull()
  await page.keyboard.press('Control+z')
  await expect.poll(blockedNow).toEqual([['21:00', '22:00']])
})

test('over the class it says so and is refused; it closes what is free around it, and one key takes that back', async () => {
  const start = await block().getAttribute('data-block')
  await block().focus()
  await page.keyboard.press('m')
  const hand = page.getByRole('application')
  await hand.waitFor()
  // Half an hour into the class: what is free of it is what comes after.
  const goal = minutesBetween(start?.split('@')[1] ?? '', group.opening.end) - 30
  for (let step = 0; step < Math.abs(goal) / 5; step += 1) await page.keyboard.press('ArrowUp')
  await bar()
    .getByRole('listitem')
    .filter({ hasText: /✕ .*(taken by 1\/8|are there)/ })
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('This time was not changed').waitFor()
  await silence(page)
  await expectAccessible(page)
  expect(await blockedNow()).toEqual([['21:00', '22:00']])
  await page.getByRole('button', { name: 'Close what is free around it' }).press('Enter')
  await toast(/Moved: .*Inventory/).waitFor()
  expect((await blockedNow())[0]).not.toEqual(['21:00', '22:00'])
  await page.keyboard.press('u')
  await expect.poll(blockedNow).toEqual([['21:00', '22:00']])
})

test('a class is dragged with everybody in it, and back with U; by keyboard, and back with Ctrl+Z', async () => {
  const box = () => inColumn(`[data-group="${group.id}"]`)
  const minutes = minutesBetween(group.opening.start, group.later.start)
  await drag(box(), minutes)
  await expect.poll(() => bar().getByText(/✕/).count()).toBe(0)
  await page.mouse.up()
  await page.getByRole('button', { name: /^Move\b/ }).waitFor()
  await silence(page)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await toast('Moved with 1 person: Diabetes class').waitFor()
  expect(await groupStart()).toBe(group.later.start)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-group') ?? null))
    .toBe(group.id)
  await page.keyboard.press('u')
  await toast('Back where it was: Diabetes class').waitFor()
  expect(await groupStart()).toBe(group.opening.start)

  await box().focus()
  await page.keyboard.press('m')
  await page.getByRole('application').waitFor()
  // Shift means nothing here: it is as long as its people were told.
  await page.keyboard.press('Shift+ArrowDown')
  while (!(await bar().getByRole('heading').innerText()).includes(clockOf(group.later.start)))
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Move\b/ }).waitFor()
  await page.keyboard.press('Enter')
  await toast('Moved with 1 person: Diabetes class').waitFor()
  expect(await groupStart()).toBe(group.later.start)
  await page.keyboard.press('Control+z')
  await expect.poll(groupStart).toBe(group.opening.start)
  expect(desk?.errors).toEqual([])
})

test('in its window closed time goes to another day, and back with one key', async () => {
  await block().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Inventory' }).getByRole('button', { name: 'Change' }).press('Enter')
  const asked = page.getByRole('dialog', { name: /Change blocked time of / })
  const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
  await asked.getByRole('group', { name: 'Day' }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(next.slice(5).replace('-', '') + next.slice(0, 4))
  await silence(page)
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Change it' }).press('Enter')
  await toast(/Changed: .*Inventory/).waitFor()
  expect(await blockedNow()).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(blockedNow).toEqual([['21:00', '22:00']])
  expect(desk?.errors).toEqual([])
})

test('a window and what was typed in it stay when the tablet is turned', async () => {
  await page.locator('[data-head]').first().focus()
  await page.keyboard.press('b')
  const asked = page.getByRole('dialog', { name: /Block time of / })
  await asked.getByRole('textbox').fill('Staff meeting')
  for (const width of [700, 1600, 700]) {
    await page.setViewportSize({ width, height: 1000 })
    await page.waitForFunction((wide) => window.innerWidth === wide, width)
    expect(await asked.getByRole('textbox').inputValue()).toBe('Staff meeting')
  }
  await silence(page)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await asked.waitFor({ state: 'detached' })
  await page.setViewportSize({ width: 1600, height: 1000 })
  await block().waitFor()
  expect(desk?.errors).toEqual([])
})

function clockOf(instant: string): string {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: site.timeZone, hour: 'numeric', minute: '2-digit' })
  return ` ${hour.format(Date.parse(instant)).replace(/^0/, '')}–`
}
