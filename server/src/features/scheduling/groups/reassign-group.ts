import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { type Db, runIn } from '../../../platform/database/organization-db.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { groupChanged, takenBy } from '../events.ts'
import { dateOf } from '../held.ts'
import { msOf } from '../instants.ts'
import { planAgain } from '../plan-again.ts'
import { conflictOf } from '../taken.ts'
import { insertAllocations } from '../time/store.ts'
import type { Assigned } from './group-without.ts'
import { type GroupSession, lockGroup, selectGroupTimes, setEmpty, setReassigned } from './store.ts'

interface Input {
  readonly groupSessionId: string
  readonly assignments: readonly Assigned[]
  readonly version: number
  /** Set where it goes back to those who had it: how the rules stood then. */
  readonly rulesBefore?: GroupSession['rules']
}

/** Of a group before it was given to others, or to another time. */
export interface GroupBefore {
  readonly start: string
  readonly assignments: readonly Assigned[]
  readonly rules: GroupSession['rules']
}

type Refused =
  | { readonly reason: 'changed-meanwhile'; readonly version: number }
  | { readonly reason: 'opening-taken' | 'no-longer-possible' }

/**
 * Gives a group to others at the same time: another leader, another room. Its people keep their seats and their time. What
 * was overridden when it was opened stays so; `save` is written with it, or neither.
 */
export async function reassignGroup(
  ctx: Ctx,
  practice: Practice,
  input: Input,
  save: (db: Db, before: GroupBefore) => Promise<void>,
): Promise<Result<unknown, Refused>> {
  ctx.touch([], input.groupSessionId)
  try {
    return await ctx.tx<unknown, Refused>(async (db) => {
      const group = await lockGroup(db, input.groupSessionId)
      if (!group) throw new Problem('not-found')
      if (group.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: group.version })
      const before = await selectGroupTimes(db, group.id)
      if (!isWhole(before, input.assignments)) return refuse({ reason: 'no-longer-possible' })
      const given = before.flatMap(({ resource_id, from, until }): TakenRange[] =>
        from === null || until === null ? [] : [[resource_id, msOf(from), msOf(until)]],
      )
      await setEmpty(db, group.id)
      const rules = input.rulesBefore ?? group.rules
      const plan = await planWith(ctx, db, practice, { ...group, rules }, input.assignments)
      if (!plan.ok)
        return refuse({ reason: plan.error.why === 'opening-taken' ? 'opening-taken' : 'no-longer-possible' })
      await setReassigned(db, group.id, plan.value.rules)
      await runIn(
        db,
        insertAllocations(db, plan.value, { groupSessionId: group.id }, () => ctx.newId()),
      )
      const where = { id: group.id, siteId: group.site_id, date: dateOf(practice, group) }
      await ctx.tell(db, groupChanged(where, [...given, ...takenBy(plan.value)]))
      // Rows of a group always have a role.
      const assignments = before.map(({ role, resource_id }) => ({
        role: role ?? 'clinician',
        resourceId: resource_id,
      }))
      await save(db, { start: group.starts_at, assignments, rules: group.rules })
      return ok({})
    })
  } catch (error) {
    if (conflictOf(error) === null) throw error
    return refuse({ reason: 'opening-taken' })
  }
}

type Rows = Awaited<ReturnType<typeof selectGroupTimes>>

/** Every role that the group has is filled again, and no other. */
function isWhole(rows: Rows, assignments: readonly Assigned[]): boolean {
  const names = (all: readonly { readonly role: string | null }[]) => all.map(({ role }) => role ?? '').toSorted()
  return names(rows).join() === names(assignments).join()
}

function planWith(ctx: Ctx, db: Db, practice: Practice, group: GroupSession, assignments: readonly Assigned[]) {
  const rows = assignments.map(({ role, resourceId }) => ({ role, resource_id: resourceId }))
  return planAgain(ctx, db, practice, group, rows)
}
