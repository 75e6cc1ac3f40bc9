import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** Whoever looks at what a visit is owed waits for whoever looks already. False: there is no such visit. */
export async function lockVisit(db: Db, appointmentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('appointment')
    .select('id')
    .where('id', '=', appointmentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function saveChoice(
  db: Db,
  choice: {
    readonly appointment_id: string
    readonly pays: 'insured' | 'self-pay'
    readonly said_at: string
    readonly recorded_by: string | null
  },
): Promise<void> {
  const { pays, said_at, recorded_by } = choice
  await db
    .insertInto('payment_choice')
    .values(choice)
    .onConflict((conflict) => conflict.column('appointment_id').doUpdateSet({ pays, said_at, recorded_by }))
    .execute()
}

/** Visits of a person that are still to come. */
export async function selectToCome(db: Db, patientId: string, now: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('appointment')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('status', '=', 'booked')
    .where('starts_at', '>', now)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** More than a desk can make in a week; what is cut is due last. */
const MOST_DUE = 300

/**
 * What waits to be made, the first due before the others; what nobody set a day for comes last. What was made for a day
 * by which it is due waits to be given, unless its visit does not take place or a newer one stands in its place.
 */
export async function selectDue(db: Db) {
  return db
    .selectFrom('estimate as e')
    .leftJoin('appointment as a', 'a.id', 'e.appointment_id')
    .select(['e.id', 'e.kind', 'e.cause', 'e.patient_id', 'e.appointment_id', 'e.service_date', 'e.caused_on'])
    .select(['e.state', 'e.due_on', 'e.asked', 'a.starts_at'])
    .where((eb) =>
      eb.or([
        eb('e.state', '=', 'wanted'),
        eb.and([
          eb('e.state', '=', 'made'),
          eb('e.due_on', 'is not', null),
          eb.or([eb('a.id', 'is', null), eb('a.status', 'not in', ['cancelled', 'no-show'])]),
          eb.not(
            eb.exists(
              eb
                .selectFrom('estimate as n')
                .select('n.id')
                .whereRef('n.replaces_id', '=', 'e.id')
                .where('n.state', '<>', 'withdrawn'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('e.due_on', (order) => order.asc().nullsLast())
    .orderBy('e.id')
    .limit(MOST_DUE)
    .execute()
}

/**
 * Good faith estimates of visits to come that were made and not replaced, and those that wait because prices changed; some
 * at a time, in the order of their ids.
 *
 * @param after the last id of those before; null begins @param today civil date
 */
export async function selectToldAhead(
  db: Db,
  {
    after,
    now,
    today,
    most,
  }: { readonly after: string | null; readonly now: string; readonly today: string; readonly most: number },
) {
  return (
    db
      .selectFrom('estimate as e')
      .innerJoin('appointment as a', 'a.id', 'e.appointment_id')
      .innerJoin('site as s', 's.id', 'a.site_id')
      .select(['e.id', 'e.state', 'e.asked', 'e.content', 'a.id as appointment_id', 'a.visit_type_id'])
      .select(sql<string>`(a.starts_at at time zone s.time_zone)::date::text`.as('date'))
      .where('e.kind', '=', 'good-faith')
      .where('e.state', 'in', ['wanted', 'made', 'given'])
      .where((eb) => eb.or([eb('e.state', '<>', 'wanted'), eb('e.cause', '=', 'prices')]))
      // A day more: the civil date of a site decides.
      .where('e.service_date', '>=', sql<string>`${today}::date - 1`)
      .where('a.status', '=', 'booked')
      .where('a.starts_at', '>', now)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('estimate as n')
              .select('n.id')
              .whereRef('n.replaces_id', '=', 'e.id')
              .where('n.state', '<>', 'withdrawn'),
          ),
        ),
      )
      .$if(after !== null, (query) => query.where('e.id', '>', after ?? ''))
      .orderBy('e.id')
      .limit(most)
      .execute()
  )
}
