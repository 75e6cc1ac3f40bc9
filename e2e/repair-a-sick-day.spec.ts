import { messages, practice, repair, type Reply, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import { silence } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk, signInAs } from './src/pages.ts'

/** As many visits as the sick day has. */
const many = 14

let desk: Desk
let phone: Desk
let client: HttpClient

beforeAll(async () => {
  desk = await openDesk()
  phone = await openDesk({ viewport: { width: 390, height: 844 }, locale: 'es-US' })
  client = await clientOf(staff.rosa)
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await phone.close()
  await closeBrowser()
})

interface SickDay {
  readonly resourceId: string
  readonly name: string
  readonly date: string
  /** The clock on the wall when the fourteenth visit is over, such as `14:20`; null when there are no more that day. */
  readonly until: string | null
}

type Day = Reply<typeof scheduling.readDay>

function visitsOf(day: Day, resourceId: string): Day['appointments'] {
  return day.appointments
    .filter((visit) => visit.status === 'booked' && visit.assignments.some((one) => one.resourceId === resourceId))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
}

/** A clinician and a day after this week's stories with at least fourteen visits. */
async function findSickDay(): Promise<SickDay> {
  const site = await siteCalled(client, 'Chicago')
  const known = (await client.call(practice.readPractice, {})).body
  for (let ahead = 3; ahead < 14; ahead += 1) {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(Date.now() + ahead * 86_400_000)
    const day = (await client.call(scheduling.readDay, { siteId: site.id, date })).body
    for (const { id, kind } of day.resources) {
      const visits = visitsOf(day, id)
      if (kind !== 'practitioner' || visits.length < many) continue
      const next = visits[many]
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: site.timeZone, timeStyle: 'short' })
      const name = known.resources.find((one) => one.id === id)?.name ?? ''
      return { resourceId: id, name, date, until: next ? clock.format(new Date(next.start)) : null }
    }
  }
  throw new Error('no clinician has fourteen visits on one day')
}

async function accessibleInBothThemes({ page }: Desk): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    // Colours fade over 120 ms; between two themes nothing is legible.
    await page.waitForTimeout(400)
    await expectAccessible(page)
  }
  await expectNoSidewaysScroll(page)
}

test('a clinician is ill: fourteen visits planned anew, decided and applied by keyboard, and a patient answers', async () => {
  const { page } = desk
  const sick = await findSickDay()
  await page.goto(`/repair?resourceId=${sick.resourceId}&from=${sick.date}`)
  await page.getByRole('textbox', { name: /^Why/ }).focus()
  await page.keyboard.type('Ill')
  if (sick.until !== null) {
    await page.getByRole('group', { name: 'Until (time)' }).getByRole('spinbutton').first().focus()
    await page.keyboard.type(sick.until.replace(':', ''))
  }
  await page.getByRole('textbox', { name: /^Why/ }).focus()
  await page.keyboard.press('Enter')

  const grid = page.getByRole('grid', { name: /Affected visits/ })
  await grid.waitFor()
  const repairId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const read = async () => (await client.call(repair.readRepair, { repairId })).body
  const { items } = await read()
  expect(items).toHaveLength(many)
  expect(await grid.getByRole('row').count()).toBe(many)
  await accessibleInBothThemes(desk)
  await expectToldWhereNothingWasFound(repairId)
  expect((await read()).counts).toMatchObject({ accepted: 0, open: many })

  // One is accepted, one kept, that is taken back; then all the rest.
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  for (let at = 0; items[at]?.proposal === null; at++) await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect.poll(async () => (await read()).counts.accepted).toBe(1)
  await page.keyboard.press('x')
  await expect.poll(async () => (await read()).items.filter(({ decision }) => decision === 'kept').length).toBe(1)
  await page.keyboard.press('k')
  await page.keyboard.press('z')
  await expect.poll(async () => (await read()).counts).toMatchObject({ accepted: 1, open: many - 1 })
  expect(await page.evaluate(() => document.activeElement?.closest('[role=row]') !== null)).toBe(true)
  await page.keyboard.press('Shift+A')
  const placed = (await read()).items.filter(({ proposal }) => proposal !== null).length
  await expect.poll(async () => (await read()).counts.accepted).toBe(placed)

  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await accessibleInBothThemes(desk)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Apply')
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/apply')),
    page.keyboard.press('Enter'),
  ])
  expect(answer.status()).toBe(200)
  // What is proposed was rehearsed: nothing stands against it.
  expect(((await answer.json()) as Reply<typeof repair.applyRepair>).overtaken).toBe(0)
  await page.getByRole('tab', { name: /Answers/, selected: true }).waitFor({ timeout: 30_000 })
  const applied = await read()
  expect(applied.counts.moved).toBe(placed)
  await accessibleInBothThemes(desk)

  // Who has no e-mail address is called.
  const called = applied.items.filter(({ toldAt, hasEmail }) => toldAt !== null && !hasEmail)
  if (called.length > 0) {
    await page.keyboard.press('j')
    await page.keyboard.press('p')
    await expect.poll(async () => (await read()).items.some(({ answer }) => answer === 'by-phone')).toBe(true)
  }

  const written = applied.items.filter(({ toldAt, hasEmail }) => toldAt !== null && hasEmail)
  expect(written.length).toBeGreaterThan(0)
  const link = await linkOf(new Set(written.map(({ patient }) => patient.id)))
  await answerByPhone(link)
  await expect.poll(async () => (await read()).items.some(({ answer }) => answer === 'other')).toBe(true)
  // The desk hears of it without asking.
  await page.getByText('needs another time').first().waitFor({ timeout: 5000 })
  expect(desk.errors).toEqual([])
})

/** A on a visit without a place says so. Which visits of the demo have none differs by day: here it is the first. */
async function expectToldWhereNothingWasFound(repairId: string): Promise<void> {
  const { page } = desk
  const path = `**/api/repairs/${repairId}`
  await page.route(path, async (route) => {
    const plan = (await (await route.fetch()).json()) as Reply<typeof repair.readRepair>
    const items = plan.items.map((item, at) => (at === 0 ? { ...item, proposal: null } : item))
    await route.fulfill({ json: { ...plan, items } })
  })
  await page.reload()
  const rows = page.getByRole('grid', { name: /Affected visits/ }).getByRole('row')
  await expect.poll(() => rows.first().evaluate((row) => row.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('a')
  await page.getByText('There is no place to accept.').waitFor()
  await accessibleInBothThemes(desk)
  await page.unroute(path)
  await page.reload()
  await expect.poll(() => rows.first().evaluate((row) => row.contains(document.activeElement))).toBe(true)
}

test('she is here after all: taken back by keyboard, who agreed to the new time stays', async () => {
  const { page } = desk
  const repairId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const read = async () => (await client.call(repair.readRepair, { repairId })).body
  const before = await read()
  const agreed = before.items.filter(({ answer }) => answer === 'yes' || answer === 'by-phone')
  await page.getByRole('button', { name: 'Take it back' }).press('Enter')
  const asked = page.getByRole('alertdialog', { name: 'Take this repair back?' })
  await asked.waitFor()
  expect(await asked.getByRole('checkbox').count()).toBe(before.counts.moved)
  expect(await asked.getByRole('checkbox', { checked: false }).count()).toBe(agreed.length)
  await accessibleInBothThemes(desk)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Take back')
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/take-back')),
    page.keyboard.press('Enter'),
  ])
  expect(((await answer.json()) as Reply<typeof repair.takeBackRepair>).stayed).toBe(0)
  await page.getByText(/^This repair was taken back/).waitFor()
  const { items, counts, status } = await read()
  expect([status, counts.back]).toEqual(['closed', before.counts.moved - agreed.length])
  for (const { appointmentId, backAt, before: place } of items.filter(({ backAt }) => backAt !== null)) {
    const visit = (await client.call(scheduling.readAppointment, { appointmentId })).body
    expect([visit.start, backAt !== null]).toEqual([place.start, true])
  }
  await silence(page)
  await accessibleInBothThemes(desk)
  expect(desk.errors).toEqual([])
})

/** The next group with people in it, and who leads it. */
async function findGroup(): Promise<{ readonly date: string; readonly leaderId: string; readonly people: number }> {
  const site = await siteCalled(client, 'Chicago')
  for (let ahead = 1; ahead < 14; ahead += 1) {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(Date.now() + ahead * 86_400_000)
    const { groups, resources } = (await client.call(scheduling.readDay, { siteId: site.id, date })).body
    const group = groups.find(({ taken }) => taken > 0)
    const leader = group?.assignments.find(({ resourceId }) =>
      resources.some(({ id, kind }) => id === resourceId && kind === 'practitioner'),
    )
    if (group && leader) return { date, leaderId: leader.resourceId, people: group.taken }
  }
  throw new Error('no group has people in it')
}

test('who leads a group is ill and its room is flooded: everybody in it gets another time by one press, and the old one back', async () => {
  const { page } = desk
  const { date, leaderId, people } = await findGroup()
  await page.goto(`/repair?resourceId=${leaderId}&from=${date}`)
  await page.getByRole('button', { name: 'Something else is missing as well' }).press('Enter')
  const second = page.getByRole('combobox', { name: 'Who or what else?' })
  await second.fill('Class room')
  await second.press('ArrowDown')
  await second.press('Enter')
  await page.getByRole('textbox', { name: /^Why/ }).fill('Water')
  await silence(page)
  await accessibleInBothThemes(desk)
  await page.getByRole('button', { name: 'Make a plan' }).press('Enter')
  const waiting = '1 group visit needs somebody else or another time'
  await page.getByRole('heading', { name: waiting }).waitFor()
  await page.getByText('nobody else is free then').waitFor()
  const group = page.getByRole('region', { name: waiting })
  const times = group.getByRole('list', { name: /free/ })
  await times
    .getByRole('button', { name: /^Move to/ })
    .first()
    .waitFor()
  expect(await group.getByRole('list').first().getByRole('listitem').count()).toBe(people)
  await group.getByRole('link', { name: 'See it in the calendar' }).waitFor()
  await silence(page)
  await accessibleInBothThemes(desk)
  await times.getByRole('button', { name: 'What they would read' }).first().press('Enter')
  const messages = page.getByRole('dialog', { name: /^What each would read/ })
  const readers = messages.getByRole('row')
  await expect.poll(() => readers.count()).toBe(people)
  await readers.first().press('Enter')
  await messages.getByRole('heading', { level: 3 }).waitFor()
  await accessibleInBothThemes(desk)
  await page.keyboard.press('Escape')
  await messages.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('What they would read')

  const repairId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const read = async () => (await client.call(repair.readRepair, { repairId })).body
  const [before] = (await read()).groups
  const first = times.getByRole('button', { name: /^Move to/ }).first()
  // Somebody closes that time a moment before: the next best stand there, and the keyboard is beside them.
  const manager = await clientOf(staff.helen)
  const blockId = await closeFirstPlace(manager, repairId, before?.id ?? '', leaderId)
  const lost = await first.textContent()
  await first.press('Enter')
  await page.getByText(/^(That time was just taken|A rule stands against that time)/).waitFor()
  await expect.poll(() => first.textContent()).not.toBe(lost)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/-times$/)
  await first.press('Enter')
  await page.getByRole('heading', { name: '1 group visit has a new place' }).waitFor()
  const [given] = (await read()).given
  expect([given?.beforeStart, given?.told.length]).toEqual([before?.start, people])
  expect(given?.start).not.toBe(before?.start)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('given-title')
  await silence(page)
  await accessibleInBothThemes(desk)

  await page.getByRole('button', { name: 'Take it back' }).press('Enter')
  const asked = page.getByRole('alertdialog', { name: 'Take this repair back?' })
  await asked.getByText(/^The group goes back/).waitFor()
  await asked.getByRole('button', { name: 'Take back' }).press('Enter')
  await page.getByText(/^This repair was taken back/).waitFor()
  // The page hears that the time is open before everybody has gone back.
  await expect
    .poll(async () => (await read()).given)
    .toMatchObject([{ start: before?.start, backAt: expect.any(String), staysBecause: null }])
  await manager.call(practice.removeBlock, { blockId })
  expect(desk.errors).toEqual([])
})

/** Closes the leader's time of the first place that a group is offered. */
async function closeFirstPlace(
  manager: HttpClient,
  repairId: string,
  groupSessionId: string,
  leaderId: string,
): Promise<string> {
  const { places } = (await manager.call(repair.findRepairGroupPlaces, { repairId, groupSessionId })).body
  const { timeZone } = await siteCalled(client, 'Chicago')
  const start = new Date(places[0]?.start ?? '')
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(start)
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(start)
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const startMinute = hour * 60 + minute
  const closed = { resourceIds: [leaderId], date, startMinute, endMinute: startMinute + 10, reason: 'Phone' }
  const made = await manager.call(practice.blockTime, closed)
  expect(made.status).toBe(200)
  return made.body.id
}

async function linkOf(patientIds: ReadonlySet<string>): Promise<string> {
  let found: string | undefined
  await expect
    .poll(
      async () => {
        const list = (await client.call(messages.listMessages, {})).body.messages
        for (const { id } of list.filter(({ patientId }) => patientIds.has(patientId))) {
          const { text } = (await client.call(messages.readMessage, { messageId: id })).body
          found ??= /\/answer#\S+/.exec(text)?.[0]
        }
        return found
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBeDefined()
  return found ?? ''
}

/** The patient opens the link of the message: no sign-in, their language, one thumb. */
async function answerByPhone(link: string): Promise<void> {
  const { page } = phone
  await page.goto(new URL(link, inject('foyerUrl')).href)
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('heading', { name: '¿Le va bien así?' }).waitFor()
  await accessibleInBothThemes(phone)
  await page.getByRole('button', { name: 'Necesito otra hora' }).click()
  await page.getByText('Guardado.').waitFor()
  expect(await page.title()).toBe('Su cita')
  expect(phone.errors).toEqual([])
}
