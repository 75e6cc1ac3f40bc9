import type { Db } from '../../../../platform/database/organization-db.ts'

/** The estimate of a link, with the birth date that whoever holds it has to know. Locked in a transaction. */
export async function findLinked(db: Db, hash: Buffer) {
  const query = db
    .selectFrom('estimate as e')
    .innerJoin('patient as p', 'p.id', 'e.patient_id')
    .select(['e.id', 'e.patient_id', 'e.state', 'e.language', 'e.link_until', 'e.link_tries', 'e.opened_at', 'e.asked'])
    .select('p.birth_date')
    .where('e.link_hash', '=', hash)
  return (db.isTransaction ? query.forUpdate('e') : query).executeTakeFirst()
}

export type Linked = NonNullable<Awaited<ReturnType<typeof findLinked>>>
