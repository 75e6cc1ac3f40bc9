import type { Writable } from 'node:stream'
import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { OrganizationTables } from './organization-tables.ts'
import type { Pool } from './pool.ts'

/**
 * The tables of one organization and nothing else. Every name is qualified with the organization's schema by Kysely,
 * and the search path of the connections holds no organization: a query that went around this would find no table.
 */
export type Db = Kysely<OrganizationTables>

export function organizationDb(pool: Pool, schema: string): Db {
  return (pool.kysely as unknown as Kysely<OrganizationTables>).withSchema(schema)
}

export type Statement = Compilable | CompiledQuery

function compiled(statement: Statement): CompiledQuery {
  return 'compile' in statement ? statement.compile() : statement
}

/** Runs a statement in the transaction of `db`. */
export async function runIn(db: Db, statement: Statement): Promise<void> {
  await db.executeQuery(compiled(statement))
}

/**
 * Sends statements that need nothing of one another as one transaction in one round trip; the first failure rolls all
 * back and is thrown. Answers the rows of each.
 */
export async function saveTogether(
  pool: Pool,
  statements: readonly Statement[],
): Promise<readonly (readonly unknown[])[]> {
  const queries = statements.map(compiled)
  const client = await pool.connect()
  const [only] = queries
  try {
    // One statement is a transaction by itself.
    if (only && queries.length === 1) return [(await pool.run(client, only.sql, only.parameters)).rows]
    const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
    // Corked, all of it leaves in one write.
    stream.cork()
    const begin = client.query('begin')
    const running = queries.map((query) => pool.run(client, query.sql, query.parameters))
    const commit = client.query('commit')
    stream.uncork()
    const [, ...settled] = await Promise.allSettled([begin, ...running, commit])
    const failed = settled.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
    return settled.slice(0, -1).map((result) => (result.status === 'fulfilled' ? result.value.rows : []))
  } finally {
    client.release()
  }
}

/** SQLSTATE of a PostgreSQL error (appendix A of its manual) and the constraint that it names. */
export function databaseFault(error: unknown): { code: string; constraint: string | null } | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null
  return { code: error.code, constraint }
}
