import { practice, scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, expect, test } from 'vitest'
import { clientOf, personCalled, siteCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk, signInAs } from './src/pages.ts'

afterAll(closeBrowser)

/** A clinician of a story alone, on Mondays from 9 to 12. */
async function aClinic(name: string) {
  const client = await clientOf(staff.helen)
  const site = await siteCalled(client, 'Chicago')
  const hours = [{ weekday: 1, startMinute: 540, endMinute: 720 }]
  const it = { kind: 'practitioner' as const, name, siteId: site.id, hours }
  return { client, site, resource: (await client.call(practice.addResource, it)).body }
}

/** The same with somebody booked at 9 on the Monday after next. Answers the id of the clinician. */
async function aClinicWithAVisit(name: string): Promise<string> {
  const { client, site, resource } = await aClinic(name)
  const { body: visitType } = await client.call(practice.addVisitType, {
    name: `Visit with ${name}`,
    nameEs: `Visita con ${name}`,
    durationMinutes: 20,
    roles: [{ role: 'clinician', kind: 'practitioner', candidates: [resource.id] }],
  })
  const today = Temporal.Now.plainDateISO(site.timeZone)
  const date = today.add({ days: 15 - today.dayOfWeek })
  const start = date.toZonedDateTime({ timeZone: site.timeZone, plainTime: '09:00' }).toInstant().toString()
  const person = await personCalled(client, 'nguyen maria 1961')
  const booked = await client.call(scheduling.bookAppointment, {
    patientId: person.id,
    visitTypeId: visitType.id,
    siteId: site.id,
    start,
    assignments: [{ role: 'clinician', resourceId: resource.id }],
  })
  expect(booked.status, JSON.stringify(booked.body)).toBe(200)
  return resource.id
}

async function openWeek({ page }: Desk, resourceId: string): Promise<void> {
  await page.goto(`/practice/hours/${resourceId}`)
  await page.getByRole('application').waitFor()
}

test('a week is painted with keys, looked at on real dates, and saved with its visits outside named', async () => {
  const resourceId = await aClinicWithAVisit('Dr. Una Painter')
  const desk = await openDesk()
  const { page } = desk
  await signInAs(desk, staff.helen)
  await openWeek(desk, resourceId)
  const week = page.getByRole('application')

  // From 8:00 down to 9:00: remove what is there. Then Tuesday from 9:00, two hours.
  await week.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await page.getByText('Removed: Monday 9:00 to 12:00, Open').waitFor()
  await page.keyboard.press('ArrowRight')
  for (let half = 0; half < 3; half++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Painted: Tuesday 9:00 to 11:00, Open').waitFor()

  // The focus is where the session is described.
  const panel = page.getByRole('region', { name: 'What is chosen' })
  await panel.getByLabel('Name').fill('Clinic')
  await panel.getByRole('button', { name: 'Back to the week' }).press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'application')

  const save = page.getByRole('button', { name: /^Save from/ })
  expect(await save.isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Preview' }).press('Enter')
  await page.getByText('One booked visit falls outside').waitFor()
  const outside = page.getByRole('list', { name: 'Visits that fall outside' })
  const line = await outside.innerText()
  expect(line).toContain('Nguyen')
  expect(line).toMatch(/14 Mar 1961[\s\S]*0041 7028[\s\S]*9:00–9:20/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await save.press('Enter')
  await page.getByRole('button', { name: /^Start a repair/ }).waitFor()

  const client = await clientOf(staff.helen)
  const { body } = await client.call(practice.readPractice, {})
  const hours = body.resources.find(({ id }) => id === resourceId)?.hours ?? []
  expect(hours.filter(({ validTo }) => validTo === undefined)).toMatchObject([
    { weekday: 2, startMinute: 540, endMinute: 660, label: 'Clinic' },
  ])
  expect(hours.filter(({ validTo }) => validTo !== undefined)).toMatchObject([{ weekday: 1 }])
  expect(desk.errors).toEqual([])
  await desk.close()
})

test('in Spanish, in the dark, on a phone: hours are added without drawing', async () => {
  const { resource } = await aClinic('Dr. Dos Pintor')
  const desk = await openDesk({ theme: 'dark', locale: 'es-US', viewport: { width: 390, height: 844 } })
  const { page } = desk
  await signInAs(desk, staff.helen)
  await openWeek(desk, resource.id)
  await page.getByRole('button', { name: 'Añadir horas' }).click()
  await page.getByRole('region', { name: 'Lo elegido' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Vista previa' }).click()
  await page.getByText('Ninguna visita reservada queda fuera.').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  const text = await page.getByRole('main').innerText()
  expect(text.match(/\{\{|\b[a-z]+(?:_[a-z]+)+\b/)).toBeNull()
  expect(text).not.toMatch(/\b(the|open|week|Monday|Preview)\b/)
  await desk.close()
})
