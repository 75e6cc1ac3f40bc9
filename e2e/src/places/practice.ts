import type { Page } from 'playwright-core'
import { dialog, type Place } from './place.ts'

/** Opens what stands on the row of a table of the set-up. */
const change = (row: RegExp) => (page: Page) => page.getByRole('row', { name: row }).getByRole('button').first().click()
/** The second thing to do with what stands on the row. */
const secondOf = (row: RegExp) => (page: Page) =>
  page.getByRole('row', { name: row }).getByRole('button').nth(1).click()

/** The set-up of the practice. */
export const practicePlaces: readonly Place[] = [
  { name: 'Practice, a text', address: '/practice#texts', open: change(/privac/i), isReady: dialog },
  {
    name: 'Practice, an exception of the registration',
    address: '/practice#registration',
    open: (page) =>
      page
        .getByRole('row', { name: /phone|teléfono/ })
        .first()
        .getByRole('button')
        .last()
        .click(),
    isReady: dialog,
  },
  ...[
    'sites',
    'resources',
    'visit-types',
    'chains',
    'staff',
    'closed',
    'holidays',
    'payers',
    'connections',
    'billing',
    'fees',
    'texts',
    'registration',
  ].map((part) => ({
    name: `Practice, ${part}`,
    address: `/practice#${part}`,
    isReady: (page: Page) => page.getByRole('tabpanel').first().waitFor(),
  })),
  { name: 'Practice, a visit type', address: '/practice#visit-types', open: change(/Infusi[oó]n/), isReady: dialog },
  { name: 'Practice, a chain', address: '/practice#chains', open: change(/MRI/), isReady: dialog },
  { name: 'Practice, a holiday', address: '/practice#holidays', open: change(/Riverside Dayton/), isReady: dialog },
  {
    name: 'Practice, holidays from a list',
    address: '/practice#holidays',
    open: async (page) => {
      await page.getByRole('tabpanel').getByRole('table').waitFor()
      await page.getByRole('tabpanel').getByRole('button').first().click()
    },
    isReady: dialog,
  },
  {
    name: 'Practice, a new payer',
    address: '/practice#payers',
    open: async (page) => {
      await page.getByRole('tabpanel').getByRole('table').waitFor()
      await page.keyboard.press('a')
    },
    isReady: dialog,
  },
  {
    name: 'A payer',
    address: '/practice/payers/{payer}',
    isReady: (page) => page.getByRole('table').first().waitFor(),
  },
  {
    name: 'A payer, an enrolment',
    address: '/practice/payers/{payer}',
    open: change(/837P/),
    isReady: dialog,
  },
  { name: 'Practice, a connection', address: '/practice#connections', open: secondOf(/Medicaid/), isReady: dialog },
  {
    name: 'Practice, a connection tried',
    address: '/practice#connections',
    open: change(/clearinghouse/),
    isReady: (page) =>
      page
        .getByRole('dialog')
        .getByText(/ s$|reached|alcanzar|away|rechaz/)
        .first()
        .waitFor(),
  },
  {
    name: 'Practice, a visit type for payers',
    address: '/practice#billing',
    open: change(/Infusi[oó]n/),
    isReady: dialog,
  },
  { name: 'Practice, who asks', address: '/practice#billing', open: change(/1457399214/), isReady: dialog },
  { name: 'Practice, a price looked up', address: '/practice#fees', open: change(/Aetna/), isReady: dialog },
  {
    name: 'Practice, a price list to take in',
    address: '/practice#fees',
    open: async (page) => {
      await page.getByRole('tabpanel').getByRole('table').first().waitFor()
      await page.keyboard.press('a')
      await page.getByRole('dialog').waitFor()
      const file = { name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from('code,amount\n99213,95\n12,5\n') }
      await page.locator('input[type=file]').setInputFiles(file)
    },
    isReady: (page) => page.getByRole('dialog').getByRole('table').waitFor(),
  },
  {
    name: 'Practice, the sliding scale',
    address: '/practice#fees',
    open: (page) => page.getByRole('button', { name: /^(Change the sliding|Cambiar la escala)/ }).click(),
    isReady: dialog,
  },
  { name: 'Practice, a site', address: '/practice#sites', open: change(/Dayton/), isReady: dialog },
  {
    name: 'Weekly hours',
    address: '/practice/hours/{resource}',
    isReady: (page) => page.getByRole('application').waitFor(),
  },
  {
    name: 'Weekly hours, one of them open',
    address: '/practice/hours/{resource}',
    open: async (page) => {
      await page.getByRole('application').focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    },
    isReady: (page) => page.getByRole('region', { name: /What is chosen|Lo elegido/ }).waitFor(),
  },
]
