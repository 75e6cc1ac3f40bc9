import { patients, practice, type Reply, scheduling } from '@foyer/contract'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

type Opening = Reply<typeof scheduling.findOpenings>['openings'][number]

let client: HttpClient
let desk: Desk | undefined
let page: Page
/** A visit of a clinician and an interpreter, another of the same interpreter, and a time free for both. */
let mine: { id: string; opening: Opening }
let theirs: { id: string; opening: Opening }
let free: Opening
let address: string

const roleOf = ({ assignments }: Opening, role: string): string =>
  assignments.find((one) => one.role === role)?.resourceId ?? ''
const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000

const dateIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(Date.parse(instant))

/** Nobody keeps that time for other visits, so that the story does not depend on who may book there. */
function isUnreserved({ assignments }: Opening, { resources }: Reply<typeof scheduling.readDay>): boolean {
  return assignments.every(({ resourceId, start, end }) =>
    resources
      .filter(({ id }) => id === resourceId)
      .flatMap(({ sessions }) => sessions)
      .filter((session) => session.start < end && start < session.end)
      .every(({ visitTypeIds, walkIn, kind }) => visitTypeIds === null && !walkIn && kind === 'open'),
  )
}

/** Minutes. */
function farthest({ opening, other, later }: Record<'opening' | 'other' | 'later', Opening>): number {
  return Math.max(...[other, later].map(({ start }) => Math.abs(minutesBetween(opening.start, start))))
}

beforeAll(async () => {
  client = await clientOf(staff.rosa)
  const site = await siteCalled(client, 'Chicago')
  const { visitTypes } = (await client.call(practice.readPractice, {})).body
  const visitType = visitTypes.find(({ name }) => name === 'Follow-up with interpreter')
  if (!visitType) throw new Error('the demo has no visit with an interpreter')
  const place = { visitTypeId: visitType.id, siteId: site.id }
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const dates = Array.from({ length: 42 }, (_, index) => day(7 + index))
  const perDay = await Promise.all(
    dates.map(async (date) => {
      const offered = await client.call(scheduling.findOpenings, { ...place, from: date, to: date, limit: 50 })
      const read = await client.call(scheduling.readDay, { siteId: site.id, date })
      return offered.body.openings.filter((opening) => isUnreserved(opening, read.body))
    }),
  )
  const found = perDay.flat()
  const apart = (a: Opening, b: Opening) => Math.abs(minutesBetween(a.start, b.start)) >= 60
  // The nearest: both ends of a drag have to be in sight at once.
  const nearest = (to: Opening, of: Opening[]) =>
    of.toSorted((a, b) => minutesBetween(to.start, a.start) ** 2 - minutesBetween(to.start, b.start) ** 2)[0]
  const chosen = found
    .flatMap((opening) => {
      const sameInterpreter = found.filter(
        (one) =>
          one.start.slice(0, 10) === opening.start.slice(0, 10) &&
          roleOf(one, 'interpreter') === roleOf(opening, 'interpreter') &&
          apart(one, opening),
      )
      const isMyClinician = (one: Opening) => roleOf(one, 'clinician') === roleOf(opening, 'clinician')
      const other = nearest(
        opening,
        sameInterpreter.filter((one) => !isMyClinician(one)),
      )
      const later =
        other &&
        nearest(
          opening,
          sameInterpreter.filter((one) => isMyClinician(one) && apart(one, other)),
        )
      return later ? [{ opening, other, later }] : []
    })
    .toSorted((a, b) => farthest(a) - farthest(b))[0]
  if (!chosen) throw new Error('no day of the demo has the openings of this story')
  const [first, second] = [
    await somebody('Drago', 'Zawadzka', '1980-02-03'),
    await somebody('Tupac', 'Quispe', '1951-09-27'),
  ]
  mine = { id: await book(place, chosen.opening, first), opening: chosen.opening }
  theirs = { id: await book(place, chosen.other, second), opening: chosen.other }
  free = chosen.later
  const date = dateIn(site.timeZone, mine.opening.start)
  address = `/calendar?site=${site.id}&date=${date}&columns=practitioner,interpreter`
  desk = await openDesk({ viewport: { width: 1600, height: 1000 } })
  page = desk.page
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk?.close()
  await closeBrowser()
})
beforeEach(async () => {
  await page.goto(address)
  await box().waitFor()
})

async function somebody(given: string, family: string, birthDate: string): Promise<string> {
  const answer = await client.call(patients.registerPatient, { name: { given, family }, birthDate, language: 'en' })
  return answer.body.id
}

async function book(
  place: { visitTypeId: string; siteId: string },
  opening: Opening,
  patientId: string,
): Promise<string> {
  const assignments = opening.assignments.map(({ role, resourceId }) => ({ role, resourceId }))
  const { body } = await client.call(scheduling.bookAppointment, {
    ...place,
    start: opening.start,
    assignments,
    patientId,
  })
  return body.id
}

/** The visit in the column of its clinician. */
function box(): Locator {
  return page.locator(`[data-column$="/${roleOf(mine.opening, 'clinician')}"] [data-visit="${mine.id}"]`)
}

async function startNow(): Promise<string> {
  return (await client.call(scheduling.readAppointment, { appointmentId: mine.id })).body.start
}

async function dragTo(start: string): Promise<void> {
  const minutes = minutesBetween(mine.opening.start, start)
  const perMinute = await box().evaluate((visit, minutes) => {
    const body = visit.closest('[data-body]')
    const frame = body?.parentElement
    if (!body || !frame) throw new Error('the visit is not in a grid')
    const perMinute = body.getBoundingClientRect().height / Number(getComputedStyle(body).getPropertyValue('--minutes'))
    // Both ends in sight, away from the edge at which the grid scrolls on.
    const middle = visit.getBoundingClientRect().top + (minutes * perMinute) / 2
    const sight = frame.getBoundingClientRect()
    frame.scrollBy(0, middle - (sight.top + sight.height / 2))
    return perMinute
  }, minutes)
  const at = await box().boundingBox()
  if (!at) throw new Error('the visit is not on the screen')
  const [x, y] = [at.x + at.width / 3, at.y + 6]
  const goal = y + minutes * perMinute
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(x, y + ((goal - y) * step) / 12)
}

const bar = (): Locator => page.locator('section', { has: page.getByRole('application') }).last()

test('dragged over a time at which the interpreter is taken: it says by whom, and the server offers the next best', async () => {
  await dragTo(theirs.opening.start)
  await bar()
    .getByText(/✕ .*taken by T\. Q\./)
    .waitFor()
  // One line for each of the two roles.
  expect(await bar().getByRole('listitem').count()).toBe(2)
  await page.mouse.up()
  await page.getByRole('button', { name: /^Move if it is free/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('That opening was just taken').waitFor()
  expect(
    await bar()
      .getByRole('button', { name: /Dr\.|NP/ })
      .count(),
  ).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'detached' })
  expect(await startNow()).toBe(mine.opening.start)
})

test('dragged to a time free for both roles, dropped with a reason, and taken back with U', async () => {
  await dragTo(free.start)
  await bar()
    .getByText(/✓ .*free/)
    .first()
    .waitFor()
  // On the way there it passed over time that is taken.
  await expect.poll(() => bar().getByText(/✕/).count()).toBe(0)
  await page.mouse.up()
  await page.getByRole('button', { name: /^Move\b/ }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').filter({ hasText: 'Moved: Drago Zawadzka' }).waitFor()
  expect(await startNow()).toBe(free.start)
  expect(await focusedVisit()).toBe(mine.id)

  await page.keyboard.press('u')
  await page.getByRole('alertdialog').filter({ hasText: 'Back where it was: Drago Zawadzka' }).waitFor()
  expect(await startNow()).toBe(mine.opening.start)
})

test('by keyboard only: picked up, carried past a conflict that is read out, dropped, and taken back with Ctrl+Z', async () => {
  await box().focus()
  await page.keyboard.press('m')
  const spoken = page.locator('[aria-live=assertive]').last()
  await page.getByRole('application').waitFor()
  await carryTo(theirs.opening.start)
  expect(await spoken.innerText()).toMatch(/taken by T\. Q\./)
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'detached' })
  expect(await focusedVisit()).toBe(mine.id)

  await page.keyboard.press('m')
  await page.getByRole('application').waitFor()
  await carryTo(free.start)
  expect(await spoken.innerText()).toMatch(/Everything is free/)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Move\b/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').filter({ hasText: 'Moved: Drago Zawadzka' }).waitFor()
  expect(await startNow()).toBe(free.start)
  expect(await focusedVisit()).toBe(mine.id)
  await page.keyboard.press('Control+z')
  await page.getByRole('alertdialog').filter({ hasText: 'Back where it was: Drago Zawadzka' }).waitFor()
  expect(await startNow()).toBe(mine.opening.start)
  expect(desk?.errors).toEqual([])
})

/** Arrow by arrow: visits begin every ten minutes. */
async function carryTo(start: string): Promise<void> {
  const steps = minutesBetween(mine.opening.start, start) / 10
  const key = steps > 0 ? 'ArrowDown' : 'ArrowUp'
  for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(key)
}

async function focusedVisit(): Promise<string | null> {
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-visit'))
  return page.evaluate(() => document.activeElement?.getAttribute('data-visit') ?? null)
}
