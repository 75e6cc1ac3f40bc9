import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Time } from '../affected/store.ts'
import { hasPhone, personColumns } from '../people/store.ts'

/** Visits whose people have given their seat back. */
export const gone = ['cancelled', 'no-show'] as const

/** Groups that count on one of these resources in that time; of visits that were named only those in which one of them sits. */
export async function selectGroupIds(
  db: Db,
  resourceIds: readonly string[],
  { start, end }: Time,
  appointmentIds: readonly string[] | null,
): Promise<readonly string[]> {
  const all = db
    .selectFrom('allocation as a')
    .select('a.group_session_id as id')
    .distinct()
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where('a.group_session_id', 'is not', null)
    .$narrowType<{ id: string }>()
    .where(sql<boolean>`a.during && tstzrange(${start}, ${end})`)
  const some =
    appointmentIds === null
      ? all
      : all.where((eb) =>
          eb.exists(
            eb
              .selectFrom('appointment as v')
              .select('v.id')
              .whereRef('v.group_session_id', '=', 'a.group_session_id')
              .where(sql<boolean>`v.id = any(${appointmentIds}::uuid[])`)
              .where('v.status', 'not in', gone),
          ),
        )
  return (await some.execute()).map(({ id }) => id)
}

/** Groups that still count on what a repair is about: all in its time, or where it closes none those it was planned for and gave nobody. */
function ofRepairs(db: Db, repairIds: readonly string[]) {
  return db
    .selectFrom('repair as r')
    .innerJoin('allocation as a', (join) =>
      join.on(sql<boolean>`a.resource_id = any(r.resource_ids) and a.during && r.during`),
    )
    .innerJoin('group_session as g', 'g.id', 'a.group_session_id')
    .where(sql<boolean>`r.id = any(${repairIds}::uuid[])`)
    .where('r.status', '<>', 'closed')
    .where((eb) =>
      eb.or([
        sql<boolean>`r.closes`,
        eb.and([
          sql<boolean>`g.id = any(r.group_ids)`,
          eb.not(
            eb.exists(
              eb
                .selectFrom('repair_group as given')
                .select('given.given_at')
                .whereRef('given.repair_id', '=', 'r.id')
                .whereRef('given.group_session_id', '=', 'g.id')
                .where('given.back_at', 'is', null),
            ),
          ),
        ]),
      ]),
    )
}

/** By repair. */
export async function countGroups(db: Db, repairIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await ofRepairs(db, repairIds)
    .select('r.id')
    .select((eb) => eb.fn.count<number>('g.id').distinct().as('count'))
    .groupBy('r.id')
    .execute()
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** The first ones in time come first. */
export async function selectGroups(db: Db, repair: { readonly id: string }) {
  const groups = await ofRepairs(db, [repair.id])
    .select(['g.id', 'g.version', 'g.visit_type_id', 'g.site_id', 'g.starts_at', 'g.ends_at', 'g.seats'])
    .distinct()
    .orderBy('g.starts_at')
    .orderBy('g.id')
    .execute()
  const ids = groups.map(({ id }) => id)
  const times = await db
    .selectFrom('allocation')
    .select(['group_session_id', 'role', 'resource_id'])
    .where(sql<boolean>`group_session_id = any(${ids}::uuid[])`)
    .orderBy('role')
    .execute()
  return groups.map((group) => ({
    ...group,
    assignments: times
      .filter(({ group_session_id }) => group_session_id === group.id)
      // Rows of a group always have a role.
      .map(({ role, resource_id }) => ({ role: role ?? 'clinician', resourceId: resource_id })),
  }))
}

/** Who has which seat. */
export function selectSeats(db: Db, groupIds: readonly string[]) {
  return db
    .selectFrom('appointment as v')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select(personColumns)
    .select(['v.id as appointment_id', 'v.group_session_id'])
    .select(hasPhone(db).as('has_phone'))
    .where(sql<boolean>`v.group_session_id = any(${groupIds}::uuid[])`)
    .where('v.status', 'not in', gone)
    .orderBy('v.seat')
    .execute()
}
