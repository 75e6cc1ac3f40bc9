import { measures, type Reply } from '@foyer/contract'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, openDesk, signInAs } from './src/pages.ts'

type Measures = Reply<typeof measures.readMeasures>

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.priya)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** What the page asked the server, and what it was told. */
async function asked(act: () => Promise<unknown>): Promise<{ query: URLSearchParams; told: Measures }> {
  const answer = desk.page.waitForResponse((one) => new URL(one.url()).pathname === measures.readMeasures.path)
  await act()
  const response = await answer
  return { query: new URL(response.url()).searchParams, told: (await response.json()) as Measures }
}

const card = (title: string): Locator =>
  desk.page.getByRole('main').locator('section', { has: desk.page.getByRole('heading', { name: title, exact: true }) })

/** The cells of a table, row by row, without its head. */
async function cellsOf(table: Locator): Promise<readonly (readonly string[])[]> {
  const rows = await table.locator('tbody tr').all()
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
}

describe('what the page of reports shows', () => {
  test('is what the server counted, in the picture and in the table beside it', async () => {
    const { query, told } = await asked(() => desk.page.goto('/reports'))
    const again = await (await clientOf(staff.helen)).call(measures.readMeasures, Object.fromEntries(query) as never)
    expect(again.body.fill).toEqual(told.fill)
    expect(again.body.noShows).toEqual(told.noShows)

    const fill = card('Fill rate')
    await fill.getByText(`${told.fill.percent} %`, { exact: true }).first().waitFor()
    const weeks = await cellsOf(fill.getByRole('table').first())
    expect(weeks.map((cells) => cells[1])).toEqual(told.fill.weeks.map(({ percent }) => `${percent} %`))

    const third = await cellsOf(card('Third next available').getByRole('table'))
    expect(third).toHaveLength(told.thirdNext.length)
    expect(third.filter((cells) => cells[1] === 'today')).toHaveLength(
      told.thirdNext.filter(({ days }) => days === 0).length,
    )

    const cancelled = card('Cancellations')
    const { reasons } = told.cancellations
    const counts = (await cellsOf(cancelled.getByRole('table').first())).map((cells) => Number(cells[1]))
    expect(counts).toEqual(reasons.map(({ count }) => count).toSorted((a, b) => b - a))

    // Whoever cannot see the picture is told what it is of, and has the table.
    for (const title of ['Third next available', 'Fill rate', 'Cancellations']) {
      const picture = card(title).getByRole('img').first()
      expect(await picture.getAttribute('aria-label')).toMatch(/^(Bars|Columns): /)
      expect(await card(title).getByRole('table').count()).toBeGreaterThan(0)
    }
  })

  test('follows the period that is chosen', async () => {
    const { query, told } = await asked(() => desk.page.getByRole('radio', { name: 'Last 13 weeks' }).click())
    expect(Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')).toBe(90 * 86_400_000)
    await card('Fill rate').getByText(`${told.fill.percent} %`, { exact: true }).first().waitFor()
    await expect
      .poll(async () => (await cellsOf(card('Fill rate').getByRole('table').first())).length)
      .toBe(told.fill.weeks.length)
    expect(desk.errors).toEqual([])
  })
})

test('a coordinator is not shown reports, and is not told the figures either', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const rosa = await clientOf(staff.rosa)
  expect((await rosa.call(measures.readMeasures, { from: today, to: today })).status).toBe(403)
  const hers = await openDesk()
  await signInAs(hers, staff.rosa)
  expect(await hers.page.getByRole('navigation').first().getByRole('link', { name: 'Reports' }).count()).toBe(0)
  await hers.close()
})
