import { estimates } from '@foyer/contract'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, personCalled, siteCalled, staff, todayIn } from './src/demo-practice.ts'
import { openingsOf, silence, wishFor } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let phone: Desk
let client: HttpClient
let siteId: string
let patientId: string
/** As the server sent it to the desk: what Luis is told on the phone. */
let link: string

beforeAll(async () => {
  desk = await openDesk()
  phone = await openDesk({ locale: 'es-US', viewport: { width: 320, height: 640 } })
  client = await clientOf(staff.rosa)
  siteId = (await siteCalled(client, 'Chicago')).id
  patientId = (await personCalled(client, 'Ortega')).id
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await phone.close()
  await closeBrowser()
})

/** `$51.60` or `−$34.40`, in cents. */
function centsOf(text: string): number {
  const cents = Math.round(Number(text.replaceAll(/[^\d.]/g, '')) * 100)
  return /^[−-]/.test(text.trim()) ? -cents : cents
}

/** What stands at the foot of a table of money, which its lines have to come to. */
async function sumOf(table: Locator): Promise<number> {
  await table.waitFor()
  const lines = (await table.locator('tbody td').allInnerTexts()).map(centsOf)
  const sum = centsOf(await table.locator('tfoot td').innerText())
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.reduce((all, cents) => all + cents, 0)).toBe(sum)
  return sum
}

const dialog = (page: Page) => page.getByRole('dialog')
const main = (page: Page) => page.getByRole('main')

async function owed() {
  const { body } = await client.call(estimates.listDueEstimates, { siteId })
  return body.estimates.filter(({ dueOn }) => dueOn !== null)
}

/** The line of Luis under “Estimates due”, however many others are owed one by now. */
async function dueOnToday(page: Page): Promise<Locator> {
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('heading', { name: 'Now', exact: true }).waitFor()
  const due = page.getByRole('region', { name: 'Estimates due' })
  if ((await owed()).length > 3) await due.getByRole('button', { name: /^Show .*more$/ }).press('Enter')
  return due.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Luis Ortega Medina: Lab draw' }) })
}

test('he asks what a blood test would cost, is told on the phone, and it is booked', async () => {
  const { page } = desk
  const tomorrow = new Date(`${todayIn('America/Chicago')}T12:00:00Z`)
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1)
  const from = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(tomorrow)
  await wishFor(page, 'ortega luis', /Luis Ortega/, `lab draw from ${from}`)
  // So near that nothing is owed by itself: it is his question that the clock runs from.
  await openingsOf(page).filter({ hasText: 'Soonest' }).first().press('Enter')
  await page.getByRole('timer').waitFor()
  const cost = page.getByRole('region', { name: 'What would that cost?' })
  await cost.getByRole('button', { name: 'What would that cost?' }).press('Enter')
  await cost.getByText('No plan is active that day: worked out as paid alone.').waitFor()
  expect(await sumOf(cost.getByRole('table', { name: 'How it adds up' }))).toBe(51_60)
  await silence(page)
  await expectAccessible(page)
  await page.getByRole('region', { name: 'Held for Luis' }).getByRole('button', { name: 'Book' }).press('Enter')
  await page.getByRole('heading', { name: 'Booked: Luis Ortega Medina' }).waitFor()
})

test('that he asked is noted: a good faith estimate is due, and stands on Today', async () => {
  const { page } = desk
  await page.goto(`/patients/${patientId}#estimates`)
  await main(page)
    .getByRole('button', { name: /For which visit/ })
    .filter({ hasText: 'Lab draw' })
    .waitFor()
  await main(page)
    .getByRole('button', { name: /Who pays/ })
    .press('Enter')
  await page.getByRole('option', { name: 'Pays alone' }).press('Enter')
  await page
    .getByText(/^Noted/)
    .first()
    .waitFor()
  await main(page)
    .getByRole('button', { name: /Pays alone.*Who pays|Who pays.*Pays alone/ })
    .waitFor()
  await main(page).getByRole('button', { name: 'Estimate asked for' }).press('Enter')
  const item = main(page).getByRole('listitem').filter({ hasText: 'Lab draw' })
  await item.getByText(/^Good faith estimate · asked for · due /).waitFor()
  await silence(page)
  await expectAccessible(page)

  const line = await dueOnToday(page)
  await line.getByText(/^due /).waitFor()
  await silence(page)
  await expectAccessible(page)
  await line.getByRole('link').press('Enter')
  await item.getByRole('button', { name: /^Make the estimate for Lab draw/ }).waitFor()
})

test('it is made with another test that he wants, its lines adding up, and given as a link', async () => {
  const { page } = desk
  const item = main(page).getByRole('listitem').filter({ hasText: 'Lab draw' })
  await item.getByRole('button', { name: /^Make the estimate for Lab draw/ }).press('Enter')
  const table = dialog(page).getByRole('table', { name: 'How it adds up' })
  expect(await sumOf(table)).toBe(51_60)
  await dialog(page)
    .getByRole('checkbox', { name: 'Also: Blood test: sugar of the last three months (83036)' })
    .press('Space')
  await expect.poll(() => table.locator('tfoot td').innerText()).toBe('$80.40')
  expect(await sumOf(table)).toBe(80_40)
  await dialog(page).getByRole('radio', { name: 'Spanish', checked: true }).waitFor()
  await dialog(page).getByLabel('To be booked on its own').fill('Radiografía')
  await dialog(page).getByRole('button', { name: 'Add services of another provider' }).press('Enter')
  const lab = dialog(page).getByRole('group', { name: 'Another provider, 1' })
  await lab.getByLabel('Name of the provider').fill('City Lab')
  await lab.getByLabel('Services').fill('87086 | Cultivo')
  await dialog(page).getByRole('button', { name: 'Make it' }).press('Enter')
  await lab.getByText('Not understood: 87086 | Cultivo').waitFor()
  await lab.getByLabel('Services').fill('87086 | Cultivo de orina | 20.00')
  await dialog(page).getByRole('button', { name: 'Make it' }).press('Enter')
  // What the law asks of each provider is asked by name.
  await dialog(page)
    .getByText(/NPI of City Lab/)
    .waitFor()
  await lab.getByLabel('NPI').fill('1999999992')
  await lab.getByLabel('Tax ID').fill('98-7654321')
  await lab.getByLabel('Address of the provider').fill('88 Lake Street, Chicago, IL')
  await silence(page)
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Make it' }).press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await item.getByText('$100.40').waitFor()
  // Made is not given: it stays on Today.
  const line = await dueOnToday(page)
  await line.getByText('made, not given').waitFor()
  await line.getByRole('link').press('Enter')

  await item.getByRole('button', { name: /^Give the estimate for Lab draw/ }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Handed over' }).waitFor()
  await silence(page)
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Make a link' }).press('Enter')
  link = await dialog(page).getByLabel('Link for the patient').inputValue()
  expect(link).toMatch(/\/estimate#riverside~\S{20,}$/)
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Close' }).last().press('Enter')
  await item.getByText(/by link .* · link not opened yet/).waitFor()
})

test('on his phone, in Spanish: his birth date opens it, he reads what it comes to, and signs that he got it', async () => {
  const { page } = phone
  const fits = async () => {
    await silence(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
  const born = async (day: string) => {
    await page.getByLabel('Mes').fill('4')
    await page.getByLabel('Día').fill(day)
    await page.getByLabel('Año').fill('1981')
    await page.getByRole('button', { name: 'Ver el estimado' }).click()
  }
  await page.goto(link)
  await page.getByRole('heading', { name: '¿Cuándo nació el paciente?' }).waitFor()
  expect(await page.title()).toBe('Su estimado de costo')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es')
  expect(await main(page).innerText()).not.toMatch(/Luis|Ortega|\$/)
  await born('22')
  await page.getByText('No es la fecha que tenemos. Puede intentarlo 4 veces más.').waitFor()
  await fits()
  await born('23')

  await page.getByRole('heading', { level: 1, name: 'Para Luis Ortega Medina' }).waitFor()
  expect(await sumOf(main(page).getByRole('table', { name: 'Riverside Chicago' }))).toBe(80_40)
  await main(page).getByRole('table', { name: 'City Lab' }).getByText('Cultivo de orina').waitFor()
  const said = await main(page).innerText()
  expect(said).toMatch(/Es probable que pague\s+\$100[.,]40/)
  for (const part of [
    'Análisis de sangre',
    '83036',
    'Número de impuestos ',
    'al menos $400',
    'no es un contrato',
    'Radiografía',
  ])
    expect(said).toContain(part)
  await fits()

  await page.getByRole('button', { name: 'Firmar' }).click()
  await page.getByText('Escriba su nombre.').waitFor()
  await page.getByLabel('Su nombre').fill('Luis Ortega Medina')
  await fits()
  await page.getByRole('button', { name: 'Firmar' }).click()
  await page.getByText('Guardado. Luis Ortega Medina firmó. Gracias.').waitFor()
  await page.getByLabel('Su nombre').waitFor({ state: 'detached' })
  await fits()
  expect(phone.errors).toEqual([])
})

test('the desk sees without asking that it is signed, and on Today nothing of it is due', async () => {
  const { page } = desk
  const item = main(page).getByRole('listitem').filter({ hasText: 'Lab draw' })
  await item.getByText(/link opened .* · signed by Luis Ortega Medina/).waitFor()
  await item.getByRole('button', { name: /^Sign/ }).waitFor({ state: 'detached' })
  await silence(page)
  await expectAccessible(page)

  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/api/estimates/due')),
    page.goto('/'),
  ])
  expect(answer.status()).toBe(200)
  await page.getByRole('heading', { name: 'Now', exact: true }).waitFor()
  await silence(page)
  await expectAccessible(page)
  expect(await (await dueOnToday(page)).count()).toBe(0)
  // Of the visit that he had before one is still to be made.
  expect((await owed()).flatMap(({ patient, state }) => (patient.id === patientId ? state : []))).toEqual(['wanted'])
  expect(desk.errors).toEqual([])
})

test('what he asks about next is not booked: it is noted in one place or beside the finder, and due all the same', async () => {
  const { page } = desk
  await page.goto(`/patients/${patientId}#estimates`)
  await main(page)
    .getByRole('button', { name: /For which visit/ })
    .press('Enter')
  await page.getByRole('option', { name: 'A visit that is not booked' }).press('Enter')
  const ask = main(page).getByRole('button', { name: 'Estimate asked for' })
  await ask.press('Enter')
  await main(page).getByText('Choose the kind of visit.').waitFor()
  await main(page)
    .getByRole('button', { name: /Kind of visit/ })
    .press('Enter')
  await page.getByRole('option', { name: 'Ultrasound' }).press('Enter')
  await ask.press('Enter')
  const item = main(page).getByRole('listitem').filter({ hasText: 'Ultrasound, not booked' })
  await item.getByText(/^Good faith estimate · asked for · due /).waitFor()
  await silence(page)
  await expectAccessible(page)

  await wishFor(page, 'ortega luis', /Luis Ortega/, 'travel vaccines next two weeks')
  await openingsOf(page).first().press('Enter')
  await page.getByRole('timer').waitFor()
  const cost = page.getByRole('region', { name: 'What would that cost?' })
  await cost.getByRole('button', { name: 'What would that cost?' }).press('Enter')
  await cost.getByRole('rowheader', { name: 'Charge Giving a vaccine (90471)' }).waitFor()
  await cost.getByRole('button', { name: 'Wants it in writing' }).press('Enter')
  await cost.getByText('Noted: it is to be given in writing. It stands on Today.').waitFor()
  await silence(page)
  await expectAccessible(page)
})
