import { practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, expectAccessible, openDesk, signInAs } from './src/pages.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.sam)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** Every line as it was before it was folded (RFC 5545, section 3.1). */
async function readCalendar(address: string): Promise<{ status: number; type: string; lines: readonly string[] }> {
  const response = await fetch(address)
  const text = await response.text()
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  return { status: response.status, type: response.headers.get('content-type') ?? '', lines }
}

/** The next visit after today that a clinician has of somebody who shares no name with the staff. */
async function aVisitOf(name: string): Promise<{ family: string; uid: string }> {
  const client = await clientOf(staff.sam)
  const site = await siteCalled(client, 'Chicago')
  const { resources } = (await client.call(practice.readPractice, {})).body
  const people = resources.map(({ name }) => name).join(' ')
  const clinician = resources.find((one) => one.name.includes(name))?.id
  for (let ahead = 1; ahead < 10; ahead += 1) {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(Date.now() + ahead * 86_400_000)
    const { appointments } = (await client.call(scheduling.readDay, { siteId: site.id, date })).body
    const visit = appointments.find(
      ({ status, assignments, patient }) =>
        status === 'booked' &&
        !people.includes(patient.name.family) &&
        assignments.some((one) => one.resourceId === clinician),
    )
    if (visit) return { family: visit.patient.name.family, uid: visit.id }
  }
  throw new Error('no visit in ten days')
}

test('a feed is made and read without signing in; its address is shown once, changed, and ended', async () => {
  const { page } = desk
  await page.goto('/feeds')
  await page.getByRole('button', { name: 'New feed' }).press('Enter')
  const making = page.getByRole('dialog', { name: 'New feed' })
  await making.getByRole('combobox').fill('okafor')
  await page.getByRole('option', { name: /Okafor/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await making.getByLabel(/^Name/).fill('Door of room 3')
  await page.keyboard.press('Enter')

  const shown = page.getByRole('alertdialog', { name: /The address of Door of room 3/ })
  const address = await shown.getByRole('textbox').inputValue()
  await expectAccessible(page)
  await shown.getByRole('button', { name: 'Done' }).press('Enter')
  await page.getByRole('row', { name: /Door of room 3.*not yet/ }).waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain(address.slice(-20))

  const first = await readCalendar(address)
  expect([first.status, first.type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(first.lines[0]).toBe('BEGIN:VCALENDAR')
  expect(first.lines).toContain('BEGIN:VTIMEZONE')
  const { family, uid } = await aVisitOf('Okafor')
  const at = first.lines.findIndex((line) => line.startsWith('UID:') && line.includes(uid))
  expect(at).toBeGreaterThan(0)
  expect(first.lines.join('\n')).not.toContain(family)

  await page.getByRole('button', { name: 'New address for Door of room 3' }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'New address' }).press('Enter')
  const again = await page
    .getByRole('alertdialog', { name: /The address of/ })
    .getByRole('textbox')
    .inputValue()
  expect(again).not.toBe(address)
  await page.getByRole('button', { name: 'Done' }).press('Enter')
  expect((await readCalendar(address)).status).toBe(404)
  expect((await readCalendar(again)).status).toBe(200)

  await page.getByRole('button', { name: 'End Door of room 3' }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'End' }).press('Enter')
  await page.getByText('Ended: Door of room 3').waitFor()
  await page.getByRole('row', { name: /Door of room 3/ }).waitFor({ state: 'detached' })
  expect((await readCalendar(again)).status).toBe(404)
  expect(desk.errors).toEqual([])
})
