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
import { townOf } from './town.ts'

const comparedAmong = 1500
const people = 50_000

/** What comparing two records costs, and finding the copies in a town of 50,000. */
export function matching({ note }: TopicOptions): Promise<Report> {
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
  const figures: Figure[] = [
    { name: 'pairs compared a second', value: speed, unit: '/s', target: '≥ 500,000', isOk: speed >= 500_000 },
    { name: 'copies found', value: found, unit: 'pairs', target: null, isOk: found > 0 },
    { name: 'town of 50,000, all of it', value: Number(seconds.toFixed(1)), unit: 's', target: null, isOk: true },
  ]
  const rows = figures.map(({ name, value, unit, target, isOk }) => [
    name,
    `${value} ${unit}`,
    target ?? '-',
    isOk ? 'yes' : 'no',
  ])
  const text = `Made-up people with name, birth date, sex, phone, address and sometimes an e-mail; every fifth has a copy with slips. One
core, the best of three; records are prepared before, as they are in a whole set.

${table(['what', 'measured', 'to reach', 'reached'], rows)}`
  return Promise.resolve({ figures, text, database: null })
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
