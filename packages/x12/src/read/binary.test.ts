import { expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { interchangeOf, isaOf, plain, told } from '../testing.ts'
import { openReader } from './open-reader.ts'
import { readInterchanges } from './read-interchanges.ts'

/** Eleven bytes with every delimiter among them. */
const data = 'SE*1~IEA:^\n'

function whole(text: string) {
  const { interchanges, findings } = readInterchanges(text)
  const segments = interchanges.flatMap(({ groups }) =>
    groups.flatMap(({ sets }) => sets.flatMap((set) => set.segments)),
  )
  return { segments: segments.map(plain), findings }
}

function streamed(text: string, size: number, only?: readonly string[]) {
  const segments: ReturnType<typeof plain>[] = []
  const findings: Finding[] = []
  const reader = openReader({
    segment: (segment) => void (segment.position.set > 0 && segments.push(plain(segment))),
    finding: (finding) => void findings.push(finding),
    ...(only && { only }),
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size))
  reader.end()
  return { segments, findings }
}

const bodies = {
  BIN: ['LX*1', `BIN*${data.length}*${data}`, 'LX*2'],
  'BIN in lower case': ['LX*1', `bin*${data.length}*${data}`, 'LX*2'],
  BDS: ['LX*1', `BDS*ASC*${data.length}*${data}`, 'LX*2'],
  'no data': ['LX*1', 'BIN*0*', 'LX*2'],
}

test.each(Object.entries(bodies))('%s: binary data is as long as it says, whatever stands in it', (name, body) => {
  const text = interchangeOf(body)
  const { segments, findings } = whole(text)
  expect(findings).toEqual([])
  expect(segments.map(({ tag }) => tag)).toEqual([
    'ST',
    'LX',
    name.slice(0, 3).toUpperCase().replace('NO ', 'BIN'),
    'LX',
    'SE',
  ])
  expect(segments[2]?.elements.at(-1)).toBe(name === 'no data' ? '' : data)
  for (const size of [1, 7, 150]) expect(streamed(text, size)).toEqual({ segments, findings })
  expect(streamed(text, 5, ['LX']).segments).toEqual(segments.filter(({ tag }) => tag === 'LX'))
  expect(streamed(text, 5, ['LX']).findings).toEqual([])
})

test('with a terminator of several bytes', () => {
  const { segments, findings } = whole(interchangeOf(bodies.BIN, { isa: isaOf({ segment: '…' }), end: '…' }))
  expect(findings).toEqual([])
  expect(segments[2]?.elements).toEqual(['11', data])
})

test.each(['12', '10', '99', '200000'])(
  'a length of %s that is wrong is told, and the segment is read as any other',
  (said) => {
    const text = interchangeOf(['LX*1', `BIN*${said}*ABCDEFGHIJK`, 'LX*2'])
    const { segments, findings } = whole(text)
    expect(findings.map(told)).toEqual(['error binary-length BIN01 1.1.1.3'])
    expect(segments.map(({ tag }) => tag)).toEqual(['ST', 'LX', 'BIN', 'LX', 'SE'])
    for (const size of [1, 7, 150]) expect(streamed(text, size)).toEqual({ segments, findings })
  },
)

test('longer data than a segment may have is passed over by its length', () => {
  const long = data.repeat(30_000)
  const text = interchangeOf(['LX*1', `BIN*${long.length}*${long}`, 'LX*2'])
  const { segments, findings } = whole(text)
  expect(segments.map(({ tag }) => tag)).toEqual(['ST', 'LX', 'LX', 'SE'])
  expect(findings.map(told)).toEqual(['error segment-too-long 1.1.1.3'])
  for (const size of [10_007, 1 << 16]) expect(streamed(text, size)).toEqual({ segments, findings })
})

test('one delimiter for elements and segments ends a segment before its data is counted', () => {
  const segment = '*'
  const text = `${isaOf({ segment })}LX*1${segment}BIN*3*A~B${segment}LX*2${segment}`
  const tags = ({ segments }: ReturnType<typeof streamed>) => segments.map(({ tag }) => tag)
  const all = readInterchanges(text).interchanges.flatMap((interchange) => interchange.segments.map(plain))
  for (const size of [1, 2, 5]) {
    const segments: ReturnType<typeof plain>[] = []
    const reader = openReader({ segment: (one) => void segments.push(plain(one)) })
    for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size))
    reader.end()
    expect(tags({ segments, findings: [] })).toEqual(tags({ segments: all, findings: [] }))
  }
})
