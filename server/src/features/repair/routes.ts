import { repair } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { publicRoute, type Route, route } from '../../platform/http/route.ts'
import { type AnswerDeps, giveAnswer, readAnswer } from './answer/answer.ts'
import { apply } from './apply.ts'
import { takeBack } from './back/take-back.ts'
import { acceptAll, decide } from './decide.ts'
import { listRepairs } from './list-repairs.ts'
import { noteAnswer } from './note-answer.ts'
import { previewMessages } from './preview-messages.ts'
import { propose } from './propose.ts'
import { readRepair, type RepairWork } from './read-repair.ts'
import { findRepairGroupPlaces } from './groups/group-places.ts'
import { moveRepairGroup } from './groups/move-group.ts'
import { previewGroupMessages } from './groups/preview-group-messages.ts'
import { reassignRepairGroup } from './groups/reassign-group.ts'
import { repropose } from './repropose.ts'

export type RepairDeps = AnswerDeps & Omit<RepairWork, 'practice'>

export function repairRoutes(deps: RepairDeps): readonly Route[] {
  const { practices, solver, answerToken, linkInMessages } = deps
  const work = async (ctx: Ctx): Promise<RepairWork> => ({
    practice: await practices.read(ctx.organization),
    solver,
    answerToken,
    linkInMessages,
  })
  return [
    route(repair.proposeRepair, async (ctx, { body }) => propose(ctx, await work(ctx), body)),
    route(repair.listRepairs, async (ctx) => listRepairs(ctx, await practices.read(ctx.organization))),
    route(repair.readRepair, async (ctx, { params }) => readRepair(ctx, await work(ctx), params.repairId)),
    route(repair.reproposeRepair, async (ctx, { params, body }) =>
      repropose(ctx, await work(ctx), { ...params, ...body }),
    ),
    route(repair.decideRepairItem, async (ctx, { params, body }) =>
      decide(ctx, await work(ctx), { ...params, ...body }),
    ),
    route(repair.acceptRepair, async (ctx, { params, body }) =>
      acceptAll(ctx, await work(ctx), { ...params, ...body }),
    ),
    route(repair.applyRepair, async (ctx, { params, body }) => apply(ctx, await work(ctx), { ...params, ...body })),
    route(repair.takeBackRepair, async (ctx, { params, body }) =>
      takeBack(ctx, { ...(await work(ctx)), practices }, { ...params, ...body }),
    ),
    route(repair.reassignRepairGroup, async (ctx, { params, body }) =>
      reassignRepairGroup(ctx, await work(ctx), { ...params, ...body }),
    ),
    route(repair.findRepairGroupPlaces, async (ctx, { params }) =>
      findRepairGroupPlaces(ctx, await practices.read(ctx.organization), params),
    ),
    route(repair.moveRepairGroup, async (ctx, { params, body }) =>
      moveRepairGroup(ctx, await work(ctx), { ...params, ...body }),
    ),
    route(repair.noteRepairAnswer, async (ctx, { params }) => noteAnswer(ctx, await work(ctx), params)),
    route(repair.previewRepairMessages, async (ctx, { params }) =>
      previewMessages(ctx, await work(ctx), params.repairId),
    ),
    route(repair.previewRepairGroupMessages, async (ctx, { params, query }) =>
      previewGroupMessages(ctx, await work(ctx), { ...params, ...query }),
    ),
    publicRoute(repair.readAnswer, ({ body }) => readAnswer(deps, body)),
    publicRoute(repair.giveAnswer, ({ body }) => giveAnswer(deps, body)),
  ]
}
