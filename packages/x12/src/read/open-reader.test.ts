import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { interchangeOf, isaOf, plain, told } from '../testing.ts'
import { openReader, type Reader } from './open-reader.ts'
import { readInterchanges } from './read-interchanges.ts'
import { tagCode } from './tag.ts'

const body = ['BHT*0022*11*1*20261128*0915', 'NM1*IL*1*NUÑEZ 𝓙*JOSÉ', 'CLP*1*1*1234.5*-7*.05**MC', 'EB*1**30^98*A:B']
const files: readonly string[] = [
  interchangeOf(body),
  `\ufeffdear payer,\n${interchangeOf(body, { isa: isaOf({ segment: '…\n' }), end: '…\n' })}is this an ISA? isa*no`,
  interchangeOf(body, { isa: isaOf({ segment: '\r\n' }), end: '\r\n' }),
  interchangeOf(body, { end: '~' }).replace(/.{80}/gu, '$&\r\n'),
  interchangeOf(body).replace('SE*6', 'SE*7').replace('IEA*1', 'IEA*4') +
    interchangeOf(body, { isa: isaOf({ component: '', segment: '~\n' }) }),
  interchangeOf(body).slice(0, -9),
  interchangeOf([`MSG*${'long '.repeat(60_000)}`, 'MSG*short']),
]

/** All that a stream tells; segments as plain data, since they are gone afterwards. */
function streamed(chunks: Iterable<Uint8Array | string>, only?: readonly string[]) {
  const segments: ReturnType<typeof plain>[] = []
  const findings: Finding[] = []
  const reader = openReader({
    segment: (segment) => void segments.push(plain(segment)),
    finding: (finding) => void findings.push(finding),
    ...(only && { only }),
  })
  for (const chunk of chunks) reader.write(chunk)
  reader.end()
  return { segments, findings }
}

function whole(file: string | Uint8Array) {
  const { interchanges, findings } = readInterchanges(file)
  const segments = interchanges.flatMap((interchange) => [
    ...interchange.segments,
    ...interchange.groups.flatMap((group) => [...group.segments, ...group.sets.flatMap((set) => set.segments)]),
  ])
  return { segments: segments.map(plain).sort((a, b) => a.position.offset - b.position.offset), findings }
}

test('cut anywhere, a stream tells what the whole tells', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(fc.constantFrom(...files), cuts, fc.boolean(), (file, cuts, asText) => {
      const bytes = Buffer.from(file)
      const chunks: (Uint8Array | string)[] = []
      const size = asText ? file.length : bytes.length
      const growth = size > 10_000 ? 100 : 1
      for (let at = 0, turn = 0; at < size; turn++) {
        const end = at + (cuts[turn % cuts.length] ?? 1) * growth
        chunks.push(asText ? file.slice(at, end) : bytes.subarray(at, end))
        at = end
      }
      expect(streamed(chunks)).toEqual(whole(file))
    }),
    { numRuns: 150 },
  )
})

test('asked for some tags, a stream tells those, and the same findings', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 })
  const tags = fc.subarray(['ISA', 'NM1', 'SE', 'EB', 'MSG', 'clp', 'IEA'])
  const lower = files.map((file) => file.replace('CLP', 'cLp'))
  fc.assert(
    fc.property(fc.constantFrom(...files, ...lower), cuts, tags, (file, cuts, only) => {
      const bytes = Buffer.from(file)
      const chunks: Uint8Array[] = []
      const growth = bytes.length > 10_000 ? 100 : 1
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const end = at + (cuts[turn % cuts.length] ?? 1) * growth
        chunks.push(bytes.subarray(at, end))
        at = end
      }
      const all = whole(file)
      const wanted = new Set(only.map((tag) => tag.toUpperCase()))
      const segments = all.segments.filter(({ tag }) => wanted.has(tag))
      expect(streamed(chunks, only)).toEqual({ segments, findings: all.findings })
    }),
    { numRuns: 200 },
  )
})

test('byte by byte', () => {
  for (const file of files.slice(0, -1))
    expect(streamed(Array.from(Buffer.from(file), (byte) => Uint8Array.of(byte)))).toEqual(whole(file))
})

test('a segment without an end is left out, not held', () => {
  const { segments, findings } = streamed(files.slice(-1))
  expect(segments.map(({ tag }) => tag)).toEqual(['ISA', 'GS', 'ST', 'MSG', 'SE', 'GE', 'IEA'])
  expect(findings.map(told)).toEqual(['error segment-too-long 1.1.1.2'])
})

test('amounts are read in hundredths, and nothing else as an amount', () => {
  const amounts: (number | null)[] = []
  const reader = openReader({
    segment(segment) {
      if (segment.code === tagCode('CLP')) for (let n = 0; n <= 13; n++) amounts.push(segment.cents(n))
    },
  })
  reader.write(interchangeOf(['clp*1*1234.5*-7*.05**MC*1.005*1.500*-0*12345678901234567*+3.1*.*1,5']))
  reader.end()
  expect(amounts).toEqual([null, 100, 123450, -700, 5, null, null, null, 150, 0, null, 310, null, null])
})

test('bytes that end in the middle of a segment are told at the end', () => {
  const { findings } = streamed([interchangeOf(body).split('EZ')[0] ?? ''])
  expect(findings.map(told).slice(0, 1)).toEqual(['error cut-off NM1 1.1.1.3'])
})

test('a piece is not needed after the call: one buffer may be filled again and again', () => {
  const file = interchangeOf(['BHT*0022*13*1*20261128*0915', ...Array.from({ length: 400 }, () => 'PER*IC*DESK')], {
    code: '270',
    version: '005010X279A1',
  })
  const tags = (write: (reader: Reader, bytes: Buffer) => void): readonly string[] => {
    const read: string[] = []
    const reader = openReader({ segment: ({ tag }) => void read.push(tag) })
    write(reader, Buffer.from(file))
    reader.end()
    return read
  }
  const whole = tags((reader, bytes) => reader.write(bytes))
  for (let size = 107; size < 400; size++) {
    const buffer = Buffer.alloc(size)
    const again = tags((reader, bytes) => {
      for (let at = 0; at < bytes.length; at += size)
        reader.write(buffer.subarray(0, bytes.copy(buffer, 0, at, at + size)))
    })
    expect([size, again]).toEqual([size, whole])
  }
})
