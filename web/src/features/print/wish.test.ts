import { expect, test } from 'vitest'
import { firstWish, mostPages, type Place, printAddress } from './wish.ts'

const place: Place = {
  siteId: 'site',
  date: '2026-12-09',
  shownIds: ['ana', 'room-1'],
  resources: [
    { id: 'ana', kind: 'practitioner', name: 'Ana' },
    { id: 'room-1', kind: 'room', name: 'Room 1' },
    { id: 'room-2', kind: 'room', name: 'Room 2' },
  ],
}
const wish = firstWish(place)
const queryOf = (changes: Partial<typeof wish>) =>
  Object.fromEntries(new URLSearchParams(printAddress({ ...wish, ...changes }, place, 'es')?.split('?')[1]))

test('the day that is looked at, with the columns that are, without names', () => {
  expect(printAddress(wish, place, 'en')?.split('?')[0]).toBe('/api/sites/site/print')
  expect(queryOf({})).toEqual({
    from: '2026-12-09',
    to: '2026-12-09',
    layout: 'day',
    withPatients: '0',
    language: 'es',
    resourceIds: 'ana,room-1',
  })
})

test('a week is from Monday to Sunday', () => {
  expect(queryOf({ period: 'week' })).toMatchObject({ from: '2026-12-07', to: '2026-12-13', layout: 'week' })
})

test('a kind, one of them, everybody, nobody', () => {
  expect(queryOf({ who: 'room' })['resourceIds']).toBe('room-1,room-2')
  expect(queryOf({ who: 'one', oneId: 'room-2' })['resourceIds']).toBe('room-2')
  expect(queryOf({ who: 'everybody' })['resourceIds']).toBeUndefined()
  expect(printAddress({ ...wish, who: 'one', oneId: null }, place, 'en')).toBeNull()
})

test('pages at most: a day each, or a week on one', () => {
  expect(mostPages(wish, place)).toBe(2)
  expect(mostPages({ ...wish, who: 'everybody', period: 'week', layout: 'day' }, place)).toBe(21)
  expect(mostPages({ ...wish, who: 'everybody', period: 'week' }, place)).toBe(3)
})
