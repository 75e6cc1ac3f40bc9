import type { Page } from 'playwright-core'
import { dialog, heading, type Place } from './place.ts'

const press = (page: Page, index: number) => page.getByRole('main').getByRole('button').nth(index).click()
const cards = (page: Page) => page.locator('[data-visit]').first().waitFor()
/** The three shapes of Today, in their order; the one chosen last is remembered. */
const shape = (index: number) => async (page: Page) => {
  await page.getByRole('radiogroup').getByRole('radio').nth(index).click()
}

/** Pages of the day, and what stands over every page. */
export const deskPlaces: readonly Place[] = [
  { name: 'Today, board', address: '/', isReady: cards },
  { name: 'Today, a visit open', address: '/?site={site}&appointmentId={visit}', isReady: cards },
  { name: 'Today, by time', address: '/', open: shape(1), isReady: heading },
  { name: 'Today, rooms', address: '/', open: shape(2), isReady: heading },
  {
    name: 'Calendar',
    address: '/calendar?site={site}',
    isReady: (page) => page.locator('main [role=group] button').first().waitFor(),
  },
  {
    name: 'Calendar, week',
    address: '/calendar?site={site}&view=week',
    isReady: (page) => page.locator('main [role=group] button').first().waitFor(),
  },
  {
    name: 'Calendar, month',
    address: '/calendar?site={site}&view=month',
    isReady: (page) => page.locator('main table [data-date]', { hasText: '%' }).nth(20).waitFor(),
  },
  {
    name: 'Calendar, list',
    address: '/calendar?site={site}&view=list',
    isReady: (page) => page.locator('main table [data-visit]').first().waitFor(),
  },
  {
    name: 'Calendar, openings',
    address: '/calendar?site={site}&find=1&patientId={patient}&visitTypeId={visitType}',
    isReady: (page) => page.locator('ol[aria-label] button').first().waitFor(),
  },
  {
    name: 'Calendar, every column of every site',
    address: '/calendar?site={site}&sites=all&columns=site,practitioner,room,device,interpreter',
    isReady: (page) => page.locator('main [role=group] button').first().waitFor(),
  },
  {
    name: 'Calendar, a visit open',
    address: '/calendar?site={site}',
    open: (page) => page.locator('main [data-visit]').first().click(),
    isReady: (page) => page.getByRole('dialog').getByRole('heading').first().waitFor(),
  },
  {
    name: 'Calendar, a visit in the hand',
    address: '/calendar?site={site}',
    open: async (page) => {
      const booked = page.locator('main li:has([data-resize]) [data-visit]').first()
      await booked.focus()
      await page.keyboard.press('m')
      await page.keyboard.press('ArrowDown')
    },
    isReady: (page) => page.locator('[data-lifted]').first().waitFor(),
  },
  { name: 'Print', address: '/print', isReady: heading },
  {
    name: 'Print, from the calendar',
    address: '/calendar?site={site}',
    open: (page) => page.getByRole('button', { name: /^(Print|Imprimir)/ }).click(),
    isReady: (page) => page.getByRole('dialog').waitFor(),
  },
  { name: 'Feeds', address: '/feeds', isReady: (page) => page.getByRole('table').first().waitFor() },
  { name: 'Feeds, a new one', address: '/feeds', open: (page) => press(page, 0), isReady: dialog },
  { name: 'Reports', address: '/reports', isReady: (page) => page.getByRole('table').first().waitFor() },
  {
    name: 'Reports, other dates',
    address: '/reports',
    open: async (page) => {
      await page.getByRole('table').first().waitFor()
      await page.getByRole('radiogroup').first().getByRole('radio').last().click()
    },
    isReady: (page) => page.getByRole('main').getByRole('spinbutton').nth(5).waitFor(),
  },
  { name: 'Insurance of coming visits', address: '/verification', isReady: heading },
  { name: 'Repair', address: '/repair', isReady: heading },
  { name: 'Repair, a plan', address: '/repair/{repair}', isReady: (page) => page.getByRole('row').first().waitFor() },
  ...[1, 2].map((index) => ({
    name: `Repair, part ${index + 1}`,
    address: '/repair/{repair}',
    open: (page: Page) => page.getByRole('tab').nth(index).click(),
    isReady: (page: Page) => page.getByRole('tabpanel').first().waitFor(),
  })),
  { name: 'Booked online', address: '/online', isReady: heading },
  { name: 'Outbox', address: '/outbox', isReady: heading },
  { name: 'Book online', address: '/book/riverside', isReady: heading },
  { name: 'An answer that is not there', address: '/answer#nothing-of-the-kind', isReady: heading },
  { name: 'An estimate that is not there', address: '/estimate#riverside~nothing-of-the-kind-here', isReady: heading },
  { name: 'Privacy', address: '/privacy', isReady: heading },
  { name: 'Audit', address: '/audit', isReady: (page) => page.getByRole('row').nth(1).waitFor() },
  { name: 'Account', address: '/sessions', isReady: heading },
  {
    name: 'Search',
    address: '/patients',
    open: async (page) => {
      await heading(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill('ngu')
    },
    isReady: (page) => page.getByRole('option', { name: /Nguy/ }).first().waitFor(),
  },
  {
    name: 'Shortcuts',
    address: '/patients',
    open: async (page) => {
      await heading(page)
      await page.getByRole('heading', { level: 1 }).first().click()
      await page.keyboard.press('?')
    },
    isReady: (page) => page.getByRole('dialog').waitFor(),
  },
]
