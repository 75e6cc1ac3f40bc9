import { expect, test } from 'vitest'
import groups from '../data/nicknames.json' with { type: 'json' }
import { foldName } from './name.ts'
import { sameGivenName } from './nickname.ts'

test.each([
  ['bob', 'robert'],
  ['pepe', 'jose'],
  ['peggy', 'margaret'],
  ['lupita', 'guadalupe'],
  ['pat', 'patrick'],
  ['pat', 'patricia'],
])('%s may be %s', (a, b) => {
  expect(sameGivenName(a, b)).toBe(true)
  expect(sameGivenName(b, a)).toBe(true)
})

test('a nickname of two names does not make the two names one', () => {
  expect(sameGivenName('patrick', 'patricia')).toBe(false)
  expect(sameGivenName('linh', 'maria')).toBe(false)
})

test('every entry is folded and every group has at least two names, each once', () => {
  for (const group of groups) {
    expect(group.length).toBeGreaterThan(1)
    expect(new Set(group).size).toBe(group.length)
    for (const name of group) expect(name).toBe(foldName(name))
  }
})
