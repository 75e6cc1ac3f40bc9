import { expect, test } from 'vitest'
import type { Element, Fault } from './element.ts'
import { boundary, dateTime, instant, partialDate } from './when.ts'

function element(value: unknown): Element {
  const faults: Fault[] = []
  return { json: { start: value, end: value }, at: '', faults }
}

test.each([
  ['1988-03-16', 'day'],
  ['1988-03', 'month'],
  ['1988', 'year'],
  ['2024-02-29', 'day'],
])('%s is a date known to the %s', (value, precision) => {
  expect(partialDate(element(value), 'start')).toEqual({ value, precision })
})

test.each(['2023-02-29', '0000', '1988-13', '88-03-16', '1988-03-16T00:00:00Z', '16/03/1988', '+001988-03-16'])(
  '%s is no birth date',
  (value) => {
    const given = element(value)
    expect(partialDate(given, 'start')).toBeUndefined()
    expect(given.faults.map((fault) => fault.code)).toEqual(['date-broken'])
  },
)

test('instants become UTC, on both sides of the autumn change too', () => {
  expect(instant(element('2025-11-02T01:30:00-04:00'), 'start')).toBe('2025-11-02T05:30:00Z')
  expect(instant(element('2025-11-02T01:30:00-05:00'), 'start')).toBe('2025-11-02T06:30:00Z')
  expect(dateTime(element('2013-03-08'), 'start')).toEqual({ value: '2013-03-08', precision: 'day' })
})

test.each([
  '2025-11-02T01:30:00',
  '2025-11-02T01:30Z',
  '2025-11-02T25:00:00Z',
  '2025-02-30T00:00:00Z',
  '20251102T013000Z',
])('%s is no instant', (value) => {
  expect(instant(element(value), 'start')).toBeUndefined()
})

test('a boundary known only to the month or year includes all of it', () => {
  expect(boundary(element('2024-02'), 'start')).toBe('2024-02-01')
  expect(boundary(element('2024-02'), 'end')).toBe('2024-02-29')
  expect(boundary(element('2012'), 'end')).toBe('2012-12-31')
  expect(boundary(element('2012-05-01T23:30:00-05:00'), 'end')).toBe('2012-05-01')
})
