import { expect, test } from 'vitest'
import { emptyDraft } from '../draft.ts'
import { laterFields, missingOfDraft } from './missing-of-draft.ts'

const named = { ...emptyDraft, given: 'Mai', family: 'Nguyen' }

test('what would be missing of what is typed so far', () => {
  expect(missingOfDraft(emptyDraft, [], null)).toEqual(['name', 'birthDate', 'phone', 'address'])
  expect(missingOfDraft({ ...named, phone: ' ', birthDate: '1961-03-14' }, [], null)).toEqual(['phone', 'address'])
  const whole = { ...named, birthDate: '1961-03-14', phone: '3125550134', line: '2 Elm' }
  expect(missingOfDraft(whole, [], null)).toEqual([])
})

test('what a visit type asks for, and what is asked on the record afterwards', () => {
  const rules = [
    { visitTypeId: 'mri', field: 'race', requirement: 'required' },
    { visitTypeId: 'mri', field: 'address', requirement: 'hidden' },
  ] as const
  const missing = missingOfDraft({ ...named, birthDate: '1961-03-14' }, rules, 'mri')
  expect(missing).toEqual(['phone', 'race'])
  expect(missing.filter((field) => laterFields.has(field))).toEqual(['race'])
})
