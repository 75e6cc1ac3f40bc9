import { patients, practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, personCalled, staff } from './src/demo-practice.ts'
import { silence } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let client: HttpClient

beforeAll(async () => {
  desk = await openDesk()
  client = await clientOf(staff.rosa)
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

test('a Medicare patient is asked by keyboard, the job’s plan pays first, a decision otherwise is taken back', async () => {
  const { page } = desk
  const { id: patientId } = await personCalled(client, 'Becker')
  const { payers } = (await client.call(practice.readPractice, {})).body
  const payerId = payers.find(({ name }) => name.includes('Aetna'))?.id ?? ''
  const card = { patientId, payerId, memberId: 'WORK-20-99', order: 2 }
  expect((await client.call(patients.addCoverage, card)).status).toBe(200)

  await page.goto(`/patients/${patientId}#coverage`)
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Who pays first' }) })
  await panel.getByText('is the job held now?').first().waitFor()
  await panel.getByRole('button', { name: 'Ask the questions' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Medicare: who pays first?' })
  await dialog.getByRole('heading', { name: /Black Lung/ }).waitFor()
  await silence(page)
  await expectAccessible(page)
  const asked = async (question: RegExp, key: string) => {
    await dialog.getByRole('heading', { name: question }).waitFor()
    await page.keyboard.press(key)
  }
  await asked(/Black Lung/, 'y')
  await asked(/for your lungs/, 'Backspace')
  await asked(/Black Lung/, 'n')
  await asked(/research study/, 'n')
  await asked(/the VA/, 'n')
  await asked(/at work/, 'n')
  await asked(/other accident/, 'n')
  await asked(/Why do you have Medicare/, '1')
  await asked(/have a job now/, 'y')
  await asked(/plan from this job/, 'y')
  await asked(/How many people/, '3')
  await dialog.getByText('Medicare pays second').waitFor()
  await dialog.getByRole('button', { name: 'Save the answers' }).focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await panel.getByText('Medicare pays second').waitFor()
  const first = panel.getByRole('listitem').first()
  await expect.poll(() => first.innerText()).toContain('Aetna')

  await panel.getByRole('button', { name: 'Decide otherwise' }).click()
  const deciding = page.getByRole('dialog', { name: 'Decide otherwise' })
  await deciding.getByRole('button', { name: /Medicare.*pays earlier/ }).click()
  await deciding.getByLabel('Reason').fill('The payer said so on the phone')
  await deciding.getByRole('button', { name: 'Save' }).click()
  await panel.getByText(/decided otherwise .*on the phone/).waitFor()
  await expect.poll(() => first.innerText()).toContain('Medicare')
  await silence(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => first.innerText()).toContain('Aetna')
  await silence(page)
  await expectAccessible(page)
})
