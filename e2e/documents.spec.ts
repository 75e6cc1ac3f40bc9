import { documents, restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, personCalled, staff } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, nothingReadOut, openDesk, signInAs } from './src/pages.ts'
import { letterPdf } from './src/letter-pdf.ts'

let desk: Desk
let sam: HttpClient
let patientId: string

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.sam)
  sam = await clientOf(staff.sam)
  patientId = (await personCalled(sam, 'nguyen maria 1961')).id
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** The practice remembers those of the run before. */
const title = `Letter ${Date.now()}`

test('a letter is added, found by its words, looked at, removed and brought back; the trail says so', async () => {
  const { page } = desk
  await page.goto(`/patients/${patientId}#documents`)
  await page.getByRole('button', { name: 'Choose files' }).waitFor()
  await expectAccessible(page)
  const word = `orthopaedic${Date.now()}`
  const file = { name: `${title}.pdf`, mimeType: 'image/png', buffer: letterPdf(`Please see the left knee: ${word}`) }
  await page.locator('input[type=file]').setInputFiles(file)
  const open = page.getByRole('button', { name: `Open ${title}` })
  await open.locator('img').waitFor()
  await page.getByRole('searchbox').last().fill(word)
  await page.getByText('1 document', { exact: true }).waitFor()
  await expectAccessible(page)

  await open.press('Enter')
  const viewer = page.getByRole('dialog', { name: title })
  await viewer.getByRole('img', { name: 'Page 1' }).waitFor()
  await page.keyboard.press('+')
  await page.keyboard.press('r')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'detached' })
  await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true)

  // Escape is heard also where the focus got lost.
  await open.press('Enter')
  await viewer.waitFor()
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
  await viewer.waitFor({ state: 'detached' })

  // The focus goes back also where a slow machine had not yet given it to the viewer.
  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 8 })
  for (const words of ['', word, '', word, '', word]) {
    await page.getByRole('searchbox').last().fill(words)
    await open.press('Enter')
    await viewer.waitFor()
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'detached' })
    await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true)
  }
  await slow.detach()

  await page.getByRole('button', { name: `More for ${title}` }).press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Remove this document?' })
  await asked.getByRole('radio', { name: 'There is a newer one' }).focus()
  await page.keyboard.press('Space')
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Remove' }).press('Enter')
  await open.waitFor({ state: 'detached' })
  await page
    .getByRole('alertdialog', { name: `Removed: ${title}` })
    .getByRole('button', { name: /undo/i })
    .click()
  await open.waitFor()

  const { body } = await sam.call(documents.listDocuments, { patientId, q: word })
  expect(body.documents.map((document) => document.title)).toEqual([title])
  const helen = await clientOf(staff.helen)
  const { looks } = (await helen.call(restricted.listLooks, { patientId })).body
  const actions = looks.map(({ action }) => action)
  for (const action of ['document.add', 'document.read', 'document.remove', 'document.restore'])
    expect(actions).toContain(action)
  expect(desk.errors).toEqual([])
})

test('what is no document is not added, and says what to do', async () => {
  const { page } = desk
  await page.goto(`/patients/${patientId}#documents`)
  await page.getByRole('button', { name: 'Choose files' }).waitFor()
  const buffer = Buffer.from('<!doctype html><script>alert(1)</script>')
  await page.locator('input[type=file]').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer })
  await page.getByText('card was not added').waitFor()
  await page.getByText(/Save it as PDF/).waitFor()
  await nothingReadOut(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByText('card was not added').waitFor({ state: 'detached' })
})
