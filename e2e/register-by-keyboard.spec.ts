import { afterAll, beforeAll, expect, test } from 'vitest'
import { registration } from '@foyer/contract'
import { boardOf, clientOf, siteCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, expectAccessible, nothingReadOut, openDesk, signInAs } from './src/pages.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** Somebody of this run only: the practice remembers those of the run before. */
const letters = [...String(Date.now())].map((digit) => 'abcdefghij'[Number(digit)]).join('')
const family = `Zh${letters.slice(-7)}`

/** Presses Tab until the focus is in the field of this label. */
async function tabTo(label: RegExp): Promise<void> {
  const isThere = () =>
    desk.page
      .getByLabel(label)
      .first()
      .evaluate((field) => field === document.activeElement || field.contains(document.activeElement))
  for (let presses = 0; presses < 40 && !(await isThere()); presses += 1) await desk.page.keyboard.press('Tab')
  expect(await isThere(), `Tab leads to ${String(label)}`).toBe(true)
}

test('registered by keyboard as far as it goes: what is missing stays open until it is filled', async () => {
  const { page } = desk
  await page.goto('/patients')
  const main = page.getByRole('main')
  await main.getByRole('searchbox').waitFor()
  await page.keyboard.type(`orla ${family.toLowerCase()}`)
  await main.getByText('Nobody here answers to that').waitFor()
  await page.keyboard.press('Tab')
  await main.getByRole('button', { name: 'New patient' }).focus()
  await page.keyboard.press('Enter')

  await page.waitForURL('**/patients/new')
  expect(await page.getByLabel(/^first name/i).inputValue()).toBe('Orla')
  const create = page.getByRole('button', { name: 'Register', exact: true })
  await create.waitFor()
  await tabTo(/^phone/i)
  await page.keyboard.type('937 555 0177')
  await page.getByText('Stays open for now: birth date, address').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: new RegExp(`Orla ${family}`, 'i') }).waitFor()
  const open = main.getByText('Registration lacks: birth date, address')
  await open.waitFor()
  await main.getByText('Registration not complete').waitFor()
  await expectAccessible(page)

  await page.keyboard.press('e')
  const form = page.getByRole('dialog')
  await form.waitFor()
  await tabTo(/^birth date/i)
  await page.keyboard.type('03141961')
  await tabTo(/^street/i)
  await page.keyboard.type('12 Elm St')
  for (const part of ['Dayton', 'OH', '45402']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(part)
  }
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await open.waitFor({ state: 'detached' })
  await main.getByText('14 Mar 1961').first().waitFor()
  await expect.poll(() => main.getByText('Registration not complete').count()).toBe(0)
})

test('nothing that is known in part stands in the way: half an address, a phone too short, one name', async () => {
  const { page } = desk
  const main = page.getByRole('main')
  const single = `Su${letters.slice(-8)}`
  await page.goto('/patients/new')
  await page.getByLabel(/^first name/i).waitFor()
  await page.keyboard.type(single)
  await page.getByRole('button', { name: 'Register', exact: true }).waitFor()
  await tabTo(/^phone/i)
  await page.keyboard.type('555 01')
  await tabTo(/^city/i)
  await page.getByText('Too short to call. Nothing is lost').waitFor()
  await page.keyboard.type('Dayton')
  await page.getByText('Saved as far as it is known').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: new RegExp(single, 'i') }).waitFor()
  await main.getByText('Phone as told: 555 01').waitFor()
  await main.getByText('Dayton (not complete)').waitFor()
  await main.getByText('Registration lacks: birth date, phone, address').waitFor()
})

test('each missing field leads to where it is filled in, by keyboard', async () => {
  const { page } = desk
  const main = page.getByRole('main')
  const manager = await clientOf(staff.helen)
  const rules = (['race', 'emergencyContact', 'employer'] as const).map((field) => ({
    field,
    requirement: 'required' as const,
  }))
  const set = (some: typeof rules) =>
    manager.call(registration.setRegistrationRules, { visitTypeId: null, rules: [...some] })
  expect((await set(rules)).status).toBe(200)
  try {
    await page.goto('/patients/new')
    await page.getByLabel(/^first name/i).waitFor()
    await page.keyboard.type('Ines')
    await tabTo(/^last name/i)
    await page.keyboard.type(`Fill${letters.slice(-6)}`)
    // Asked here only because a rule requires it.
    await tabTo(/^employer/i)
    await page.keyboard.type('Riverside Mill')
    await page.getByRole('group', { name: 'Race' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Register', exact: true }).press('Enter')
    await page.getByRole('heading', { level: 1, name: /Ines Fill/i }).waitFor()
    await main.getByText('Registration lacks: birth date, phone, address, race, a relative’s phone').waitFor()

    await main.getByRole('button', { name: 'Fill in: address' }).press('Enter')
    const form = page.getByRole('dialog')
    await form.getByLabel(/^street/i).waitFor()
    await expect.poll(() => form.getByLabel(/^street/i).evaluate((at) => at === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })

    await main.getByRole('button', { name: 'Fill in: race' }).press('Enter')
    await form.getByRole('checkbox').first().waitFor()
    await nothingReadOut(page)
    await expectAccessible(page)
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    await main.getByText('Registration lacks: birth date, phone, address, a relative’s phone').waitFor()
    // The button is gone: the focus is on the next one.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Fill in: birth date/)

    await main.getByRole('button', { name: 'Fill in: a relative’s phone' }).press('Enter')
    await form.getByLabel(/^first name/i).waitFor()
    await page.keyboard.type('Joao')
    await tabTo(/^last name/i)
    await page.keyboard.type('Fill')
    await tabTo(/^phone/i)
    await page.keyboard.type('937 555 0188')
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    await main.getByText('Registration lacks: birth date, phone, address', { exact: true }).waitFor()
  } finally {
    await set([])
  }
})

test('at check-in the missing field is filled in on the spot, and the step goes', async () => {
  const { page } = desk
  const main = page.getByRole('main')
  const [manager, client] = [await clientOf(staff.helen), await clientOf(staff.rosa)]
  const { visits } = await boardOf(client, await siteCalled(client, 'Chicago'))
  const visit = visits.find(({ status }) => status === 'booked')
  if (!visit) throw new Error('nobody is booked today')
  const set = (fields: readonly 'employer'[]) =>
    manager.call(registration.setRegistrationRules, {
      visitTypeId: visit.visitTypeId,
      rules: fields.map((field) => ({ field, requirement: 'required' as const })),
    })
  expect((await set(['employer'])).status).toBe(200)
  try {
    await page.goto(`/check-in/${visit.appointmentId}`)
    await main.getByRole('button', { name: 'Fill in: employer' }).press('Enter')
    const form = page.getByRole('dialog')
    await form.getByLabel('Employer').waitFor()
    await nothingReadOut(page)
    await expectAccessible(page)
    await page.keyboard.type('Lakeside Bakery')
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    await main.getByRole('button', { name: 'Fill in: employer' }).waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  } finally {
    await set([])
  }
})

test('“Maria, about 60” arrives urgently: registered from Today by one key', async () => {
  const { page } = desk
  await page.goto('/')
  await page.getByRole('button', { name: 'Urgent arrival' }).waitFor()
  await page.keyboard.press('F8')
  const urgent = page.getByRole('dialog')
  await urgent.getByLabel(/^first name/i).waitFor()
  await page.keyboard.type('Maria')
  await tabTo(/about how old/i)
  await page.keyboard.type('60')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Maria/ }).waitFor()
  const main = page.getByRole('main')
  await main.getByText('Age is a guess').waitFor()
  await expect.poll(() => main.getByText('Unknown person').count()).toBe(0)
})

test('an unknown person is registered by one key while somebody types, and booked at once', async () => {
  const { page } = desk
  await page.goto('/patients/new')
  await page.getByLabel(/^first name/i).waitFor()
  await page.keyboard.type('x')
  await page.keyboard.press('F8')
  const urgent = page.getByRole('dialog')
  await urgent.getByLabel(/about how old/i).waitFor()
  await expectAccessible(page)
  await tabTo(/about how old/i)
  await page.keyboard.type('40')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await urgent.getByRole('radio', { name: 'Male', exact: true }).isChecked()).toBe(true)
  await page.keyboard.press('Enter')

  const title = page.getByRole('heading', { level: 1, name: /^Unknown Male/ })
  await title.waitFor()
  const name = await title.innerText()
  const main = page.getByRole('main')
  await main.getByText('Unknown person').waitFor()
  await main.getByText('Registration lacks: name, birth date, phone, address').waitFor()
  await expectAccessible(page)

  await page.keyboard.press('b')
  await page.waitForURL(/\/calendar/)
  await page.getByRole('button', { name: new RegExp(name) }).waitFor()
  await page.keyboard.press('f')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type('new patient next two weeks')
  await page.keyboard.press('Enter')
  const opening = page
    .getByRole('list', { name: /openings/i })
    .getByRole('button')
    .first()
  await opening.waitFor()
  await opening.focus()
  await page.keyboard.press('1')
  await page.getByRole('timer').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: new RegExp(`Booked: ${name}`) }).waitFor()

  await page.goto('/patients')
  await main.getByRole('searchbox').fill(name)
  await main
    .getByRole('row', { name: new RegExp(name) })
    .getByText('Unknown person')
    .waitFor()
  expect(desk.errors).toEqual([])
})

test('somebody half registered stays typed while another page is looked at, and is let go on purpose', async () => {
  const { page } = desk
  await page.goto('/patients/new')
  await page.getByLabel(/^first name/i).fill('Niamh')
  await page.getByLabel(/^last name/i).fill(family)
  await page.getByRole('link', { name: 'Today' }).first().click()
  await page.waitForURL('**/')
  await page.goBack()
  await page.getByText(`What you had typed of Niamh ${family} is still here.`).waitFor()
  expect(await page.getByLabel(/^first name/i).inputValue()).toBe('Niamh')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start anew' }).press('Enter')
  await expect.poll(() => page.getByLabel(/^first name/i).inputValue()).toBe('')
  expect(desk.errors).toEqual([])
})
