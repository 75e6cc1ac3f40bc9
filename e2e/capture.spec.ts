import { documents, patients } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, staff } from './src/demo-practice.ts'
import { licencePicture } from './src/licence-picture.ts'
import {
  closeBrowser,
  type Desk,
  expectAccessible,
  nothingReadOut,
  openBrowser,
  openDesk,
  signInAs,
} from './src/pages.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.sam)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** A person of this run only: the practice remembers those of the run before. */
const run = Date.now()
const letters = [...String(run)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
const family = `Zan${letters.slice(-8)}`
const day = String(1 + (run % 27)).padStart(2, '0')

test('somebody is registered from the barcode of a licence; each field is confirmed, the rest is left', async () => {
  const { page } = desk
  const picture = await licencePicture({
    DAQ: 'X0000000',
    DCS: family.toUpperCase(),
    DDE: 'N',
    DAC: 'MARISOL',
    DDF: 'N',
    DAD: 'TERESA',
    DDG: 'N',
    DBB: `03${day}1984`,
    DBA: '03142099',
    DBC: '2',
    DAG: '1600 W ADAMS ST APT 4B',
    DAI: 'SPRINGFIELD',
    DAJ: 'IL',
    DAK: '627010000',
    DCG: 'USA',
  })
  await page.goto('/patients/new')
  await page.getByRole('button', { name: 'Read a licence' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /Read a driver/ })
  await dialog.waitFor()
  await expectAccessible(page)
  await dialog.locator('input[type=file]').setInputFiles({ name: 'back.png', mimeType: 'image/png', buffer: picture })
  await dialog.getByRole('checkbox', { name: /^Last name/ }).waitFor()
  await expectAccessible(page)
  // Nothing is ticked, and nothing can be taken over, before a person looked.
  expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(0)
  expect(await dialog.getByRole('button', { name: 'Tick what is right' }).isDisabled()).toBe(true)
  for (const name of [/^Last name/, /^First name/, /^Birth date/, /^Sex/, /^Street/, /^City/, /^State/, /^ZIP/]) {
    await dialog.getByRole('checkbox', { name }).focus()
    await page.keyboard.press('Space')
  }
  await dialog.getByRole('checkbox', { name: /Keep the picture/ }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Take over 8' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.getByLabel(/^first name/i).inputValue()).toBe('Marisol')
  // It was not ticked.
  expect(await page.getByLabel(/^middle name/i).inputValue()).toBe('')
  await page.getByRole('button', { name: 'Register', exact: true }).press('Enter')
  await page.getByRole('heading', { level: 1, name: `Marisol ${family}` }).waitFor()

  const sam = await clientOf(staff.sam)
  const patientId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { patient } = (await sam.call(patients.readPatient, { patientId })).body
  expect(patient).toMatchObject({
    birthDate: `1984-03-${day}`,
    sex: 'female',
    address: { line: '1600 W Adams St Apt 4B', city: 'Springfield', state: 'IL', postalCode: '62701' },
  })
  const kept = (await sam.call(documents.listDocuments, { patientId })).body.documents
  expect(kept.map(({ type, source }) => [type, source])).toEqual([['identity', 'capture']])
  expect(desk.errors).toEqual([])
})

test('an insurance card is read from its picture, here; what is ticked goes into the form', async () => {
  const { page } = desk
  const picture = await cardPicture()
  const outside: string[] = []
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== new URL(page.url()).origin)
      outside.push(request.url())
  })
  await page
    .getByRole('button', { name: /add coverage/i })
    .first()
    .press('Enter')
  await page.getByRole('button', { name: 'Read the card' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Read an insurance card' })
  await dialog.locator('input[type=file]').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: picture })
  const member = dialog.getByRole('checkbox', { name: /^Member ID/ })
  await member.waitFor({ timeout: 60_000 })
  await nothingReadOut(page)
  await expectAccessible(page)
  await member.focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Take over 1' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Member ID').inputValue()).toBe('XPH100200300')
  expect(await page.getByLabel('Group number').inputValue()).toBe('')
  expect(outside).toEqual([])
  expect(desk.errors).toEqual([])
})

/** A card of no payer there is, as a picture. */
async function cardPicture(): Promise<Buffer> {
  const page = await (await openBrowser()).newPage({ viewport: { width: 900, height: 520 } })
  const lines = [
    'Prairie Health Plan',
    'Choice PPO',
    'Member Name: MARISOL ZANE',
    'Member ID: XPH100200300',
    'Group Number: 00987765',
    'Office Visit $25  Specialist $50',
  ]
  await page.setContent(
    `<body style="margin:30px;background:#fff;color:#000;font:30px Arial,sans-serif">${lines.map((line) => `<p>${line}</p>`).join('')}</body>`,
  )
  const picture = await page.screenshot()
  await page.close()
  return picture
}
