import { expect, test } from 'vitest'
import { emptyDraft } from '../draft.ts'
import { deskOffers, takenOver } from './desk-offers.ts'

const record = {
  ...emptyDraft,
  given: 'Mai',
  family: 'Nguyen',
  birthDate: '1961-03-14',
  phone: '(312) 555-0134',
  language: 'vi',
}
const typed = {
  ...emptyDraft,
  given: 'mai',
  family: 'Nguyen-Tran',
  birthDate: '1961-03-14',
  phone: '312 555 0134',
  email: 'mai@example.org',
}

test('offered is what was typed and stands otherwise or not at all; what nobody touched is not', () => {
  expect(deskOffers(typed, record)).toEqual([
    { key: 'family', isNew: false },
    { key: 'email', isNew: true },
  ])
  expect(deskOffers(emptyDraft, record)).toEqual([])
})

test('alerts come to those on record: none is lost, and what stands there already is not asked', () => {
  const known = { ...record, alerts: 'Walker\nFall risk' }
  const said = { ...emptyDraft, alerts: 'fall risk \nHard of hearing' }
  expect(deskOffers(said, known)).toEqual([{ key: 'alerts', isNew: true }])
  expect(takenOver(said, known, new Set(['alerts'])).alerts).toBe('Walker\nFall risk\nHard of hearing')
  expect(deskOffers({ ...emptyDraft, alerts: 'WALKER' }, known)).toEqual([])
})

test('only what was chosen is taken over, an address whole', () => {
  expect(takenOver(typed, record, new Set(['email']))).toEqual({ ...record, email: 'mai@example.org' })
  const moved = { ...typed, line: '2 Elm', city: 'Elgin', state: 'IL', postalCode: '60120' }
  expect(takenOver(moved, record, new Set(['line']))).toMatchObject({ line: '2 Elm', city: 'Elgin', state: 'IL' })
})
