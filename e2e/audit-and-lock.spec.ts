import { audit } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, personCalled, staff } from './src/demo-practice.ts'
import { demoPassword } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let rosa: Desk
let lead: Desk

beforeAll(async () => {
  rosa = await openDesk()
  lead = await openDesk()
  await signInAs(rosa, staff.rosa)
  await signInAs(lead, staff.priya)
})
afterAll(async () => {
  await rosa.close()
  await lead.close()
  await closeBrowser()
})

/** What the server says to this browser when it asks for patient data past the screen. */
async function answerOf(page: Page): Promise<string> {
  const response = await page.request.get('/api/messages')
  const body = (await response.json()) as { type?: string }
  return response.ok() ? 'messages' : (body.type?.split('/').at(-1) ?? String(response.status()))
}

test('what a coordinator looked at is in the trail, and its seal is whole', async () => {
  const client = await clientOf(staff.priya)
  const { id, mrn } = await personCalled(client, 'nilsen ola 1972')
  await rosa.page.goto(`/patients/${id}`)
  await rosa.page.getByText(mrn).first().waitFor()

  // Reads are written in groups, sealed a few seconds later.
  const isSealed = async (): Promise<boolean> => {
    const { body } = await client.call(audit.listAudit, { patientId: id, action: 'patient.read' })
    return body.entries.some((entry) => entry.actor === 'Rosa Delgado' && entry.sealed)
  }
  await expect.poll(isSealed, { timeout: 30_000, interval: 250 }).toBe(true)

  const { page } = lead
  await page.goto(`/audit?patientId=${id}`)
  const row = page
    .getByRole('row')
    .filter({ hasText: 'Rosa Delgado' })
    .filter({ hasText: 'patient.read' })
    .filter({ hasText: /sealed$/ })
    .first()
  await row.waitFor()
  const said = await row.innerText()
  expect(said).toMatch(/Ola Nilsen/)
  expect(said).toMatch(/coordinator/i)
  expect(said).toMatch(/\d{1,2}:\d{2}:\d{2}/)

  // One patient, one colleague, one action, today: each chosen by what is typed.
  const choose = async (label: RegExp, typed: string, option: RegExp): Promise<void> => {
    const box = page.getByRole('combobox', { name: label })
    await box.fill(typed)
    await page.getByRole('option', { name: option }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'Show everything again' }).press('Enter')
  await choose(/^Patient/, 'nilsen ola 1972', /Ola Nilsen/)
  await choose(/^Who did it/, 'rosa', /Rosa Delgado/)
  await choose(/^Action/, 'opened a person', /opened a person/i)
  await expect.poll(() => page.url()).toMatch(/patientId=.*staffId=.*action=patient\.read/)
  await row.waitFor()
  // The address holds what was chosen.
  await page.reload()
  await row.waitFor()
  for (const other of await page.getByRole('row').allInnerTexts())
    expect(other).toMatch(/patient\.read[\s\S]*Ola Nilsen|^When/)
  await expectAccessible(page)

  await page.getByRole('button', { name: /verify/i }).click()
  await page.getByText(/the trail is whole/i).waitFor({ timeout: 30_000 })
  expect(lead.errors).toEqual([])
})

test('the screen locks by command, the password lifts it in place, and signing out ends it', async () => {
  const { page } = rosa
  await page.goto('/patients/new')
  const family = page.getByLabel(/last name/i)
  await family.fill('Zeitlin')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /find/i }).fill('lock')
  await page.getByRole('option', { name: /lock the screen/i }).click()
  const cover = page.getByRole('dialog', { name: /locked/i })
  await cover.waitFor()
  expect(await answerOf(page)).toBe('screen-locked')

  await cover.getByLabel(/password/i).fill('not it')
  await page.keyboard.press('Enter')
  await cover.getByText(/that was not it/i).waitFor()
  await cover.getByLabel(/password/i).fill(demoPassword)
  await page.keyboard.press('Enter')
  await cover.waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe('/patients/new')
  expect(await family.inputValue()).toBe('Zeitlin')
  expect(await answerOf(page)).toBe('messages')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /find/i }).fill('sign out')
  await page.getByRole('option', { name: /sign out/i }).click()
  await page.getByRole('button', { name: /^sign in/i }).waitFor()
  expect(await answerOf(page)).toBe('not-signed-in')
  expect(rosa.errors).toEqual([])
})
