import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

/** In minutes: too small to be pressed by itself where others are near. */
const short = 10

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

interface Neighbours {
  /** Of the calendar, with the one column. */
  readonly address: string
  readonly shortId: string
  readonly nextId: string
  readonly resourceId: string
  readonly start: string
}

/** A visit of ten minutes, and another of the same resource that begins when it ends. */
async function findNeighbours(): Promise<Neighbours> {
  const client = await clientOf(staff.rosa)
  const site = await siteCalled(client, 'Chicago')
  for (let ahead = 1; ahead < 15; ahead += 1) {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(Date.now() + ahead * 86_400_000)
    const { appointments } = (await client.call(scheduling.readDay, { siteId: site.id, date })).body
    const booked = appointments.filter(({ status, groupSessionId }) => status === 'booked' && groupSessionId === null)
    for (const { id: shortId, assignments } of booked)
      for (const { resourceId, start, end } of assignments) {
        if (Date.parse(end) - Date.parse(start) > short * 60_000) continue
        const next = booked.find((one) => one.assignments.some((a) => a.resourceId === resourceId && a.start === end))
        if (next)
          return {
            address: `/calendar?site=${site.id}&date=${date}&columns=${resourceId}`,
            shortId,
            nextId: next.id,
            resourceId,
            start,
          }
      }
  }
  throw new Error('nobody has two visits in a row of which the first is short')
}

test('ten minutes can be pressed in a day and in a week, also where something comes right after them', async () => {
  const { page } = desk
  const { address, shortId, nextId } = await findNeighbours()
  for (const view of ['', '&view=week']) {
    await page.goto(`${address}${view}`)
    const [first, next] = [shortId, nextId].map((id) => page.locator(`[data-visit="${id}"]`).first())
    await first?.waitFor()
    await first?.scrollIntoViewIfNeeded()
    const [above, below] = [await first?.boundingBox(), await next?.boundingBox()]
    if (!above || !below) throw new Error('a visit is not drawn')
    const isBeside = below.x >= above.x + above.width || above.x >= below.x + below.width
    expect(isBeside || below.y > above.y + above.height).toBe(true)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(400)
      await expectAccessible(page)
    }
  }
  expect(desk.errors).toEqual([])
})

test('ten minutes on closed time are drawn large enough to be pressed on it', async () => {
  const { page } = desk
  const { address, shortId, resourceId, start } = await findNeighbours()
  const id = crypto.randomUUID()
  const [from, to] = [-3, 3].map((hours) => new Date(Date.parse(start) + hours * 3_600_000).toISOString())
  await page.route(/\/days\/[\d-]+$/, async (route) => {
    const response = await route.fetch()
    const day = await response.json()
    const blocks = [...day.blocks, { id, resourceId, start: from, end: to, reason: 'Inventory' }]
    await route.fulfill({ response, json: { ...day, blocks } })
  })
  await page.goto(address)
  const visit = page.locator(`[data-visit="${shortId}"]`)
  await visit.waitFor()
  await page.locator('[data-block]', { hasText: 'Inventory' }).first().waitFor()
  await visit.scrollIntoViewIfNeeded()
  expect((await visit.boundingBox())?.height).toBeGreaterThanOrEqual(24)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(400)
    await expectAccessible(page)
  }
  expect(desk.errors).toEqual([])
})
