import { ok, refuse, type Result } from '@foyer/kernel'
import type { RoleName } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { type Db, runIn } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { groupChanged, takenBy } from '../events.ts'
import { dateOf } from '../held.ts'
import { msOf } from '../instants.ts'
import { planAgain } from '../plan-again.ts'
import { siteRule } from '../site-rule.ts'
import { conflictOf } from '../taken.ts'
import { insertAllocations } from '../time/store.ts'
import { type GroupSession, lockGroup, selectGroupTimes, setEmpty, setReassigned } from './store.ts'

export type Assigned = { readonly role: RoleName; readonly resourceId: string }

interface Input {
  readonly groupSessionId: string
  readonly assignments: readonly Assigned[]
  readonly version: number
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
  save: (db: Db) => Promise<void>,
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
      const plan = await planWith(ctx, db, practice, group, input.assignments)
      if (!plan.ok)
        return refuse({ reason: plan.error.why === 'opening-taken' ? 'opening-taken' : 'no-longer-possible' })
      await setReassigned(db, group.id, plan.value.rules)
      await runIn(
        db,
        insertAllocations(db, plan.value, { groupSessionId: group.id }, () => ctx.newId()),
      )
      const where = { id: group.id, siteId: group.site_id, date: dateOf(practice, group) }
      await ctx.tell(db, groupChanged(where, [...given, ...takenBy(plan.value)]))
      await save(db)
      return ok({})
    })
  } catch (error) {
    if (conflictOf(error) === null) throw error
    return refuse({ reason: 'opening-taken' })
  }
}

/** Choices looked at until one is free. */
const mostChoices = 40

/** Ends the transaction of a rehearsal: nothing of it stays. */
class Rehearsed extends Error {
  readonly found: readonly Assigned[] | null

  constructor(found: readonly Assigned[] | null) {
    super()
    this.found = found
  }
}

/** Who could do the group at its time without these resources, by every rule; null where nobody can. Nothing is changed. */
export async function groupWithout(
  ctx: Ctx,
  practice: Practice,
  groupSessionId: string,
  missing: ReadonlySet<string>,
): Promise<readonly Assigned[] | null> {
  try {
    return await inTransaction(ctx.db, async (db): Promise<never> => {
      const group = await lockGroup(db, groupSessionId)
      if (!group) throw new Rehearsed(null)
      const rows = await selectGroupTimes(db, group.id)
      await setEmpty(db, group.id)
      for (const choice of choicesOf(practice, group, rows, missing))
        if ((await planWith(ctx, db, practice, group, choice)).ok) throw new Rehearsed(choice)
      throw new Rehearsed(null)
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
    return error.found
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

/** Every way to fill the roles whose resource is missing; the others stay. */
function choicesOf(
  practice: Practice,
  group: GroupSession,
  rows: Rows,
  missing: ReadonlySet<string>,
): readonly (readonly Assigned[])[] {
  const rule = siteRule(practice, group.visit_type_id, group.site_id)
  let choices: Assigned[][] = [[]]
  for (const row of rows.toSorted((a, b) => ((a.role ?? '') < (b.role ?? '') ? -1 : 1))) {
    // Rows of a group always have a role.
    const role = row.role ?? 'clinician'
    const candidates = rule?.roles.find(({ name }) => name === role)?.candidates ?? []
    const ids = missing.has(row.resource_id) ? candidates.filter((id) => !missing.has(id)) : [row.resource_id]
    choices = choices.flatMap((before) => ids.map((resourceId) => [...before, { role, resourceId }]))
  }
  return choices.slice(0, mostChoices)
}
