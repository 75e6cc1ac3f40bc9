import { patients, practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, dateIn, siteCalled, staff } from './src/demo-practice.ts'
import { openingsOf } from './src/finder.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let client: HttpClient
let siteId: string
let timeZone: string
let visitTypeId: string
let patientId: string

beforeAll(async () => {
  desk = await openDesk()
  client = await clientOf(staff.rosa)
  await signInAs(desk, staff.rosa)
  const site = await siteCalled(client, 'Chicago')
  siteId = site.id
  timeZone = site.timeZone
  const { visitTypes } = (await client.call(practice.readPractice, {})).body
  visitTypeId = visitTypes.find(({ name }) => name === 'Blood pressure check')?.id ?? ''
  const { patients: found } = (await client.call(patients.searchPatients, { q: 'maria nguyen', limit: 9 })).body
  patientId = found.find(({ interpreterNeeded }) => interpreterNeeded)?.id ?? ''
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

async function upcoming(): Promise<string[]> {
  const { body } = await client.call(patients.readPatient, { patientId })
  return body.upcoming.map(({ id }) => id)
}
async function visitOf(appointmentId: string) {
  const { version, start, assignments } = (await client.call(scheduling.readAppointment, { appointmentId })).body
  return { version, start, interpreter: assignments.find(({ role }) => role === 'interpreter')?.name }
}
async function addInterpreter(): Promise<void> {
  const { page } = desk
  await page.getByText('An interpreter is needed (Vietnamese); this visit has none.').waitFor()
  await openingsOf(page).nth(3).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add an interpreter' }).press('Enter')
  await openingsOf(page).filter({ hasText: 'Thi Vo' }).nth(3).waitFor()
  await page.getByRole('button', { name: 'Take back: with an interpreter' }).waitFor()
  await expect.poll(() => page.getByText('this visit has none').count()).toBe(0)
}
async function bookFirst(): Promise<string> {
  const { page } = desk
  const before = new Set(await upcoming())
  await page.keyboard.press('1')
  await page.getByRole('timer').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Booked: Maria/ }).waitFor()
  return (await upcoming()).find((id) => !before.has(id)) ?? ''
}

test('a visit whose type has no interpreter gets one by one key, and says who it is', async () => {
  await desk.page.goto(`/calendar?site=${siteId}&find=1&visitTypeId=${visitTypeId}&patientId=${patientId}`)
  await addInterpreter()
  const { interpreter } = await visitOf(await bookFirst())
  expect(interpreter).toBe('Thi Vo')
})

test('it is said in words too, in Spanish as well', async () => {
  const { page } = desk
  await page.goto(`/calendar?site=${siteId}&find=1&visitTypeId=${visitTypeId}&patientId=${patientId}`)
  for (const words of ['blood pressure check with an interpreter', 'control de presión con intérprete']) {
    await page.getByText('this visit has none').waitFor()
    await page.keyboard.press('f')
    await page.locator('input:focus').waitFor()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Take back: with an interpreter' }).press('Enter')
  }
  expect(desk.errors).toEqual([])
})

/** At a time at which somebody could interpret: in the evening nobody is there who does. */
async function bookWithout(): Promise<string> {
  const [from, to] = [1, 10].map((ahead) => dateIn(timeZone, new Date(Date.now() + ahead * 86_400_000).toISOString()))
  const asked = { visitTypeId, siteId, patientId, from: from ?? '', to: to ?? '', interpreter: true }
  const [opening] = (await client.call(scheduling.findOpenings, asked)).body.openings
  if (!opening) throw new Error('nobody interprets in the days to come')
  const assignments = opening.assignments
    .filter(({ role }) => role !== 'interpreter')
    .map(({ role, resourceId }) => ({ role, resourceId }))
  const booked = await client.call(scheduling.bookAppointment, {
    visitTypeId,
    siteId,
    patientId,
    start: opening.start,
    assignments,
  })
  expect(booked.status).toBe(200)
  return booked.body.id
}

test('one that was booked without gets an interpreter where it is, and gives it back with Ctrl+Z', async () => {
  const { page } = desk
  const appointmentId = await bookWithout()
  const before = await visitOf(appointmentId)
  expect(before.interpreter).toBeUndefined()
  const date = dateIn(timeZone, before.start)
  await page.goto(`/calendar?site=${siteId}&date=${date}`)
  await page.locator(`[data-visit="${appointmentId}"]`).first().press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Add an interpreter' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('i')
  await page.getByText('Thi Vo interprets for Maria').waitFor()
  expect(await visitOf(appointmentId)).toMatchObject({ start: before.start, interpreter: 'Thi Vo' })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await visitOf(appointmentId)).interpreter).toBeUndefined()
  expect(desk.errors).toEqual([])
})
