import { consents, documents, messages, patients, practice, relatives, scheduling } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, siteCalled, staff, todayIn } from './src/demo-practice.ts'
import { silence } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk, signInAs } from './src/pages.ts'

let client: HttpClient
let rosa: Desk
let lucia: string
let siteIds: string[]

/** Civil date so many years and days before today, which is the practice's day and not that of UTC. */
function ago(years: number, days: number): string {
  const at = new Date(`${todayIn('America/Chicago')}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() - years)
  at.setUTCDate(at.getUTCDate() - days)
  return at.toISOString().slice(0, 10)
}

async function register(given: string, birthDate: string, email: string): Promise<string> {
  const person = { name: { given, family: 'Zamorano' }, birthDate, email, language: 'en' }
  const first = await client.call(patients.registerPatient, person)
  expect([200, 409]).toContain(first.status)
  if (first.status === 200) return first.body.id
  const seen = (first.refusal as { candidates?: { id: string }[] }).candidates ?? []
  const again = await client.call(patients.registerPatient, { ...person, notADuplicateOf: seen.map(({ id }) => id) })
  return again.body.id
}

beforeAll(async () => {
  client = await clientOf(staff.helen)
  siteIds = [(await siteCalled(client, 'Chicago')).id, (await siteCalled(client, 'Dayton')).id]
  lucia = await register('Lucía', ago(15, 40), 'lucia.zamorano@example.org')
  rosa = await openDesk()
  await signInAs(rosa, staff.rosa)
})
afterAll(async () => {
  await rosa.close()
  await closeBrowser()
})

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const ana = (page: Page) =>
  main(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Ana Zamorano' }) })

/** Books the first opening of a kind of visit in the weeks to come. */
async function book(patientId: string, name: string): Promise<string> {
  const { visitTypes } = (await client.call(practice.readPractice, {})).body
  const visitTypeId = visitTypes.find((one) => one.name === name)?.id ?? ''
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  for (const siteId of siteIds) {
    const wish = { visitTypeId, siteId, patientId, from: day(7), to: day(60) }
    const [opening] = (await client.call(scheduling.findOpenings, wish)).body.openings
    if (!opening) continue
    const { start, assignments } = opening
    const booked = await client.call(scheduling.bookAppointment, { patientId, visitTypeId, siteId, start, assignments })
    expect(booked.status).toBe(200)
    return booked.body.id
  }
  throw new Error(`no opening for ${name}`)
}

async function writtenTo(patientId: string) {
  const { body } = await client.call(messages.listMessages, {})
  return body.messages.filter((line) => line.patientId === patientId)
}

test('a mother who speaks Spanish is registered by keyboard, with the paper that proves it', async () => {
  const { page } = rosa
  await page.goto(`/patients/${lucia}#people`)
  await main(page).getByRole('button', { name: 'Add a person' }).press('Enter')
  await dialog(page).getByLabel('First name').fill('Ana')
  await dialog(page).getByLabel('Last name').fill('Zamorano')
  await dialog(page).getByLabel('Phone').fill('312 555 0173')
  await dialog(page).getByLabel('Email').fill('ana.zamorano@example.org')
  await dialog(page)
    .getByRole('button', { name: /^(Not known )?Language|Language/ })
    .press('Enter')
  await page.getByRole('option', { name: 'Spanish' }).click()
  await expectAccessible(page)
  await dialog(page).getByLabel('First name').press('Enter')
  await ana(page).getByText('Tell nothing').waitFor()
  // While the window is still closing it keeps the focus.
  await dialog(page).waitFor({ state: 'detached' })

  const content = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  const paper = { patientId: lucia, type: 'authority', title: 'Birth certificate' } as const
  expect((await client.call(documents.addDocument, { ...paper, content: content.toString('base64') })).status).toBe(200)
  await ana(page).getByRole('button', { name: 'Allow Ana Zamorano something' }).press('Enter')
  await dialog(page).getByText('decide and sign').waitFor()
  await dialog(page)
    .getByRole('button', { name: /Document behind it/ })
    .press('Enter')
  await page.getByRole('option', { name: 'Birth certificate' }).click()
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Save' }).press('Enter')
  await ana(page).getByText('May decide', { exact: true }).waitFor()
  await main(page).getByText('Go to Ana, in Spanish.').waitFor()
  await silence(page)
  await expectAccessible(page)
})

test('on the phone two keys say what she may be told', async () => {
  const { page } = rosa
  await main(page).getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('w')
  await dialog(page)
    .getByRole('button', { name: /Ana Zamorano/ })
    .waitFor()
  await page.keyboard.press('1')
  await dialog(page).getByText('Ana Zamorano (mother) may be told everything and may decide.').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
})

test('messages about an ordinary visit go to her, in Spanish; of a confidential one nobody hears', async () => {
  await book(lucia, 'Follow-up')
  await expect.poll(async () => (await writtenTo(lucia)).length, { timeout: 20_000 }).toBe(1)
  const [line] = await writtenTo(lucia)
  expect(line).toMatchObject({ to: 'ana.zamorano@example.org', language: 'es', reader: 'Ana Zamorano' })
  const { body } = await client.call(messages.readMessage, { messageId: line?.id ?? '' })
  expect(body.text).toMatch(/^Hola, Ana:\n\nLe escribimos por Lucía\./)

  await book(lucia, 'Counseling')
  const grown = await register('Marco', ago(40, 3), 'marco.zamorano@example.org')
  await book(grown, 'Follow-up')
  await expect.poll(async () => (await writtenTo(grown)).length, { timeout: 20_000 }).toBe(1)
  // It waits for the desk, and went nowhere.
  expect((await writtenTo(lucia)).map(({ to, state }) => (state === 'failed' ? 'for the desk' : to))).toEqual([
    'for the desk',
    'ana.zamorano@example.org',
  ])

  const { page } = rosa
  await main(page).getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('w')
  await dialog(page)
    .getByRole('button', { name: /Ana Zamorano/ })
    .waitFor()
  await page.keyboard.press('1')
  await dialog(page).getByText('One coming visit is confidential. Do not mention it.').waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
})

test('the telephone is handed to her at check-in: she reads in Spanish and signs by her authority', async () => {
  const appointmentId = await book(lucia, 'Follow-up')
  const desk = await openDesk({ locale: 'es-US', viewport: { width: 390, height: 844 } })
  await signInAs(desk, staff.rosa)
  const { page } = desk
  await page.goto(`/check-in/${appointmentId}`)
  const step = page.getByRole('region', { name: 'Por firmar', exact: true })
  await step.getByRole('button', { name: 'Firmar: Consentimiento de atención' }).press('Enter')
  const asked = dialog(page)
  // The child's record is in English; what is put before the mother is not.
  await asked.getByRole('heading', { name: 'Consentimiento para la atención' }).waitFor()
  await asked.getByText(/^Pido atención en Riverside\./).waitFor()
  await asked.getByRole('button', { name: /Ana Zamorano/ }).waitFor()
  await silence(page)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await asked.getByText('Firme aquí', { exact: true }).waitFor()
  await asked.getByRole('button', { name: 'Acepto', exact: true }).press('Enter')
  await asked.getByText('Firme en el cuadro.').waitFor()
  const pad = asked.getByRole('img', { name: 'Firme aquí' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('there is no box to sign in')
  await page.mouse.move(box.x + 30, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y + 30, { steps: 6 })
  await page.mouse.move(box.x + 160, box.y + 70, { steps: 6 })
  await page.mouse.up()
  await asked.getByRole('button', { name: 'Acepto', exact: true }).press('Enter')
  await asked.waitFor({ state: 'detached' })
  await page.getByText('Consentimiento de atención: firmado.').waitFor()
  // What else there is to sign stays; this is asked no more.
  await step.getByRole('button', { name: 'Firmar: Consentimiento de atención' }).waitFor({ state: 'detached' })

  const { body } = await client.call(consents.readConsents, { patientId: lucia, appointmentId })
  const text = body.texts.find(({ kind, language }) => kind === 'treatment' && language === 'es')
  expect(body.given).toMatchObject([
    {
      kind: 'treatment',
      language: 'es',
      version: text?.version,
      decision: 'permit',
      signedByName: 'Ana Zamorano',
      signer: { relationship: 'mother' },
      signedWith: 'drawn',
    },
  ])
  await page.goto(`/patients/${lucia}#consents`)
  await page
    .getByRole('main')
    .getByText(/Ana Zamorano/)
    .first()
    .waitFor()
  await expectAccessible(page)
  expect(desk.errors).toEqual([])
  await desk.close()
})

test('at eighteen it stops by itself', async () => {
  const sol = await register('Sol', ago(18, 0), 'sol.zamorano@example.org')
  const mother = { given: 'Ana', family: 'Zamorano', relationship: 'mother', email: 'ana.zamorano@example.org' }
  const { body } = await client.call(relatives.addRelative, { patientId: sol, ...mother, language: 'es' })
  const grant = { patientId: sol, relatedPersonId: body.id, kind: 'parent' } as const
  expect((await client.call(relatives.grantAuthority, grant)).refusal).toEqual({ reason: 'of-age' })
  await book(sol, 'Follow-up')
  await expect.poll(async () => (await writtenTo(sol)).length, { timeout: 20_000 }).toBe(1)
  expect((await writtenTo(sol))[0]).toMatchObject({ to: 'sol.zamorano@example.org', language: 'en', reader: null })
})

test('her own record is chosen among the people found, named as the policyholder, and taken away again', async () => {
  const own = await register('Ana', ago(44, 3), 'ana.own@example.org')
  const { page } = rosa
  const linked = async () =>
    (await client.call(relatives.listRelatives, { patientId: lucia })).body.relatives.map(
      ({ relative }) => relative?.id ?? null,
    )
  const window = page.getByRole('dialog', { name: /Change Ana Zamorano|Add coverage/ })
  const choose = async () => {
    await window.getByRole('button', { name: 'Choose their record' }).press('Enter')
    const search = page.getByRole('dialog', { name: 'Whose record is it?' })
    // The patient's own record is not offered.
    await search.getByRole('searchbox').fill('zamorano')
    await search.getByRole('button', { name: /Ana Zamorano.*born.*MRN/ }).waitFor()
    expect(await search.getByRole('button', { name: /Lucía/ }).count()).toBe(0)
    await silence(page)
    await expectAccessible(page)
    await search.getByRole('button', { name: /Ana Zamorano/ }).press('Enter')
    await search.waitFor({ state: 'detached' })
    await window.getByRole('group', { name: 'Has a record here' }).getByText(/MRN/).waitFor()
  }
  await page.goto(`/patients/${lucia}#people`)
  await ana(page).getByRole('button', { name: 'Change Ana Zamorano' }).press('Enter')
  await choose()
  expect(await linked()).toEqual([null])
  await expectAccessible(page)
  await window.getByRole('button', { name: 'Save' }).press('Enter')
  await ana(page).getByRole('link', { name: 'Own record' }).waitFor()
  const { body } = await client.call(relatives.listRelatives, { patientId: lucia })
  // The language that was said for her at the desk stays.
  expect(body.relatives).toMatchObject([{ relative: { id: own }, birthDate: ago(44, 3), language: 'es' }])

  await page.goto(`/patients/${lucia}#coverage`)
  await main(page).getByRole('button', { name: 'Add coverage' }).first().press('Enter')
  const payer = window.getByRole('combobox', { name: /Payer/ })
  await payer.fill('a')
  await page.getByRole('option').first().click()
  await window.getByRole('button', { name: /The patient is/ }).press('Enter')
  await page.getByRole('option', { name: 'child of the member' }).click()
  await choose()
  expect(await window.getByLabel('Name of the member').inputValue()).toBe('Ana Zamorano')
  await expectAccessible(page)
  await window.getByRole('button', { name: 'Save' }).press('Enter')
  await window.waitFor({ state: 'detached' })
  const { coverages } = (await client.call(patients.readPatient, { patientId: lucia })).body
  expect(coverages).toMatchObject([{ subscriberPatientId: own, subscriberBirthDate: ago(44, 3) }])

  await page.goto(`/patients/${lucia}#people`)
  await ana(page).getByRole('button', { name: 'Change Ana Zamorano' }).press('Enter')
  await window.getByRole('button', { name: 'Take the record away' }).press('Enter')
  await window.getByText('No record chosen').waitFor()
  await window.getByRole('button', { name: 'Save' }).press('Enter')
  await ana(page).getByRole('link', { name: 'Own record' }).waitFor({ state: 'detached' })
  expect(await linked()).toEqual([null])
})

test('on a phone, in Spanish, nothing is cut off', async () => {
  const desk = await openDesk({ locale: 'es-US', viewport: { width: 390, height: 844 } })
  await signInAs(desk, staff.rosa)
  await desk.page.goto(`/patients/${lucia}#people`)
  await desk.page.getByText('Puede decidir', { exact: true }).waitFor()
  await expectAccessible(desk.page)
  await expectNoSidewaysScroll(desk.page)
  expect(desk.errors).toEqual([])
  await desk.close()
})
