import { practice } from '@foyer/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { clientOf, personCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let page: Page

beforeAll(async () => {
  desk = await openDesk()
  page = desk.page
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** What the phone system of the practice sends, with a key of its own. */
async function phoneSystem(): Promise<(event: 'ringing' | 'ended', from: string) => Promise<number>> {
  const manager = await clientOf(staff.helen)
  const key = await manager.call(practice.makeApiKey, { name: 'Phone system' })
  const externalId = crypto.randomUUID()
  return async (event, from) => {
    const response = await fetch(`${inject('foyerUrl')}/api/calls`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key.body.token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ externalId, event, from, line: '3' }),
    })
    return response.status
  }
}

test('the phone rings, the number finds the person, and F2 opens the record before they speak', async () => {
  const tell = await phoneSystem()
  expect(await tell('ringing', '(773) 555-0141')).toBe(200)
  const pill = page.locator('[data-call]', { hasText: /555-0141|Amara Diallo/ })
  await pill.getByText(/\(773\) 555-0141/).waitFor()
  const name = pill.getByRole('button', { name: 'Amara Diallo' })
  await name.click()
  const { mrn } = await personCalled(await clientOf(staff.rosa), 'diallo amara 1994')
  const who = page.getByRole('dialog')
  await who.getByText(mrn).waitFor()
  expect(await who.innerText()).toMatch(/1994/)
  await page.keyboard.press('Escape')
  await who.waitFor({ state: 'detached' })

  await page.keyboard.press('F2')
  await page.getByRole('heading', { level: 1, name: /Amara Diallo/ }).waitFor()
  const record = page.getByRole('main')
  await record.getByText(mrn).first().waitFor()
  const said = await record.innerText()
  for (const answer of [/1994/, /French/, /Aetna/, /Okafor/, /coverage ended/i]) expect(said).toMatch(answer)
  for (const part of [/what is next/i, /what is open/i, /coverage/i])
    expect(await record.getByRole('heading', { name: part }).count()).toBeGreaterThan(0)
  await page.getByText('On the line').first().waitFor()

  expect(await tell('ended', '(773) 555-0141')).toBe(200)
  await pill.waitFor({ state: 'detached' })
})

test.each(['hadd nab', 'haddad 1985-01-19', 'hadad nabil', '01/19/1985'])(
  'Ctrl-K finds a person by “%s”, with two identifiers',
  async (typed) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(typed)
    const found = page.getByRole('option', { name: /Nabil Haddad/ })
    await found.waitFor()
    expect(await found.innerText()).toMatch(/1985/)
    expect(await found.innerText()).toMatch(/\d{4} \d{4}/)
    await page.keyboard.press('Escape')
    await page.getByRole('combobox').waitFor({ state: 'detached' })
  },
)

test('a wish in words, a number holds, Enter books, and the confirmation is in the outbox', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('hadd nab 1985')
  await page.getByRole('option', { name: /Nabil Haddad/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Nabil Haddad/ }).waitFor()

  await page.keyboard.press('b')
  await page.waitForURL(/\/calendar/)
  await page.getByRole('button', { name: /Nabil Haddad/ }).waitFor()
  await page.keyboard.press('f')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type('new patient mornings okafor singh or weiss next two weeks')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Visit type: New patient$/ }).waitFor()
  await page.getByRole('button', { name: /mornings/i }).waitFor()
  await page.getByRole('button', { name: /Okafor.*Singh.*Weiss|Okafor.*Weiss.*Singh/ }).waitFor()
  await page.getByRole('button', { name: /next 2 weeks/i }).waitFor()

  const openings = page.getByRole('list', { name: /openings/i }).getByRole('button')
  await openings.nth(1).waitFor()
  for (const text of await openings.allInnerTexts()) {
    expect(text).toMatch(/Okafor|Singh|Weiss/)
    expect(text).toMatch(/\b(\d|0\d|1[01]):\d\d/)
    expect(text).toMatch(/\.$/)
  }
  await tabInto(page, 'ol[aria-label]')
  await page.keyboard.press('2')
  const countdown = page.getByRole('timer')
  await countdown.waitFor()
  expect(await countdown.innerText()).toMatch(/^(5:00|4:5\d)$/)
  await page.keyboard.press('Enter')
  await countdown.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: /Booked: Nabil Haddad/ }).waitFor()
  await page.getByRole('alertdialog').filter({ hasText: 'Booked Nabil Haddad' }).waitFor()

  // He has a plan: who pays is asked at once, answered by one key, and by another taken back.
  const pays = page.getByRole('group', { name: 'Who pays for this visit?' })
  await pays.getByRole('button', { name: 'Patient alone' }).waitFor()
  await page.keyboard.press('o')
  await pays.getByText(/The patient pays alone\./).waitFor()
  await page.keyboard.press('h')
  await pays.getByText('The plan is to pay.').waitFor()

  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.waitForURL(/\/outbox/)
  await page.getByText(/nothing leaves the building/i).waitFor()
  const message = page.getByRole('row', { name: /Nabil Haddad/ }).first()
  await message.click()
  await page.getByText('nabil.haddad@example.net').waitFor()
  await page
    .getByText(/kept here, not sent/i)
    .first()
    .waitFor()
  await page.locator('summary', { hasText: /calendar file/i }).click()
  const calendar = await page.locator('details pre').innerText()
  for (const part of ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART', 'END:VCALENDAR']) expect(calendar).toContain(part)
  expect(desk.errors).toEqual([])
})

/** Presses Tab until the focus is inside what the selector names: a person without a mouse gets there. */
async function tabInto(of: Page, selector: string): Promise<void> {
  const isInside = (): Promise<boolean> =>
    of.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector)
  for (let presses = 0; presses < 20 && !(await isInside()); presses += 1) await of.keyboard.press('Tab')
  expect(await isInside(), `Tab leads into ${selector}`).toBe(true)
}
