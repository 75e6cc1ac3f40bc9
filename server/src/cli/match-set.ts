import { parseArgs } from 'node:util'
import { createScorer, estimateFor, type FoundPair, findCandidates, findPairs } from '@foyer/patients'
import { type CommandIo, UsageError } from './command.ts'
import { openProgress } from './import-progress.ts'
import { columnOptions } from './match-columns.ts'
import { type PeopleTable, readPeople, type RowFault } from './match-people.ts'

/** Faults said one by one; the rest is counted. */
const mostFaultsSaid = 1_000

const usualLeast = 0.001

export interface MatchedSet {
  readonly table: PeopleTable
  readonly pairs: Iterable<FoundPair>
  readonly values: { readonly 'truth-pattern'?: string | undefined; readonly pairs?: boolean | undefined }
}

/** Reads the table the arguments name, fits the chances to it and scores its candidate pairs as they are asked for. */
export async function matchSet(args: readonly string[], io: CommandIo, today: Date): Promise<MatchedSet> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...columnOptions,
      'truth-pattern': { type: 'string' },
      least: { type: 'string' },
      pairs: { type: 'boolean' },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new UsageError('say which one CSV file to match')
  if (!values.id) throw new UsageError('say with --id which column names a row')
  const least = values.least === undefined ? usualLeast : Number(values.least)
  if (!(least >= 0 && least < 1)) throw new UsageError('--least is a probability from 0 to 1')
  const progress = openProgress(io, process.stderr.isTTY ? process.stderr : null)
  const faults = openFaults(io)
  const table = await readPeople(file, {
    named: values,
    thisYear: today.getUTCFullYear(),
    onFault: faults.add,
    onRow: (count) => {
      if (count % 100_000 === 0) io.note(`${count} rows read`)
    },
  })
  faults.end()
  io.note(`${table.ids.length} rows; choosing the pairs to compare`)
  const candidates = findCandidates(table.people)
  io.note(`at most ${candidates.most} pairs; fitting the weights`)
  const scorer = createScorer(estimateFor(table.people, candidates))
  const onCompared = (done: number): void =>
    progress.show('Comparing', Math.min(done, candidates.most), candidates.most)
  const pairs = findPairs(table.people, candidates, scorer, { least: Math.log2(least / (1 - least)), onCompared })
  return { table, pairs, values }
}

function openFaults(io: CommandIo) {
  let [leftOut, kept, said] = [0, 0, 0]
  return {
    add: ({ line, reason, isKept }: RowFault): void => {
      if (isKept) kept++
      else leftOut++
      if (said++ < mostFaultsSaid) io.note(`line ${line}: ${reason}${isKept ? '' : '; left out'}`)
    },
    end: (): void => {
      if (said > mostFaultsSaid) io.note(`and ${said - mostFaultsSaid} more`)
      if (said > 0) io.note(`${leftOut} rows left out, ${kept} used with a fault`)
    },
  }
}
