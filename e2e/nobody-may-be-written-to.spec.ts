import { calls, messages, patients, practice, relatives, scheduling } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, siteCalled, staff, visitOf } from './src/demo-practice.ts'
import { silence } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk, signInAs } from './src/pages.ts'

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

/** Books the first opening of a follow-up from tomorrow on. */
async function book(patientId: string): Promise<void> {
  const site = await siteCalled(client, 'Chicago')
  const { visitTypes } = (await client.call(practice.readPractice, {})).body
  const visitTypeId = visitTypes.find(({ name }) => name === 'Follow-up')?.id ?? ''
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const wish = { visitTypeId, siteId: site.id, patientId, from: day(1), to: day(60) }
  const [opening] = (await client.call(scheduling.findOpenings, wish)).body.openings
  if (!opening) throw new Error('no opening for a follow-up')
  const { start, assignments } = opening
  const answer = await client.call(scheduling.bookAppointment, {
    patientId,
    visitTypeId,
    siteId: site.id,
    start,
    assignments,
  })
  expect(answer.status).toBe(200)
}

/** Only the next visit stands there at first: whatever other stories left untold is told. */
async function tellOthers(): Promise<void> {
  const desk = await clientOf(staff.rosa)
  const { untold } = (await desk.call(messages.listUntold, {})).body
  for (const { messageId } of untold.filter(({ patient }) => patient !== null))
    expect((await desk.call(messages.tellByHand, { messageId, told: true })).status).toBe(200)
}

const tasks = (page: Page) => page.getByRole('region', { name: 'Whom no message could tell' })

test('who asked to be called only stands in Now; one key notes that they were told, and it can be taken back', async () => {
  const person = { name: { given: 'Wanda', family: 'Quillfeather' }, birthDate: '1958-07-21', language: 'es' }
  const { body } = await client.call(patients.registerPatient, {
    ...person,
    phone: '312 555 0155',
    email: 'wanda@example.org',
  })
  const wish = { ways: ['call' as const], phone: '312 555 0166', remarks: 'After six' }
  expect((await client.call(relatives.setConfidentialContact, { patientId: body.id, wish })).status).toBe(200)
  await tellOthers()
  await book(body.id)
  const { page } = rosa
  const task = tasks(page).getByRole('listitem').filter({ hasText: 'Wanda Quillfeather' }).first()
  await task.getByText('Call (312) 555-0166.').waitFor()
  await task.getByText('Leave no message.').waitFor()
  await task.getByText('After six').waitFor()
  await silence(page)
  await expectAccessible(page)

  await page.keyboard.press('t')
  await task.waitFor({ state: 'detached' })
  await page.getByText('Wanda Quillfeather was told').waitFor()
  await page.keyboard.press('Control+z')
  await task.waitFor()

  // What would have been written is there to be read to them, in their language.
  await task.getByRole('link', { name: 'Words to say to Wanda Quillfeather' }).press('Enter')
  const message = page.getByRole('article')
  await message.getByText('Nobody: the desk tells it').waitFor()
  await message.getByText(/^Hola, Wanda:/).waitFor()
  await silence(page)
  await expectAccessible(page)
  await page.goto('/')
  await task.waitFor()
  await page.keyboard.press('t')
  await task.waitFor({ state: 'detached' })
})

test('at check-in a number that is shared is said to be so', async () => {
  const { page } = rosa
  const maria = await visitOf(client, await siteCalled(client, 'Chicago'), 'Nguyen', 'Maria')
  await page.goto(`/check-in/${maria.appointmentId}`)
  const step = page.getByRole('region', { name: 'Contact', exact: true })
  await step.getByText(/is shared with daughter/).waitFor()
  // Linh may take a message.
  await expect.poll(() => step.getByText('Leave no message.').count()).toBe(0)
  await expectAccessible(page)
})

test('on the phone it is read before anything is said', async () => {
  const { page } = rosa
  await page.goto('/')
  await page.locator('[data-visit]').first().waitFor()
  expect((await client.call(calls.ringDemo, { from: '312 555 0134' })).status).toBe(200)
  await page.getByText(/Line 2/).waitFor()
  await page.keyboard.press('F2')
  const asked = page.getByRole('dialog')
  await asked.getByText('shared with daughter').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('1')
  await page
    .locator('[data-call]')
    .getByText(/shared with/)
    .waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  expect(rosa.errors).toEqual([])
})
