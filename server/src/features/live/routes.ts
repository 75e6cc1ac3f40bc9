import { live } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import type { LiveHub } from '../../platform/events/live-hub.ts'
import { type Route, route } from '../../platform/http/route.ts'

export function liveRoutes({ hub }: { hub: LiveHub }): readonly Route[] {
  return [
    route(live.openLive, async (ctx, _, connection) => {
      connection.stream((send) => hub.join(ctx.organization.slug, send))
      return ok(null)
    }),
  ]
}
