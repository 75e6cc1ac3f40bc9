import { scheduling } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import type { PracticeBook } from '../practice/index.ts'
import type { AvailabilityBook } from './availability/availability-book.ts'
import { readAppointment } from './appointment.ts'
import { book } from './book.ts'
import { cancel } from './cancel.ts'
import { addColumnSet, changeColumnSet, columnSetReply, removeColumnSet } from './column-sets/save-column-set.ts'
import { selectColumnSets } from './column-sets/store.ts'
import { bookChain } from './chains/book-chain.ts'
import { findChains } from './chains/find-chains.ts'
import { holdChain } from './chains/hold-chain.ts'
import { readChain } from './chains/read-chain.ts'
import { closeGroup } from './groups/close-group.ts'
import { joinGroup } from './groups/join-group.ts'
import { moveGroup } from './groups/move-group.ts'
import { openGroup } from './groups/open-group.ts'
import { removeGroup } from './groups/remove-group.ts'
import { restoreGroup } from './groups/restore-group.ts'
import { bookSeries } from './series/book-series.ts'
import { seriesPlan } from './series/plan-series.ts'
import { readSeries } from './series/read-series.ts'
import { cancelRest } from './several/cancel-rest.ts'
import { readDay } from './day/read-day.ts'
import { readDays } from './days/read-days.ts'
import { openings } from './openings/find-openings.ts'
import { openingAtStart } from './openings/opening-at.ts'
import { withNext } from './openings/with-next.ts'
import { hold } from './hold.ts'
import { move } from './move.ts'
import { readMoving } from './moving/read-moving.ts'
import { releaseHold } from './release-hold.ts'

export interface SchedulingRoutesDeps {
  readonly practices: PracticeBook
  readonly availability: AvailabilityBook
}

export function schedulingRoutes({ practices, availability }: SchedulingRoutesDeps): readonly Route[] {
  return [
    route(scheduling.readDay, async (ctx, { params }) => readDay(ctx, await practices.read(ctx.organization), params)),
    route(scheduling.readDays, async (ctx, { params, query }) =>
      readDays(ctx, await practices.read(ctx.organization), { ...params, ...query }),
    ),
    route(scheduling.listColumnSets, async (ctx) =>
      ok({ columnSets: (await selectColumnSets(ctx.db, ctx.actor.staffId)).map(columnSetReply) }),
    ),
    route(scheduling.addColumnSet, async (ctx, { body }) =>
      addColumnSet(ctx, await practices.read(ctx.organization), body),
    ),
    route(scheduling.changeColumnSet, async (ctx, { params, body }) =>
      changeColumnSet(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    route(scheduling.removeColumnSet, (ctx, { params }) => removeColumnSet(ctx, params)),
    route(scheduling.findOpenings, async (ctx, { body }) =>
      openings(ctx, await practices.read(ctx.organization), body, availability),
    ),
    route(scheduling.openingAt, async (ctx, { body }) =>
      openingAtStart(ctx, await practices.read(ctx.organization), body),
    ),
    route(scheduling.holdOpening, async (ctx, { body }) => {
      const practice = await practices.read(ctx.organization)
      return withNext(ctx, practice, availability, await hold(ctx, practice, body), body.wish)
    }),
    route(scheduling.releaseHold, async (ctx, { params }) =>
      releaseHold(ctx, await practices.read(ctx.organization), params),
    ),
    route(scheduling.bookAppointment, async (ctx, { body }) => {
      const practice = await practices.read(ctx.organization)
      return withNext(ctx, practice, availability, await book(ctx, practice, body), body.wish)
    }),
    route(scheduling.readAppointment, async (ctx, { params }) =>
      readAppointment(ctx, await practices.read(ctx.organization), params),
    ),
    route(scheduling.readMoving, async (ctx, { params }) =>
      readMoving(ctx, await practices.read(ctx.organization), params),
    ),
    route(scheduling.moveAppointment, async (ctx, { params, body }) => {
      const practice = await practices.read(ctx.organization)
      return withNext(ctx, practice, availability, await move(ctx, practice, { ...params, ...body }), body.wish)
    }),
    route(scheduling.cancelAppointment, async (ctx, { params, body }) =>
      cancel(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    ...severalRoutes({ practices, availability }),
  ]
}

/** Visits that come several at once: series, chains, groups. */
function severalRoutes({ practices, availability }: SchedulingRoutesDeps): readonly Route[] {
  return [
    route(scheduling.planSeries, async (ctx, { body }) =>
      seriesPlan(ctx, await practices.read(ctx.organization), body, availability),
    ),
    route(scheduling.bookSeries, async (ctx, { body }) =>
      bookSeries(ctx, await practices.read(ctx.organization), body, availability),
    ),
    route(scheduling.readSeries, (ctx, { params }) => readSeries(ctx, params)),
    route(scheduling.cancelSeries, async (ctx, { params, body }) =>
      cancelRest(ctx, await practices.read(ctx.organization), params, body),
    ),
    route(scheduling.findChains, async (ctx, { body }) =>
      findChains(ctx, await practices.read(ctx.organization), body, availability),
    ),
    route(scheduling.holdChain, async (ctx, { body }) =>
      holdChain(ctx, await practices.read(ctx.organization), body, availability),
    ),
    route(scheduling.bookChain, async (ctx, { body }) =>
      bookChain(ctx, await practices.read(ctx.organization), body, availability),
    ),
    route(scheduling.readChain, (ctx, { params }) => readChain(ctx, params)),
    route(scheduling.cancelChain, async (ctx, { params, body }) =>
      cancelRest(ctx, await practices.read(ctx.organization), params, body),
    ),
    route(scheduling.openGroup, async (ctx, { body }) => {
      const practice = await practices.read(ctx.organization)
      return withNext(ctx, practice, availability, await openGroup(ctx, practice, body))
    }),
    route(scheduling.moveGroup, async (ctx, { params, body }) => {
      const practice = await practices.read(ctx.organization)
      return withNext(ctx, practice, availability, await moveGroup(ctx, practice, { ...params, ...body }))
    }),
    route(scheduling.joinGroup, async (ctx, { params, body }) =>
      joinGroup(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    route(scheduling.closeGroup, async (ctx, { params, body }) =>
      closeGroup(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    route(scheduling.removeGroup, async (ctx, { params }) =>
      removeGroup(ctx, await practices.read(ctx.organization), params),
    ),
    route(scheduling.restoreGroup, async (ctx, { params }) =>
      restoreGroup(ctx, await practices.read(ctx.organization), params),
    ),
  ]
}
