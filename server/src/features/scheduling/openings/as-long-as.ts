import { keptLength, type VisitTypeRule } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { msOf } from '../instants.ts'
import { selectAppointment } from '../store.ts'

/** A visit that was made longer or shorter than its type says needs a gap of its own length. */
export async function asLongAs(ctx: Ctx, rule: VisitTypeRule, movingId: string | null): Promise<VisitTypeRule> {
  const visit = movingId === null ? undefined : await selectAppointment(ctx.db, movingId)
  if (visit) ctx.touch(visit.id)
  if (visit?.visit_type_id !== rule.id) return rule
  return {
    ...rule,
    durationMinutes: keptLength(rule, { start: msOf(visit.starts_at), end: msOf(visit.ends_at) }),
  }
}
