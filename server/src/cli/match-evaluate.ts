import { type CommandIo, UsageError } from './command.ts'
import { pairLine } from './match-pairs.ts'
import { matchSet } from './match-set.ts'

/** A pair is found when it is rather one person than not. */
const foundFrom = 0.5

export interface Evaluation {
  readonly truePairs: number
  readonly found: number
  readonly foundRight: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly same: number
  readonly sameWrong: number
}

/** Precision, recall and F1 of the pairs found, against a column that says who is who; the labels are read, never used. */
export async function matchEvaluate(args: readonly string[], io: CommandIo): Promise<number> {
  if (!args.some((word) => word === '--truth' || word.startsWith('--truth='))) {
    throw new UsageError('say with --truth which column tells who is who')
  }
  const { table, pairs, values } = await matchSet(args, io, new Date())
  const clusters = clustersOf(table.truths, values['truth-pattern'])
  const tally = { found: 0, foundRight: 0, same: 0, sameWrong: 0 }
  for (const found of pairs) {
    if (values.pairs) io.out(pairLine(table, found))
    const isTrue = clusters[found.first] === clusters[found.second]
    if (found.pair.score >= foundFrom) {
      tally.found++
      if (isTrue) tally.foundRight++
    }
    if (found.pair.verdict === 'same') {
      tally.same++
      if (!isTrue) tally.sameWrong++
    }
  }
  const evaluation = evaluate(tally, pairsWithin(clusters))
  io.out(io.json || values.pairs ? JSON.stringify(evaluation) : inWords(evaluation))
  return 0
}

function evaluate(
  tally: Pick<Evaluation, 'found' | 'foundRight' | 'same' | 'sameWrong'>,
  truePairs: number,
): Evaluation {
  const precision = tally.found === 0 ? 1 : tally.foundRight / tally.found
  const recall = truePairs === 0 ? 1 : tally.foundRight / truePairs
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { truePairs, ...tally, precision, recall, f1 }
}

function inWords({ truePairs, found, foundRight, precision, recall, f1, same, sameWrong }: Evaluation): string {
  return [
    `true pairs ${truePairs}, found ${found}, of them right ${foundRight}`,
    `precision ${precision.toFixed(4)}`,
    `recall    ${recall.toFixed(4)}`,
    `F1        ${f1.toFixed(4)}`,
    `verdict same ${same}, of them wrong ${sameWrong}`,
  ].join('\n')
}

/** Rows of whom the truth is not known are each a person of their own. */
function clustersOf(truths: readonly string[], pattern: string | undefined): readonly (string | number)[] {
  const expression = pattern === undefined ? null : expressionOf(pattern)
  return truths.map((truth, at) => {
    const cluster = expression ? (expression.exec(truth)?.[1] ?? '') : truth
    return cluster === '' ? at : cluster
  })
}

function expressionOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern)
  } catch {
    throw new UsageError(`--truth-pattern ${pattern} is no regular expression`)
  }
}

function pairsWithin(clusters: readonly (string | number)[]): number {
  const sizes = new Map<string | number, number>()
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}
