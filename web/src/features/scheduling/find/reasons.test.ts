import { expect, test } from 'vitest'
import { tellRefusal } from '../refusals.ts'
import { reasonSentences, whoAndWhere } from './reasons.ts'
import { sayIn } from '../testing.ts'

const zone = 'America/Chicago'
/** 9:20 in Chicago. */
const start = '2026-11-24T15:20:00Z'
const end = '2026-11-24T15:40:00Z'

test('reasons read as sentences, in the order they were given', () => {
  const reasons = [
    { code: 'soonest' },
    { code: 'usual-clinician', resourceId: 'a' },
    { code: 'fills-gap', minutes: 20 },
  ] as const
  expect(reasonSentences({ start, reasons: [...reasons] }, zone, sayIn('en'))).toBe(
    'Soonest. The usual clinician. Fills a gap of 20 minutes that morning.',
  )
  expect(reasonSentences({ start, reasons: [...reasons] }, zone, sayIn('es'))).toBe(
    'Lo más pronto. Su profesional de siempre. Llena un hueco de 20 minutos esa mañana.',
  )
})

test('the part of the day is that of the site, not of UTC', () => {
  const evening = { start: '2026-11-25T00:00:00Z', reasons: [{ code: 'day-edge' as const }] }
  expect(reasonSentences(evening, zone, sayIn('en'))).toBe('Keeps the evening in one piece.')
  expect(reasonSentences(evening, 'Europe/Madrid', sayIn('en'))).toBe('Keeps the morning in one piece.')
})

test('every code has words, and a reason without its number is left out', () => {
  const reasons = [
    { code: 'other-clinician' as const },
    { code: 'preferred-day-part' as const, part: 'afternoon' as const },
    { code: 'lighter-day' as const, bookedPercent: 30 },
    { code: 'fills-gap' as const },
  ]
  expect(reasonSentences({ start, reasons }, zone, sayIn('en'))).toBe(
    'Another clinician than usual. An afternoon, as wished. A calm day: 30 % booked.',
  )
})

test('who begins later says when', () => {
  const opening = {
    start,
    assignments: [
      { role: 'clinician' as const, resourceId: 'a', start, end, lane: 0 },
      { role: 'interpreter' as const, resourceId: 'b', start: '2026-11-24T15:30:00Z', end, lane: 0 },
    ],
  }
  const names: Record<string, string> = { a: 'Dr Singh', b: 'Thi Vo' }
  expect(whoAndWhere(opening, zone, (id) => names[id] ?? '', sayIn('en'))).toBe('Dr Singh, Thi Vo from 9:30')
})

test('a taken opening tells how many take its place, with the keys', () => {
  const names = { nameOf: () => 'Dr Singh', whenOf: () => 'Tue 24 Nov, 9:20', timeOf: () => '9:00', person: 'Maria' }
  const next = [1, 2, 3].map(() => ({ start, end, assignments: [], reasons: [] }))
  const told = (count: number, locale: 'en' | 'es') =>
    tellRefusal({ reason: 'opening-taken', next: next.slice(0, count) }, { ...names, say: sayIn(locale) }).text
  expect(told(3, 'en')).toBe('The next best 3 stand on top of the list: keys 1 to 3.')
  expect(told(1, 'en')).toBe('The next best one stands on top of the list.')
  expect(told(0, 'en')).toBe('Nothing else fits this wish now. Change one of the chips.')
  expect(told(0, 'es')).toBe('Ahora no hay nada más para este deseo. Cambie una de las fichas.')
})

test('a busy patient is told with the visit that is in the way', () => {
  const names = {
    say: sayIn('en'),
    nameOf: () => '',
    whenOf: () => 'Tue 24 Nov, 9:20',
    timeOf: () => '9:00',
    person: 'Maria Nguyen',
  }
  expect(tellRefusal({ reason: 'patient-busy', appointmentId: 'v1', start }, names)).toEqual({
    kind: 'warn',
    title: 'Maria Nguyen already has a visit then',
    text: 'It begins Tue 24 Nov, 9:20.',
    appointmentId: 'v1',
  })
})
