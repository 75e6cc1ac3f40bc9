#!/usr/bin/env bash
# Writes server/src/platform/database/organization-tables.ts from the migrations, on the server that DATABASE_URL names.
set -euo pipefail
cd "$(dirname "$0")/.."
schema=org_types_$$
node --input-type=module -e "
import { openPool } from './server/src/platform/database/pool.ts'
import { migrateAll, migrateOrganization } from './server/src/platform/database/migrate.ts'
const pool = openPool({ url: process.env.DATABASE_URL, size: 2, onError: console.error })
await migrateAll(pool, 'server/migrations')
await migrateOrganization(pool, 'server/migrations', '$schema')
await pool.end()
"
out=server/src/platform/database/organization-tables.ts
npx kysely-codegen --dialect postgres --default-schema "$schema" --include-pattern "$schema.*" --date-parser string \
  --type-mapping '{"timestamptz":"string","int8":"number","tstzrange":"string","bytea":"Buffer"}' --out-file "$out"
sed -i 's/export interface DB {/export interface OrganizationTables {/' "$out"
npx biome format --write "$out"
node --input-type=module -e "
import pg from 'pg'
const client = new pg.Client(process.env.DATABASE_URL)
await client.connect()
await client.query('drop schema $schema cascade')
await client.end()
"
