import { expect, test } from 'vitest'
import { addDays, birthDate, cityOf, dateOf, hourOf, momentText, oneStop } from './times.ts'

test('a time is told by the clock of the site, in the language asked for', () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(plain(momentText('2026-12-08T16:40:00Z', 'America/Chicago', 'en'))).toBe('Tuesday, December 8, 10:40 AM')
  expect(plain(momentText('2026-12-08T16:40:00Z', 'America/Los_Angeles', 'es'))).toMatch(
    /^martes, 8 de diciembre, 8:40/,
  )
  expect([
    dateOf('2026-12-09T03:00:00Z', 'America/Chicago'),
    hourOf('2026-12-08T06:00:00Z', 'America/Chicago'),
  ]).toEqual(['2026-12-08', 0])
  expect(cityOf('America/Los_Angeles')).toBe('Los Angeles')
})

test('a sentence that ends with a Spanish time has one stop', () => {
  expect(oneStop('Hasta las 9:10 a.m..')).toBe('Hasta las 9:10 a.m.')
  expect(oneStop('Until 9:10 AM.')).toBe('Until 9:10 AM.')
})

test('days are counted over the day on which the clock changes', () => {
  expect(addDays('2026-10-31', 2)).toBe('2026-11-02')
})

test('a date of birth is a day that there was', () => {
  expect(birthDate({ month: '3', day: '14', year: '1961' })).toBe('1961-03-14')
  for (const parts of [
    { month: '2', day: '30', year: '1961' },
    { month: '3', day: '14', year: '2961' },
    { month: '', day: '14', year: '1961' },
    { month: '3', day: '14', year: '61' },
  ])
    expect(birthDate(parts)).toBeNull()
})
