import { feeds, peopleExport, practice, repair, scheduling } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pairFound, registerAnyway } from './src/alike.ts'
import { clientOf, personCalled, siteCalled, staff, visitOf } from './src/demo-practice.ts'
import { demoPassword, type HttpClient } from './src/http-client.ts'
import { sendPeople, tryPeople } from './src/people-file.ts'
import { type Place, places } from './src/places/index.ts'
import {
  closeBrowser,
  type Desk,
  expectAccessible,
  expectNoSidewaysScroll,
  expectNothingCutOff,
  openDesk,
  signInAs,
} from './src/pages.ts'

/** A phone, and a window of 1440 × 900 at 200 %. */
const narrow = [
  { width: 390, height: 844 },
  { width: 720, height: 450 },
]

/** What a key of a catalog looks like when it stands on the page in place of its words. */
const rawKey = /\{\{|\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+[A-Z][a-z]+[A-Za-z]*\b/

const ids: Record<string, string> = {}

async function show({ page }: Desk, place: Place): Promise<void> {
  // Between two parts of one page only the hash changes, and what was opened on it would stay.
  if (place.address.includes('#')) await page.goto('about:blank')
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

/** A repair that waits to be decided: somebody's next day with visits, two weeks from now or later. */
async function aRepair(client: HttpClient, siteId: string): Promise<string> {
  for (let ahead = 14; ahead < 28; ahead += 1) {
    const date = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
    const { resources, appointments } = (await client.call(scheduling.readDay, { siteId, date })).body
    const busy = resources.find(
      ({ id, kind }) =>
        kind === 'practitioner' &&
        appointments.some(({ assignments }) => assignments.some((one) => one.resourceId === id)),
    )
    if (!busy) continue
    const wish = { resourceIds: [busy.id], from: date, until: date, reason: 'A page to look at' }
    return (await client.call(repair.proposeRepair, wish)).body.id
  }
  throw new Error('nobody has a visit in two weeks')
}

beforeAll(async () => {
  const client = await clientOf(staff.helen)
  const site = await siteCalled(client, 'Chicago')
  const { visitTypes, resources, payers } = (await client.call(practice.readPractice, {})).body
  ids['site'] = site.id
  ids['visit'] = (await visitOf(client, site, 'Nguyen', 'Maria')).appointmentId
  ids['patient'] = (await personCalled(client, 'nguyen maria 1961')).id
  ids['resource'] = resources.find(({ name }) => name.startsWith('Ana Alvarez'))?.id ?? ''
  ids['payer'] = payers.find(({ name }) => name === 'Medicare')?.id ?? ''
  ids['repair'] = await aRepair(client, site.id)
  ids['visitType'] = visitTypes.find(({ name }) => name === 'Follow-up with interpreter')?.id ?? ''
  for (const given of ['Anselma', 'Anselm'])
    await registerAnyway(client, {
      name: { given, family: 'Wintergarten' },
      birthDate: '1971-02-03',
      phone: '937 555 0181',
      language: 'en',
    })
  await pairFound(client, 'Wintergarten')
  const asked = { identityCheck: 'known', form: 'pdf', language: 'en' } as const
  await client.call(peopleExport.requestAccess, { patientId: ids['patient'], ...asked })
  ids['columnsRun'] = await sendPeople(client, 'clients.csv')
  ids['triedRun'] = await tryPeople(client, 'clients-of-may.csv')
  for (const one of [client, await clientOf(staff.mateo)])
    await one.call(feeds.makeFeed, { resourceId: ids['resource'], name: 'Phone' })
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
    expect(names).toEqual(['Insurance', 'Repair', 'Outbox', 'Reports', 'Privacy', 'Audit', 'Practice'])
    await page.keyboard.type('Rep')
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
    await expectNothingCutOff(page)
  }
  if (usual) await page.setViewportSize(usual)
}

/** What only leads and managers open. */
const notForCoordinators =
  /^(Audit|Privacy|Reports|Duplicates|Bring people in|Weekly hours, one|A payer, an|Practice, (a|holidays from|who asks|the sliding)|Patient, (who|was|a copy))/

describe.each([
  { who: staff.mateo, theirs: places.filter(({ name }) => !notForCoordinators.test(name)) },
  { who: staff.helen, theirs: places.filter(({ name }) => notForCoordinators.test(name)) },
])('in Spanish, $who', ({ who, theirs }) => {
  let desk: Desk

  beforeAll(async () => {
    desk = await openDesk({ locale: 'es-MX' })
    const { page } = desk
    await page.goto('/')
    await page.getByLabel(/correo/i).fill(who)
    await expectSpanish(page)
    await page.getByLabel(/contraseña/i).fill(demoPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
  })
  afterAll(() => desk.close())

  test.each(theirs)('$name: says so, and no word is left out', async (place) => {
    await show(desk, place)
    await expectSpanish(desk.page)
  })
})

async function expectSpanish(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^es/)
  const lines = (await page.locator('body').innerText()).split('\n')
  expect(lines.filter((line) => rawKey.test(line.replaceAll(/\S+@\S+/g, '')))).toEqual([])
}
