import { expect, test } from 'vitest'
import { askedWords, foldedWords, isFoundBy } from './search-words.ts'

test('title and what was read are folded, and found by how their words begin', () => {
  const read = foldedWords('Member ID: XYZ-100')
  const isFound = (question: string) => isFoundBy(askedWords(question), 'Überweisung Dr. Ngô', read)
  expect(['UBERW', 'ngo 100', 'xyz member', ''].map(isFound)).toEqual([true, true, true, true])
  expect(['weisung', 'ember', 'ngo 200'].map(isFound)).toEqual([false, false, false])
})

test('a question is folded the same way; signs of a pattern are no letters', () => {
  expect(askedWords(' NGÔ  100%_ ')).toEqual(['ngo', '100'])
  expect(askedWords('%')).toEqual([])
})
