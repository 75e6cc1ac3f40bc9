import type { Db } from './database/organization-db.ts'
import { organizationDb } from './database/organization-db.ts'
import { migrateOrganization } from './database/migrate.ts'
import type { Pool } from './database/pool.ts'
import { type AuditLog, openAuditLog } from './audit/audit-log.ts'
import type { Clock } from './clock.ts'

/** One customer: its tables and its audit trail. */
export interface Organization {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly demo: boolean
  readonly schema: string
  readonly db: Db
  readonly auditLog: AuditLog
}

/** The directory of organizations, kept in memory and read again on demand. */
export interface Organizations {
  all(): readonly Organization[]
  find(slug: string): Organization | null
  reload(): Promise<void>
  create(wanted: { slug: string; name: string; demo: boolean }): Promise<Organization>
}

export async function openOrganizations(pool: Pool, migrations: string, clock: Clock): Promise<Organizations> {
  const bySlug = new Map<string, Organization>()

  async function reload(): Promise<void> {
    const rows = await pool.kysely
      .withSchema('public')
      .selectFrom('organization')
      .selectAll()
      .orderBy('created_at')
      .execute()
    for (const row of rows)
      if (!bySlug.has(row.slug))
        bySlug.set(row.slug, {
          id: row.id,
          slug: row.slug,
          name: row.name,
          demo: row.demo,
          schema: row.schema_name,
          db: organizationDb(pool, row.schema_name),
          auditLog: openAuditLog(pool, row.schema_name),
        })
  }

  await reload()
  return {
    all: () => [...bySlug.values()],
    find: (slug) => bySlug.get(slug) ?? null,
    reload,
    create: async ({ slug, name, demo }) => {
      const schema = `org_${slug.replaceAll('-', '_')}`
      await migrateOrganization(pool, migrations, schema)
      await pool.kysely
        .withSchema('public')
        .insertInto('organization')
        .values({ id: clock.id(), slug, name, schema_name: schema, demo })
        .execute()
      await reload()
      const made = bySlug.get(slug)
      if (!made) throw new Error('the organization was not made')
      return made
    },
  }
}

/** The same directory, whose tables are reached over another pool. */
export function organizationsOver(organizations: Organizations, pool: Pool): Organizations {
  const over = new WeakMap<Organization, Organization>()
  function sameOver(organization: Organization): Organization {
    const known = over.get(organization)
    if (known) return known
    const same = { ...organization, db: organizationDb(pool, organization.schema) }
    over.set(organization, same)
    return same
  }
  return {
    ...organizations,
    all: () => organizations.all().map(sameOver),
    find: (slug) => {
      const found = organizations.find(slug)
      return found && sameOver(found)
    },
  }
}
