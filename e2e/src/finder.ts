import type { Locator, Page } from 'playwright-core'

/** Opens the finder for somebody, by keyboard, and says a wish. */
export async function wishFor(page: Page, person: string, name: RegExp, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(person)
  await page.getByRole('option', { name }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.keyboard.press('b')
  await page.waitForURL(/\/calendar/)
  await page.getByRole('button', { name }).first().waitFor()
  await page.keyboard.press('f')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

export function openingsOf(page: Page): Locator {
  return page.locator('ol[aria-label] button[aria-keyshortcuts]')
}

/** What was read out is gone, and does not count as part of the page. */
export async function silence(page: Page): Promise<void> {
  await page.locator('[role=log] [role=img]').first().waitFor({ state: 'detached' })
}
