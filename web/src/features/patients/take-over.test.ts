import { expect, test } from 'vitest'
import { emptyDraft } from './draft.ts'
import { offersOf, takenOver } from './take-over.ts'

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
  expect(offersOf(typed, record)).toEqual([
    { key: 'family', isNew: false },
    { key: 'email', isNew: true },
  ])
  expect(offersOf(emptyDraft, record)).toEqual([])
})

test('only what was chosen is taken over, an address whole', () => {
  expect(takenOver(typed, record, new Set(['email']))).toEqual({ ...record, email: 'mai@example.org' })
  const moved = { ...typed, line: '2 Elm', city: 'Elgin', state: 'IL', postalCode: '60120' }
  expect(takenOver(moved, record, new Set(['line']))).toMatchObject({ line: '2 Elm', city: 'Elgin', state: 'IL' })
})
