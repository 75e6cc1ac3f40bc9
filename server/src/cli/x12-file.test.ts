import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { x12Ack } from './x12-ack.ts'
import { x12Explain } from './x12-explain.ts'
import { x12Read } from './x12-read.ts'
import { x12Validate } from './x12-validate.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-x12-'))
afterAll(() => rmSync(folder, { recursive: true }))

const commands = Object.entries({ read: x12Read, validate: x12Validate, explain: x12Explain, ack: x12Ack })

/** An answer to a claim, cut by these. */
function interchange(element = '*', segment = '~', controlNumber = '000000007'): string {
  return [
    `ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261128*0915*^*00501*${controlNumber}*0*T*:`,
    'GS*HN*PAYER*CLINIC*20261128*0915*1*X*005010X214',
    'ST*277*0001*005010X214',
    'BHT*0085*08*1*20261128*0915*TH',
    'STC*A2:20*20261128**75',
    'SE*4*0001',
    'GE*1*1',
    `IEA*1*${controlNumber}`,
  ]
    .map((line) => line.replaceAll('*', element) + segment)
    .join('')
}

type Command = (typeof commands)[number][1]

async function run(command: Command, content: string | Uint8Array, json = false) {
  const path = join(folder, 'file.x12')
  writeFileSync(path, content)
  const out: string[] = []
  const notes: string[] = []
  const status = await command([path], {
    json,
    out: (text) => void out.push(text),
    note: (text) => void notes.push(text),
  })
  return { status, text: out.join('\n'), note: notes.join('\n') }
}

const unreadable: readonly (readonly [what: string, content: string | Uint8Array, sentence: string])[] = [
  ['empty', '', 'The file is empty.'],
  ['gzip', gzipSync(interchange()), 'The file is compressed (gzip). Unpack it first: gunzip <file>.'],
  ['ZIP', Buffer.from('PK\u0003\u0004rest'), 'The file is a ZIP archive. Unpack it first.'],
  [
    'UTF-16',
    Buffer.from(`\ufeff${interchange()}`, 'utf16le'),
    'The file is text in UTF-16; X12 is ASCII or UTF-8. Save it as UTF-8 first.',
  ],
  [
    'UTF-16 without a mark, big end first',
    Buffer.from(interchange(), 'utf16le').swap16(),
    'The file is text in UTF-16; X12 is ASCII or UTF-8. Save it as UTF-8 first.',
  ],
]

for (const [name, command] of commands) {
  test.each(unreadable)(
    `${name}: a file that is %s is told of in a sentence and ends with 1`,
    async (_, content, sentence) => {
      expect(await run(command, content)).toEqual({ status: 1, text: '', note: sentence })
      expect(await run(command, content, true)).toEqual({
        status: 1,
        text: JSON.stringify({ refusal: sentence }),
        note: '',
      })
    },
  )

  test(`${name}: a folder and a file that is not there are not understood`, async () => {
    const io = { json: false, out: () => {}, note: () => {} }
    await expect(command([folder], io)).rejects.toThrow(new UsageError(`${folder} is a folder; which file in it?`))
    const nowhere = join(folder, 'nothing.x12')
    await expect(command([nowhere], io)).rejects.toThrow(new UsageError(`there is no file ${nowhere}`))
  })

  test(`${name}: a long line that is no X12 ends with 1 and says so`, async () => {
    const { status, text, note } = await run(command, 'no X12 at all '.repeat(200_000))
    expect(status).toBe(1)
    expect(text + note).toContain('There is no interchange in this file')
  })

  test(`${name}: interchanges with delimiters of their own in one file are each read with theirs`, async () => {
    const content =
      interchange() + interchange('|', '\n', '000000008') + interchange('\u001d', '\u001c\r\n', '000000009')
    const { text } = await run(command, content)
    const expected = {
      read: () => {
        const { interchanges } = JSON.parse(text)
        expect(interchanges.map((one: { controlNumber: string }) => one.controlNumber)).toEqual([
          '000000007',
          '000000008',
          '000000009',
        ])
      },
      validate: () => expect(text.match(/ [123]\.1\.1\.3 /g)).toEqual([' 1.1.1.3 ', ' 2.1.1.3 ', ' 3.1.1.3 ']),
      explain: () => {
        const headings = text.split('\n').filter((line) => line.startsWith('Interchange'))
        expect(headings).toEqual([1, 2, 3].map((number) => `Interchange ${number}, group 1, set 1 (277):`))
        expect(text.split('\n')).toHaveLength(6)
      },
      ack: () => expect(text.match(/AK2\*277\*0001/g)).toHaveLength(3),
    }
    expected[name as keyof typeof expected]()
  })

  test(`${name}: a file of one long line`, async () => {
    const claims = 'STC*A2:20*20261128**75~'.repeat(3_000)
    const { text } = await run(command, interchange().replace('SE*4', `${claims}SE*3004`))
    expect(text.length).toBeGreaterThan(100)
    expect(text).not.toContain('set-count')
  })
}
