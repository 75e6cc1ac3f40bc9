import type { Db } from '../../../platform/database/organization-db.ts'
import type { Assigned, GroupBefore } from '../../scheduling/index.ts'
import type { StaysBecause } from '../back/store.ts'

interface Given {
  readonly repairId: string
  readonly groupId: string
  readonly given: readonly Assigned[]
  /** When it begins now. */
  readonly start: string
  readonly at: string
}

/** Given again after it came to the missing time again, it goes back to whoever had it first, and when. */
export async function insertGiven(
  db: Db,
  { repairId, groupId, given, start, at }: Given,
  before: GroupBefore,
): Promise<void> {
  const put = JSON.stringify(given)
  await db
    .insertInto('repair_group')
    .values({
      repair_id: repairId,
      group_session_id: groupId,
      before: JSON.stringify(before.assignments),
      given: put,
      before_start: before.start,
      given_start: start,
      rules_before: JSON.stringify(before.rules ?? []),
      given_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['repair_id', 'group_session_id']).doUpdateSet((eb) => ({
        given: put,
        // One that was given away before times were kept has had the same all along.
        before_start: eb.fn.coalesce('repair_group.before_start', 'excluded.before_start'),
        given_start: start,
        given_at: at,
        back_at: null,
        stays_because: null,
      })),
    )
    .execute()
}

/** Groups that a repair gave to others, or to another time, by time, each as it stands now; `removed` has nobody any more. */
export async function selectGiven(db: Db, repairId: string) {
  const rows = await db
    .selectFrom('repair_group as r')
    .innerJoin('group_session as g', 'g.id', 'r.group_session_id')
    .select(['g.id', 'g.visit_type_id', 'g.starts_at', 'g.version', 'g.removed_at'])
    .select(['r.before', 'r.given', 'r.rules_before', 'r.back_at', 'r.stays_because'])
    .select(['r.before_start', 'r.given_start'])
    .where('r.repair_id', '=', repairId)
    .orderBy('g.starts_at')
    .orderBy('g.id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const times = await db
    .selectFrom('allocation')
    .select(['group_session_id', 'role', 'resource_id'])
    .where('group_session_id', 'in', ids.length > 0 ? ids : [repairId])
    .orderBy('role')
    .execute()
  return rows.map(({ before, given, before_start, given_start, ...row }) => ({
    ...row,
    beforeStart: before_start ?? row.starts_at,
    givenStart: given_start ?? row.starts_at,
    // Written by insertGiven only.
    before: before as unknown as readonly Assigned[],
    given: given as unknown as readonly Assigned[],
    now: times
      .filter(({ group_session_id }) => group_session_id === row.id)
      .map(({ role, resource_id }): Assigned => ({ role: role ?? 'clinician', resourceId: resource_id })),
  }))
}

export type GivenRow = Awaited<ReturnType<typeof selectGiven>>[number]

/** Of a group: when it went back, or why it did not. */
export async function markGiven(
  db: Db,
  repairId: string,
  groupId: string,
  mark: { readonly backAt: string } | { readonly staysBecause: StaysBecause },
): Promise<void> {
  await db
    .updateTable('repair_group')
    .set('backAt' in mark ? { back_at: mark.backAt, stays_because: null } : { stays_because: mark.staysBecause })
    .where('repair_id', '=', repairId)
    .where('group_session_id', '=', groupId)
    .where('back_at', 'is', null)
    .execute()
}
