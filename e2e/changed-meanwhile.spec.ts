import { patients, record } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, staff } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import {
  closeBrowser,
  type Desk,
  expectAccessible,
  expectNoSidewaysScroll,
  expectNothingCutOff,
  nothingReadOut,
  openDesk,
  signInAs,
} from './src/pages.ts'

let client: HttpClient
let rosa: Desk

beforeAll(async () => {
  client = await clientOf(staff.helen)
  rosa = await openDesk()
  await signInAs(rosa, staff.rosa)
})
afterAll(async () => {
  await rosa.close()
  await closeBrowser()
})

test('what a colleague changed meanwhile is not written over, however often one saves', async () => {
  const person = { name: { given: 'Orla', family: 'Pennywhistle' }, birthDate: '1971-02-03' }
  const { body } = await client.call(patients.registerPatient, person)
  const patientId = body.id
  const { page } = rosa
  await page.goto(`/patients/${patientId}#details`)
  await page.getByRole('button', { name: 'Change the background' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Change the background' })
  await dialog.getByLabel('Pronouns').fill('they/them')

  const typedPronouns = () => dialog.getByRole('textbox', { name: 'Pronouns' }).inputValue()
  const { patientId: _, version, ...before } = await backgroundOf(patientId)
  const theirs = { ...before, version, pronouns: 'she/her' }
  expect((await client.call(record.changeBackground, { patientId, ...theirs })).status).toBe(200)

  const saved = dialog.getByRole('button', { name: 'Save' })
  await saved.press('Enter')
  const pronouns = dialog.getByRole('radiogroup', { name: 'Pronouns' })
  await pronouns.getByText('It was: (empty)').waitFor()
  await pronouns.getByRole('radio', { name: 'Keep mine they/them' }).and(page.locator(':focus')).waitFor()
  await pronouns.getByRole('radio', { name: 'Take theirs she/her' }).waitFor()
  await expectAccessible(page)
  await expectNothingCutOff(page)
  await saved.press('Enter')
  await dialog.getByText('Keep yours or take theirs on each line first.').waitFor()
  await saved.press('Enter')
  expect(await typedPronouns()).toBe('they/them')
  expect((await backgroundOf(patientId)).pronouns).toBe('she/her')

  await pronouns.getByRole('radio').first().focus()
  await page.keyboard.press('2')
  expect(await typedPronouns()).toBe('she/her')
  await dialog.getByRole('button', { name: 'Save' }).and(page.locator(':focus')).waitFor()
  await pronouns.getByRole('radio').first().focus()
  await page.keyboard.press('1')
  expect(await typedPronouns()).toBe('they/them')
  await saved.and(page.locator(':focus')).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect((await backgroundOf(patientId)).pronouns).toBe('they/them')
})

test('what only a colleague changed is taken over and said, in Spanish too; what the form does not hold hinders nothing', async () => {
  const person = { name: { given: 'Odile', family: 'Quillfeather' }, birthDate: '1968-05-06' }
  const patientId = (await client.call(patients.registerPatient, person)).body.id
  const mateo = await openDesk({ locale: 'es-US', viewport: { width: 390, height: 844 } })
  await signInAs(mateo, staff.mateo)
  const { page } = mateo
  await page.goto(`/patients/${patientId}#details`)
  await page.getByRole('button', { name: 'Cambiar los datos personales' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Cambiar los datos personales' })
  await dialog.getByLabel('Pronombres').fill('ella')

  const { version } = await backgroundOf(patientId)
  const work = { patientId, version, employer: 'Lakeshore Bakery', occupation: null }
  expect((await client.call(record.changeWork, work)).status).toBe(200)
  await dialog.getByRole('button', { name: 'Guardar' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect((await backgroundOf(patientId)).pronouns).toBe('ella')

  await page.getByRole('button', { name: 'Cambiar los datos personales' }).press('Enter')
  await dialog.getByLabel('Pronombres').fill('')
  const { patientId: _, ...before } = await backgroundOf(patientId)
  const theirs = { ...before, patientId, sex: 'female' as const }
  expect((await client.call(record.changeBackground, theirs)).status).toBe(200)
  await dialog.getByRole('button', { name: 'Guardar' }).press('Enter')
  await dialog.getByText('Otra persona cambió este expediente mientras tanto').waitFor()
  const sex = dialog.getByRole('radiogroup', { name: 'Sexo registrado' })
  expect(await sex.getByRole('radio', { name: /^Tomar lo suyo/ }).isChecked()).toBe(true)
  await nothingReadOut(page)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await dialog.getByRole('button', { name: 'Guardar' }).and(page.locator(':focus')).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await backgroundOf(patientId)).toMatchObject({ sex: 'female', pronouns: null })
  await mateo.close()
})

async function backgroundOf(patientId: string) {
  const { body } = await client.call(record.readRecord, { patientId })
  const { version, birthDate, birthDateEstimated, sex, birthSex, genderIdentity, pronouns } = body
  const { multipleBirth, race, ethnicity } = body
  const about = { birthDate, birthDateEstimated, sex, birthSex, genderIdentity, pronouns }
  return { patientId, version, ...about, multipleBirth, race, ethnicity }
}
