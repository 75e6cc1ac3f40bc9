import { arrival } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardOf, clientOf, siteCalled, staff, type Visit } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

/** What the story promises: a colleague sees a change within this many milliseconds. */
const promised = 1000
const folded = ['checked-out', 'no-show'] as const

let mover: Desk
let watcher: Desk

beforeAll(async () => {
  mover = await openDesk()
  watcher = await openDesk()
  await signInAs(mover, staff.rosa)
  await signInAs(watcher, staff.sam)
})
afterAll(async () => {
  await mover.close()
  await watcher.close()
  await closeBrowser()
})

function cardIn({ page }: Desk, appointmentId: string, column: string) {
  return page.locator(`section[data-column="${column}"] [data-visit="${appointmentId}"]`)
}

/** Those expected in person today, the last one first; the stories of the cast stay as they are. */
async function expected(client: HttpClient): Promise<readonly Visit[]> {
  const board = await boardOf(client, await siteCalled(client, 'Chicago'))
  return board.visits.filter(({ status, telehealth }) => status === 'booked' && !telehealth).toReversed()
}

async function somebodyExpected(client: HttpClient): Promise<Visit> {
  const [visit] = await expected(client)
  if (!visit) throw new Error('nobody is expected any more today')
  return visit
}

/** A column that nobody is in cannot be unfolded, and at some hours everybody came. */
async function somebodyStaysAway(client: HttpClient): Promise<void> {
  const board = await boardOf(client, await siteCalled(client, 'Chicago'))
  if (board.visits.some(({ status }) => status === 'no-show')) return
  const [, other] = await expected(client)
  if (!other) throw new Error('only one is expected any more today')
  const { appointmentId } = other
  expect((await client.call(arrival.moveVisit, { appointmentId, from: 'booked', to: 'no-show' })).status).toBe(200)
}

/** Columns of what is over start folded; here they are watched too. */
async function unfold({ page }: Desk): Promise<void> {
  for (const column of folded) await page.locator(`button[data-column="${column}"]`).click()
}

/** Reaches a card with the arrow keys alone, from the first card of the board. In the morning most of the day is still ahead. */
async function walkTo({ page }: Desk, appointmentId: string): Promise<void> {
  const cards = page.locator('section[data-column="booked"] [data-visit]')
  const most = await cards.count()
  await cards.first().focus()
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-visit'))
  for (let steps = 0; steps < most && (await at()) !== appointmentId; steps += 1) await page.keyboard.press('ArrowDown')
  expect(await at()).toBe(appointmentId)
}

/** Does something at the first desk; answers how long after the server's yes the second desk showed it. */
async function timed(appointmentId: string, column: string, act: () => Promise<void>): Promise<number> {
  const answered = mover.page
    .waitForResponse((response) => /\/(status|undo)$/.test(new URL(response.url()).pathname))
    .then((response) => {
      expect(response.status()).toBe(200)
      return Date.now()
    })
  const shown = watcher.page
    .waitForFunction(
      (selector) => document.querySelector(selector) !== null,
      `section[data-column="${column}"] [data-visit="${appointmentId}"]`,
      { polling: 20, timeout: 10_000 },
    )
    .then(() => Date.now())
  const [at, seen] = await Promise.all([answered, shown, act()])
  await cardIn(mover, appointmentId, column).waitFor()
  return Math.max(0, seen - at)
}

async function undo(): Promise<void> {
  // What a second undo would lead back to is known once the server has answered the first.
  await mover.page
    .getByRole('button', { name: /undo: back to/i })
    .first()
    .waitFor()
  const dialog = mover.page.getByRole('dialog')
  await mover.page.keyboard.press('u')
  await dialog.waitFor()
  await mover.page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

test('a visit moves over the board and back by keyboard, and a colleague sees every step at once', async () => {
  const client = await clientOf(staff.rosa)
  await somebodyStaysAway(client)
  const { appointmentId } = await somebodyExpected(client)
  for (const desk of [mover, watcher]) {
    await desk.page.locator(`[data-visit="${appointmentId}"]`).first().waitFor()
    await unfold(desk)
  }
  await watcher.page.evaluate(() => {
    document.documentElement.dataset['neverReloaded'] = ''
  })
  const { page } = mover
  const press = (key: string) => () => page.keyboard.press(key)
  const toRoom = async (): Promise<void> => {
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('1')
  }
  await walkTo(mover, appointmentId)
  const backAtCard = async (): Promise<void> => {
    await undo()
    // Whoever works by keyboard is where they were before, in the column to which it went back.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-visit'))).toBe(appointmentId)
  }

  const took: Record<string, number> = {}
  took['arrived'] = await timed(appointmentId, 'arrived', press('n'))
  took['roomed'] = await timed(appointmentId, 'roomed', toRoom)
  took['with clinician'] = await timed(appointmentId, 'with-clinician', press('n'))
  took['checked out'] = await timed(appointmentId, 'checked-out', press('n'))
  took['undo to with clinician'] = await timed(appointmentId, 'with-clinician', undo)
  took['undo to roomed'] = await timed(appointmentId, 'roomed', undo)
  took['undo to arrived'] = await timed(appointmentId, 'arrived', undo)
  took['undo to expected'] = await timed(appointmentId, 'booked', backAtCard)
  took['no-show'] = await timed(appointmentId, 'no-show', press('x'))
  took['undo of no-show'] = await timed(appointmentId, 'booked', backAtCard)

  const slow = Object.entries(took).filter(([, ms]) => ms >= promised)
  expect(slow).toEqual([])
  expect(await watcher.page.evaluate(() => 'neverReloaded' in document.documentElement.dataset)).toBe(true)
  expect((await somebodyExpected(client)).appointmentId).toBe(appointmentId)
  expect([...mover.errors, ...watcher.errors]).toEqual([])
})

test('a day that is still being read is named', async () => {
  const { page } = watcher
  let answer: () => void = () => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/board/*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/')
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(page)
  expect(await page.locator('[data-visit]').count()).toBe(0)
  expect(await page.getByText('Nothing needs you right now').count()).toBe(0)
  answer()
  await page.locator('[data-visit]').first().waitFor()
  await page.unroute('**/board/*')
})
