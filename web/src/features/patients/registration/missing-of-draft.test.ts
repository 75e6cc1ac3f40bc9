import { expect, test } from 'vitest'
import { emptyDraft } from '../draft.ts'
import { noBesides } from './besides/besides.ts'
import { missingOfDraft } from './missing-of-draft.ts'

const home = { line: '2 Elm', city: 'Dayton', state: 'OH', postalCode: '45402' }
const named = { ...emptyDraft, given: 'Mai', family: 'Nguyen' }

test('what would be missing of what is typed so far', () => {
  expect(missingOfDraft(emptyDraft, noBesides, [], null)).toEqual(['name', 'birthDate', 'phone', 'address'])
  expect(missingOfDraft({ ...named, phone: ' ', birthDate: '1961-03-14' }, noBesides, [], null)).toEqual([
    'phone',
    'address',
  ])
  const whole = { ...named, birthDate: '1961-03-14', phone: '3125550134', ...home }
  expect(missingOfDraft({ ...whole, phone: '555 01', city: '' }, noBesides, [], null)).toEqual(['phone', 'address'])
  expect(missingOfDraft(whole, noBesides, [], null)).toEqual([])
})

test('a language that nobody asked is missing where it is required', () => {
  const rules = [{ visitTypeId: null, field: 'language', requirement: 'required' }] as const
  const whole = { ...named, birthDate: '1961-03-14', phone: '3125550134', ...home }
  expect(missingOfDraft(whole, noBesides, rules, null)).toEqual(['language'])
  expect(missingOfDraft({ ...whole, language: 'en' }, noBesides, rules, null)).toEqual([])
})

test('what a visit type requires besides is missing until it is said', () => {
  const rules = [
    { visitTypeId: 'mri', field: 'race', requirement: 'required' },
    { visitTypeId: 'mri', field: 'address', requirement: 'hidden' },
  ] as const
  const dated = { ...named, birthDate: '1961-03-14' }
  expect(missingOfDraft(dated, noBesides, rules, 'mri')).toEqual(['phone', 'race'])
  expect(missingOfDraft(dated, { ...noBesides, race: ['asked-declined'] }, rules, 'mri')).toEqual(['phone'])
})
