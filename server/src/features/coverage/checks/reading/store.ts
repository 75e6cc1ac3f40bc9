import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { answersNear } from '../../../patients/index.ts'

/** The person's policies, the one that pays first before the others, each with what was answered about the day of a visit. */
export async function selectCoverageColumns(db: Db, patientId: string, appointmentId: string | null) {
  const start = sql.ref('a.starts_at')
  return db
    .selectFrom('coverage as c')
    .innerJoin('payer as p', 'p.id', 'c.payer_id')
    .leftJoin('appointment as a', (join) => join.on('a.id', '=', appointmentId))
    .leftJoin('appointment_coverage as n', (join) =>
      join.onRef('n.appointment_id', '=', 'a.id').onRef('n.coverage_id', '=', 'c.id'),
    )
    .select([
      'c.id',
      'c.payer_id',
      'p.name as payer_name',
      'p.kind as payer_kind',
      'c.plan_name',
      'c.kind',
      'c.coverage_order',
    ])
    .select(['c.period_start', 'c.period_end', 'c.copay_cents', 'c.checked_at'])
    .select('n.coverage_order as pinned')
    .select(answersNear(db, start, start).as('answers'))
    .where('c.patient_id', '=', patientId)
    .orderBy('c.coverage_order')
    .orderBy('c.id')
    .execute()
}
