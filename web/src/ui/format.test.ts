import { expect, test } from 'vitest'
import {
  formatAge,
  formatBirthDate,
  formatCents,
  formatDay,
  formatDuration,
  formatInDays,
  formatLeft,
  formatTime,
  zoneCity,
  formatDateAt,
  formatMoment,
} from './format.ts'

test('a day reads weekday, day, month in both languages', () => {
  expect(formatDay('2026-12-08', 'en')).toBe('Tue 8 Dec')
  expect(formatDay('2026-12-08', 'es')).toBe('mar 8 dic')
  expect(formatBirthDate('1961-03-14', 'en')).toBe('14 Mar 1961')
})

test('days from today', () => {
  expect(formatInDays('2026-12-08', '2026-11-22', 'en')).toBe('in 16 days')
  expect(formatInDays('2026-11-23', '2026-11-22', 'en')).toBe('tomorrow')
  expect(formatInDays('2026-11-22', '2026-11-22', 'es')).toBe('hoy')
  expect(formatInDays('2026-11-19', '2026-11-22', 'en')).toBe('3 days ago')
})

test('a time is 24 hours on the wall of its zone, on both sides of the change to summer time', () => {
  expect(formatTime('2026-11-22T16:40:00Z', 'America/Chicago', 'en')).toBe('10:40')
  expect(formatTime('2026-03-08T07:59:00Z', 'America/Chicago', 'en')).toBe('1:59')
  expect(formatTime('2026-03-08T08:00:00Z', 'America/Chicago', 'en')).toBe('3:00')
})

test('the date of a moment is that of the zone, not of UTC', () => {
  const lateEvening = '2026-11-25T03:30:00Z'
  expect(formatDateAt(lateEvening, 'America/Chicago', 'en')).toBe('24 Nov 2026')
  expect(formatMoment(lateEvening, 'America/Chicago', 'en')).toBe('24 Nov 2026, 21:30')
  expect(formatMoment(lateEvening, 'Europe/Madrid', 'es')).toBe('25 nov 2026, 4:30')
})

test('lengths, ages and what is left', () => {
  expect(formatDuration(80, 'en')).toBe('1 h 20 min')
  expect(formatDuration(60, 'en')).toBe('1 h')
  expect(formatDuration(2880, 'es')).toBe('2 días')
  const now = '2026-11-22T16:42:00Z'
  expect(formatAge('2026-11-22T16:33:00Z', now, 'en')).toBe('9 min ago')
  expect(formatAge('2026-11-22T16:41:30Z', now, 'en')).toBe('just now')
  expect(formatAge('2026-11-10T10:00:00Z', now, 'es')).toBe('hace 12 días')
  expect(formatLeft('2026-11-22T16:50:00Z', now, 'en')).toBe('8 min')
  expect(formatLeft('2026-11-22T16:34:00Z', now, 'en')).toBe('8 min late')
})

test('money and zones', () => {
  expect(formatCents(296000, 'USD', 'en')).toBe('$2,960.00')
  expect(formatCents(296000, 'USD', 'es')).toBe('$2,960.00')
  expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
})

test('a birth date that is known in part is shown as far as it is known', () => {
  expect(formatBirthDate('1961-03-14', 'en')).toBe('14 Mar 1961')
  expect(formatBirthDate('1958-07', 'en')).toBe('Jul 1958')
  expect(formatBirthDate('1949', 'en')).toBe('1949')
})
