import { realpathSync } from 'node:fs'
import pg from 'pg'
import { type Endpoint, urlOf } from './endpoint.ts'

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: 'foyer launcher',
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether a server of this very data folder takes a query there. */
export async function answers(endpoint: Endpoint, cluster: string): Promise<boolean> {
  try {
    return await withClient(urlOf(endpoint, 'postgres'), async (client) => {
      const shown = await client.query<{ data_directory: string }>('show data_directory')
      return realpathSync(shown.rows[0]?.data_directory ?? '') === cluster
    })
  } catch {
    return false
  }
}

/** Leaves an existing database as it is. */
export async function createDatabase(endpoint: Endpoint, name: string): Promise<void> {
  await withClient(urlOf(endpoint, 'postgres'), async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return
    try {
      await client.query(`create database ${client.escapeIdentifier(name)}`)
    } catch (error) {
      const { code } = error as { code?: string }
      const anotherWasFirst = code === '42P04' || code === '23505'
      if (!anotherWasFirst) throw error
    }
  })
}
