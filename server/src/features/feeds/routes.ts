import { feeds } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { publicRoute, type Route, route } from '../../platform/http/route.ts'
import { changeFeed } from './change-feed.ts'
import { endFeed } from './end-feed.ts'
import { listFeeds } from './list-feeds.ts'
import { makeFeed } from './make-feed.ts'
import { readFeed, type ReadFeedDeps } from './read-feed.ts'
import { rotateFeed } from './rotate-feed.ts'

export function feedsRoutes(deps: ReadFeedDeps): readonly Route[] {
  return [
    route(feeds.listFeeds, async (ctx) => ok(await listFeeds(ctx))),
    route(feeds.makeFeed, async (ctx, { body }) => makeFeed(ctx, await deps.practices.read(ctx.organization), body)),
    route(feeds.rotateFeed, (ctx, { params }) => rotateFeed(ctx, params.feedId)),
    route(feeds.changeFeed, (ctx, { params, body }) => changeFeed(ctx, params.feedId, body.withPatients)),
    route(feeds.endFeed, (ctx, { params }) => endFeed(ctx, params.feedId)),
    publicRoute(feeds.readFeed, async ({ params }, connection) => ok(await readFeed(deps, params.file, connection))),
  ]
}
