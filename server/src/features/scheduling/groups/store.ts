import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

/** Whoever takes or gives back a seat waits for the one before. */
export async function lockGroup(db: Db, groupId: string) {
  return (
    (await db.selectFrom('group_session').selectAll().where('id', '=', groupId).forUpdate().executeTakeFirst()) ?? null
  )
}

export type GroupSession = NonNullable<Awaited<ReturnType<typeof lockGroup>>>

/** Numbers of the seats that are taken, from 1. */
export async function selectSeats(db: Db, groupId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('appointment')
    .select(sql<number>`seat`.as('seat'))
    .where('group_session_id', '=', groupId)
    .where('status', 'not in', ['cancelled', 'no-show'])
    .execute()
  return rows.map(({ seat }) => seat)
}

/** The wished seat where it is free, else the lowest; null when there is none. */
export async function freeSeat(
  db: Db,
  { id, seats }: Pick<GroupSession, 'id' | 'seats'>,
  wished: number | null,
): Promise<number | null> {
  const taken = new Set(await selectSeats(db, id))
  if (wished !== null && wished <= seats && !taken.has(wished)) return wished
  const all = Array.from({ length: seats }, (_, index) => index + 1)
  return all.find((seat) => !taken.has(seat)) ?? null
}

export async function setSeat(db: Db, appointmentId: string, seat: number): Promise<void> {
  await db.updateTable('appointment').set({ seat }).where('id', '=', appointmentId).execute()
}
