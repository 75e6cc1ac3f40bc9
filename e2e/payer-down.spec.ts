import { arrival, eligibility, payers } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardOf, clientOf, siteCalled, staff, type Visit } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { silence } from './src/finder.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let client: HttpClient
let sandbox: string

beforeAll(async () => {
  desk = await openDesk()
  client = await clientOf(staff.helen)
  await signInAs(desk, staff.rosa)
  const { connections } = (await client.call(payers.readDirectory, {})).body
  const line = connections.find(({ isSandbox, kind }) => isSandbox && kind !== 'sftp')
  sandbox = new URL(line?.address ?? '').origin
})
afterAll(async () => {
  await control('up')
  await desk.close()
  await closeBrowser()
})

async function control(mode: 'up' | 'down'): Promise<void> {
  await fetch(`${sandbox}/control`, { method: 'POST', body: JSON.stringify({ mode }) })
}

/** Somebody who is expected, whose payer answers at once and was not asked today. No other story is about them. */
async function someoneToCheckIn(): Promise<{ readonly visit: Visit; readonly payer: string }> {
  const board = await boardOf(client, await siteCalled(client, 'Chicago'))
  for (const visit of board.visits.toReversed()) {
    if (visit.status !== 'booked' || ['Brandt', 'Nguyen', 'Becker'].includes(visit.patient.name.family)) continue
    const { appointmentId, patient } = visit
    const { body } = await client.call(eligibility.readCoverageCards, { patientId: patient.id, appointmentId })
    const [card] = body.cards
    if (card && card.cannotAsk.length === 0 && card.because === 'never-asked' && !/Medicaid/.test(card.payerName))
      return { visit, payer: card.payerName }
  }
  throw new Error('nobody is expected whose payer can be asked')
}

/** Two answers about the first policy of somebody: a payer is not asked twice within 90 seconds. */
async function askedAgain(patientId: string): Promise<void> {
  const [card] = (await client.call(eligibility.readCoverageCards, { patientId })).body.cards
  const ids = { patientId, coverageId: card?.coverageId ?? '' }
  const answered = async () => {
    const { checks } = (await client.call(eligibility.listChecks, ids)).body
    return checks.filter(({ state }) => state === 'answered').length
  }
  await expect
    .poll(
      async () => {
        const count = await answered()
        if (count < 2) await client.call(eligibility.askPayer, { ...ids, reason: 'by-hand' })
        return count
      },
      { timeout: 120_000, interval: 3000 },
    )
    .toBeGreaterThanOrEqual(2)
}

test('a payer is down at check-in: the patient is checked in all the same, and the answer comes later by itself', {
  timeout: 240_000,
}, async () => {
  const { page } = desk
  const { visit, payer } = await someoneToCheckIn()
  await control('down')
  await page.goto(`/check-in/${visit.appointmentId}`)
  const card = page.getByRole('group', { name: payer, exact: true })
  await card.getByText('not asked yet').waitFor()
  await page.keyboard.press('q')
  await card.getByText('payer is down').waitFor()
  await card.getByText(/tried again at/).waitFor()
  await silence(page)
  await expectAccessible(page)

  // Nothing of it is in the way.
  await page.keyboard.press('a')
  await page.getByText(/is marked as arrived/).waitFor()
  const status = async () =>
    (await client.call(arrival.readCheckIn, { appointmentId: visit.appointmentId })).body.visit.status
  await expect.poll(status).toBe('arrived')

  await control('up')
  await card.getByText(/^answered/).waitFor({ timeout: 150_000 })
  await card.getByText(/made up/).waitFor()
  await silence(page)
  await expectAccessible(page)
  expect(desk.errors).toEqual([])
})

test('every sentence opens its segment; answers are held against each other; all by keyboard', {
  timeout: 240_000,
}, async () => {
  const senior = await openDesk()
  await signInAs(senior, staff.sam)
  const { page } = senior
  const board = await boardOf(client, await siteCalled(client, 'Chicago'))
  const maria = board.visits.find(({ patient }) => patient.name.family === 'Nguyen' && patient.name.given === 'Maria')
  await page.goto(`/patients/${maria?.patient.id}#coverage`)
  const card = page
    .getByRole('group', { name: 'Blue Cross', exact: true })
    .or(page.getByRole('group', { name: /^Blue Cross/ }))
    .first()
  await card.waitFor()
  await page.keyboard.press('q')
  await card.getByText(/is active on/).waitFor({ timeout: 30_000 })
  await card.getByRole('button', { name: /^Every sentence/ }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('button', { name: /^Segment \d+, EB/ })
    .first()
    .waitFor()
  await silence(page)
  await expectAccessible(page)
  await dialog
    .getByRole('button', { name: /^Segment \d+, EB/ })
    .first()
    .press('Enter')
  const opened = dialog.getByRole('group', { name: /^Segment \d+, EB$/ })
  await opened.getByText('EB01, what it says').waitFor()
  expect(await opened.innerText()).toMatch(/EB\*/)
  await silence(page)
  await expectAccessible(page)
  // Who may read it whole goes on from there.
  await dialog.getByRole('radio', { name: 'As it was sent' }).press('Space')
  await dialog.locator('[aria-current]').waitFor()
  expect(await dialog.locator('[aria-current]').innerText()).toMatch(/EB\*/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await askedAgain(maria?.patient.id ?? '')
  await card.getByRole('button', { name: /^History/ }).press('Enter')
  const history = page.getByRole('dialog')
  await history.getByRole('row').nth(2).waitFor()
  const compare = history.getByRole('button', { name: 'Compare' })
  expect(await compare.isDisabled()).toBe(true)
  const choices = history.getByRole('checkbox', { name: /^Choose the answer of/ })
  for (const at of [0, 1]) await choices.nth(at).press('Space')
  await compare.press('Enter')
  const same = history.getByText(/^\d+ sentences are the same in both\.$/)
  await same.waitFor()
  expect(Number.parseInt(await same.innerText(), 10)).toBeGreaterThan(5)
  await history.getByText('Both say the same.').waitFor()
  await choices.first().waitFor({ state: 'detached' })
  await silence(page)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  expect(senior.errors).toEqual([])
  await senior.close()

  const spanish = await openDesk({ locale: 'es-US' })
  await signInAs(spanish, staff.sam)
  await spanish.page.goto(`/patients/${maria?.patient.id}#coverage`)
  const tarjeta = spanish.page.getByRole('group', { name: /^Blue Cross/ }).first()
  await tarjeta.getByText(/está activo el/).waitFor()
  await tarjeta.getByText(/este seguro es inventado/).waitFor()
  await silence(spanish.page)
  await expectAccessible(spanish.page)
  await spanish.page.goto('/verification')
  await spanish.page.getByRole('heading', { level: 1, name: 'Seguro de las próximas visitas' }).waitFor()
  await spanish.page
    .getByText(/aseguradora inventada/)
    .first()
    .waitFor()
  await silence(spanish.page)
  await expectAccessible(spanish.page)
  expect(spanish.errors).toEqual([])
  await spanish.close()
})

test('the coming days are asked in one go, and each visit ends verified or with its reason', async () => {
  const { page } = desk
  await page.goto('/verification')
  await page.getByRole('heading', { level: 1, name: 'Insurance of coming visits' }).waitFor()
  await page.keyboard.press('a')
  await expect
    .poll(
      async () => {
        const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
        const { body } = await client.call(eligibility.readVerification, { from: day(0), to: day(4) })
        return body.sweep !== null && body.sweep.answered + body.sweep.failed > 0 && body.sweep.endedAt !== null
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(true)
  await page
    .getByRole('main')
    .locator('span', { hasText: /^verified$/ })
    .first()
    .waitFor()
  await silence(page)
  await expectAccessible(page)
  expect(desk.errors).toEqual([])
})
