import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { openReader, openValidator, tagCode, totalsOf } from '@foyer/x12'
import { X12parser } from 'x12-parser'

const { X12Parser } = createRequire(import.meta.url)('node-x12') as {
  X12Parser: new () => NodeJS.ReadWriteStream & { parse(text: string): unknown }
}

/** One way of going through a file; the number it gives keeps the work from being left out. */
export interface Contender {
  readonly name: string
  readonly run: (file: Buffer) => number | Promise<number>
}

const chunk = 1 << 16

export function chunksOf(file: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(file.length / chunk) }, (_, n) => file.subarray(n * chunk, (n + 1) * chunk))
}

const [clp, svc, cas, clm, sv1] = ['CLP', 'SVC', 'CAS', 'CLM', 'SV1'].map(tagCode)

/** Claims, lines and adjustments as objects with texts and cents; every segment is told. */
export function typed(): ReturnType<typeof openReader> & { sum(): number } {
  let sum = 0
  const reader = openReader({
    segment(segment) {
      const { code } = segment
      if (code === clp) {
        const claim = {
          account: segment.text(1),
          status: segment.text(2),
          number: segment.text(7),
          charged: segment.cents(3),
          paid: segment.cents(4),
          owed: segment.cents(5),
        }
        sum += claim.account.length + claim.status.length + claim.number.length + (claim.paid ?? 0)
      } else if (code === svc) {
        const line = { procedure: segment.part(1, 2), charged: segment.cents(2), paid: segment.cents(3) }
        sum += line.procedure.length + (line.paid ?? 0)
      } else if (code === cas) {
        const adjustment = { group: segment.text(1), reason: segment.text(2), amount: segment.cents(3) }
        sum += adjustment.group.length + adjustment.reason.length + (adjustment.amount ?? 0)
      } else if (code === clm) {
        const claim = {
          account: segment.text(1),
          charged: segment.cents(2),
          place: segment.part(5, 1),
          frequency: segment.part(5, 3),
        }
        sum += claim.account.length + claim.place.length + claim.frequency.length + (claim.charged ?? 0)
      } else if (code === sv1) {
        const line = { procedure: segment.part(1, 2), charged: segment.cents(2), units: segment.text(4) }
        sum += line.procedure.length + line.units.length + (line.charged ?? 0)
      }
    },
  })
  return { ...reader, sum: () => sum }
}

function counted(parser: NodeJS.ReadWriteStream, file: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    Readable.from(chunksOf(file))
      .pipe(parser)
      .on('data', () => count++)
      .on('end', () => resolve(count))
      .on('error', reject)
  })
}

/** The bare total: the same counts and sums on the bytes, delimiters written into it, nothing checked. */
function bareTotal(bytes: Uint8Array): number {
  let [segments, sum] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const begin = bytes[at] === 10 ? at + 1 : at
    while (at < bytes.length && bytes[at] !== 126) at++
    segments++
    const isClaim = bytes[begin] === 67 && bytes[begin + 1] === 76 && bytes[begin + 2] === 80
    const isPayment = bytes[begin] === 66 && bytes[begin + 1] === 80 && bytes[begin + 2] === 82
    if (!isClaim && !isPayment) continue
    let [element, cents] = [0, 0]
    for (let index = begin; index < at && element < 5; index++) {
      const byte = bytes[index] ?? 0
      if (byte === 42) {
        sum += cents
        cents = 0
        element++
      } else if (byte !== 46 && (isClaim ? element === 3 || element === 4 : element === 2))
        cents = cents * 10 + byte - 48
    }
  }
  return segments + sum
}

function limit(bytes: Uint8Array): number {
  let count = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 42 || byte === 126 || byte === 58 || byte === 94) offsets[count++] = at
  }
  return count
}

let offsets = new Uint32Array(0)

export const contenders = {
  limit: { name: 'byte loop that records all delimiters (the limit)', run: (file) => limit(file) },
  bare: { name: 'bare total of the bytes', run: (file) => bareTotal(file) },
  totals: { name: 'Foyer: envelopes checked and 835 totals', run: (file) => totalsOf(file).sets },
  typed: {
    name: 'Foyer: stream, claims and lines as typed objects',
    run: (file) => {
      const reader = typed()
      for (const one of chunksOf(file)) reader.write(one)
      reader.end()
      return reader.sum()
    },
  },
  validated: {
    name: 'Foyer: stream, loops and full validation',
    run: (file) => {
      let count = 0
      const validator = openValidator(() => count++)
      for (const one of chunksOf(file)) validator.write(one)
      validator.end()
      return count
    },
  },
  parser: { name: 'x12-parser 1.3.0, stream', run: (file) => counted(new X12parser(), file) },
  flat: { name: 'node-x12 1.7.1, flat stream', run: (file) => counted(new X12Parser(), file) },
  tree: {
    name: 'node-x12 1.7.1, parse()',
    run: (file) => Object.keys(new X12Parser().parse(file.toString()) ?? {}).length,
  },
} as const satisfies Record<string, Contender>

export function prepare(file: Buffer): void {
  offsets = new Uint32Array(file.length)
}
