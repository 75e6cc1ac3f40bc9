import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, type Desk, expectAccessible, expectNoSidewaysScroll, openDesk } from './src/pages.ts'
import { type ServerProcess, startServer } from './src/server-process.ts'

const password = 'a long walk by the lake'
let dataFolder: string
let server: ServerProcess
let desk: Desk

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'foyer-first-'))
  server = await startServer({ dataFolder, env: { FOYER_DEMO: '0' }, timeoutMs: 180_000 })
  desk = await openDesk()
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
  await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

test('an empty practice asks to be set up once, and its manager can go on from there', async () => {
  const { page } = desk
  expect(server.said()).not.toMatch(/demo/i)
  await page.goto(server.url)
  await page.waitForURL(/\/setup$/)
  await page.getByRole('heading', { level: 1, name: /set up/i }).waitFor()
  expect(await page.getByText(/demo/i).count()).toBe(0)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('button', { name: /set up and sign in/i }).click()
  await page
    .getByRole('alert')
    .or(page.getByText(/please check/i))
    .first()
    .waitFor()

  await page.getByLabel(/name of the practice/i).fill('Lakeside Pediatrics')
  await page.getByLabel(/name of the first site/i).fill('Lakeside Madison')
  const zone = page.getByRole('combobox', { name: /time zone/i })
  await zone.fill('America/Chicago')
  await page.getByRole('option', { name: 'America/Chicago' }).click()
  await page.getByLabel(/your name/i).fill('Dana Whitlock')
  await page.getByLabel(/e-mail/i).fill('dana@lakeside.example')
  await page.getByLabel(/^password(?! again)/i).fill(password)
  await page.getByLabel(/password again/i).fill(password)
  await page.getByRole('button', { name: /set up and sign in/i }).click()

  const main = page.getByRole('navigation', { name: /main/i })
  await main.waitFor()
  await main.getByRole('link', { name: /practice/i }).click()
  await page.getByRole('heading', { level: 1, name: /practice/i }).waitFor()
  await page.getByText('Lakeside Madison').first().waitFor()
  expect(await page.getByText(/demo practice/i).count()).toBe(0)

  const again = await page.request.get(`${server.url}/api/welcome`)
  expect(await again.json()).toMatchObject({
    setupDue: false,
    organizations: [{ name: 'Lakeside Pediatrics', demo: false }],
    demo: null,
  })
  expect(desk.errors).toEqual([])
})

test('a second visitor is asked to sign in, and the manager can', async () => {
  const other = await openDesk()
  const { page } = other
  await page.goto(`${server.url}/setup`)
  await page.getByRole('heading', { level: 1, name: /lakeside pediatrics/i }).waitFor()
  await page.getByLabel(/e-mail/i).fill('dana@lakeside.example')
  await page.getByLabel(/password/i).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: /main/i }).waitFor()
  await other.close()
})
