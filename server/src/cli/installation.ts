import { resolve } from 'node:path'
import { type EmbeddedServer, startEmbedded } from '../adapters/postgres/embedded.ts'
import { readSecret } from '../platform/auth/secrets.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { migrateAll } from '../platform/database/migrate.ts'
import { openPool, type Pool } from '../platform/database/pool.ts'
import { type Organization, type Organizations, openOrganizations } from '../platform/organizations.ts'
import { UsageError } from './command.ts'

export const projectFolder = resolve(import.meta.dirname, '../../..')
const migrations = resolve(import.meta.dirname, '../../migrations')

/** A database that is up to date, and what is needed to work on it; for the server and for every command. */
export interface Installation {
  readonly config: Config
  readonly clock: Clock
  readonly pool: Pool
  readonly databaseUrl: string
  readonly migrations: string
  readonly secret: string
  readonly organizations: Organizations
  readonly migrated: number
  /** Starts the embedded PostgreSQL again when it is gone; one that lives is left as it is. */
  revive(): Promise<void>
  close(): Promise<void>
}

export async function openInstallation(options: {
  readonly onEvent: (event: string, detail: object) => void
  readonly poolSize?: number
}): Promise<Installation> {
  const config = readConfig(process.env, projectFolder)
  const secret = readSecret(config.secret, config.dataFolder)
  const launch = (): Promise<EmbeddedServer> => startEmbedded({ dataFolder: config.dataFolder, log: options.onEvent })
  let embedded = config.databaseUrl === null ? await launch() : null
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  const pool = openPool({
    url: databaseUrl,
    size: options.poolSize ?? config.poolSize,
    onError: () => options.onEvent('database.connection-lost', {}),
  })
  try {
    const migrated = await migrateAll(pool, migrations)
    const organizations = await openOrganizations(pool, migrations, systemClock)
    return {
      config,
      clock: systemClock,
      pool,
      databaseUrl,
      migrations,
      secret,
      organizations,
      migrated,
      revive: async () => {
        if (embedded) embedded = await launch()
      },
      close: async () => {
        await pool.end()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await pool.end().catch(() => {})
    await embedded?.stop()
    throw error
  }
}

/** The organization a command means: the one named, else the only one. */
export function chooseOrganization(organizations: Organizations, slug: string | undefined): Organization {
  if (slug !== undefined) {
    const found = organizations.find(slug)
    if (!found) throw new UsageError(`there is no organization ${slug}`)
    return found
  }
  const all = organizations.all()
  const [only] = all
  if (!only) throw new UsageError('there is no organization yet: start Foyer and set one up')
  if (all.length > 1)
    throw new UsageError(`say which organization: --organization ${all.map((one) => one.slug).join(' | ')}`)
  return only
}
