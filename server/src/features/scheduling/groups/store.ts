import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

const gone = ['cancelled', 'no-show'] as const

/** Whoever takes or gives back a seat waits for the one before. */
export async function lockGroup(db: Db, groupId: string) {
  const row = await db.selectFrom('group_session').selectAll().where('id', '=', groupId).forUpdate().executeTakeFirst()
  return row ?? null
}

export type GroupSession = NonNullable<Awaited<ReturnType<typeof lockGroup>>>

export function insertGroup(
  db: Db,
  group: Pick<GroupSession, 'id' | 'visit_type_id' | 'site_id' | 'starts_at' | 'ends_at' | 'seats' | 'created_at'> & {
    readonly created_by: string | null
  },
) {
  return db.insertInto('group_session').values(group)
}

/** Who has which seat. */
export function selectSeats(db: Db, groupId: string) {
  return db
    .selectFrom('appointment')
    .select(['id', 'patient_id', sql<number>`seat`.as('seat')])
    .where('group_session_id', '=', groupId)
    .where('status', 'not in', gone)
    .execute()
}

/** The wished seat where it is free, else the lowest; null when there is none. */
export async function freeSeat(
  db: Db,
  { id, seats }: Pick<GroupSession, 'id' | 'seats'>,
  wished: number | null,
): Promise<number | null> {
  const taken = new Set((await selectSeats(db, id)).map(({ seat }) => seat))
  if (wished !== null && wished <= seats && !taken.has(wished)) return wished
  const all = Array.from({ length: seats }, (_, index) => index + 1)
  return all.find((seat) => !taken.has(seat)) ?? null
}

export async function setSeat(db: Db, appointmentId: string, seat: number): Promise<void> {
  await db.updateTable('appointment').set({ seat }).where('id', '=', appointmentId).execute()
}

export async function setClosed(db: Db, groupId: string, closed: boolean): Promise<number> {
  const row = await db
    .updateTable('group_session')
    .set((eb) => ({ closed, version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function selectGroupTimes(db: Db, groupId: string) {
  return db
    .selectFrom('allocation')
    .select('resource_id')
    .select([sql<string>`lower(during)`.as('from'), sql<string>`upper(during)`.as('until')])
    .where('group_session_id', '=', groupId)
    .execute()
}

/** Takes the group away with its time; visits that were cancelled there stay, without it. */
export async function deleteGroup(db: Db, groupId: string): Promise<void> {
  await db
    .updateTable('appointment')
    .set({ group_session_id: null, seat: null })
    .where('group_session_id', '=', groupId)
    .execute()
  await db.deleteFrom('group_session').where('id', '=', groupId).execute()
}

/** Later groups of the same kind at the site that have seats. */
export function selectOtherGroups(db: Db, group: GroupSession, now: string) {
  return db
    .selectFrom('group_session as g')
    .leftJoin('appointment as v', (join) =>
      join.onRef('v.group_session_id', '=', 'g.id').on('v.status', 'not in', gone),
    )
    .select(['g.id', 'g.starts_at', 'g.seats'])
    .select((eb) => eb.fn.count<number>('v.id').as('taken'))
    .where('g.visit_type_id', '=', group.visit_type_id)
    .where('g.site_id', '=', group.site_id)
    .where('g.id', '<>', group.id)
    .where('g.closed', '=', false)
    .where('g.starts_at', '>', now)
    .groupBy(['g.id', 'g.starts_at', 'g.seats'])
    .having((eb) => eb(eb.fn.count('v.id'), '<', eb.ref('g.seats')))
    .orderBy('g.starts_at')
    .limit(3)
    .execute()
}
