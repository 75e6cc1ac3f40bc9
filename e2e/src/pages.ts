import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { browserPath, launchArgs } from './browser.ts'
import { demoPassword } from './http-client.ts'

let browser: Promise<Browser> | null = null

export async function openBrowser(): Promise<Browser> {
  browser ??= browserPath().then((executablePath) => chromium.launch({ executablePath, args: [...launchArgs] }))
  return browser
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = null
}

export interface Desk {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors the page reported: exceptions, broken security policy. */
  readonly errors: string[]
  close(): Promise<void>
}

export interface DeskOptions {
  readonly theme?: 'light' | 'dark'
  readonly locale?: string
  readonly viewport?: { width: number; height: number }
}

/** A new browser with nobody signed in. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const context = await (await openBrowser()).newContext({
    baseURL: inject('foyerUrl'),
    colorScheme: options.theme ?? 'light',
    locale: options.locale ?? 'en-US',
    viewport: options.viewport ?? { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  // As somebody who reads Spanish would have chosen once on this machine.
  if (options.locale?.startsWith('es')) await context.addInitScript(() => localStorage.setItem('foyer.language', 'es'))
  const page = await context.newPage()
  // What a person would wait for, on a busy machine.
  page.setDefaultTimeout(20_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text()))
      errors.push(message.text())
  })
  return { context, page, errors, close: () => context.close() }
}

/** Signs a member of the demo staff in through the page, as they would. */
export async function signInAs(desk: Desk, email: string): Promise<void> {
  await desk.page.goto('/')
  await desk.page.getByLabel(/e-mail|correo/i).fill(email)
  await desk.page.getByLabel(/password|contraseña/i).fill(demoPassword)
  await desk.page.getByRole('button', { name: /^(sign in|entrar|iniciar)/i }).click()
  await desk.page.getByRole('navigation').first().waitFor()
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[]
}

/** No violation of WCAG 2.2 A and AA as far as axe can see. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (context: unknown, options: unknown) => Promise<{ violations: AxeResult[] }> }
    }
    const result = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations
  })
  const found = await Promise.all(
    violations.map((one) => (one.id === 'target-size' ? afterScrolling(page, one) : Promise.resolve(one))),
  )
  const told = found
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      (violation) =>
        `${violation.id}: ${violation.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('; ')}`,
    )
  expect(told, page.url()).toEqual([])
}

/** What is scrolled half out of sight is no smaller for it: each is judged where the whole of it can be seen. */
async function afterScrolling(page: Page, violation: AxeResult): Promise<AxeResult> {
  const nodes: AxeResult['nodes'][number][] = []
  for (const node of violation.nodes) {
    const [target = ''] = node.target
    const again = await page.evaluate(async (selector) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (context: unknown, options: unknown) => Promise<{ violations: AxeResult[] }> }
      }
      const element = document.querySelector(selector)
      element?.scrollIntoView({ block: 'center', inline: 'center' })
      return element && (await axe.run(element, { runOnly: { type: 'rule', values: ['target-size'] } })).violations
    }, target)
    nodes.push(...(again ? again.flatMap((one) => one.nodes) : [node]))
  }
  return { ...violation, nodes }
}

/** What was read out before has no name while it goes. */
export async function nothingReadOut(page: Page): Promise<void> {
  await page.locator('[role=log] [role=img]').first().waitFor({ state: 'detached' })
}

/** What stands in an open window can be scrolled to with a mouse or a finger: its frame cuts nothing off. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('section[role=dialog], section[role=alertdialog]')].map(({ parentElement: frame }) =>
      frame ? frame.scrollHeight - frame.clientHeight : 0,
    ),
  )
  expect(
    hidden.filter((pixels) => pixels > 1),
    page.url(),
  ).toEqual([])
}

/** The page is no wider than the window: nothing has to be scrolled sideways to be read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, page.url()).toBeLessThanOrEqual(1)
}
