import { eligibility, patients, practice, proposals } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, personCalled, staff } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, nothingReadOut, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let rosa: HttpClient
let manager: HttpClient

beforeAll(async () => {
  desk = await openDesk()
  rosa = await clientOf(staff.rosa)
  manager = await clientOf(staff.helen)
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** Their payer is asked, and has answered something that the record does not say. */
async function askedAbout(patientId: string, field: string): Promise<string> {
  const [card] = (await rosa.call(eligibility.readCoverageCards, { patientId })).body.cards
  await rosa.call(eligibility.askPayer, { patientId, coverageId: card?.coverageId ?? '', reason: 'by-hand' })
  const asked = async () => {
    const { body } = await rosa.call(proposals.readProposals, { patientId })
    return body.proposals.some((one) => one.field === field)
  }
  await expect.poll(asked, { timeout: 60_000, interval: 500 }).toBe(true)
  return patientId
}

/** Somebody new, whom the payer has as Ruth Mensah, of whose other policy it knows. */
async function withTwoPayers(): Promise<string> {
  const name = { given: 'Rut', family: 'Mensah' }
  const notADuplicateOf = [(await personCalled(rosa, 'Ruth Mensah')).id]
  const said = { name, birthDate: '1968-08-15', notADuplicateOf }
  const { body: person } = await rosa.call(patients.registerPatient, said)
  const { payers } = (await rosa.call(practice.readPractice, {})).body
  const payerId = payers.find((one) => one.name === 'Medicare')?.id ?? ''
  const policy = { patientId: person.id, payerId, memberId: 'HA400100110', order: 1 }
  expect((await rosa.call(patients.addCoverage, policy)).status).toBe(200)
  return person.id
}

test('primary care and another payer, as the payer knows them, are taken over by keyboard', {
  timeout: 180_000,
}, async () => {
  const { page } = desk
  const main = page.getByRole('main')
  const grace = await askedAbout((await personCalled(rosa, 'Grace Adeyemi')).id, 'generalPractitioner')
  const ruth = await askedAbout(await withTwoPayers(), 'coverage.another')

  await page.goto('/patients/proposals')
  const list = page.getByRole('grid', { name: 'Proposed changes' })
  const choose = async (name: RegExp) => {
    await list.getByRole('row').first().focus()
    await page.keyboard.press('Home')
    const chosen = list.getByRole('row', { name, selected: true })
    for (let down = 0; down < 20 && !(await chosen.isVisible()); down += 1) await page.keyboard.press('ArrowDown')
    await chosen.waitFor()
  }
  await choose(/Rut Mensah, Other payer/)
  await main.getByText(/PRAIRIE EMPLOYERS TRUST, group K5521, pays first, from/).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('t')
  await page.getByText(/PRAIRIE EMPLOYERS TRUST is not among your payers/).waitFor()
  expect((await manager.call(practice.addPayer, { name: 'Prairie Employers Trust' })).status).toBe(200)
  await choose(/Rut Mensah, Other payer/)
  await page.keyboard.press('t')
  await page.getByText(/The policy with PRAIRIE EMPLOYERS TRUST was added/).waitFor()
  await choose(/Grace Adeyemi, Primary care/)
  await page.keyboard.press('t')
  await page.getByText('Primary care: taken over.').waitFor()

  await page.goto(`/patients/${ruth}#coverage`)
  await main.getByText('Prairie Employers Trust').first().waitFor()
  await page.goto(`/patients/${grace}#details`)
  await main.getByText('Yuki Tanaka').waitFor()
  await main.getByRole('button', { name: 'Change primary care' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Primary care' }).fill('Dr. Yuki Tanaka')
  await nothingReadOut(page)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await main.getByText('Dr. Yuki Tanaka').waitFor()
})
