import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Delimiters } from '../delimiters.ts'
import { readInterchanges } from '../read/read-interchanges.ts'
import type { Segment } from '../segment.ts'
import { told } from '../testing.ts'
import type { Element, WrittenSegment } from './element.ts'
import { type InterchangeToWrite, writeInterchange } from './write-interchange.ts'

const base: InterchangeToWrite = {
  senderQualifier: 'ZZ',
  senderId: 'CLINIC',
  receiverQualifier: '30',
  receiverId: '123456789',
  date: '2026-11-28',
  time: '09:15',
  controlNumber: 905,
  usage: 'T',
  groups: [],
}

function withSegments(segments: readonly WrittenSegment[], more: Partial<InterchangeToWrite> = {}): InterchangeToWrite {
  const set = { functionalId: 'HS', code: '270', version: '005010X279A1', controlNumber: '0001', segments }
  return { ...base, groups: [{ senderId: 'CLINIC', receiverId: 'PAYER', controlNumber: 7, sets: [set] }], ...more }
}

const marks = Array.from('*:^~|>!<&+;,#@%_{}\\`$=?')
const delimiters = fc
  .shuffledSubarray(marks, { minLength: 4, maxLength: 4 })
  .chain(([element = '', component = '', repetition = '', segment = '']) =>
    fc.constantFrom<Delimiters>(
      { element, component, repetition, segment },
      { element, component, repetition, segment: '\n' },
    ),
  )

const letters = [...Array.from('ABCXYZabcxyz0189 "\'()-./'), ...marks]

/** Text that is not empty and has none of the delimiters in it. */
function textOf(delimiters: Delimiters): fc.Arbitrary<string> {
  const allowed = letters.filter((letter) => !Object.values(delimiters).includes(letter))
  return fc.string({ unit: fc.constantFrom(...allowed), minLength: 1, maxLength: 30 })
}

function segmentsOf(delimiters: Delimiters): fc.Arbitrary<WrittenSegment[]> {
  const text = textOf(delimiters)
  const composite = fc
    .array(fc.oneof(text, fc.constant('')), { maxLength: 3 })
    .chain((front) => text.map((last) => [...front, last]))
  const value = fc.oneof(text, composite)
  const element: fc.Arbitrary<Element> = fc.oneof(
    value,
    fc.array(value, { minLength: 1, maxLength: 3 }).map((repeat) => ({ repeat })),
  )
  const elements = fc
    .array(fc.oneof(element, fc.constant('')), { maxLength: 6 })
    .chain((front) => element.map((last) => [...front, last]))
  const tag = fc.constantFrom('NM1', 'HL', 'REF', 'EQ', 'DTP', 'N3')
  return fc.array(
    fc.tuple(tag, elements).map(([tag, elements]): WrittenSegment => [tag, ...elements]),
    { maxLength: 8 },
  )
}

/** What was written, asked back piece by piece. */
function asked(segment: Segment, [tag, ...elements]: WrittenSegment): WrittenSegment {
  return [
    tag,
    ...elements.map((element, index): Element => {
      const parts = (value: string | readonly string[], repetition: number): string | string[] =>
        typeof value === 'string'
          ? segment.part(index + 1, 1, repetition)
          : value.map((_, component) => segment.part(index + 1, component + 1, repetition))
      if (typeof element === 'string' || !('repeat' in element)) return parts(element, 1)
      return { repeat: element.repeat.map((value, at) => parts(value, at + 1)) }
    }),
  ]
}

test('what is written is read again as it was meant, with any delimiters, and gives no finding', () => {
  const meant = delimiters.chain((delimiters) =>
    fc.tuple(fc.constant(delimiters), segmentsOf(delimiters), fc.boolean()),
  )
  fc.assert(
    fc.property(meant, ([delimiters, segments, lines]) => {
      const { text, findings } = writeInterchange(withSegments(segments, { delimiters, characters: 'extended', lines }))
      expect(findings).toEqual([])
      const reading = readInterchanges(text ?? '')
      expect(reading.findings).toEqual([])
      expect(reading.interchanges).toHaveLength(1)
      expect(reading.interchanges[0]?.delimiters).toEqual(delimiters)
      const read = reading.interchanges[0]?.groups[0]?.sets[0]?.segments.slice(1, -1) ?? []
      expect(read).toHaveLength(segments.length)
      expect(
        read.map((segment, index) => [segment.tag, segment.size, ...asked(segment, segments[index] ?? ['X']).slice(1)]),
      ).toEqual(segments.map(([tag, ...elements]) => [tag, elements.length, ...elements]))
    }),
    { numRuns: 400 },
  )
})

test('written byte for byte', () => {
  const { text } = writeInterchange(
    withSegments([
      ['EQ', { repeat: ['30', '98'] }, ['HC', '99213', '']],
      ['REF', '6P', '', ''],
    ]),
  )
  expect(text).toBe(
    'ISA*00*          *00*          *ZZ*CLINIC         *30*123456789      *261128*0915*^*00501*000000905*0*T*:~' +
      'GS*HS*CLINIC*PAYER*20261128*0915*7*X*005010X279A1~ST*270*0001*005010X279A1~EQ*30^98*HC:99213~REF*6P~SE*4*0001~GE*1*7~IEA*1*000000905~',
  )
})

test('letters that the character set has not are replaced by the nearest, and that is told', () => {
  const { text, findings } = writeInterchange(withSegments([['NM1', 'IL', '1', 'Nuñez-Łoś', "O'Hara"]]))
  expect(text).toContain("NM1*IL*1*NUNEZ-LOS*O'HARA~")
  expect(findings.map(told)).toEqual([
    'warning letters-replaced NM103 1.1.1.2',
    'warning letters-replaced NM104 1.1.1.2',
  ])
  expect(JSON.stringify(findings)).not.toMatch(/nu[nñ]ez|'hara/i)
  expect(writeInterchange(withSegments([['NM1', 'IL', '1', 'Nunez']], { characters: 'extended' })).findings).toEqual([])
})

test.each<[string, InterchangeToWrite, string[]]>([
  [
    'a letter that has no nearest',
    withSegments([['NM1', 'IL', '1', '李']]),
    ['error character-not-allowed NM103 1.1.1.2'],
  ],
  ['a control character', withSegments([['MSG', 'A\nB']]), ['error character-not-allowed MSG01 1.1.1.2']],
  ['a delimiter in a value', withSegments([['REF', '6P', 'A*B']]), ['error delimiter-in-value REF02 1.1.1.2']],
  ['a tag that is none', withSegments([['ref', '6P']]), ['error tag ref 1.1.1.2']],
  ['a segment of nothing', withSegments([['REF', '', '']]), ['error segment-empty REF 1.1.1.2']],
  [
    'an id too long for the ISA',
    withSegments([['REF', '6P']], { senderId: 'X'.repeat(16) }),
    ['error element-too-long ISA06 1.0.0.1'],
  ],
  [
    'a control number too great',
    withSegments([['REF', '6P']], { controlNumber: 1e9 }),
    ['error control-number 1.0.0.1', 'error element-too-long ISA13 1.0.0.1'],
  ],
  [
    'a group of nothing',
    { ...base, groups: [{ senderId: 'A', receiverId: 'B', controlNumber: 1, sets: [] }] },
    ['error group 1.0.0.1'],
  ],
])('%s is an error, and nothing is written', (_, interchange, expected) => {
  const { text, findings } = writeInterchange(interchange)
  expect(text).toBeNull()
  expect(findings.map(told)).toEqual(expected)
})

test('delimiters that cannot be told from values or each other', () => {
  for (const delimiters of [
    { element: 'A', component: ':', repetition: '^', segment: '~' },
    { element: '*', component: '*', repetition: '^', segment: '~' },
    { element: '*', component: ':', repetition: ' ', segment: '~' },
    { element: '*', component: ':', repetition: '', segment: '~' },
    { element: '*', component: ':', repetition: '^', segment: '…' },
  ]) {
    const { text, findings } = writeInterchange(withSegments([], { delimiters }))
    expect([text, findings[0]?.code]).toEqual([null, 'delimiters'])
  }
})
