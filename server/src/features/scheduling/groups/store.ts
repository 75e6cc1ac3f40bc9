import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { instantOfMs } from '../instants.ts'

const gone = ['cancelled', 'no-show'] as const

/** Whoever takes or gives back a seat waits for the one before. One that was removed is not there. */
export async function lockGroup(db: Db, groupId: string) {
  const row = await lockAnyGroup(db, groupId)
  return row && row.removed_at === null ? row : null
}

/** The same, also of one that was removed. */
export async function lockAnyGroup(db: Db, groupId: string) {
  const row = await db.selectFrom('group_session').selectAll().where('id', '=', groupId).forUpdate().executeTakeFirst()
  return row ?? null
}

/** Whoever wants seats of several waits for one after the other in one order: nobody waits in a circle. */
export async function lockGroups(db: Db, groupIds: readonly string[]): Promise<ReadonlyMap<string, GroupSession>> {
  const locked = new Map<string, GroupSession>()
  for (const id of [...new Set(groupIds)].sort()) {
    const group = await lockGroup(db, id)
    if (group) locked.set(id, group)
  }
  return locked
}

export type GroupSession = NonNullable<Awaited<ReturnType<typeof lockGroup>>>

export function insertGroup(
  db: Db,
  group: Pick<GroupSession, 'id' | 'visit_type_id' | 'site_id' | 'starts_at' | 'ends_at' | 'seats' | 'created_at'> & {
    readonly created_by: string | null
    /** Evaluations of the rules, as the group keeps them. */
    readonly rules: readonly object[]
  },
) {
  return db.insertInto('group_session').values({ ...group, rules: JSON.stringify(group.rules) })
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

/** Of these seats those whose people have another visit then, in the order of the seats. */
export async function selectBusySeats(
  db: Db,
  appointmentIds: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
): Promise<string[]> {
  if (appointmentIds.length === 0) return []
  const rows = await db
    .selectFrom('appointment as seat')
    .innerJoin('appointment as v', (join) =>
      join.onRef('v.patient_id', '=', 'seat.patient_id').onRef('v.id', '<>', 'seat.id'),
    )
    .select(['seat.id', 'seat.seat'])
    .distinct()
    .where(sql<boolean>`seat.id = any(${appointmentIds}::uuid[])`)
    .where('v.starts_at', '<', instantOfMs(end))
    .where('v.ends_at', '>', instantOfMs(start))
    .where('v.status', 'not in', gone)
    .orderBy('seat.seat')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whoever has a seat, as far as a rehearsal has to know them. */
export function selectSeated(db: Db, groupId: string) {
  return db
    .selectFrom('appointment')
    .select(['id', 'patient_id', 'chain_id', 'status'])
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

/** Who and what the group takes; the times are null where it was removed. */
export async function selectGroupTimes(db: Db, groupId: string) {
  return db
    .selectFrom('allocation')
    .select(['resource_id', 'role'])
    .select([sql<string | null>`lower(during)`.as('from'), sql<string | null>`upper(during)`.as('until')])
    .where('group_session_id', '=', groupId)
    .execute()
}

/** Gives the time of the group back and remembers whose it was. */
export async function setEmpty(db: Db, groupId: string): Promise<void> {
  await db
    .updateTable('allocation')
    .set({ during: sql<string>`'empty'::tstzrange` })
    .where('group_session_id', '=', groupId)
    .execute()
}

/** The group is done by others from now on; their time is the caller's to write. */
export async function setReassigned(db: Db, groupId: string, rules: readonly object[]): Promise<void> {
  await db.deleteFrom('allocation').where('group_session_id', '=', groupId).execute()
  await db
    .updateTable('group_session')
    .set((eb) => ({ rules: JSON.stringify(rules), version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .execute()
}

/** The group takes place at another time; the time itself is the caller's to write. */
export async function setMoved(
  db: Db,
  groupId: string,
  { rules, ...times }: Pick<GroupSession, 'starts_at' | 'ends_at'> & { readonly rules: readonly object[] },
): Promise<number> {
  await db.deleteFrom('allocation').where('group_session_id', '=', groupId).execute()
  const row = await db
    .updateTable('group_session')
    .set((eb) => ({ ...times, rules: JSON.stringify(rules), version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function setRemoved(db: Db, groupId: string, at: string): Promise<void> {
  await setEmpty(db, groupId)
  await db
    .updateTable('group_session')
    .set((eb) => ({ removed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .execute()
}

/** The group is there again; its time is the caller's to write. */
export async function setRestored(db: Db, groupId: string): Promise<number> {
  await db.deleteFrom('allocation').where('group_session_id', '=', groupId).execute()
  const row = await db
    .updateTable('group_session')
    .set((eb) => ({ removed_at: null, version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
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
    .where('g.removed_at', 'is', null)
    .where('g.starts_at', '>', now)
    .groupBy(['g.id', 'g.starts_at', 'g.seats'])
    .having((eb) => eb(eb.fn.count('v.id'), '<', eb.ref('g.seats')))
    .orderBy('g.starts_at')
    .limit(3)
    .execute()
}
