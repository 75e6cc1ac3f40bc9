import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { isShut, lineColumns, type Viewer } from '../../patients/index.ts'

/** Far more than a practice has open at one time. */
const MOST = 500

function openRequests(db: Db, viewer: Viewer) {
  return db
    .selectFrom('access_request as q')
    .innerJoin('patient', 'patient.id', 'q.patient_id')
    .where('q.given_at', 'is', null)
    .where(sql<boolean>`not ${isShut(db, 'patient', viewer)}`)
}

/** Not given yet, of records that the viewer may see; the one due soonest first. */
export async function selectDue(db: Db, viewer: Viewer) {
  return openRequests(db, viewer)
    .select(lineColumns)
    .select(['q.id as request_id', 'q.asked_by_name', 'q.form', 'q.requested_on', 'q.due_on'])
    .orderBy('q.due_on')
    .orderBy('q.requested_on')
    .orderBy('q.id')
    .limit(MOST)
    .execute()
}

export async function countDue(db: Db, viewer: Viewer, today: string) {
  return openRequests(db, viewer)
    .select(sql<number>`count(*)::int`.as('open'))
    .select(sql<number>`(count(*) filter (where q.due_on < ${today}))::int`.as('overdue'))
    .select(sql<string | null>`min(q.due_on)`.as('next_due_on'))
    .executeTakeFirstOrThrow()
}
