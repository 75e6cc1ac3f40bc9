import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type MatchPerson, scorePair, type Verdict } from './matching.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/linkage/', import.meta.url))

type Known = { readonly person: MatchPerson; readonly cluster: string }

// Floors lie a little under what was measured, so that a loss shows; precision is what protects patients.
// `asked` is the share of true pairs that come out as same or possible, the moment the desk is asked.
const sets = [
  { file: 'febrl/dataset1.csv', read: febrl, samePrecision: 1, sameRecall: 0.82, askedPrecision: 0.995, asked: 0.93 },
  { file: 'febrl/dataset3.csv', read: febrl, samePrecision: 0.999, sameRecall: 0.72, askedPrecision: 0.99, asked: 0.9 },
  {
    file: 'splink/fake_1000.csv',
    read: splink,
    samePrecision: 1,
    sameRecall: 0.32,
    askedPrecision: 0.995,
    asked: 0.57,
  },
]

for (const { file, read, ...floor } of sets) {
  test.skipIf(!existsSync(folder + file))(
    `linkage/${file}: same precision ≥ ${floor.samePrecision}, recall ≥ ${floor.sameRecall}; same or possible precision ≥ ${floor.askedPrecision}, recall ≥ ${floor.asked}`,
    () => {
      const measured = measure(rows(file).map(read))
      expect(measured.samePrecision).toBeGreaterThanOrEqual(floor.samePrecision)
      expect(measured.sameRecall).toBeGreaterThanOrEqual(floor.sameRecall)
      expect(measured.askedPrecision).toBeGreaterThanOrEqual(floor.askedPrecision)
      expect(measured.asked).toBeGreaterThanOrEqual(floor.asked)
    },
  )
}

const cdc = ['cdc/sample_seed_data.csv', 'cdc/sample_test_data.csv'] as const

test.skipIf(!cdc.every((file) => existsSync(folder + file)))(
  'linkage/cdc/sample: every changed copy graded a match is the same person, and no other seed is',
  () => {
    const seeds = rows(cdc[0]).map(([match, , ...fields]) => ({ match, person: cdcPerson(fields) }))
    const copies = rows(cdc[1]).filter((row) => row.at(-1) === 'match')
    expect(copies).toHaveLength(5)
    for (const [, match, , ...fields] of copies) {
      const same = seeds.filter((seed) => scorePair(seed.person, cdcPerson(fields)).verdict === 'same')
      expect(same.map((seed) => seed.match)).toEqual([match])
    }
  },
)

/** Compares the pairs that share a birth date, a family name, an e-mail, or given name and postal code. */
function measure(records: readonly Known[]) {
  const blocks = new Map<string, number[]>()
  records.forEach(({ person: { name, birthDate, emails, address } }, at) => {
    const place = name.given && address?.postalCode ? `${name.given} ${address.postalCode}` : undefined
    for (const key of [birthDate, name.family, emails?.[0], place]) {
      if (key) blocks.set(key, [...(blocks.get(key) ?? []), at])
    }
  })
  const pairs = new Set<string>()
  for (const block of blocks.values()) {
    for (const [at, first] of block.entries()) for (const second of block.slice(at + 1)) pairs.add(`${first} ${second}`)
  }
  const tally: Record<Verdict, number[]> = { same: [0, 0], possible: [0, 0], different: [0, 0] }
  for (const pair of pairs) {
    const [a, b] = pair.split(' ').map((at) => records[Number(at)])
    if (!a || !b) throw new Error('a block names a record that is not there')
    const column = a.cluster === b.cluster ? 0 : 1
    const line = tally[scorePair(a.person, b.person).verdict]
    line[column] = (line[column] ?? 0) + 1
  }
  const [right = 0, wrong = 0] = tally.same
  const [askedRight = 0, askedWrong = 0] = tally.possible
  const total = truePairs(records)
  return {
    samePrecision: right / (right + wrong),
    sameRecall: right / total,
    askedPrecision: (right + askedRight) / (right + askedRight + wrong + askedWrong),
    asked: (right + askedRight) / total,
  }
}

function truePairs(records: readonly Known[]): number {
  const sizes = new Map<string, number>()
  for (const { cluster } of records) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  return [...sizes.values()].reduce((total, size) => total + (size * (size - 1)) / 2, 0)
}

function rows(file: string): string[][] {
  const lines = readFileSync(folder + file, 'utf8')
    .trim()
    .split(/\r?\n/)
  return lines.slice(1).map((line) => line.split(',').map((field) => field.trim()))
}

function febrl([
  id = '',
  given = '',
  family = '',
  number = '',
  street = '',
  ,
  ,
  postalCode,
  ,
  born = '',
]: string[]): Known {
  const birthDate = born.length === 8 ? `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}` : undefined
  return {
    cluster: id.split('-')[1] ?? id,
    person: { name: { given, family }, birthDate, address: { line: `${number} ${street}`.trim(), postalCode } },
  }
}

function splink([, given = '', family = '', birthDate, , email, cluster = '']: string[]): Known {
  return { cluster, person: { name: { given, family }, birthDate, emails: email ? [email] : [] } }
}

function cdcPerson([
  birthDate,
  given = '',
  family = '',
  suffix,
  ,
  ,
  ,
  sex,
  line,
  ,
  ,
  ,
  postalCode,
]: string[]): MatchPerson {
  return {
    name: { given, family, suffix },
    birthDate,
    sex: sex === 'F' ? 'female' : 'male',
    address: { line, postalCode },
  }
}
