import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.ts'
import type { Report, Tally } from './tally.ts'
import { tallyOfStep, tallyOfTests } from './tally.ts'

/** One thing that `npm run check` or `npm test` runs: arguments for Node, or a project of vitest. */
export type Part = { name: string; args: string[]; cwd?: string } | { name: string; project: string }

export type Outcome = { name: string; seconds: number; tally: Tally }

const atOnce = 2
const patience = 40 * 60_000

/** The fast parts, slowest first, so that two at a time end together. */
export function checkParts(): Part[] {
  return [
    {
      name: 'types and lint',
      args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--type-check', '--deny-warnings'],
    },
    { name: 'unit', project: 'unit*' },
    { name: 'law and map', args: ['tools/check-law.ts'] },
    { name: 'format', args: ['node_modules/@biomejs/biome/bin/biome', 'format'] },
    { name: 'words', args: ['tools/check-words.ts'] },
    { name: 'matrix', args: ['tools/matrix.ts', '--check'] },
  ]
}

/** Runs the parts, two at a time, and prints a line for each; a failing part's output is printed whole. */
export async function runParts(parts: Part[]): Promise<Outcome[]> {
  const waiting = [...parts]
  const outcomes: Outcome[] = []
  async function work(): Promise<void> {
    for (let part = waiting.shift(); part; part = waiting.shift()) outcomes.push(await runPart(part))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return outcomes
}

async function runPart(part: Part): Promise<Outcome> {
  const started = performance.now()
  const { tally, output } = 'project' in part ? await runTests(part) : await runStep(part)
  const seconds = (performance.now() - started) / 1000
  const failed = tally.failed.length > 0
  const count = 'project' in part ? `  ${tally.passed} passed, ${tally.failed.length} failed` : ''
  console.log(`${failed ? 'FAIL' : 'ok  '} ${part.name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s${count}`)
  if (failed) console.log(`${output.trimEnd()}\n`)
  return { name: part.name, seconds, tally }
}

async function runStep(part: {
  name: string
  args: string[]
  cwd?: string
}): Promise<{ tally: Tally; output: string }> {
  const { exitCode, output } = await runNode(part.args, part.cwd)
  return { tally: tallyOfStep(part.name, exitCode), output }
}

async function runTests(part: { name: string; project: string }): Promise<{ tally: Tally; output: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-report-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', part.project, '--allowOnly=false']
    const { exitCode, output } = await runNode([...vitest, ...reporters])
    return { tally: tallyOfTests(part.name, exitCode, readReport(file)), output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file: string): Report | undefined {
  if (!existsSync(file)) return undefined
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  for (const each of report.testResults) each.name = each.name.replace(`${root}/`, '')
  return report
}

function runNode(args: string[], cwd = '.'): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: join(root, cwd),
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patience,
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => chunks.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code, signal) => {
      if (signal) chunks.push(Buffer.from(`stopped by ${signal}\n`))
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString() })
    })
  })
}
