import { readFile } from 'node:fs/promises'
import { peopleExport } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerAnyway } from './src/alike.ts'
import { clientOf, staff } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, nothingReadOut, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let priya: HttpClient
let patientId: string

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.priya)
  priya = await clientOf(staff.priya)
  patientId = await registerAnyway(priya, {
    name: { given: 'Casilda', family: 'Quintanar' },
    birthDate: '1962-05-06',
    phone: '937 555 0182',
    language: 'es',
  })
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** Writes down that the patient asks, by keyboard, and answers the day on which the copy is due. */
async function askFor(form: RegExp, language: string): Promise<string> {
  const { page } = desk
  await page.getByRole('button', { name: 'Note a request', disabled: false }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'A copy of the record' })
  for (const name of [/Known here/, form, language]) {
    await dialog.getByRole('radio', { name }).focus()
    await page.keyboard.press('Space')
  }
  await nothingReadOut(page)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Write down the request' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  const { body } = await priya.call(peopleExport.listAccessRequests, { patientId })
  return body.requests[0]?.dueOn ?? ''
}

async function download(): Promise<{ name: string; bytes: Buffer }> {
  const { page } = desk
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the copy for Casilda Quintanar' }).first().press('Enter')
  const done = await file
  return { name: done.suggestedFilename(), bytes: await readFile(await done.path()) }
}

/** "28 Dec 2026", as the pages write it. */
function dayOf(date: string): string {
  const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.parse(date))
  return `${Number(date.slice(8))} ${month} ${date.slice(0, 4)}`
}

/** What stands in the line of a request. */
const line = (text: RegExp | string) => desk.page.getByRole('main').getByRole('listitem').getByText(text)

/** Enter says that it was handed over, and nothing had to be looked for. */
async function yesHasFocus(): Promise<void> {
  await expect.poll(() => desk.page.evaluate(() => document.activeElement?.textContent)).toBe('Yes, by hand')
}

const duties = async () =>
  (await priya.call(peopleExport.listAccessRequests, { patientId })).body.requests.filter(({ given }) => given === null)

test('a patient asks for a copy: noted with its last day, made, downloaded, given; then nothing is due', async () => {
  const { page } = desk
  await page.goto(`/patients/${patientId}#history`)
  const dueOn = await askFor(/Paper or PDF/, 'Spanish')
  expect(Date.parse(dueOn) - Date.parse(new Date().toISOString().slice(0, 10))).toBeGreaterThanOrEqual(29 * 86_400_000)
  await line(`due ${dayOf(dueOn)}`).waitFor()

  const paper = await download()
  expect(paper.name).toBe('record.pdf')
  expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  // To make the file is not to give it.
  expect(await duties()).toHaveLength(1)
  const asked = page.getByRole('group', { name: 'Was the copy handed over to Casilda Quintanar?' })
  await yesHasFocus()
  await nothingReadOut(page)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await asked.waitFor({ state: 'detached' })
  await line(`due ${dayOf(dueOn)}`).waitFor()

  await page.getByRole('button', { name: 'It was given to Casilda Quintanar' }).press('Enter')
  await yesHasFocus()
  await page.keyboard.press('Enter')
  await line(/given \d+ \w+ \d{4}, by hand/).waitFor()
  await asked.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Download')
  expect(await duties()).toEqual([])

  await page
    .getByRole('alertdialog', { name: /^Noted: given to Casilda Quintanar/ })
    .getByRole('button', { name: /undo/i })
    .press('Enter')
  await line(`due ${dayOf(dueOn)}`).waitFor()
  expect(await duties()).toHaveLength(1)
  await download()
  await yesHasFocus()
  await page.keyboard.press('Enter')
  await line(/given \d+ \w+ \d{4}, by hand/).waitFor()
  expect(await duties()).toEqual([])
  await nothingReadOut(page)
  await expectAccessible(page)
  expect(desk.errors).toEqual([])
})

test('the same as a bundle for another system, sent by e-mail', async () => {
  const { page } = desk
  await page.goto(`/patients/${patientId}#history`)
  await askFor(/FHIR file/, 'English')
  const file = await download()
  expect(file.name).toBe('record.json')
  const bundle = JSON.parse(file.bytes.toString('utf8')) as {
    type: string
    entry: readonly { resource: { resourceType: string; name?: readonly { family?: string }[] } }[]
  }
  expect(bundle.type).toBe('collection')
  expect(bundle.entry[0]?.resource).toMatchObject({ resourceType: 'Patient', name: [{ family: 'Quintanar' }] })
  await page.getByRole('button', { name: 'By e-mail' }).press('Enter')
  await line(/given \d+ \w+ \d{4}, by e-mail/).waitFor()
  expect(await duties()).toEqual([])
  expect(desk.errors).toEqual([])
})
