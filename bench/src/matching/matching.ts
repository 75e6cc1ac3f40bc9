import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import {
  createScorer,
  defaultModel,
  estimateFor,
  findCandidates,
  findPairs,
  type PreparedPerson,
  prepare,
} from '@foyer/patients'
import { table } from '../report.ts'
import type { Figure, Report, TopicOptions } from '../topic.ts'
import { matchPairs } from './match-command.ts'
import { townOf } from './town.ts'

const comparedAmong = 1500
const people = 50_000

/** The sets do not belong to the repository: beside it, or where LINKAGE_DATA says. */
const linkage = process.env['LINKAGE_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data/linkage')
const febrl = resolve(linkage, 'febrl/dataset3.csv')
const febrlColumns =
  '--id rec_id --given given_name --family surname --birth date_of_birth --street street_number,address_1,address_2 --city suburb --state state --postal postcode --identifier soc_sec_id'.split(
    ' ',
  )

/** What comparing two records costs, and finding the copies in a town of 50,000. */
export async function matching({ note }: TopicOptions): Promise<Report> {
  const town = townOf(people).map((person) => prepare(person))
  note('pairs a second')
  const speed = Math.round(Math.max(...[1, 2, 3].map(() => pairsASecond(town.slice(0, comparedAmong)))))
  note(`the copies among ${people}`)
  const start = performance.now()
  const candidates = findCandidates(town)
  const scorer = createScorer(estimateFor(town, candidates))
  let found = 0
  for (const { pair } of findPairs(town, candidates, scorer)) if (pair.score >= 0.5) found++
  const seconds = (performance.now() - start) / 1000
  note('FEBRL 3')
  const figures: Figure[] = [
    { name: 'pairs compared a second', value: speed, unit: '/s', target: '≥ 500,000', isOk: speed >= 500_000 },
    { name: 'copies found', value: found, unit: 'pairs', target: null, isOk: found > 0 },
    { name: 'town of 50,000, all of it', value: Number(seconds.toFixed(1)), unit: 's', target: null, isOk: true },
    ...(await endToEnd()),
  ]
  const rows = figures.map(({ name, value, unit, target, isOk }) => [
    name,
    `${value} ${unit}`,
    target ?? '-',
    isOk ? 'yes' : 'no',
  ])
  const text = `Made-up people with name, birth date, sex, phone, address and sometimes an e-mail; every fifth has a copy with slips. One
core, the best of three; records are prepared before, as they are in a whole set. FEBRL 3 is a public set of 5,000 records in a
CSV file: \`npx foyer match pairs\` from starting to its end, with its output thrown away.

${table(['what', 'measured', 'to reach', 'reached'], rows)}`
  return { figures, text, database: null }
}

/** `npx foyer match pairs` on the 5,000 records of FEBRL 3, the best of three. */
async function endToEnd(): Promise<readonly Figure[]> {
  if (!existsSync(febrl))
    return [{ name: 'FEBRL 3 skipped: no febrl/dataset3.csv', value: 0, unit: 'runs', target: null, isOk: true }]
  const runs = []
  for (let run = 0; run < 3; run++) runs.push(await matchPairs(febrl, febrlColumns, { isByNpx: true }))
  const seconds = Math.min(...runs.map((run) => run.seconds))
  return [
    { name: 'FEBRL 3 by npx', value: Number(seconds.toFixed(2)), unit: 's', target: '< 5', isOk: seconds < 5 },
    { name: 'FEBRL 3 pairs', value: runs[0]?.pairs ?? 0, unit: 'pairs', target: null, isOk: true },
  ]
}

function pairsASecond(town: readonly PreparedPerson[]): number {
  const scorer = createScorer(defaultModel)
  const start = performance.now()
  let pairs = 0
  let sum = 0
  for (const [at, a] of town.entries()) {
    for (const b of town.slice(at + 1)) {
      sum += scorer.logOdds(a, b)
      pairs++
    }
  }
  if (Number.isNaN(sum)) throw new Error('a weight is no number')
  return pairs / ((performance.now() - start) / 1000)
}
