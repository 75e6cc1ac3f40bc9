import { expect, test } from 'vitest'
import { secondZone } from './use-desk-zone.ts'
import { namesOf } from './use-names.ts'

const sites = [
  { id: 'chicago', name: 'Riverside Chicago', timeZone: 'America/Chicago' },
  { id: 'dayton', name: 'Riverside Dayton', timeZone: 'America/New_York' },
]
const resources = [
  { id: 'singh', name: 'Dr. Singh', siteId: 'chicago' },
  { id: 'reyes', name: 'Samuel Reyes', siteId: 'dayton' },
]
const practice = { sites, resources, visitTypes: [] } as never
const inChicago = namesOf(practice, 'America/Chicago', 'en', ['America/Chicago'])
const inDayton = namesOf(practice, 'America/New_York', 'en', ['America/Chicago'])
const { spanOf } = inChicago

test('time on one day says its date once; one that lasts to midnight ends that day', () => {
  expect(spanOf('2026-12-21T15:30:00Z', '2026-12-21T16:00:00Z')).toBe('Mon 21 Dec, 9:30–10:00')
  expect(spanOf('2026-12-21T15:30:00Z', '2026-12-22T06:00:00Z')).toBe('Mon 21 Dec, 9:30–24:00')
})

test('time over several days says both dates', () => {
  expect(spanOf('2026-12-21T15:30:00Z', '2026-12-26T06:00:00Z')).toBe('Mon 21 Dec, 9:30 – Fri 25 Dec, 24:00')
  expect(spanOf('2026-12-21T15:30:00Z', '2026-12-26T14:00:00Z')).toBe('Mon 21 Dec, 9:30 – Sat 26 Dec, 8:00')
})

test('where whoever reads lives by the clock of the site, it is told alone', () => {
  expect(inChicago.whenOf('2026-11-24T15:20:00Z')).toBe('Tue 24 Nov, 9:20')
  expect(inChicago.timesOf('2026-11-24T15:20:00Z', '2026-11-24T15:40:00Z')).toBe('9:20–9:40')
  expect(inChicago.clockOf('2026-11-24T15:20:00Z')).toBe('9:20')
  expect(inChicago.isTwofold('2026-11-24T15:20:00Z')).toBe(false)
})

test('at a site in another zone than the desk both clocks are told, that of the site first', () => {
  expect(inDayton.whenOf('2026-11-24T14:20:00Z')).toBe('Tue 24 Nov, 9:20 New York · 8:20 Chicago')
  expect(inDayton.spanOf('2026-11-24T14:20:00Z', '2026-11-24T14:40:00Z')).toBe(
    'Tue 24 Nov, 9:20–9:40 New York · 8:20 Chicago',
  )
  expect(inDayton.clockOf('2026-11-24T14:20:00Z')).toBe('9:20 New York · 8:20 Chicago')
  expect(inDayton.isTwofold('2026-11-24T14:20:00Z')).toBe(true)
})

test('what is at another site than the page is told by the clock there and by that of the page', () => {
  const there = inChicago.at('dayton')
  expect(there.timesOf('2026-11-24T14:20:00Z', '2026-11-24T14:40:00Z')).toBe('9:20–9:40 New York · 8:20 Chicago')
  expect(inChicago.of('reyes').whenOf('2026-11-24T14:20:00Z')).toBe('Tue 24 Nov, 9:20 New York · 8:20 Chicago')
  expect(inChicago.whenAndWhere({ start: '2026-11-24T14:20:00Z', siteId: 'dayton' })).toBe(
    'Tue 24 Nov, 9:20 New York · 8:20 Chicago · Riverside Dayton',
  )
  // A desk of Chicago on the page of Dayton reads of Chicago: the clock of the page is named as well.
  expect(inDayton.at('chicago').whenOf('2026-11-24T14:20:00Z')).toBe('Tue 24 Nov, 8:20 Chicago · 9:20 New York')
})

test('the names of a site are made once: what is drawn with them is not drawn anew', () => {
  expect(inChicago.at('dayton')).toBe(inChicago.at('dayton'))
  expect(inChicago.at('dayton').at('chicago')).toBe(inChicago)
  expect(inChicago.of('singh')).toBe(inChicago)
})

test('where it is another day by the other clock, that is said too', () => {
  expect(inDayton.whenOf('2026-11-24T05:30:00Z')).toBe('Tue 24 Nov, 0:30 New York · Mon 23 Nov, 23:30 Chicago')
})

test('beside the clock of the axis stands that of the desk, else that of a site in it', () => {
  const noon = '2026-11-24T18:00:00Z'
  expect(secondZone('America/Chicago', ['America/Chicago', 'America/New_York'], noon)).toBe('America/New_York')
  expect(secondZone('America/New_York', ['America/Chicago', 'America/New_York'], noon)).toBe('America/Chicago')
  expect(secondZone('America/Chicago', ['America/Chicago', 'America/Winnipeg'], noon)).toBeNull()
})
