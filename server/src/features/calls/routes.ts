import { calls } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { answerCall } from './answer-call.ts'
import { endCall } from './end-call.ts'
import { listCalls } from './list-calls.ts'
import { postCall } from './post-call.ts'
import { ringDemo } from './ring-demo.ts'

export function callsRoutes(): readonly Route[] {
  return [
    route(calls.postCall, (ctx, { body }) => postCall(ctx, body)),
    route(calls.listCalls, async (ctx) => ok(await listCalls(ctx))),
    route(calls.answerCall, (ctx, { params }) => answerCall(ctx, params.callId)),
    route(calls.endCall, (ctx, { params, body }) => endCall(ctx, params.callId, body.patientId)),
    route(calls.ringDemo, (ctx, { body }) => ringDemo(ctx, body)),
  ]
}
