import { arrival } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import type { PracticeBook } from '../practice/index.ts'
import { readBoard } from './board.ts'
import { readCheckIn } from './check-in.ts'
import { confirmStep } from './confirm-step.ts'
import { moveVisit } from './move-visit.ts'
import { undoVisit } from './undo-visit.ts'

export function arrivalRoutes({ practices }: { practices: PracticeBook }): readonly Route[] {
  return [
    route(arrival.readBoard, async (ctx, { params }) => ok(await readBoard(ctx, practices, params))),
    route(arrival.readCheckIn, async (ctx, { params }) => ok(await readCheckIn(ctx, practices, params.appointmentId))),
    route(arrival.confirmStep, (ctx, { params, body }) => confirmStep(ctx, practices, { ...params, ...body })),
    route(arrival.moveVisit, (ctx, { params, body }) => moveVisit(ctx, practices, { ...params, ...body })),
    route(arrival.undoVisit, (ctx, { params, body }) => undoVisit(ctx, practices, { ...params, ...body })),
  ]
}
