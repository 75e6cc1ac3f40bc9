import type { ColumnType, Generated } from 'kysely'

/** Tables of the schema `public`: what is known before an organization is. */
export interface DirectoryTables {
  organization: {
    id: string
    slug: string
    name: string
    schema_name: string
    demo: Generated<boolean>
    created_at: ColumnType<string, string | undefined, never>
  }
}
