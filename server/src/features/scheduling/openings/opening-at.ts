import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { openingAt, type VisitTypeRule } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { loadBusy, resourcesOf } from '../booking/facts/load-facts.ts'
import { msOf } from '../instants.ts'
import { placeOf } from '../place.ts'
import { planReply } from '../present.ts'
import { dayAround } from '../site-days.ts'
import { patientExists } from '../store.ts'
import { type AllocationRow, holderOf, selectAllocations } from '../time/store.ts'
import { asLongAs } from './as-long-as.ts'
import { interpreted, isInterpreted } from './interpreted.ts'
import { narrowed } from './wished.ts'

type Spec = typeof scheduling.openingAt
type Wish = Body<Spec>

/**
 * An opening at a start that the desk names, also where none is offered. Nothing is kept and nothing promised: the rules
 * are asked when it is held.
 */
export async function openingAtStart(
  ctx: Ctx,
  practice: Practice,
  wish: Wish,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { start, resourceId, patientId } = wish
  const parts = wish.movingId === null ? [] : await selectAllocations(ctx.db, [wish.movingId])
  const place = placeOf(practice, wish.visitTypeId, wish.siteId, wish.interpreter || isInterpreted(parts))
  if (!practice.resources.has(resourceId)) throw new Problem('not-found')
  if (patientId !== null) {
    ctx.touch(patientId)
    if (!(await patientExists(ctx.db, patientId))) throw new Problem('not-found')
  }
  if (practice.visitTypes.get(wish.visitTypeId)?.active !== true) return refuse({ reason: 'visit-type-closed' })

  const able = having(practice, await interpreted(ctx.db, practice, place.rule, patientId), wish)
  const rule = await asItStands(ctx, able, parts, wish.movingId)
  const all = rule.roles.flatMap(({ name, candidates }) => candidates.map((id) => ({ role: name, resourceId: id })))
  const asked = { start, assignments: all }
  const now = ctx.now.toString()
  const without = { now, holder: holderOf(ctx.actor), holdIds: [], appointmentId: wish.movingId }
  const opening = openingAt({
    visitType: rule,
    zone: place.zone,
    start: msOf(start),
    day: dayAround(msOf(start), place.zone),
    now: ctx.now.epochMilliseconds,
    resources: resourcesOf(practice, asked, await loadBusy(ctx.db, practice, { ...place, rule }, asked, without)),
    resourceId,
    ...(wish.walkIn ? { walkIn: true } : {}),
  })
  return opening.ok ? ok({ ...planReply(opening.value), reasons: [] }) : refuse(opening.error)
}

/** Whoever is named stays, whatever was wished for; the others have what was. */
function having(practice: Practice, rule: VisitTypeRule, wish: Wish): VisitTypeRule {
  const { attributes, resourceId, withoutIds } = wish
  const able = narrowed(practice, { rule, clinicianIds: [], attributes }).having ?? {}
  const roles = rule.roles.map((role) => ({
    ...role,
    candidates: role.candidates.filter(
      (id) => id === resourceId || (!withoutIds.includes(id) && (able[role.name]?.includes(id) ?? true)),
    ),
  }))
  return { ...rule, roles }
}

/** As long as the visit is by now, and in each role whoever has it first. */
async function asItStands(
  ctx: Ctx,
  rule: VisitTypeRule,
  parts: readonly AllocationRow[],
  movingId: string | null,
): Promise<VisitTypeRule> {
  const { roles, ...rest } = await asLongAs(ctx, rule, movingId)
  const own = new Set(parts.map(({ role, resource_id }) => `${role} ${resource_id}`))
  const first = (role: string, id: string): number => Number(!own.has(`${role} ${id}`))
  return {
    ...rest,
    roles: roles.map((role) => ({
      ...role,
      candidates: role.candidates.toSorted((a, b) => first(role.name, a) - first(role.name, b)),
    })),
  }
}
