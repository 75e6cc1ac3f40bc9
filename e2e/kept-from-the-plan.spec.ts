import { patients, practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, expectAccessible, nothingReadOut, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let patientId: string

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.rosa)
  const client = await clientOf(staff.rosa)
  const letters = [...String(Date.now())].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  const { body: person } = await client.call(patients.registerPatient, {
    name: { given: 'Noor', family: `Cash${letters.slice(-7)}` },
    birthDate: '1988-05-04',
  })
  patientId = person.id
  const { body } = await client.call(practice.readPractice, {})
  // By a way of its own: the one that most payers share may be down for the story of that.
  const payer = body.payers.find(({ name }) => name === 'Medicare')
  if (!payer) throw new Error('the practice does not know Medicare')
  const policy = { patientId, payerId: payer.id, memberId: 'KEPT0001', order: 1 }
  expect((await client.call(patients.addCoverage, policy)).status).toBe(200)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

test('who pays themselves keeps it from their plan: noted on the record, said on the card, asked about before asking', async () => {
  const { page } = desk
  const main = page.getByRole('main')
  await page.goto(`/patients/${patientId}#people`)
  await main.getByText('Nothing is kept from the plan.').waitFor()
  await main.getByRole('button', { name: 'Note a wish' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Remarks').waitFor()
  await nothingReadOut(page)
  await expectAccessible(page)
  await dialog.getByLabel('Remarks').fill('Pays cash')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await main.getByText(/noted .* by Rosa Delgado · Pays cash/).waitFor()

  await page.goto(`/patients/${patientId}#coverage`)
  await main.getByText('The patient asked that the plan is not told: Every visit').waitFor()
  await nothingReadOut(page)
  await expectAccessible(page)
  // The card was asked about as it was added; until that is settled there is nothing to ask.
  await main.getByRole('button', { name: /^Ask (the payer|again)/ }).waitFor({ timeout: 30_000 })
  await page.keyboard.press('q')
  const question = page.getByRole('alertdialog')
  await question.getByText(/^Every visit, noted/).waitFor()
  await nothingReadOut(page)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  await main.getByRole('button', { name: /^Take back/ }).press('Enter')
  await main.getByText('Nothing is kept from the plan.').waitFor()
  await main.getByText('The patient asked that the plan is not told').waitFor({ state: 'detached' })
  expect(desk.errors).toEqual([])
})
