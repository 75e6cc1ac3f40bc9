import { type Body, type Params, type Refusal, type Reply, roleMay, type scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { type ColumnSetFields, deleteColumnSet, saveColumnSet, selectColumnSet, selectColumnSets } from './store.ts'

type Spec = typeof scheduling.addColumnSet
type Saved = Result<Reply<Spec>, Refusal<Spec>>

const mostSets = 60

export function columnSetReply({ id, siteId, name, resourceIds, staffId }: ColumnSetFields): Reply<Spec> {
  return { id, siteId, name, resourceIds: [...resourceIds], shared: staffId === null }
}

/** Sets are one's own; those for everybody are kept by whoever may share them. */
function mayTouch(ctx: Ctx, set: Pick<ColumnSetFields, 'staffId'>): boolean {
  return set.staffId === null ? roleMay(ctx.actor.role, 'schedule.share') : set.staffId === ctx.actor.staffId
}

function wanted(ctx: Ctx, practice: Practice, id: string, body: Body<Spec>): ColumnSetFields {
  const isKnown = practice.sites.has(body.siteId) && body.resourceIds.every((one) => practice.resources.has(one))
  if (!isKnown) throw new Problem('not-found')
  const { siteId, name, resourceIds } = body
  return { id, siteId, name, resourceIds: [...new Set(resourceIds)], staffId: body.shared ? null : ctx.actor.staffId }
}

/** Another's own set is as good as none. */
async function known(ctx: Ctx, db: Db, id: string): Promise<ColumnSetFields> {
  const set = await selectColumnSet(db, id)
  if (!set || (set.staffId !== null && set.staffId !== ctx.actor.staffId)) throw new Problem('not-found')
  return set
}

export function addColumnSet(ctx: Ctx, practice: Practice, body: Body<Spec>): Promise<Saved> {
  const set = wanted(ctx, practice, ctx.newId(), body)
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    if (!mayTouch(ctx, set)) return refuse({ reason: 'not-yours-to-share' })
    const sets = await selectColumnSets(db, ctx.actor.staffId)
    if (sets.length >= mostSets) return refuse({ reason: 'too-many-sets', most: mostSets })
    await saveColumnSet(db, set, ctx.now.toString())
    return ok(columnSetReply(set))
  })
}

export function changeColumnSet(
  ctx: Ctx,
  practice: Practice,
  { columnSetId, ...change }: Params<typeof scheduling.changeColumnSet> & Body<typeof scheduling.changeColumnSet>,
): Promise<Saved> {
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    const before = await known(ctx, db, columnSetId)
    const set = wanted(ctx, practice, columnSetId, { shared: before.staffId === null, ...change })
    if (!mayTouch(ctx, before) || !mayTouch(ctx, set)) return refuse({ reason: 'not-yours-to-share' })
    await saveColumnSet(db, set, ctx.now.toString())
    return ok(columnSetReply(set))
  })
}

export function removeColumnSet(
  ctx: Ctx,
  { columnSetId }: Params<typeof scheduling.removeColumnSet>,
): Promise<Result<object, Refusal<typeof scheduling.removeColumnSet>>> {
  return ctx.tx<object, Refusal<typeof scheduling.removeColumnSet>>(async (db) => {
    if (!mayTouch(ctx, await known(ctx, db, columnSetId))) return refuse({ reason: 'not-yours-to-share' })
    await deleteColumnSet(db, columnSetId)
    return ok({})
  })
}
