import { expect, test } from 'vitest'
import { resultsPage, resultsSection } from './report.ts'

const report = (value: number) => ({
  figures: [{ name: 'rate', value, unit: 'req/s', target: '>=1', isOk: true }],
  text: '| Load |\n| ---- |',
  database: null,
})
const section = (topic: string, value: number, date: string) => resultsSection(topic, [`Date: ${date}`], report(value))

test('a topic measured again takes the place of its own section only', () => {
  const first = resultsPage(
    '',
    new Map([
      ['http', section('http', 1, '1 May')],
      ['calendar', section('calendar', 2, '1 May')],
    ]),
  )
  const second = resultsPage(first, new Map([['http', section('http', 3, '2 May')]]))
  expect(second).toBe(first.replace(section('http', 1, '1 May'), section('http', 3, '2 May')))
  expect(second).toContain('RESULT http/rate value=3 ')
  expect(second).toContain('RESULT calendar/rate value=2 ')
})

test('a new topic stands in order of the names, each with its own date', () => {
  const page = resultsPage(
    resultsPage('', new Map([['http', section('http', 1, '1 May')]])),
    new Map([['calendar', section('calendar', 2, '2 May')]]),
  )
  expect(page.split('\n').filter((line) => /^(#|- Date)/.test(line))).toEqual([
    '# Measured',
    '## calendar',
    '- Date: 2 May',
    '## http',
    '- Date: 1 May',
  ])
})

test('written twice it is the same page', () => {
  const sections = new Map([['http', section('http', 1, '1 May')]])
  expect(resultsPage(resultsPage('', sections), sections)).toBe(resultsPage('', sections))
})
