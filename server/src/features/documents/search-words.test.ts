import { expect, test } from 'vitest'
import { askedWords, retitled, searchText } from './search-words.ts'

test('title and what was read are folded; a new title leaves what was read', () => {
  const text = searchText('Überweisung Dr. Ngô', 'Member ID: XYZ-100')
  expect(text).toBe(' uberweisung dr ngo\n member id xyz 100')
  expect(retitled(text, 'Referral')).toBe(' referral\n member id xyz 100')
})

test('a question is folded the same way; signs of a pattern are no letters', () => {
  expect(askedWords(' NGÔ  100%_ ')).toEqual(['ngo', '100'])
  expect(askedWords('%')).toEqual([])
})
