import { patients } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, staff } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk, signInAs } from './src/pages.ts'

let client: HttpClient
let desk: Desk

beforeAll(async () => {
  client = await clientOf(staff.rosa)
  desk = await openDesk()
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

test('that somebody died is noted by keyboard after a question, says so everywhere, and is taken back', async () => {
  const { page } = desk
  const person = { name: { given: 'Agnes', family: 'Thornquist' }, birthDate: '1938-02-03', phone: '(312) 555-0139' }
  const { id: patientId } = (await client.call(patients.registerPatient, { ...person, notADuplicateOf: [] })).body
  await page.goto(`/patients/${patientId}#details`)
  await page.getByRole('button', { name: 'Note that they died' }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Has Agnes Thornquist died?' })
  await asked.getByText('No visit is booked.').waitFor()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(400)
    await expectAccessible(page)
  }
  await expectNoSidewaysScroll(page)
  await asked.getByRole('group', { name: 'Died on' }).getByRole('spinbutton').first().focus()
  await page.keyboard.type('01152026')
  await asked.getByRole('button', { name: 'Yes, they died' }).press('Enter')
  await asked.waitFor({ state: 'detached' })
  const main = page.getByRole('main')
  await main.getByText('Deceased').first().waitFor()
  await expect.poll(() => main.getByRole('button', { name: /^Book/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Change what is noted of their death' }).press('Enter')
  await page.getByRole('button', { name: 'They did not die' }).press('Enter')
  await main.getByText('Deceased').first().waitFor({ state: 'detached' })
  expect(desk.errors).toEqual([])
})
