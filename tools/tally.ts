/** The part of vitest's JSON report that is read here. */
export type Report = {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/** `skipped` and `failed` are names. */
export type Tally = { passed: number; failed: string[]; skipped: string[] }

/** Counts a part that is no test run as one. */
export function tallyOfStep(name: string, exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [name], skipped: [] }
}

/**
 * Counts the tests of a report. Whatever could hide a failure counts as one: a missing report, a file that broke before its first
 * test, a run without a single test, an exit code that no test explains.
 */
export function tallyOfTests(name: string, exitCode: number, report: Report | undefined): Tally {
  if (!report) return { passed: 0, failed: [`${name}: no report`], skipped: [] }
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ name: `${file.name} › ${test.fullName.trim()}`, status: test.status })),
  )
  const failed = tests.filter((test) => test.status === 'failed').map((test) => test.name)
  const passed = tests.filter((test) => test.status === 'passed').length
  const skipped = tests.filter((test) => test.status !== 'failed' && test.status !== 'passed').map((test) => test.name)
  const broken = report.testResults
    .filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
    .map((file) => `${file.name} could not run`)
  failed.push(...broken)
  if (passed + failed.length === 0) failed.push(`${name}: no test ran`)
  if (exitCode !== 0 && failed.length === 0) failed.push(`${name}: ended with exit code ${exitCode}`)
  return { passed, failed, skipped }
}

/** The last line of `npm test`. */
export function closingLine(tallies: Tally[]): string {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0)
  const skipped = sum((tally) => tally.skipped.length)
  const line = `${sum((tally) => tally.passed)} passed, ${sum((tally) => tally.failed.length)} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}
