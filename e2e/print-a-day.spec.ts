import { practice, scheduling } from '@foyer/contract'
import { pdfText } from '@foyer/server/pdf-text'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, siteCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, openDesk, signInAs } from './src/pages.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** A clinician and the next day after today on which somebody comes to them who shares no name with the staff. */
async function aDay(): Promise<{ siteId: string; date: string; name: string; families: readonly string[] }> {
  const client = await clientOf(staff.rosa)
  const site = await siteCalled(client, 'Chicago')
  const { resources } = (await client.call(practice.readPractice, {})).body
  const people = resources.map(({ name }) => name).join(' ')
  // Whoever has somebody coming: other stories move the visits of one or the other.
  const clinicians = resources.filter((one) => one.kind === 'practitioner' && one.siteId === site.id)
  for (let ahead = 1; ahead < 15; ahead += 1) {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(Date.now() + ahead * 86_400_000)
    const { appointments } = (await client.call(scheduling.readDay, { siteId: site.id, date })).body
    for (const { id, name } of clinicians) {
      const families = appointments
        .filter(({ status, assignments }) => status === 'booked' && assignments.some((one) => one.resourceId === id))
        .map(({ patient }) => patient.name.family)
        .filter((family) => !`${people} Rosa Delgado`.includes(family))
      if (families.length > 0) return { siteId: site.id, date, name, families }
    }
  }
  throw new Error('nobody comes to anybody in two weeks')
}

test('the day of a clinician opens as a PDF, with names only where they were asked for', async () => {
  const { page, context } = desk
  const { siteId, date, name, families } = await aDay()
  await page.goto(`/calendar?site=${siteId}&date=${date}`)
  /** What the window says it prints: asked for as the new tab asks for it, with the session of the desk. */
  const print = async (withNames: boolean) => {
    await page.getByRole('button', { name: /^Print/ }).press('Enter')
    const window = page.getByRole('dialog', { name: 'Print the calendar' })
    await window.getByRole('radio', { name: 'One of them' }).check({ force: true })
    await window.getByRole('combobox').fill(name.slice(0, -1))
    // Nearly the whole name: with the whole of it somebody is chosen, and the list is there to choose anew.
    await expect.poll(() => page.getByRole('option').count()).toBe(1)
    await page.getByRole('option', { name }).click()
    if (withNames) await window.getByRole('switch').press('Space')
    const opened = context.waitForEvent('request', (one) => /\/print\?/.test(one.url()))
    await window.getByRole('button', { name: 'Open the PDF' }).press('Enter')
    const address = (await opened).url()
    await window.waitFor({ state: 'detached' })
    const answer = await context.request.get(address)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
    return pdfText(await answer.body())
  }
  const plain = await print(false)
  expect(plain).toContain(name)
  expect(plain).toContain('Page 1 of 1')
  const [family = ''] = families
  expect(plain).not.toContain(family)

  const named = await print(true)
  for (const one of new Set(families)) expect(named).toContain(one)
  expect(desk.errors).toEqual([])
})
