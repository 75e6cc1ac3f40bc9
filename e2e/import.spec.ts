import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { staff } from './src/demo-practice.ts'
import { closeBrowser, openDesk, signInAs } from './src/pages.ts'
import { projectFolder } from './src/server-process.ts'

const run = promisify(execFile)
const vectors = join(projectFolder, 'packages/fhir/vectors/valid')
const shared = join(projectFolder, '../shared/data/fhir')

interface Counts {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly skipped: number
  readonly rejected: number
}
interface Report {
  readonly files: { readonly read: number; readonly unreadable: number }
  readonly counts: Readonly<Record<string, Counts>>
  readonly total: Counts
  readonly rejected: readonly { readonly file: string; readonly reason: string }[]
}

/** Imports beside the running server, as somebody at the same computer would. */
async function importFhir(paths: readonly string[]): Promise<Report> {
  const { stdout } = await run(process.execPath, ['server/bin/foyer.mjs', 'import', 'fhir', ...paths, '--json'], {
    cwd: projectFolder,
    env: { ...process.env, FOYER_DATA: inject('foyerData') },
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout) as Report
}

async function expectTwiceIsOnce(...paths: string[]): Promise<Report> {
  const first = await importFhir(paths)
  expect(first.files.unreadable).toBe(0)
  expect(first.total.created).toBeGreaterThan(0)
  for (const { file, reason } of first.rejected) expect(file && reason).toBeTruthy()
  const second = await importFhir(paths)
  expect({ created: second.total.created, updated: second.total.updated }).toEqual({ created: 0, updated: 0 })
  expect(second.total.unchanged).toBe(first.total.created + first.total.updated + first.total.unchanged)
  expect(second.total.rejected).toBe(first.total.rejected)
  return first
}

async function findInBrowser(typed: string, name: RegExp): Promise<void> {
  const desk = await openDesk()
  const { page } = desk
  await signInAs(desk, staff.rosa)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /find/i }).fill(typed)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  expect(desk.errors).toEqual([])
  await desk.close()
  await closeBrowser()
}

test('FHIR that comes with the project: twice in a row changes nothing', async () => {
  const files = readdirSync(vectors).filter((name) => !name.endsWith('.expected.json'))
  await expectTwiceIsOnce(...files.map((name) => join(vectors, name)))
})

for (const folder of ['us-core', 'official-examples'] as const)
  test.skipIf(!existsSync(join(shared, folder)))(`${folder}: twice in a row changes nothing`, async () => {
    await expectTwiceIsOnce(join(shared, folder))
  })

test.skipIf(!existsSync(join(shared, 'synthea')))(
  'synthea: twice in a row changes nothing, and “hoeg che” finds Chet Hoeger',
  async () => {
    const report = await expectTwiceIsOnce(join(shared, 'synthea'))
    expect(report.counts['patient']?.created).toBeGreaterThanOrEqual(28)
    expect(report.counts['encounter']?.created).toBeGreaterThan(100)
    await findInBrowser('hoeg che', /Chet\S* .*Hoeger/)
  },
)
