import { selfBooking } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { Problem } from '../../platform/http/problem.ts'
import { guestRoute, type Route, route } from '../../platform/http/route.ts'
import { bookForMyself } from './book-for-myself.ts'
import { approve, decline, reopen } from './decide.ts'
import { keepTime } from './keep-time.ts'
import { letTimeGo } from './let-time-go.ts'
import { listForDesk } from './list-for-desk.ts'
import { cancelMyVisit, moveMyVisit, ownVisit, readMyVisit, soughtFor } from './my-visit.ts'
import { isSelfBookable, placesOf } from './policy.ts'
import { offerReply } from './present.ts'
import { newChallenge } from './proof.ts'
import { sayWho } from './say-who.ts'
import { settle } from './settle.ts'
import { type SelfBookingDeps, type Step, stepOf } from './step.ts'
import { findTimes, type Wish } from './times.ts'
import type { Body } from '@foyer/contract'

async function wishOf(step: Step, body: Body<typeof selfBooking.findTimes>): Promise<Wish> {
  const { from, days } = body
  if (body.visit !== null) {
    return { ...soughtFor(await ownVisit(step, body.visit)), from, days }
  }
  const { practice, keys } = step
  const visitType = keys.find([...practice.visitTypes.values()].filter(isSelfBookable), body.visitType ?? '')
  const site = keys.find(practice.sites.values(), body.place ?? '')
  if (!visitType || !site || !placesOf(practice, visitType.id).includes(site.id)) throw new Problem('not-found')
  return { visitType, site, from, days }
}

export function selfBookingRoutes(deps: SelfBookingDeps): readonly Route[] {
  const { mailer, practices, proofBits } = deps
  return [
    guestRoute(selfBooking.readOffer, async (ctx) => {
      const { practice, keys } = await stepOf(deps, ctx)
      return ok(offerReply(ctx.organization, practice, keys, mailer !== null))
    }),
    guestRoute(selfBooking.findTimes, async (ctx, { body }) => {
      const step = await stepOf(deps, ctx)
      return ok(await findTimes(step, await wishOf(step, body)))
    }),
    guestRoute(selfBooking.readChallenge, async (ctx) => {
      const { keys } = await stepOf(deps, ctx)
      return ok({ challenge: newChallenge(keys.sign, ctx.now.epochMilliseconds, proofBits), bits: proofBits })
    }),
    guestRoute(selfBooking.keepTime, async (ctx, { body }, { ip }) => keepTime(await stepOf(deps, ctx), body, ip)),
    guestRoute(selfBooking.letTimeGo, async (ctx, { body }) => letTimeGo(await stepOf(deps, ctx), body.token)),
    guestRoute(selfBooking.sayWho, async (ctx, { body }) => sayWho(await stepOf(deps, ctx), mailer, body)),
    guestRoute(selfBooking.bookForMyself, async (ctx, { body }) =>
      evenly(bookForMyself(await stepOf(deps, ctx), body)),
    ),
    guestRoute(selfBooking.readMyVisit, async (ctx, { body }) => readMyVisit(await stepOf(deps, ctx), body.visit)),
    guestRoute(selfBooking.cancelMyVisit, async (ctx, { body }) => cancelMyVisit(await stepOf(deps, ctx), body.visit)),
    guestRoute(selfBooking.moveMyVisit, async (ctx, { body }) => moveMyVisit(await stepOf(deps, ctx), body)),
    route(selfBooking.listSelfBookings, async (ctx) =>
      ok(await listForDesk(ctx, await practices.read(ctx.organization))),
    ),
    route(selfBooking.reopenSelfBooking, async (ctx, { params, body }) =>
      reopen(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    route(selfBooking.approveSelfBooking, async (ctx, { params, body }) =>
      approve(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    route(selfBooking.declineSelfBooking, async (ctx, { params, body }) =>
      decline(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
    route(selfBooking.settleSelfBooking, async (ctx, { params, body }) =>
      settle(ctx, await practices.read(ctx.organization), { ...params, ...body }),
    ),
  ]
}

/** An answer that depends on who is known here takes as long whoever asks. */
const EVEN_MS = 400

async function evenly<T>(answer: Promise<T>): Promise<T> {
  const [settled] = await Promise.allSettled([answer, new Promise((done) => setTimeout(done, EVEN_MS))])
  if (settled.status === 'rejected') throw settled.reason
  return settled.value
}
