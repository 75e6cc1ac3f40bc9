import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { matchEvaluate } from './match-evaluate.ts'
import { matchPairs } from './match-pairs.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-match-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function run(command: typeof matchPairs, args: readonly string[], json = false) {
  const [out, notes]: [string[], string[]] = [[], []]
  const io = { json, out: (text: string) => void out.push(text), note: (text: string) => void notes.push(text) }
  const status = await command(args, io)
  return { status, lines: out.join('\n').split('\n').filter(Boolean), notes }
}

const columns = ['--given', 'first', '--family', 'last', '--birth', 'born', '--phone', 'home,mobile', '--id', 'id']

const table = [
  'id, first, last, born, home, mobile, who',
  '1, Bob, "Peyton", 3/14/1961, (312) 555-0134, , a',
  '2, Robert, Peyton, 14/3/1961, , 3125550134, a',
  '3, Linh, Nguyen, 9/2/1989, 7735550101, , b',
  '4, Linh, Nguyen',
  ', Linh, Nguyen, 9/2/1989, , , b',
  '3, Eva, Holm, 1/1/1950, , , c',
  '5, Eva, Holm, 1950-18-10, , , c',
  '6, Tom, Becker, soon, , , d',
]

test('a JSON line for each pair, and every bad row named by its line', async () => {
  const path = file('plain.csv', `\ufeff${table.join('\r\n')}\r\n`)
  const { status, lines, notes } = await run(matchPairs, [path, ...columns])
  expect(status).toBe(0)
  const [pair] = lines.map((line) => JSON.parse(line))
  expect(lines).toHaveLength(1)
  expect(pair).toMatchObject({ idA: '1', idB: '2' })
  expect(Object.keys(pair)).toEqual(['idA', 'idB', 'probability', 'verdict', 'reasons'])
  expect(pair.reasons).toContain('same birth date')
  expect(pair.reasons).toContain('first name differs (bob / robert is a nickname)')
  expect(notes.filter((note) => note.startsWith('line'))).toEqual([
    'line 5: 3 fields where the header has 7; left out',
    'line 6: no id; left out',
    'line 7: id 3 is on line 4 already; left out',
    'line 8: birth date "1950-18-10" is impossible, so nobody is called the same by it',
    'line 9: birth date "soon" cannot be read, taken as not known',
  ])
})

test('a quote that nobody closed costs its own row and none after it', async () => {
  const rows = [...table.slice(0, 2), '9, "Eva, Holm, 1950-01-01, , , c', ...table.slice(2, 4)]
  const { lines, notes } = await run(matchPairs, [file('quote.csv', rows.join('\n')), ...columns])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ idA: '1', idB: '2' }])
  expect(notes.filter((note) => note.startsWith('line'))).toEqual(['line 3: a quote is not closed; left out'])
})

test('a whole name in one column, dates that say nothing, and a row with nothing to compare', async () => {
  const rows = [
    'id,who,born,phone',
    '1,"Garcia Lopez, Maria",14 mars 1961,(312) 555-0134 x2',
    '2,Maria Garcia Lopez,19610314,312-555-0134',
    '3,Dr. Tom Becker,N/A,',
    '4,,0000-00-00,',
  ]
  const options = ['--id', 'id', '--name', 'who', '--birth', 'born', '--phone', 'phone']
  const { lines, notes } = await run(matchPairs, [file('whole.csv', rows.join('\n')), ...options])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ idA: '1', idB: '2', verdict: 'same' }])
  expect(notes.filter((note) => note.startsWith('line'))).toEqual(['line 5: nothing to compare; left out'])
})

test('no column to compare by, no file and a folder are said in a line', async () => {
  const path = file('ids.csv', 'id,first\n1,Eva\n2,Tom\n')
  await expect(run(matchPairs, [path, '--id', 'id'])).rejects.toThrow('name at least one column to compare by')
  await expect(run(matchPairs, [join(folder, 'no.csv'), ...columns])).rejects.toThrow('there is no file')
  await expect(run(matchPairs, [folder, ...columns])).rejects.toThrow('is a folder; which file in it?')
})

test('semicolons and the letters of Windows are read too', async () => {
  const rows = 'id;first;last;born;home;mobile\n1;Jörg;Grün;14.3.1961;;\n2;Jörg;Grün;14.03.1961;;\n'
  const { lines } = await run(matchPairs, [file('latin.csv', Buffer.from(rows, 'latin1')), ...columns])
  expect(lines.map((line) => JSON.parse(line).reasons)).toEqual([
    expect.arrayContaining(['same first name', 'same last name']),
  ])
})

test('pairs of no likelihood are left out unless they are asked for', async () => {
  const path = file('all.csv', table.join('\n'))
  const { lines } = await run(matchPairs, [path, ...columns, '--least', '0'])
  expect(lines).toHaveLength((5 * 4) / 2)
})

test('precision, recall and F1 against a column, or a part of it', async () => {
  const path = file('truth.csv', table.join('\n'))
  const { lines } = await run(matchEvaluate, [path, ...columns, '--truth', 'who'], true)
  expect(JSON.parse(lines.join(''))).toMatchObject({ truePairs: 1, found: 1, foundRight: 1, f1: 1, sameWrong: 0 })
  const none = await run(matchEvaluate, [path, ...columns, '--truth', 'id', '--truth-pattern', '^(.)'], true)
  expect(JSON.parse(none.lines.join(''))).toMatchObject({ truePairs: 0, found: 1, foundRight: 0, precision: 0 })
})

test.each([
  [['--id', 'id'], /which one CSV file/],
  [['x.csv'], /--id/],
  [['x.csv', '--id', 'id', '--least', '2'], /--least/],
])('%j is not understood', async (args, message) => {
  await expect(run(matchPairs, args)).rejects.toThrow(message)
})

test('a column that is not there is named with those that are', async () => {
  const path = file('columns.csv', table.join('\n'))
  await expect(run(matchPairs, [path, '--id', 'nr'])).rejects.toThrow(
    /no column "nr" for --id; there are id, first, last/,
  )
})
