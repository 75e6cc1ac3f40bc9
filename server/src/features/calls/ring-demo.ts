import type { Body, calls, Refusal } from '@foyer/contract'
import { refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { postCall } from './post-call.ts'

type Spec = typeof calls.ringDemo

/** The phone of a demo practice rings as a phone system would make it ring. */
export async function ringDemo(ctx: Ctx, body: Body<Spec>): Promise<Result<{ id: string }, Refusal<Spec>>> {
  if (!ctx.organization.demo) return refuse({ reason: 'not-a-demo' })
  return postCall(ctx, { ...body, externalId: `demo-${ctx.newId()}`, event: 'ringing' })
}
