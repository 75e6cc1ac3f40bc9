import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk, signInAs } from './src/pages.ts'

const phone = { width: 390, height: 844 }

afterAll(closeBrowser)

const next = (page: Page) => page.locator('form button[type=submit]').click()
const question = (page: Page, text: RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor()

async function expectFit(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  for (const target of await page.locator('main button, header button').all()) {
    const box = await target.boundingBox()
    expect(box?.height, await target.textContent().then(String)).toBeGreaterThanOrEqual(47.5)
  }
}

/** A kind of visit, a place, and a time. */
async function keepTime(page: Page, kind: RegExp): Promise<void> {
  await page.goto('/book/riverside')
  await question(page, /tipo de cita/)
  await page.getByRole('button', { name: kind }).click()
  await question(page, /dónde quiere/)
  await page.getByRole('button', { name: /Chicago/ }).click()
  await question(page, /Cuándo puede/)
  await latestTime(page).then((time) => time.click())
  await question(page, /Para quién/)
}

/** The first time of the last day on which somebody other than Alvarez, whose week other stories change, has one. */
async function latestTime(page: Page): Promise<Locator> {
  const days = page.getByRole('group', { name: 'Días' }).getByRole('button', { disabled: false })
  await days.first().waitFor()
  for (const day of (await days.all()).toReversed()) {
    await day.click()
    await page.locator('section button').first().waitFor()
    const times = page.locator('section button', { hasNotText: 'Alvarez' })
    if ((await times.count()) > 0) return times.first()
  }
  throw new Error('nobody else has a time in the days shown')
}

async function sayWho(page: Page, family: string): Promise<void> {
  await page.getByLabel('Nombre').fill('Lucía')
  await page.getByLabel('Apellido').fill(family)
  await next(page)
  await question(page, /Cuándo nació/)
  await page.getByLabel('Mes').fill('5')
  await page.getByLabel('Día').fill('6')
  await page.getByLabel('Año').fill('1990')
  await next(page)
  await question(page, /Cómo le avisamos/)
  await page.getByLabel('Teléfono').fill('(312) 555-0177')
  await next(page)
  await question(page, /Está bien así/)
}

describe('somebody books for themselves, in Spanish, on a phone', () => {
  let patient: Desk
  beforeAll(async () => {
    patient = await openDesk({ locale: 'es-US', viewport: phone })
  })

  test('one question a screen, to the end; the desk approves and they see it', async () => {
    const { page, errors } = patient
    await keepTime(page, /Paciente nuevo/)
    expect(await page.title()).toBe('Pida una cita · Riverside Family Health')
    await page.getByText(/Le guardamos esta hora/).waitFor()
    await next(page)
    await page.getByText('Escriba el nombre.').waitFor()
    await expectFit(page)
    await sayWho(page, 'Prado')
    await expectFit(page)
    // Back with the browser's own way, and forward again: nothing is lost.
    await page.goBack()
    await question(page, /Cómo le avisamos/)
    expect(await page.getByLabel('Teléfono').inputValue()).toBe('(312) 555-0177')
    await next(page)
    await question(page, /Está bien así/)
    await next(page)
    await question(page, /Recibimos su pedido/)
    await expectFit(page)

    const desk = await openDesk()
    await signInAs(desk, staff.rosa)
    await desk.page.getByRole('link', { name: /booked online wait/ }).click()
    await desk.page.getByRole('row', { name: /Lucía Prado/ }).click()
    await desk.page.getByText('(312) 555-0177').or(desk.page.getByText('+13125550177')).first().waitFor()
    // What was read out about the page before is gone with it.
    await desk.page.locator('[role=log] [role=img]').first().waitFor({ state: 'detached' })
    await expectAccessible(desk.page)
    await desk.page.keyboard.press('a')
    await desk.page.getByText(/Approved\. Lucía Prado is told/).waitFor()
    // A slip is taken back with one key, and decided on again.
    await desk.page.keyboard.press('Control+z')
    await desk.page.getByText(/The visit of Lucía Prado waits for you again/).waitFor()
    await desk.page.getByRole('row', { name: /Lucía Prado/ }).click()
    await desk.page.getByRole('button', { name: 'Approve' }).waitFor()
    await desk.page.keyboard.press('a')
    await desk.page
      .getByText(/Approved\. Lucía Prado is told/)
      .last()
      .waitFor()
    await desk.page.getByRole('button', { name: 'Somebody new' }).click()
    await desk.page.getByText(/Lucía Prado stays as a new patient/).waitFor()
    await desk.close()

    await page.getByRole('link', { name: /Verla, cambiarla/ }).click()
    await question(page, /Su cita/)
    await page.getByText('Está lista.').waitFor()
    await expectFit(page)
    await page.getByRole('button', { name: 'Cancelar la cita' }).click()
    await page.getByRole('button', { name: 'Sí, cancelarla' }).click()
    await page.getByText(/Está cancelada/).waitFor()
    expect(errors).toEqual([])
  })

  test('every screen is accessible in the dark and at 320 pixels', async () => {
    const dark = await openDesk({ locale: 'es-US', theme: 'dark', viewport: { width: 320, height: 640 } })
    await dark.page.goto('/book/riverside')
    await question(dark.page, /tipo de cita/)
    await expectFit(dark.page)
    await keepTime(dark.page, /Paciente nuevo/)
    await expectFit(dark.page)
    await dark.page.goBack()
    await question(dark.page, /Cuándo puede/)
    await dark.page.locator('section button').first().waitFor()
    await expectFit(dark.page)
    await dark.page.getByRole('button', { name: /English/ }).click()
    await question(dark.page, /When can you come/)
    await dark.close()
  })

  test('a link that is not whole, and a practice that is not here, say whom to ask', async () => {
    const { page } = patient
    await page.goto('/book/nowhere')
    await question(page, /Aquí no hay nada/)
    await page.goto('/book/riverside#abc.def')
    await question(page, /Aquí no hay nada/)
  })
})
