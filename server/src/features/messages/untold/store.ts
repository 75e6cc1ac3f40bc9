import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { lineColumns } from '../../patients/index.ts'

const MOST = 50

/**
 * What nobody could be told in writing since `since`: the last message about a visit that is still to come, or about none.
 * What was told by hand, or was followed by another message about the same visit, is over, and so is what was for somebody
 * who died. The next visit first.
 */
export async function selectUntold(db: Db, { since, now }: { since: string; now: string }) {
  const later = db
    .selectFrom('message as n')
    .select('n.id')
    .where(sql<boolean>`n.appointment_id = m.appointment_id and n.created_at >= ${since}::timestamptz`)
    .where(sql<boolean>`(n.created_at, n.id) > (m.created_at, m.id)`)
  return db
    .selectFrom('message as m')
    .innerJoin('patient', 'patient.id', 'm.patient_id')
    .leftJoin('appointment as v', 'v.id', 'm.appointment_id')
    .leftJoin('site as s', 's.id', 'v.site_id')
    .select(lineColumns)
    .select(['m.id as message_id', 'm.appointment_id', 'm.subject', 'm.language as written_in', 'm.created_at'])
    .select(['v.starts_at', 's.time_zone', 'patient.address'])
    .where('m.state', '=', 'failed')
    .where('m.told_at', 'is', null)
    .where('patient.deceased', '=', false)
    .where('m.created_at', '>=', since)
    .where((eb) => eb.or([eb('v.id', 'is', null), eb('v.starts_at', '>', now)]))
    .where((eb) => eb.not(eb.exists(later)))
    .orderBy(sql`v.starts_at nulls last`)
    .orderBy('m.id')
    .limit(MOST)
    .execute()
}

export async function lockMessage(db: Db, id: string) {
  return db
    .selectFrom('message')
    .select(['patient_id', 'state', 'told_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** `at`: when somebody told it by hand, instant in UTC; null: nobody did. */
export async function setToldAt(db: Db, id: string, at: string | null): Promise<void> {
  await db.updateTable('message').set({ told_at: at }).where('id', '=', id).execute()
}
