import { sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'

/** One fingerprint over every table of the first organization, but for what grows by itself. */
export async function fingerprint(db: Db): Promise<string> {
  const tables = [
    'site',
    'resource',
    'resource_hours',
    'visit_type',
    'staff',
    'patient',
    'duplicate_pair',
    'patient_merge',
    'contact_point',
    'patient_name',
    'patient_address',
    'coverage',
    'coverage_order_decision',
    'coverage_order_fact',
    'msp_answer',
    'appointment_cause',
    'appointment_coverage',
    'payer',
    'eligibility_check',
    'eligibility_sweep',
    'plan',
    'payer_connection',
    'payer_enrolment',
    'billing_provider',
    'visit_type_billing',
    'fee_schedule',
    'fee',
    'sliding_step',
    'appointment',
    'hold',
    'allocation',
    'payment',
    'access_request',
    'call',
    'message',
    'api_key',
    'appointment_status_history',
    'column_set',
    'calendar_feed',
    'repair',
    'repair_item',
    'holiday',
    'chain_type',
    'resource_exception',
    'series',
    'chain',
    'group_session',
    'self_booking',
    'break_glass',
    'patient_change',
    'related_person',
    'authority',
    'document',
    'document_content',
    'estimate',
    'payment_choice',
  ] as const
  const parts: string[] = []
  for (const table of tables)
    parts.push(`${table}: ${JSON.stringify(await db.selectFrom(table).selectAll().orderBy(sql`1`).execute())}`)
  const sessions = await db.selectFrom('session').select(['id', 'ended_at', 'locked']).orderBy('id').execute()
  return `${parts.join('\n')}\n${JSON.stringify(sessions)}`
}
