import { sql } from 'kysely'
import { noteIn } from '../../../platform/audit/audit-log.ts'
import type { AuditEntry } from '../../../platform/audit/entry.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Organization } from '../../../platform/organizations.ts'
import { keepFindable } from '../../patients/index.ts'
import { insertRows, type NewRow } from '../store.ts'

/** In an order in which no row names one that is not there yet. */
const tables = [
  'site',
  'staff',
  'resource',
  'resource_hours',
  'resource_exception',
  'visit_type',
  'holiday',
  'chain_type',
  'payer',
  'plan',
  'payer_connection',
  'payer_enrolment',
  'billing_provider',
  'visit_type_billing',
  'fee_schedule',
  'fee',
  'sliding_step',
  'consent_text',
  'patient',
  'patient_change',
  'change_proposal',
  'contact_point',
  'related_person',
  'authority',
  'consent',
  'coverage',
  'encounter',
  'group_session',
  'appointment',
  'allocation',
  'appointment_status_history',
  'payment',
  'estimate',
] as const

const KEYS_AT_ONCE = 1000

export type SeedRows = { readonly [T in (typeof tables)[number]]: readonly NewRow<T>[] }

/** The last numbers that were given out. */
export interface SeedCounters {
  readonly mrn: number
  readonly receipt: number
}

export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Fills the tables of an empty organization in one transaction: all of it is there afterwards, or nothing. */
export async function fillOrganization(
  organization: Pick<Organization, 'db' | 'schema'>,
  rows: SeedRows,
  counters: SeedCounters,
  entry: AuditEntry,
): Promise<void> {
  await inTransaction(organization.db, async (db) => {
    // Rows and table belong together by the type of `rows`; a loop over both is more than the compiler follows.
    for (const table of tables) await insertRows(db, table, rows[table] as readonly never[])
    for (let from = 0; from < rows.patient.length; from += KEYS_AT_ONCE)
      await keepFindable(
        db,
        rows.patient.slice(from, from + KEYS_AT_ONCE).map(({ id }) => id),
      )
    for (const [name, value] of Object.entries(counters))
      await db.updateTable('counter').set({ value }).where('name', '=', name).execute()
    await noteIn(db, [entry])
  })
  // Statistics of the new rows, so that the first questions are planned as all later ones.
  for (const table of [...tables, 'patient_key', 'match_key']) {
    const analyze = sql`analyze ${sql.id(organization.schema, table)}`
    await analyze.execute(organization.db)
  }
}
