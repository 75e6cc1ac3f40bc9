import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@foyer/server/embedded-postgres'
import pg from 'pg'
import { type BenchSet, insertBenchSet } from './bench-set.ts'
import { projectFolder, type ServerProcess, startProcess } from './child-process.ts'
import type { Side } from './measure.ts'
import { signIn } from './sign-in.ts'

/** A Foyer with the demo practice and the twin beside it, on one database. */
export interface Place {
  readonly foyer: ServerProcess
  readonly sides: readonly Side[]
  readonly set: BenchSet
  readonly database: pg.Pool
  readonly databaseVersion: string
  /** For libpq; the tables are those of the schema. */
  readonly databaseUrl: string
  readonly schema: string
  /** Where the inspector of Foyer listens; null unless it was wanted. */
  readonly inspector: string | null
  close(): Promise<void>
}

/** What `npm start` gives to Node, its settings for the memory among them. */
function startArguments(): readonly string[] {
  const text = readFileSync(join(projectFolder, 'package.json'), 'utf8')
  const { scripts } = JSON.parse(text) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}

export function startFoyer(dataFolder: string, inspect: boolean, processes = 1): Promise<ServerProcess> {
  return startProcess({
    args: [...(inspect ? ['--inspect=127.0.0.1:0'] : []), ...startArguments()],
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      FOYER_DATA: dataFolder,
      FOYER_DEMO: '1',
      FOYER_PUBLIC_URL: '',
      FOYER_SMTP_URL: '',
      FOYER_LOG: 'warn',
      FOYER_POOL: '12',
      FOYER_PROCESSES: String(processes),
      FOYER_SEARCHES_PER_MINUTE: '100000000',
    },
    ready: /Foyer is ready at (\S+)/,
  })
}

/** The schema of the demo practice, whose tables the connections then find without it. */
export async function openDatabase(url: string): Promise<{ database: pg.Pool; schema: string }> {
  const directory = new pg.Client({ connectionString: url })
  await directory.connect()
  const { rows } = await directory.query<{ schema_name: string }>(
    'select schema_name from public.organization where demo',
  )
  await directory.end()
  const schema = rows[0]?.schema_name
  if (schema === undefined) throw new Error('there is no demo practice')
  const options = `-c timezone=UTC -c search_path=${schema},extensions,public`
  const database = new pg.Pool({ connectionString: url, max: 2, options })
  // At the end the database may stop before the last connection is closed.
  database.on('error', () => {})
  return { database, schema }
}

export async function openPlace(options: {
  readonly keep: boolean
  readonly inspect: boolean
  /** Of the server, beside each other on one port. */
  readonly processes?: number
  readonly note: (text: string) => void
}): Promise<Place> {
  const { keep, inspect, note, processes = 1 } = options
  const dataFolder = mkdtempSync(join(tmpdir(), '.foyer-bench-'))
  const closing: (() => Promise<unknown> | void)[] = [
    () => (keep ? note(`The data stays in ${dataFolder}`) : rmSync(dataFolder, { recursive: true, force: true })),
  ]
  const close = async (): Promise<void> => {
    for (const step of closing.toReversed()) await step()
  }
  try {
    note('Making the demo practice …')
    const embedded = await startEmbedded({ dataFolder, log: () => {} })
    closing.push(() => embedded.stop())
    // The first start seeds; what is measured is the second, as it is on every day but one.
    await (await startFoyer(dataFolder, false)).stop()
    const { database, schema } = await openDatabase(embedded.url)
    closing.push(() => database.end())
    const set = await insertBenchSet(database)
    const { rows } = await database.query<{ server_version: string }>('show server_version')

    const foyer = await startFoyer(dataFolder, inspect, processes)
    closing.push(() => foyer.stop())
    const twin = await startProcess({
      args: ['bench/src/http/twin.ts'],
      env: { TWIN_DATABASE: embedded.url, TWIN_SCHEMA: schema },
      ready: /The twin is ready at (\S+)/,
    })
    closing.push(() => twin.stop())
    const { cookie, csrf } = await signIn(foyer.url)
    return {
      foyer,
      sides: [
        { who: 'foyer', url: foyer.url, pid: foyer.pid, headers: { cookie, 'x-foyer-csrf': csrf } },
        { who: 'twin', url: twin.url, pid: twin.pid, headers: {} },
      ],
      set,
      database,
      databaseVersion: rows[0]?.server_version ?? 'unknown',
      databaseUrl: embedded.url,
      schema,
      inspector: /Debugger listening on (ws:\S+)/.exec(foyer.said())?.[1] ?? null,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
