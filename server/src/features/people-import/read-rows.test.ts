import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodingOf, textOf } from './encoding.ts'
import { readRows } from './read-rows.ts'

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of source) found.push(one)
  return found
}

async function rowsOf(bytes: Uint8Array, delimiter = ',', size = 7) {
  const encoding = await encodingOf(inParts(bytes, size))
  return all(readRows(inParts(bytes, size), { encoding, delimiter }))
}

function utf16(text: string, bigEndian = false): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

function written(rows: readonly (readonly string[])[], delimiter: string, end: string): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join(end)
}

test('whatever is written as CSV reads back: any letters, quotes and line breaks, cut anywhere', async () => {
  // Spaces around a field are not part of it, and a row of one empty field is an empty line.
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text.replaceAll('\ufeff', '')}x`)
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 40 }),
      async (rows, delimiter, end, size) => {
        const read = await rowsOf(Buffer.from(written(rows, delimiter, end)), delimiter, size)
        expect(read.map(({ fields }) => fields)).toEqual(rows)
      },
    ),
    { numRuns: 60 },
  )
})

describe('the letters of a file', () => {
  const text = 'name,city\nJörg,Peñasco\n'
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['windows-1252', Buffer.from(text, 'latin1')],
    ['utf-16le', utf16(text)],
    ['utf-16be', utf16(text, true)],
    ['utf-16le', utf16(text).subarray(2)],
  ] as const)('%s', async (encoding, bytes) => {
    expect(await encodingOf(inParts(bytes, 64))).toBe(encoding)
    expect((await rowsOf(bytes, ',', 64)).map(({ fields }) => fields)).toEqual([
      ['name', 'city'],
      ['Jörg', 'Peñasco'],
    ])
  })

  test('a letter cut between two parts is one letter', async () => {
    const parts = await all(textOf(inParts(Buffer.from('ñandú'), 1), 'utf-8'))
    expect(parts.join('')).toBe('ñandú')
  })
})

test('each row is named by the line it begins on', async () => {
  const read = await rowsOf(Buffer.from('a,b\n"1\n1",2\n\n3,4\n5,6'))
  expect(read).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['1\n1', '2'] },
    { line: 5, fields: ['3', '4'] },
    { line: 6, fields: ['5', '6'] },
  ])
})

test('a quote that nobody closed costs its own line and none after it', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `${at},Eva,"Holm, Jr",1950-01-01`)
  rows[1] = '1,"Eva,Holm,1950-01-01'
  rows[59] = '59,"Eva,Holm,1950-01-01'
  for (const size of [7, 1_000]) {
    const read = await rowsOf(Buffer.from(`id,first,last,born\n${rows.join('\n')}\n`), ',', size)
    expect(read).toHaveLength(61)
    expect(read.flatMap(({ line, fields }) => (fields === null ? [line] : []))).toEqual([3, 61])
    expect(read[3]).toEqual({ line: 4, fields: ['2', 'Eva', 'Holm, Jr', '1950-01-01'] })
  }
})

test('a quote that nobody closed is told at its line', async () => {
  const read = await rowsOf(Buffer.from('a,b\n1,2\n"3,4\n5,6\n'))
  expect(read.slice(0, 2).map(({ fields }) => fields)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(read.slice(2)).toEqual([
    { line: 3, fields: null },
    { line: 4, fields: ['5', '6'] },
  ])
})
