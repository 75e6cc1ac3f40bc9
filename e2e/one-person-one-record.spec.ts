import { duplicates, patients, record, registration, relatives } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pairFound, registerAnyway } from './src/alike.ts'
import { clientOf, staff } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let sam: HttpClient

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.sam)
  sam = await clientOf(staff.sam)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** People of this run only: the practice remembers those of the run before. */
const run = Date.now()
const letters = [...String(run)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
const family = `Br${letters.slice(-7)}`
const birthDate = `19${60 + (run % 39)}-0${1 + (run % 9)}-1${run % 10}`
const phone = `937 555 ${String(1000 + (run % 9000))}`

/** Of the two in whichever order. */
const pairName = new RegExp(`(Leopold|Leo) ${family} and (Leopold|Leo) ${family}`)

function register(given: string, more: object = {}): Promise<string> {
  return registerAnyway(sam, { name: { given, family }, birthDate, phone, language: 'en', ...more })
}

async function personOf(given: string) {
  const { body } = await sam.call(patients.searchPatients, { q: `${given} ${family}` })
  const id = body.patients.find(({ name }) => name.given === given)?.id ?? ''
  return (await sam.call(patients.readPatient, { patientId: id })).body.patient
}

test('a duplicate is caught while typing; the one who is here keeps what was typed', async () => {
  const { page } = desk
  const id = await register('Ottilie')
  await page.goto('/patients/new')
  const create = page.getByRole('button', { name: 'Register', exact: true })
  await page.getByLabel(/^first name/i).fill('Otilie')
  expect(await create.count()).toBe(0)
  await page.getByLabel(/^last name/i).fill(family)
  await page.getByLabel(/^e-mail/i).fill('ottilie@example.org')
  await page.getByLabel(/^phone/i).fill(phone)
  const found = page.locator('section', { has: page.getByRole('heading', { name: 'Maybe here already' }) })
  await found.getByText(`Ottilie ${family}`).waitFor()
  await found.getByText('same phone').waitFor()
  await create.waitFor()
  await expectAccessible(page)

  await found.getByRole('button', { name: 'This is them' }).first().click()
  await page.waitForURL(`**/patients/${id}`)
  const offer = page.getByRole('dialog')
  await offer.getByText(/ottilie@example.org/).waitFor()
  await expectAccessible(page)
  expect(await offer.getByRole('checkbox', { name: /e-mail/i }).isChecked()).toBe(true)
  expect(await offer.getByRole('checkbox', { name: /first name/i }).isChecked()).toBe(false)
  await offer.getByRole('button', { name: 'Take over' }).click()
  await offer.waitFor({ state: 'detached' })
  await page.getByRole('main').getByText('ottilie@example.org').waitFor()
  await page.getByRole('heading', { level: 1, name: `Ottilie ${family}` }).waitFor()
})

test('who may register and not change records is shown what the record lacks, to be shown on', async () => {
  const id = await register('Leopoldine')
  const junior = await openDesk()
  try {
    await signInAs(junior, staff.mia)
    const { page } = junior
    await page.goto('/patients/new')
    await page.getByLabel(/^first name/i).fill('Leopoldine')
    await page.getByLabel(/^last name/i).fill(family)
    await page.getByLabel(/^e-mail/i).fill('leopoldine@example.org')
    await page.getByLabel(/^phone/i).fill(phone)
    const found = page.locator('section', { has: page.getByRole('heading', { name: 'Maybe here already' }) })
    await found.getByText(`Leopoldine ${family}`).waitFor()
    await found.getByRole('button', { name: 'This is them' }).first().click()
    await page.waitForURL(`**/patients/${id}`)
    const shown = page.getByRole('dialog')
    await shown.getByText(/leopoldine@example.org/).waitFor()
    await shown.getByText(/Ask somebody who may change records/).waitFor()
    expect(await shown.getByRole('checkbox').count()).toBe(0)
    await expectAccessible(page)
    await shown.getByRole('button', { name: 'Noted' }).press('Enter')
    await shown.waitFor({ state: 'detached' })
    expect(junior.errors).toEqual([])
  } finally {
    await junior.close()
  }
})

test('what a rule asked besides is kept too, in the details and among the people of the one who is here', async () => {
  const { page } = desk
  const manager = await clientOf(staff.helen)
  const set = (fields: readonly ('ethnicity' | 'accessibility' | 'employer' | 'emergencyContact')[]) =>
    manager.call(registration.setRegistrationRules, {
      visitTypeId: null,
      rules: fields.map((field) => ({ field, requirement: 'required' as const })),
    })
  const id = await register('Wilhelmine', { employer: 'Prairie Bakery', accessibility: ['wheelchair'] })
  expect((await set(['ethnicity', 'accessibility', 'employer', 'emergencyContact'])).status).toBe(200)
  try {
    await page.goto('/patients/new')
    await page.getByLabel(/^first name/i).fill('Wilhelmine')
    await page.getByLabel(/^last name/i).fill(family)
    await page.getByLabel(/^phone/i).fill(phone)
    await page.getByLabel(/^employer/i).fill('Riverside Mill')
    await page
      .getByRole('group', { name: 'What helps them here' })
      .locator('label', { hasText: /^.?Deaf$/ })
      .click()
    await page.getByLabel(/^their name/i).fill('Karl Brandt')
    await page.getByLabel(/^their phone/i).fill('937 555 0177')
    const found = page.locator('section', { has: page.getByRole('heading', { name: 'Maybe here already' }) })
    await found.getByText(`Wilhelmine ${family}`).waitFor()
    await found.getByRole('button', { name: 'This is them' }).first().click()
    await page.waitForURL(`**/patients/${id}`)

    const offer = page.getByRole('dialog')
    const box = (name: RegExp) => offer.getByRole('checkbox', { name })
    await offer.getByText('Now: Employer: Prairie Bakery').waitFor()
    expect(await box(/^Employer: Riverside Mill/).isChecked()).toBe(false)
    expect(await box(/^What helps them here: Uses a wheelchair, Deaf/).isChecked()).toBe(false)
    expect(await box(/^Whom to call in an emergency: Karl Brandt, mother, \(937\) 555-0177/).isChecked()).toBe(true)
    // Nobody asked.
    expect(await box(/^Ethnicity/).count()).toBe(0)
    await expectAccessible(page)
    await offer.getByText('What helps them here: Uses a wheelchair, Deaf').click()
    // The network goes between the first part and the second: what is left stays to be taken over.
    await page.route('**/relatives', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    const go = offer.getByRole('button', { name: 'Take over' })
    await go.click()
    await offer.getByText('A part is saved. The rest is not yet:').waitFor()
    await expect.poll(() => offer.getByRole('checkbox').count()).toBe(2)
    expect(await box(/^Whom to call/).isChecked()).toBe(true)
    await expectAccessible(page)
    await page.unroute('**/relatives')
    await go.click()
    await offer.waitFor({ state: 'detached' })

    const details = (await sam.call(record.readRecord, { patientId: id })).body
    expect(details).toMatchObject({ employer: 'Prairie Bakery', accessibility: ['wheelchair', 'deaf'] })
    const people = (await sam.call(relatives.listRelatives, { patientId: id })).body.relatives
    expect(people).toMatchObject([{ name: 'Karl Brandt', phone: '+19375550177', emergencyRank: 1 }])
  } finally {
    await set([])
  }
})

test('a pair is merged by one key, found under either name, and taken apart again', async () => {
  const { page } = desk
  const one = await register('Leopold', { email: 'leo@example.org' })
  const other = await register('Leo')
  await pairFound(sam, family)

  await page.goto('/patients')
  await page.getByRole('link', { name: 'Duplicates' }).click()
  await page.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor()
  await page.getByRole('row', { name: pairName }).click()
  const names = page.getByRole('radiogroup', { name: 'First name' })
  await names.waitFor()
  await expectAccessible(page)
  await names.getByRole('radio', { name: 'Leopold' }).focus()
  await page.keyboard.press('Space')
  expect(await names.getByRole('radio', { name: 'Leopold' }).isChecked()).toBe(true)
  await page.keyboard.press('m')
  await page.getByText('Merged. Everything of the other record is here now.').first().waitFor()

  await page.goto(`/patients/${other}`)
  await page.getByRole('heading', { level: 1, name: `Leopold ${family}` }).waitFor()
  await page.goto(`/patients/${one}#history`)
  await page.getByRole('heading', { level: 1, name: `Leopold ${family}` }).waitFor()
  await page.getByRole('heading', { name: 'Merged into this record' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take apart' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take apart' }).click()
  await page.getByText('Taken apart again.').first().waitFor()
  await page.goto(`/patients/${other}`)
  await page.waitForURL(`**/patients/${other}`)
  await page.getByRole('heading', { level: 1, name: `Leo ${family}` }).waitFor()
})

test('"not the same" by one key, and u takes it back', async () => {
  const { page } = desk
  await page.goto('/patients/duplicates')
  const row = page.getByRole('row', { name: pairName })
  await row.click()
  await page.getByRole('heading', { level: 2, name: pairName }).waitFor()
  await page.keyboard.press('n')
  await row.waitFor({ state: 'detached' })
  await page.keyboard.press('u')
  await row.waitFor()
  await page.getByText('Back on the list.').waitFor()

  // Somebody else merges them meanwhile: the key says that it could not, and why.
  await row.click()
  await page.getByRole('heading', { level: 2, name: pairName }).waitFor()
  await page.keyboard.press('n')
  await row.waitFor({ state: 'detached' })
  const [first, second] = await Promise.all(['Leopold', 'Leo'].map(personOf))
  const merged = await sam.call(duplicates.mergePatients, {
    patientId: first?.id ?? '',
    version: first?.version ?? 0,
    mergedId: second?.id ?? '',
    mergedVersion: second?.version ?? 0,
  })
  expect(merged.status).toBe(200)
  await page.keyboard.press('u')
  await page.getByText('Could not be undone. One of the records was merged meanwhile.').waitFor()
  expect(desk.errors).toEqual([])
})
