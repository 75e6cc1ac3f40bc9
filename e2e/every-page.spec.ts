import { practice } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, personCalled, siteCalled, staff, visitOf } from './src/demo-practice.ts'
import { demoPassword } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk, signInAs } from './src/pages.ts'

interface Place {
  readonly name: string
  /** Ids in braces are filled in when the story runs. */
  readonly address: string
  /** What is opened on it with the keyboard or a press. */
  readonly open?: (page: Page) => Promise<void>
  readonly isReady: (page: Page) => Promise<unknown>
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()
const cards = (page: Page) => page.locator('[data-visit]').first().waitFor()
/** The three shapes of Today, in their order; the one chosen last is remembered. */
const shape = (index: number) => async (page: Page) => {
  await page.getByRole('radiogroup').getByRole('radio').nth(index).click()
}

const places: readonly Place[] = [
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
  { name: 'Feeds', address: '/feeds', isReady: heading },
  { name: 'Reports', address: '/reports', isReady: (page) => page.getByRole('table').first().waitFor() },
  { name: 'Patients', address: '/patients', isReady: heading },
  {
    name: 'Patients, found',
    address: '/patients',
    open: (page) => page.getByRole('main').getByRole('searchbox').fill('ng'),
    isReady: (page) => page.getByRole('main').getByText(/Nguy/).first().waitFor(),
  },
  { name: 'New patient', address: '/patients/new', isReady: heading },
  { name: 'Patient', address: '/patients/{patient}', isReady: heading },
  { name: 'Check-in', address: '/check-in/{visit}', isReady: heading },
  { name: 'Repair', address: '/repair', isReady: heading },
  { name: 'Booked online', address: '/online', isReady: heading },
  { name: 'Outbox', address: '/outbox', isReady: heading },
  ...['sites', 'resources', 'visit-types', 'chains', 'staff', 'closed', 'holidays', 'payers'].map((part) => ({
    name: `Practice, ${part}`,
    address: `/practice#${part}`,
    isReady: (page: Page) => page.getByRole('tabpanel').first().waitFor(),
  })),
  {
    name: 'Weekly hours',
    address: '/practice/hours/{resource}',
    isReady: (page) => page.getByRole('application').waitFor(),
  },
  { name: 'Book online', address: '/book/riverside', isReady: heading },
  { name: 'An answer that is not there', address: '/answer/nothing-of-the-kind', isReady: heading },
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

/** A phone, and a window of 1440 × 900 at 200 %. */
const narrow = [
  { width: 390, height: 844 },
  { width: 720, height: 450 },
]

/** What a key of a catalog looks like when it stands on the page in place of its words. */
const rawKey = /\{\{|\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+[A-Z][a-z]+[A-Za-z]*\b/

const ids: Record<string, string> = {}

async function show({ page }: Desk, place: Place): Promise<void> {
  await page.goto(place.address.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? ''))
  await place.open?.(page)
  await place.isReady(page)
  // A page that still loads would be judged by its skeleton.
  await page.waitForFunction(
    (loading) =>
      ![...document.querySelectorAll('[role=status]')].some((one) => loading.includes(one.textContent.trim())),
    ['Loading', 'Cargando'],
  )
}

beforeAll(async () => {
  const client = await clientOf(staff.helen)
  const site = await siteCalled(client, 'Chicago')
  const { visitTypes, resources } = (await client.call(practice.readPractice, {})).body
  ids['site'] = site.id
  ids['visit'] = (await visitOf(client, site, 'Nguyen')).appointmentId
  ids['patient'] = (await personCalled(client, 'nguyen maria 1961')).id
  ids['resource'] = resources.find(({ name }) => name.startsWith('Ana Alvarez'))?.id ?? ''
  ids['visitType'] = visitTypes.find(({ name }) => name === 'Follow-up with interpreter')?.id ?? ''
})
afterAll(closeBrowser)

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  let desk: Desk

  beforeAll(async () => {
    desk = await openDesk({ theme })
    await desk.page.goto('/')
    await desk.page.getByRole('button', { name: /^sign in/i }).waitFor()
    await expectAccessible(desk.page)
    await expectFits(desk)
    await signInAs(desk, staff.helen)
  })
  afterAll(() => desk.close())

  test.each(places)('$name: nothing that axe finds, no broken policy, no sideways scroll', async (place) => {
    await show(desk, place)
    await expectAccessible(desk.page)
    await expectFits(desk)
    expect(desk.errors.splice(0)).toEqual([])
  })
})

describe('on a phone', () => {
  let desk: Desk
  const rail = () => desk.page.getByRole('navigation').first()
  const more = () => rail().getByRole('button')

  beforeAll(async () => {
    desk = await openDesk({ viewport: { width: 390, height: 844 } })
    await signInAs(desk, staff.helen)
  })
  afterAll(() => desk.close())

  test('four places and More: the others by keyboard, and the button says where one is', async () => {
    const { page } = desk
    expect(await rail().getByRole('link').count()).toBe(4)
    await more().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    // What was read out before has no name while it goes.
    await page.locator('[role=log] [role=img]').first().waitFor({ state: 'detached' })
    await expectAccessible(page)
    const names = await page.getByRole('menuitem').allTextContents()
    expect(names).toEqual(['Repair', 'Outbox', 'Reports', 'Audit', 'Practice'])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/repair$/)
    expect(await more().getAttribute('aria-current')).toBe('page')
    expect(await more().textContent()).toContain('Repair')
  })
})

test('the palette finds pages by the words of either language', async () => {
  const desk = await openDesk()
  await signInAs(desk, staff.helen)
  const { page } = desk
  await page.keyboard.press('Control+k')
  const finds = async (typed: string, name: RegExp) => {
    await page.getByRole('dialog').getByRole('combobox').fill(typed)
    await page.getByRole('option', { name }).first().waitFor()
  }
  await finds('enfermo', /Repair/)
  await finds('plantilla', /People and resources/)
  await finds('feriados', /Holidays/)
  await finds('horario alvarez', /Weekly hours: Ana Alvarez/)
  await finds('ical', /Calendar feeds/)
  await finds('print', /Print the calendar/)
  await desk.close()
})

async function expectFits({ page }: Desk): Promise<void> {
  const usual = page.viewportSize()
  for (const size of narrow) {
    await page.setViewportSize(size)
    await expectNoSidewaysScroll(page)
  }
  if (usual) await page.setViewportSize(usual)
}

describe('in Spanish', () => {
  let desk: Desk

  beforeAll(async () => {
    desk = await openDesk({ locale: 'es-MX' })
    const { page } = desk
    await page.goto('/')
    await page.getByLabel(/correo/i).fill(staff.mateo)
    await expectSpanish(page)
    await page.getByLabel(/contraseña/i).fill(demoPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
  })
  afterAll(() => desk.close())

  const notTheirs = ['Audit', 'Reports']
  const forCoordinators = places.filter(({ name }) => !notTheirs.includes(name))
  test.each(forCoordinators)('$name: says so, and no word is left out', async (place) => {
    await show(desk, place)
    await expectSpanish(desk.page)
  })
})

async function expectSpanish(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^es/)
  const lines = (await page.locator('body').innerText()).split('\n')
  expect(lines.filter((line) => rawKey.test(line.replaceAll(/\S+@\S+/g, '')))).toEqual([])
}
