import { messages } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { listMessages } from './list-messages.ts'
import { readMessage } from './read-message.ts'
import { listUntold } from './untold/list-untold.ts'
import { tellByHand } from './untold/tell-by-hand.ts'

export function messagesRoutes({ mailServer }: { mailServer: boolean }): readonly Route[] {
  return [
    route(messages.listMessages, async (ctx, { query }) =>
      ok({ mailServer, ...(await listMessages(ctx, query.before ?? null)) }),
    ),
    route(messages.listUntold, async (ctx) => ok(await listUntold(ctx))),
    route(messages.tellByHand, tellByHand),
    route(messages.readMessage, async (ctx, { params }) => ok(await readMessage(ctx, params.messageId))),
  ]
}
