import type { Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from '@foyer/contract'
import { clientOf, personCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, openDesk, signInAs } from './src/pages.ts'

let rosa: Desk

beforeAll(async () => {
  rosa = await openDesk()
  await signInAs(rosa, staff.rosa)
})
afterAll(async () => {
  await rosa.close()
  await closeBrowser()
})

test('keys typed faster than a page comes count for the person who was chosen, never for the one still shown', async () => {
  const client = await clientOf(staff.rosa)
  const { id: shown } = await personCalled(client, 'linh nguyen')
  const { id: wanted } = await personCalled(client, 'devon price')
  const { page } = rosa
  const slow = await page.context().newCDPSession(page)
  for (const rate of [1, 8]) {
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await page.goto(`/patients/${shown}`)
    await page.getByRole('heading', { level: 1, name: /Linh Nguyen/ }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('devon price')
    await page.getByRole('option', { name: /Devon Price/ }).waitFor()
    await slow.send('Emulation.setCPUThrottlingRate', { rate })
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('b')])
    await page.waitForURL(/\/calendar/)
    expect(new URL(page.url()).searchParams.get('patientId')).toContain(wanted)
    await page
      .getByRole('button', { name: /Devon Price/ })
      .first()
      .waitFor()
  }
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  expect(rosa.errors).toEqual([])
})

test('Enter counts while the answer is on its way, and while it is asked again', async () => {
  const client = await clientOf(staff.rosa)
  const { id: wanted } = await personCalled(client, 'devon price')
  const { id: somebody } = await personCalled(client, 'linh nguyen')
  const { page } = rosa
  // A record that changes anywhere makes the page ask again.
  const changeSomebody = async () => {
    const { body } = await client.call(record.readRecord, { patientId: somebody })
    const { version, employer } = record.readRecord.reply.parse(body)
    const work = { version, employer, occupation: `Baker ${version}` }
    expect((await client.call(record.changeWork, { patientId: somebody, ...work })).status).toBe(200)
  }
  const waiting: (() => void)[] = []
  const isSearch = (url: URL) => url.pathname === '/api/patients' && url.searchParams.has('q')
  const held = async (route: Route) => {
    await new Promise<void>((go) => waiting.push(go))
    await route.continue()
  }
  const goesTo = async (act: () => Promise<void>) => {
    await page.goto('/patients')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await act()
    await page.waitForURL(`**/patients/${wanted}`)
  }
  const found = page.getByRole('option', { name: /Devon Price/ })
  await goesTo(async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('devon price')
    await found.waitFor()
    await page.route(isSearch, held)
    await changeSomebody()
    await expect.poll(() => waiting.length).toBe(1)
    await page.keyboard.press('Enter')
  })
  waiting.pop()?.()
  await goesTo(async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('devon price')
    await page.keyboard.press('Enter')
    await expect.poll(() => waiting.length).toBe(1)
    waiting.pop()?.()
  })
  await page.unroute(isSearch)
  expect(rosa.errors).toEqual([])
})

test('a shortcut is a key pressed also for what moves the focus: a window it opens does not wait for a screen reader', async () => {
  const { page } = rosa
  await page.goto('/patients')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const heard = page.evaluate(
    () => new Promise((resolve) => document.addEventListener('keydown', ({ key }) => resolve(key), { capture: true })),
  )
  await page.locator('#main').focus()
  await page.keyboard.press('?')
  expect(await heard).toBe('?')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  expect(rosa.errors).toEqual([])
})

test('what has the focus goes, and nobody gives it to anything: the page has it, unless somebody pressed on nothing', async () => {
  const { page } = rosa
  await page.goto('/patients')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const focusedAndGone = (after: 'nothing' | 'a press') =>
    page.evaluate((how) => {
      const gone = document.createElement('button')
      document.querySelector('#main')?.append(gone)
      gone.focus()
      if (how === 'a press') document.dispatchEvent(new PointerEvent('pointerdown'))
      gone.remove()
    }, after)
  const at = () => page.evaluate(() => document.activeElement?.id)
  await focusedAndGone('nothing')
  await expect.poll(at).toBe('main')
  await focusedAndGone('a press')
  await page.waitForTimeout(1500)
  expect(await at()).toBe('')
  expect(rosa.errors).toEqual([])
})
