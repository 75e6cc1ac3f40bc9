import { expect, test } from 'vitest'
import { closingLine, tallyOfStep, tallyOfTests } from './tally.ts'

const file = (name: string, status: string, ...statuses: string[]) => ({
  name,
  status,
  assertionResults: statuses.map((each, index) => ({ fullName: ` test ${index}`, status: each })),
})

test('passed, failed and skipped tests are counted over all files', () => {
  const report = {
    testResults: [file('a', 'failed', 'passed', 'failed'), file('b', 'passed', 'passed', 'skipped', 'todo')],
  }
  expect(tallyOfTests('unit', 1, report)).toEqual({
    passed: 2,
    failed: ['a › test 1'],
    skipped: ['b › test 1', 'b › test 2'],
  })
})

test('a file that breaks before its first test is a failure', () => {
  const report = { testResults: [file('a', 'passed', 'passed'), file('b', 'failed')] }
  expect(tallyOfTests('unit', 1, report).failed).toEqual(['b could not run'])
})

test('a run without a report, without a test, or with an exit code that no test explains is a failure', () => {
  expect(tallyOfTests('e2e', 0, undefined).failed).toEqual(['e2e: no report'])
  expect(tallyOfTests('e2e', 0, { testResults: [] }).failed).toEqual(['e2e: no test ran'])
  expect(tallyOfTests('e2e', 0, { testResults: [file('a', 'passed', 'skipped')] }).failed).toEqual(['e2e: no test ran'])
  expect(tallyOfTests('e2e', 1, { testResults: [file('a', 'passed', 'passed')] }).failed).toHaveLength(1)
})

test('the closing line names skipped tests only when there are any', () => {
  const lint = tallyOfStep('lint', 0)
  expect(closingLine([lint, tallyOfStep('types', 2)])).toBe('1 passed, 1 failed')
  expect(closingLine([lint, { passed: 3, failed: [], skipped: ['x'] }])).toBe('4 passed, 0 failed, 1 skipped')
})
