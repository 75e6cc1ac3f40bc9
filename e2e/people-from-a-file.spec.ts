import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerAnyway } from './src/alike.ts'
import { clientOf, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, expectAccessible, nothingReadOut, openDesk, signInAs } from './src/pages.ts'

let desk: Desk

/** People of this run only: the practice remembers those of the run before. */
const letters = [...String(Date.now())].map((digit) => 'abcdefghij'[Number(digit)]).join('')
const family = `Qvy${letters.slice(-8)}`
const known = `Wro${letters.slice(-8)}`
const fileName = `clients ${letters}.csv`
const file = [
  'Last Name,First Name,Born,Tel,Street,City,State,Zip',
  `${family},Isolde,4/13/1971,937 555 0161,12 Oak St,Dayton,OH,45402`,
  `${family},Tristan,11/30/1968,937 555 0162,12 Oak St,Dayton,OH,45402`,
  `${family},Brangaene,soon,937 555 0163,3 Elm St,Dayton,OH,45402`,
  `${known},Kurwenal,2/9/1948,937 555 0164,9 Quay St,Dayton,OH,45402`,
].join('\r\n')

beforeAll(async () => {
  const name = { given: 'Kurwenal', family: known }
  await registerAnyway(await clientOf(staff.helen), { name, birthDate: '1948-02-09', phone: '937 555 0164' })
  desk = await openDesk()
  await signInAs(desk, staff.helen)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

const main = () => desk.page.getByRole('main')
const button = (name: RegExp | string) => desk.page.getByRole('button', { name })
const isFocused = (place: Locator) => place.evaluate((one) => one === document.activeElement)

/** Presses Tab until the focus is there, from wherever it was left. */
async function tabTo(place: Locator): Promise<void> {
  await place.waitFor()
  for (let presses = 0; presses < 60 && !(await isFocused(place)); presses += 1) await desk.page.keyboard.press('Tab')
  expect(await isFocused(place), `Tab leads to ${String(place)}`).toBe(true)
}

async function press(place: Locator): Promise<void> {
  await tabTo(place)
  await desk.page.keyboard.press('Enter')
}

/** Says of a column of the file what it holds. */
async function say(column: string, holds: string): Promise<void> {
  const { page } = desk
  await press(button(new RegExp(`Holds: ${column}$`)))
  await page.getByRole('listbox').waitFor()
  await page.keyboard.type(holds)
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  await main()
    .getByRole('row', { name: new RegExp(column) })
    .getByText(holds, { exact: true })
    .first()
    .waitFor()
}

async function count(label: string): Promise<string | null> {
  return main().getByRole('meter', { name: label, exact: true }).getAttribute('aria-valuetext')
}

/** Shows the rows of one kind. */
async function showRows(kind: string): Promise<void> {
  await press(main().getByRole('button', { name: /Rows$/ }))
  await desk.page.getByRole('listbox').waitFor()
  await desk.page.keyboard.type(kind)
  await desk.page.keyboard.press('Enter')
  await main().getByRole('table', { name: kind }).waitFor()
}

async function lookFor(typed: string): Promise<void> {
  await desk.page.keyboard.press('Control+k')
  await desk.page.getByRole('combobox').fill(typed)
}

async function looksRight(): Promise<void> {
  await nothingReadOut(desk.page)
  await expectAccessible(desk.page)
}

const state = (text: string) =>
  main()
    .getByRole('status')
    .filter({ hasText: new RegExp(`^${text} ·`) })
    .waitFor()

test('a file by keyboard: a column put right after a dry run, brought in, found, and taken back whole', async () => {
  const { page } = desk
  await page.goto('/patients')
  await press(main().getByRole('link', { name: 'Bring people in' }))
  await page.waitForURL('**/patients/import')
  const chosen = page.waitForEvent('filechooser')
  await press(button('Choose a file'))
  await (await chosen).setFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByRole('heading', { level: 1, name: fileName }).waitFor()
  await looksRight()

  await say('Tel', 'Member ID')
  await press(button('Try it out'))
  await state('Tried')
  expect([await count('New'), await count('Not taken')]).toEqual(['2', '1'])
  await showRows('Taken with a value left out')
  await main().getByText('a member number without the insurance (Tel)').first().waitFor()
  await looksRight()

  await press(button('Change the columns'))
  await say('Tel', 'Mobile phone')
  await press(button('Try it out'))
  await state('Tried')
  expect([await count('New'), await count('Here already'), await count('Not taken')]).toEqual(['2', '1', '1'])
  await main().getByText('birth date cannot be read (Born)').waitFor()
  const saved = page.waitForEvent('download')
  await press(main().getByRole('link', { name: 'Report (CSV)' }))
  const report = readFileSync(await (await saved).path(), 'utf8')
  expect(report.trim().split('\n')).toHaveLength(5)
  expect(report).not.toContain(family)
  await lookFor(family.toLowerCase())
  await page
    .getByText(/nobody|nothing/i)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')

  await press(button('Bring 3 in'))
  await state('In')
  await showRows('New')
  await looksRight()
  await press(main().getByRole('link', { name: new RegExp(`Isolde ${family}`) }))
  await page.getByRole('heading', { level: 1, name: new RegExp(`Isolde ${family}`) }).waitFor()

  await lookFor(`tristan ${family.toLowerCase()} 0162`)
  await page.getByRole('option', { name: new RegExp(`Tristan ${family}`) }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: new RegExp(`Tristan ${family}`) }).waitFor()

  await page.goto('/patients/import')
  await press(main().getByRole('link', { name: fileName }))
  await page.getByRole('heading', { level: 1, name: fileName }).waitFor()
  await press(button('Take all of it back'))
  const dialog = page.getByRole('alertdialog')
  await dialog.waitFor()
  await looksRight()
  await press(dialog.getByRole('button', { name: 'Take all of it back' }))
  await state('Taken back')
  expect([await count('Removed'), await count('As before'), await count('Stayed')]).toEqual(['2', '1', '0'])
  await looksRight()

  await lookFor(`tristan ${family.toLowerCase()}`)
  await page
    .getByText(/nobody|nothing/i)
    .first()
    .waitFor()
  expect(await page.getByRole('option', { name: new RegExp(family) }).count()).toBe(0)
  await lookFor(`kurwenal ${known.toLowerCase()}`)
  await page.getByRole('option', { name: new RegExp(known) }).waitFor()
  expect(desk.errors).toEqual([])
})
