import { Socket } from 'node:net'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { DirectoryTables } from './directory-tables.ts'
import { checkNoneHeld } from './held.ts'

/**
 * A connection that sends what was corked as one piece: a statement is five messages, and handing each to the system by
 * itself costs more than copying them together.
 */
class OnePieceSocket extends Socket {
  override _writev(chunks: { chunk: unknown; encoding: BufferEncoding }[], done: (error?: Error | null) => void): void {
    const pieces = chunks.map(({ chunk, encoding }) =>
      Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk), encoding),
    )
    this._write(Buffer.concat(pieces), 'buffer' as BufferEncoding, done)
  }
}

/** Connections of one server. Statements are prepared under a name of their own, so that each is planned once. */
export interface Pool {
  readonly pg: pg.Pool
  readonly kysely: Kysely<DirectoryTables>
  /** A connection of one's own until it is released. */
  connect(): Promise<pg.PoolClient>
  run<R extends pg.QueryResultRow>(
    client: pg.PoolClient,
    text: string,
    values: readonly unknown[],
  ): Promise<pg.QueryResult<R>>
  /** Another pool of the same server, opened and ended by itself. */
  beside(differently: Pick<PoolOptions, 'size' | 'isDoneAgain'>): Pool
  /** Once is enough; a second time waits for the same. */
  end(): Promise<void>
}

export interface PoolOptions {
  readonly url: string
  readonly size: number
  readonly onError: (error: Error) => void
  /** How long one waits for a connection, in milliseconds. */
  readonly patience?: number
  /** For tests: a second connection asked for within a transaction is an error at once, not only when all are taken. */
  readonly oneEach?: boolean
  /**
   * For work that is done again where its end was lost: a commit does not wait for the disk, so that those of the desk
   * wait for fewer. A crash of the database itself may lose the last moments (three times wal_writer_delay, 0.6 s), always
   * in the order in which they came: what is marked as done was done (PostgreSQL's manual, 30.4).
   */
  readonly isDoneAgain?: boolean
}

/** PostgreSQL's `2026-11-22 16:40:00.5+00` (the session's zone is UTC) as RFC 3339. */
function instantText(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.TIMESTAMPTZ]: instantText,
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.INT8]: Number,
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

/** Beyond this many texts a statement goes unnamed: generated SQL must not fill the server with plans. */
const MOST_NAMES = 1500

const PATIENCE = 10_000

/**
 * Who waited in vain is told why, which the pool does not: all were in use, or a new one was not let in. What the database or
 * the system says of it has a code of its own and stays as it is. The code is what a log shows of a fault.
 */
function noConnection({ totalCount, idleCount, waitingCount }: pg.Pool, size: number, error: unknown): unknown {
  if (!(error instanceof Error) || 'code' in error) return error
  const code = `${totalCount} of ${size} open, ${idleCount} idle, ${waitingCount} waiting`
  return Object.assign(new Error('No connection to the database', { cause: error }), { code })
}

export function openPool(options: PoolOptions): Pool {
  const inner = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    types,
    pipeline: true,
    stream: () => new OnePieceSocket(),
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: options.patience ?? PATIENCE,
    application_name: 'foyer',
    options: `-c timezone=UTC -c search_path=extensions,public -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000${
      options.isDoneAgain ? ' -c synchronous_commit=off' : ''
    }`,
  })
  inner.on('error', options.onError)
  // The pool hears idle connections only. One that breaks in use fails its queries, which is enough; but an error event
  // that nobody hears would end the process.
  inner.on('connect', (client) => client.on('error', () => {}))

  const names = new Map<string, string>()
  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known !== undefined) return known
    if (names.size >= MOST_NAMES) return undefined
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }

  function run<R extends pg.QueryResultRow>(
    client: pg.PoolClient,
    text: string,
    values: readonly unknown[],
  ): Promise<pg.QueryResult<R>> {
    const name = values.length > 0 ? nameOf(text) : undefined
    return client.query<R>({ text, values: values as unknown[], ...(name === undefined ? {} : { name }) })
  }

  async function connect(): Promise<pg.PoolClient> {
    if (options.oneEach) checkNoneHeld()
    try {
      return await inner.connect()
    } catch (error) {
      throw noConnection(inner, options.size, error)
    }
  }

  // Kysely asks its pool for little more than this: the named statements are the reason for standing between.
  const named = {
    connect: async () => {
      const client = await connect()
      return {
        query: (text: string, values: readonly unknown[]) => run(client, text, values),
        release: () => client.release(),
      }
    },
    end: () => inner.end(),
  }
  const dialect = new PostgresDialect({ pool: named as unknown as PostgresPool })

  let ended: Promise<void> | null = null
  return {
    pg: inner,
    kysely: new Kysely<DirectoryTables>({ dialect }),
    connect,
    run,
    beside: (differently) => openPool({ ...options, ...differently }),
    end: () => (ended ??= inner.end()),
  }
}
