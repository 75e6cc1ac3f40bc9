import type { KnownPayer, RecordedPolicy } from '@foyer/coverage'
import { sql } from 'kysely'
import { anyOf } from '../../../../platform/database/any-of.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** Payers that are offered, with their own number and those under which a connection knows them. */
export async function selectKnownPayers(db: Db): Promise<readonly KnownPayer[]> {
  return db
    .selectFrom('payer as p')
    .leftJoin('payer_enrolment as e', 'e.payer_id', 'p.id')
    .select(['p.id', 'p.name'])
    .select(sql<string[]>`array_remove(array_agg(distinct e.known_as) || p.payer_id, null)`.as('identifiers'))
    .where('p.active', '=', true)
    .groupBy('p.id')
    .orderBy('p.id')
    .execute()
}

export interface PolicyRow extends RecordedPolicy {
  readonly patient_id: string
  readonly periodEnd: string | null
}

/** Every policy of these people, in the order in which they pay. */
export async function selectPolicyRows(db: Db, patientIds: readonly string[]): Promise<readonly PolicyRow[]> {
  return db
    .selectFrom('coverage as c')
    .innerJoin('payer as p', 'p.id', 'c.payer_id')
    .select(['c.patient_id', 'c.payer_id as payerId', 'p.name as payerName', 'c.member_id as memberId'])
    .select('c.period_end as periodEnd')
    .where(sql<boolean>`c.patient_id = ${anyOf(patientIds)}`)
    .orderBy('c.coverage_order')
    .orderBy('c.id')
    .execute()
}
