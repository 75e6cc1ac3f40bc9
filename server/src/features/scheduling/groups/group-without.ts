import { overlaps, type RoleName } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import { loadBusy } from '../booking/facts/load-facts.ts'
import { type Booking, planAmid, timesOf } from '../booking/plan.ts'
import { bookingAgain, planAgain } from '../plan-again.ts'
import { rehearsed } from '../rehearsed.ts'
import { siteRule } from '../site-rule.ts'
import { holderOf } from '../time/store.ts'
import { type GroupSession, lockGroup, selectGroupTimes, setEmpty } from './store.ts'

export type Assigned = { readonly role: RoleName; readonly resourceId: string }

/** A role of the group with all who could fill it. */
interface Choice {
  readonly role: RoleName
  readonly ids: readonly string[]
}

/** Choices planned until one can be, and more where more could lead: what each of them may is known only then. */
const mostChoices = 40

/** Who could do the group at its time without these resources, by every rule; null where nobody can. Nothing is changed. */
export async function groupWithout(
  ctx: Ctx,
  practice: Practice,
  groupSessionId: string,
  missing: ReadonlySet<string>,
): Promise<readonly Assigned[] | null> {
  return rehearsed(ctx.db, async (db) => {
    const group = await lockGroup(db, groupSessionId)
    if (!group) return null
    const rows = await selectGroupTimes(db, group.id)
    await setEmpty(db, group.id)
    return firstPossible(ctx, db, practice, group, choicesOf(practice, group, rows, missing))
  })
}

/** For each role whose resource is missing all others of the visit type; the rest stays. */
function choicesOf(
  practice: Practice,
  group: GroupSession,
  rows: Awaited<ReturnType<typeof selectGroupTimes>>,
  missing: ReadonlySet<string>,
): readonly Choice[] {
  const rule = siteRule(practice, group.visit_type_id, group.site_id)
  return rows.map((row) => {
    // Rows of a group always have a role.
    const role = row.role ?? 'clinician'
    const candidates = rule?.roles.find(({ name }) => name === role)?.candidates ?? []
    return { role, ids: missing.has(row.resource_id) ? candidates.filter((id) => !missing.has(id)) : [row.resource_id] }
  })
}

/**
 * Who cannot be there is left out before anybody is put together with anybody: a leader on leave would take all tries with
 * one room after the other. Then the leader changes first, since caps of the day are the leader's.
 */
async function firstPossible(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  group: GroupSession,
  choices: readonly Choice[],
): Promise<readonly Assigned[] | null> {
  const all = choices.flatMap(({ role, ids }) => ids.map((resourceId) => ({ role, resourceId })))
  const booking = bookingAgain(ctx, practice, group, rowsOf(all))
  const isFree = await whoIsFree(ctx, db, booking)
  const free = choices
    .map(({ role, ids }) => ({ role, ids: ids.filter((resourceId) => isFree({ role, resourceId })) }))
    .toSorted((a, b) => Number(a.role === 'clinician') - Number(b.role === 'clinician'))
  let left = Math.max(mostChoices, free.at(-1)?.ids.length ?? 0)
  for (const choice of together(booking, free)) {
    const assigned = choice.toSorted((a, b) => (a.role < b.role ? -1 : 1))
    if ((await planAgain(ctx, db, practice, group, rowsOf(assigned))).ok) return assigned
    left -= 1
    if (left === 0) break
  }
  return null
}

/** Whether no rule speaks against somebody, or some place, whoever else takes part. One look at the tables for all. */
async function whoIsFree(ctx: Ctx, db: Db, booking: Booking): Promise<(one: Assigned) => boolean> {
  const { practice, place, wanted } = booking
  const without = { now: ctx.now.toString(), holdIds: [], holder: holderOf(ctx.actor), appointmentId: null }
  const busy = await loadBusy(db, practice, place, wanted, without)
  return (one) => {
    const plan = planAmid({ ...booking, wanted: { ...wanted, assignments: [one] } }, ctx, busy)
    return plan.ok || !plan.error.rules.some((rule) => 'resourceId' in rule && rule.resourceId === one.resourceId)
  }
}

/** Every way to fill the roles, one at a time: nobody in two of them at once. */
function* together(
  booking: Booking,
  choices: readonly Choice[],
  before: readonly Assigned[] = [],
): Generator<readonly Assigned[]> {
  const [first, ...others] = choices
  if (!first) {
    yield before
    return
  }
  for (const resourceId of first.ids) {
    const chosen = [...before, { role: first.role, resourceId }]
    if (!isTwice(booking, chosen)) yield* together(booking, others, chosen)
  }
}

function isTwice({ place, wanted }: Booking, chosen: readonly Assigned[]): boolean {
  const times = timesOf({ place, wanted: { ...wanted, assignments: chosen } })
  return times.some((one, at) =>
    times.slice(at + 1).some((other) => one.resourceId === other.resourceId && overlaps(one, other)),
  )
}

function rowsOf(assignments: readonly Assigned[]) {
  return assignments.map(({ role, resourceId }) => ({ role, resource_id: resourceId }))
}
