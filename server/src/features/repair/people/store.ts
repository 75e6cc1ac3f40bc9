import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

/** Of a person, as `p`, whom the desk reads beside a visit. */
export const personColumns = [
  ...(['p.id', 'p.mrn', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'] as const),
  ...(['p.birth_date', 'p.language', 'p.interpreter_needed'] as const),
] as const

/** Whether there is a number at which the person, `p`, can be called. */
export function hasPhone(db: Db): RawBuilder<boolean> {
  const phones = db
    .selectFrom('contact_point as c')
    .select('c.id')
    .where(sql<boolean>`c.patient_id = p.id and c.system = 'phone' and c.period_end is null`)
  return sql<boolean>`exists (${phones})`
}
