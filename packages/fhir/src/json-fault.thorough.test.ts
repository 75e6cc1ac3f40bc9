import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFaultOffset, lineAndColumn } from './json-fault.ts'

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('finds a fault exactly where JSON.parse refuses', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    '01',
    '1e',
    '.5',
    'true',
    'nul',
    ' ',
    '\\u12',
    '"\\n"',
  )
  const nearJson = fc.oneof(
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
    fc.json(),
    fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, bit]) => {
      const cut = at % (json.length + 1)
      return json.slice(0, cut) + bit + json.slice(cut + 1)
    }),
  )
  fc.assert(
    fc.property(nearJson, (text) => (jsonFaultOffset(text) === undefined) === parses(text)),
    { numRuns: 2000 },
  )
})

test.each([
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ['[1 2]', 3],
  ['"tab\tinside"', 4],
  ['{"a":[1,{"b":tru}]}', 13],
  ['[1,2', 4],
  ['{} {}', 3],
])('%s breaks off at %i', (text, offset) => {
  expect(jsonFaultOffset(text)).toBe(offset)
})

test('deep nesting does not overflow the stack', () => {
  expect(jsonFaultOffset(`${'['.repeat(500_000)}]`)).toBe(500_001)
})

test('lines and columns count from 1', () => {
  expect(lineAndColumn('ab\ncd\n', 0)).toEqual({ line: 1, column: 1 })
  expect(lineAndColumn('ab\ncd\n', 2)).toEqual({ line: 1, column: 3 })
  expect(lineAndColumn('ab\ncd\n', 4)).toEqual({ line: 2, column: 2 })
})
