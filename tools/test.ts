import { findBrowser } from './browser.ts'
import type { Outcome, Part } from './parts.ts'
import { checkParts, runParts } from './parts.ts'
import { closingLine } from './tally.ts'

const webBuild: Part = { name: 'web build', args: ['../node_modules/vite/bin/vite.js', 'build'], cwd: 'web' }

/** `npm test`: the check, real PostgreSQL, the built page and the stories in a browser. The last line is the count of all of them. */
async function main(): Promise<void> {
  const outcomes = await runParts(checkParts())
  outcomes.push(
    ...(await runParts([
      { name: 'integration', project: 'integration' },
      webBuild,
      { name: 'thorough', project: 'thorough' },
    ])),
  )
  outcomes.push(...(await runStories(outcomes)))

  const width = Math.max(...outcomes.map((outcome) => outcome.name.length))
  console.log('\nSummary')
  for (const { name, seconds, tally } of outcomes) {
    const skipped = tally.skipped.length > 0 ? `, ${tally.skipped.length} skipped` : ''
    const counts = `${tally.passed} passed, ${tally.failed.length} failed${skipped}`
    console.log(`  ${name.padEnd(width)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`)
  }
  const tallies = outcomes.map((outcome) => outcome.tally)
  list(
    'Skipped',
    tallies.flatMap((tally) => tally.skipped),
  )
  list(
    'Failed',
    tallies.flatMap((tally) => tally.failed),
  )
  console.log(closingLine(tallies))
  process.exitCode = tallies.some((tally) => tally.failed.length > 0) ? 1 : 0
}

/** The stories need the built page and a browser; without either they count as failed, never as skipped. */
async function runStories(before: Outcome[]): Promise<Outcome[]> {
  const built = before.some((outcome) => outcome.name === webBuild.name && outcome.tally.failed.length === 0)
  if (!built) return [notRun('the web build failed')]
  try {
    console.log(`ok   browser: ${await findBrowser()}`)
  } catch (error) {
    return [notRun(error instanceof Error ? error.message : String(error))]
  }
  return runParts([{ name: 'e2e', project: 'e2e' }])
}

function notRun(reason: string): Outcome {
  console.log(`FAIL e2e did not run: ${reason}`)
  return { name: 'e2e', seconds: 0, tally: { passed: 0, failed: [`e2e did not run: ${reason}`], skipped: [] } }
}

function list(title: string, names: string[]): void {
  if (names.length > 0) console.log(`${title}\n${names.map((name) => `  ${name}`).join('\n')}`)
}

await main()
