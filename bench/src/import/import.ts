import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@foyer/server/embedded-postgres'
import type pg from 'pg'
import { openDatabase, startFoyer } from '../http/place.ts'
import { signIn } from '../http/sign-in.ts'
import { table } from '../report.ts'
import { figure, plain } from '../scheduling/figures.ts'
import type { Figure, Report, TopicOptions } from '../topic.ts'
import { peopleFile } from './people-file.ts'
import { type Phase, sendPeople, type Timed } from './run.ts'

const ROWS = Number(process.env['BENCH_ROWS'] ?? 50_000)
/** A file of a tenth of the rows tells whether memory grows with the file. */
const SHARE = 10
const MOST_GROWTH_MB = 48
const phases: readonly Phase[] = ['check', 'run', 'undo']
const words: Readonly<Record<Phase, string>> = { check: 'dry run', run: 'run', undo: 'undo' }

/** A file of people tried, brought in and taken back: how fast, and how much memory the server takes for it. */
export async function bringPeopleIn({ keep, note }: TopicOptions): Promise<Report> {
  const dataFolder = mkdtempSync(join(tmpdir(), '.foyer-bench-'))
  chmodSync(dataFolder, 0o700)
  const closing: (() => Promise<unknown> | void)[] = [
    () => (keep ? note(`The data stays in ${dataFolder}`) : rmSync(dataFolder, { recursive: true, force: true })),
  ]
  try {
    note('Making the demo practice …')
    const embedded = await startEmbedded({ dataFolder, log: () => {} })
    closing.push(() => embedded.stop())
    await (await startFoyer(dataFolder, false)).stop()
    const { database } = await openDatabase(embedded.url)
    closing.push(() => database.end())
    const small = await measured(dataFolder, database, Math.round(ROWS / SHARE), note)
    const large = await measured(dataFolder, database, ROWS, note)
    const { rows } = await database.query<{ server_version: string }>('show server_version')
    return report([small, large], rows[0]?.server_version ?? null)
  } finally {
    for (const step of closing.toReversed()) await step()
  }
}

interface Measured {
  readonly rows: number
  readonly of: Readonly<Record<Phase, Timed>>
  /** Every row has its outcome, and nothing stayed behind. */
  readonly isSound: boolean
}

async function measured(
  dataFolder: string,
  database: pg.Pool,
  rows: number,
  note: (text: string) => void,
): Promise<Measured> {
  const count = async () => (await database.query<{ n: number }>('select count(*)::int as n from patient')).rows[0]?.n
  const before = await count()
  // Each size has a server of its own: memory that a large file left is not the next one's.
  const server = await startFoyer(dataFolder, false)
  try {
    const sent = await sendPeople(server, await signIn(server.url, 'manager'), peopleFile(rows))
    const of: Partial<Record<Phase, Timed>> = {}
    for (const phase of phases) {
      note(`${rows.toLocaleString('en-US')} rows: ${words[phase]}`)
      of[phase] = await sent.time(phase)
    }
    const all = of as Record<Phase, Timed>
    const isWhole = ({ run: { counts } }: Timed) => counts.created + counts.matched + counts.asked + counts.bad === rows
    const { removed, restored, kept } = all.undo.run.undo
    const isBack = kept === 0 && removed + restored === rows - all.run.run.counts.bad && (await count()) === before
    return { rows, of: all, isSound: isWhole(all.check) && isWhole(all.run) && isBack }
  } finally {
    await server.stop()
  }
}

function report(sizes: readonly Measured[], database: string | null): Report {
  const [small, large] = sizes
  const isSound = sizes.every((one) => one.isSound)
  const figures = phases.flatMap((phase): readonly Figure[] => {
    const [few, many] = [small?.of[phase], large?.of[phase]]
    if (!small || !large || !few || !many) return []
    const grown = few.peak === null || many.peak === null ? null : many.peak - few.peak
    const name = words[phase].replace(' ', '-')
    return [
      ...[small, large].map(({ rows, of }) => plain(`${name}-${rows}-rate`, rows / of[phase].seconds, 'rows/s')),
      ...(grown === null
        ? []
        : [
            plain(`${name}-${large.rows}-peak`, many.peak ?? 0, 'MB'),
            figure(`${name}-growth`, grown, 'MB', `<=${MOST_GROWTH_MB}`, grown <= MOST_GROWTH_MB),
          ]),
    ]
  })
  const lines = sizes.flatMap(({ rows, of }) =>
    phases.map((phase) => [
      words[phase],
      rows.toLocaleString('en-US'),
      of[phase].seconds.toFixed(1),
      (rows / of[phase].seconds).toFixed(0),
      of[phase].peak === null ? '-' : String(of[phase].peak),
    ]),
  )
  const { created = 0, matched = 0, asked = 0, bad = 0 } = large?.of.run.run.counts ?? {}
  return {
    database,
    figures: [...figures, figure('every-row-once', isSound ? 1 : 0, 'yes', '1', isSound)],
    text: `A file of invented people beside the demo practice's: tried, brought in and taken back by one server, over HTTP, with its
history, trail and keys; between batches the desk goes first. Of a hundred rows two are somebody of an earlier row and one
cannot be read. Memory: the most that the server had in the phase; growth: of the large file against the small one. Of the
large file ${created} were made, ${matched} were there, ${asked} may be, ${bad} were not taken.

${table(['phase', 'rows', 's', 'rows/s', 'MB (peak)'], lines)}`,
  }
}
