import { expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import type { Segment } from '../segment.ts'
import { interchangeOf, isaOf } from '../testing.ts'
import { openReader } from './open-reader.ts'
import { readInterchanges } from './read-interchanges.ts'
import { totalsOf } from './totals.ts'

declare const process: {
  readonly env: Readonly<Record<string, string | undefined>>
  memoryUsage(): { readonly heapUsed: number }
}

/** 200,000 take a minute or two; X12_MUTATIONS says how many. */
const many = Number(process.env['X12_MUTATIONS'] ?? 2000)

const body = [
  'BHT*0022*11*1*20261128*0915',
  'NM1*IL*1*NUÑEZ*JOSÉ',
  'CLP*A*1*20.5*-7*.05**MC',
  'EB*1**30^98*A:B',
  'SVC*HC:99213*2*1',
  'BIN*9*A~*:^\n\u0001~z',
]
const bases: readonly Buffer[] = [
  interchangeOf(body),
  interchangeOf(body, { isa: isaOf({ segment: '…\n' }), end: '…\n' }),
  interchangeOf(body, { isa: isaOf({ segment: '\r\n' }), end: '\r\n' }),
  interchangeOf(body, { end: '~' }).replace(/.{80}/gu, '$&\r\n'),
  `\ufeffdear payer,\n${interchangeOf(body)}ISA*${interchangeOf(body, { isa: isaOf({ component: '', segment: '~\n' }) })}bye`,
  interchangeOf(body, { isa: isaOf().replace(/ +\*/g, '*') }),
].map((text) => Buffer.from(text))

const pieces = [
  '*',
  '~',
  ':',
  '^',
  '\n',
  '\r\n',
  '\u0000',
  'ISA',
  'ISA*',
  'IEA*1*000000905~',
  'SE*1*0001~',
  'GS*',
  '~~',
  'isa|',
  'é',
  '…',
  '\ufeff',
  'BIN*3*',
  'BDS*B64*40*',
]

const asked = new Set(['NM1', 'CLP', 'SE', 'ISA'])

/** Numerical Recipes' generator: the same files each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function mutated(next: (below: number) => number): Uint8Array {
  let bytes: Buffer = bases[next(bases.length)] ?? Buffer.alloc(0)
  for (let count = 1 + next(8); count > 0; count--) {
    const at = next(bytes.length + 1)
    const kind = next(5)
    const rest = bytes.subarray(kind === 0 ? at + next(60) : kind === 1 ? at + 1 : at)
    const piece =
      kind === 0
        ? Buffer.alloc(0)
        : kind === 1
          ? Buffer.of(next(256))
          : kind === 2
            ? Buffer.from(pieces[next(pieces.length)] ?? '')
            : kind === 3
              ? bytes.subarray(at, at + next(300))
              : Buffer.alloc(next(40), next(256))
    bytes = Buffer.concat([bytes.subarray(0, at), piece, rest])
  }
  return next(10) === 0 ? bytes.subarray(0, next(bytes.length + 1)) : bytes
}

function line(segment: Segment): string {
  const { interchange, group, set, segment: number, offset } = segment.position
  const elements = Array.from(
    { length: segment.size },
    (_, index) => segment.text(index + 1) + segment.part(index + 1, 2),
  )
  return `${offset} ${interchange}.${group}.${set}.${number} ${segment.tag}*${elements.join('*')}`
}

function streamed(bytes: Uint8Array, next: (below: number) => number, only?: readonly string[]) {
  const segments: string[] = []
  const findings: Finding[] = []
  const reader = openReader({
    segment: (segment) => void segments.push(line(segment)),
    finding: (finding) => void findings.push(finding),
    ...(only && { only }),
  })
  const longest = 1 + next(next(2) === 0 ? 7 : 400)
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + next(longest)
    reader.write(bytes.subarray(at, end))
    at = end
  }
  reader.end()
  return { segments, findings }
}

function whole(bytes: Uint8Array) {
  const { interchanges, findings } = readInterchanges(bytes)
  const segments = interchanges.flatMap(({ segments, groups }) => [
    ...segments,
    ...groups.flatMap((group) => [...group.segments, ...group.sets.flatMap((set) => set.segments)]),
  ])
  const ordered = segments.toSorted((a, b) => a.position.offset - b.position.offset)
  return { segments: ordered.map(line), tags: ordered.map(({ tag }) => tag), findings }
}

test(`${many} mutated files, cut anywhere: streamed, skimmed and whole say the same`, { timeout: 3_600_000 }, () => {
  const heap = { first: 0, most: 0 }
  for (let number = 0; number < many; number++) {
    const next = numbers(number * 7919 + 1)
    const bytes = mutated(next)
    const { tags, ...expected } = whole(bytes)
    const all = streamed(bytes, next)
    const same =
      all.segments.join('\n') === expected.segments.join('\n') &&
      JSON.stringify(all.findings) === JSON.stringify(expected.findings)
    if (!same) expect(all, `file ${number}`).toEqual(expected)
    const some = streamed(bytes, next, [...asked])
    const wanted = expected.segments.filter((_, index) => asked.has(tags[index] ?? ''))
    if (
      some.segments.join('\n') !== wanted.join('\n') ||
      JSON.stringify(some.findings) !== JSON.stringify(expected.findings)
    ) {
      expect(some, `file ${number}, skimmed`).toEqual({ segments: wanted, findings: expected.findings })
    }
    totalsOf(bytes)
    if (number % 1000 === 999) {
      heap.most = Math.max(heap.most, process.memoryUsage().heapUsed)
      heap.first ||= heap.most
    }
  }
  // Nothing is kept from file to file: what is used after a thousand files is garbage and the test itself.
  expect(heap.most).toBeLessThan(heap.first + 200_000_000)
})
