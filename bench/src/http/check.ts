import type pg from 'pg'
import type { Load, Wish } from './loads.ts'

/** What one load was answered by Foyer, to be held against the database. */
export interface Acknowledged {
  readonly action: string
  /** Answers with 200, and requests that were sent: those under way at the end of a round may be done unanswered. */
  readonly answered: number
  readonly sent: number
}

async function countOf(database: pg.Pool, text: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await database.query<{ count: number }>(text, [...values])
  return rows[0]?.count ?? 0
}

/** Every read and booking that was acknowledged has its entry in the audit trail; answers what is wrong. */
export async function checkAudit(database: pg.Pool, one: Acknowledged): Promise<readonly string[]> {
  const entries = await countOf(
    database,
    `select count(*)::int as count from audit_entry where action = $1 and outcome = 'ok'`,
    [one.action],
  )
  const fits = entries >= one.answered && entries <= one.sent
  return fits
    ? []
    : [`${one.action}: ${one.answered} answered of ${one.sent} sent, but ${entries} entries in the audit trail`]
}

/** The openings that are booked now, of those that were acknowledged; answers what is missing. */
export async function checkBooked(
  database: pg.Pool,
  who: string,
  acknowledged: readonly Wish[],
): Promise<readonly string[]> {
  const found = await countOf(
    database,
    `select count(*)::int as count from unnest($1::uuid[], $2::timestamptz[]) as wish(resource_id, start)
     join allocation a on a.resource_id = wish.resource_id and a.during = tstzrange(wish.start, wish.start + '5 min')
     join appointment v on v.id = a.appointment_id and v.status = 'booked'`,
    [acknowledged.map((wish) => wish.resourceId), acknowledged.map((wish) => wish.start)],
  )
  return found === acknowledged.length
    ? []
    : [`${who}: ${acknowledged.length} bookings acknowledged, ${found} of them in the database`]
}

/** The openings that the answers of a round stand for: each connection asks in the order of its list. */
export function answeredWishes(load: Load, who: 'foyer' | 'twin', answered: readonly number[]): readonly Wish[] {
  return load.wishes?.(who).flatMap((wishes, index) => wishes.slice(0, answered[index])) ?? []
}

/** Whether a round ran out of its list and asked for the same again. */
export function ranOut(load: Load, who: 'foyer' | 'twin', answered: readonly number[]): boolean {
  return load.wishes?.(who).some((wishes, index) => (answered[index] ?? 0) >= wishes.length) ?? false
}
