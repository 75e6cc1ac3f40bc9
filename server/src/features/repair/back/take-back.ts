import type { Body, Params, Refusal, repair, Reply } from '@foyer/contract'
import { roleMay } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Interval } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { undoVisit } from '../../arrival/index.ts'
import { openBlocks, type PracticeBook } from '../../practice/index.ts'
import { move, msOf, type RepairMove } from '../../scheduling/index.ts'
import { repairChanged } from '../events.ts'
import { obstacleOf } from '../obstacle.ts'
import { newsOf, placeOfStored } from '../place.ts'
import { readRepair, type RepairWork } from '../read-repair.ts'
import { type ItemRow, lockRepair, type RepairRow, selectItems, selectRepair, touchRepair } from '../store.ts'
import { giveGroupsBack } from './give-groups-back.ts'
import { isWhereItWasPut, markBack, markStays, type StaysBecause } from './store.ts'

type Spec = typeof repair.takeBackRepair
type Input = Params<Spec> & Body<Spec>

/** A colleague was a moment faster with this visit. */
class DoneMeanwhile extends Error {}

/** A leg beside it is not where it was, and does not go there. */
class WouldTearChain extends Error {}

/** Where the visits go that are still to go back. */
type Going = Map<string, Interval>

/**
 * Whoever was missing is here after all: the time is opened, groups go back to whoever had them, and visits to the time
 * they had, moved and cancelled ones, each in a transaction of its own in which its item is marked. As with applying, a server that stops half way has
 * done whole visits, and those that find their time taken are tried again as long as others get through. What cannot go
 * back stays where it is and says why; it can be asked for again. What was never applied is put away with the plan.
 */
export async function takeBack(
  ctx: Ctx,
  work: RepairWork & { readonly practices: PracticeBook },
  input: Input,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const begun = await begin(ctx, input)
  if (!begun.ok) return begun
  const row = await selectRepair(ctx.db, input.repairId)
  if (!row) throw new Problem('not-found')

  const groupsLeft = await giveGroupsBack(ctx, work, row)
  const asked = (await selectItems(ctx.db, row.id)).filter(isAskedFor(input))
  for (const item of asked.filter(({ decision }) => decision === 'cancelled')) await restore(ctx, work, row, item)
  let left = asked.filter(({ decision }) => decision === 'accepted')
  const going: Going = new Map(left.map((item) => [item.appointment_id, placeOfStored(item.before)]))
  for (let before = Infinity; left.length > 0 && left.length < before; ) {
    before = left.length
    const again: ItemRow[] = []
    for (const item of left) if ((await putBack(ctx, work, row, item, going)) === 'taken') again.push(item)
    left = again
  }
  for (const item of left) await stay(ctx, row, item, 'place-taken')
  // What they need may have been taken by the visits that went back.
  if (groupsLeft > 0) await giveGroupsBack(ctx, work, row)

  const whole = await readRepair(ctx, work, row.id)
  if (!whole.ok) return whole
  const named = new Set(asked.map(({ appointment_id }) => appointment_id))
  const stayed = whole.value.items.filter((item) => named.has(item.appointmentId) && item.backAt === null).length
  const groupsStayed = whole.value.given.filter(({ backAt }) => backAt === null).length
  return ok({ ...whole.value, stayed, groupsStayed })
}

function isAskedFor({ appointmentIds }: Input): (item: ItemRow) => boolean {
  return (item) =>
    item.applied_at !== null &&
    item.back_at === null &&
    (item.decision === 'accepted' || item.decision === 'cancelled') &&
    appointmentIds.includes(item.appointment_id)
}

/** Opens the time. Asked again with the same key, it goes on where it stopped. */
async function begin(ctx: Ctx, input: Input): Promise<Result<unknown, Refusal<Spec>>> {
  if ((await ctx.recall()) !== undefined) return ok({})
  return ctx.tx<unknown, Refusal<Spec>>(async (db) => {
    const row = await lockRepair(db, input.repairId)
    if (!row) throw new Problem('not-found')
    const asked = (await selectItems(db, row.id)).filter(isAskedFor(input))
    ctx.touch(
      asked.map(({ id }) => id),
      row.id,
    )
    if (row.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: row.version })
    const hasCancelled = asked.some(({ decision }) => decision === 'cancelled')
    if (hasCancelled && !roleMay(ctx.actor.role, 'appointment.cancel')) throw new Problem('not-allowed')
    if (row.closes) await openBlocks(ctx, db, row.id)
    await touchRepair(db, row.id, { status: 'closed' })
    await ctx.tell(db, repairChanged(row.id, row.site_id))
    return ok({})
  })
}

async function putBack(
  ctx: Ctx,
  { practice }: RepairWork,
  row: RepairRow,
  item: ItemRow,
  going: Going,
): Promise<'done' | 'taken'> {
  const { appointment_id: appointmentId, before, proposal } = item
  const stays = async (because: StaysBecause): Promise<'done'> => {
    going.delete(appointmentId)
    await stay(ctx, row, item, because)
    return 'done'
  }
  if (msOf(before.start) <= ctx.now.epochMilliseconds) return stays('time-past')
  if (proposal === null || !(await isWhereItWasPut(ctx.db, item, proposal))) return stays('visit-changed')
  // Of no news to the patient before, it is none now.
  const news = newsOf(proposal.why) === 'none' ? 'none' : 'back'
  const save = async (db: Parameters<typeof markBack>[0], { broken }: RepairMove): Promise<void> => {
    if (broken.length > 0) throw new WouldTearChain()
    const at = ctx.now.toString()
    if (!(await markBack(db, row.id, appointmentId, { at, isTold: news !== 'none' }))) throw new DoneMeanwhile()
    await touchRepair(db, row.id)
    await ctx.tell(db, repairChanged(row.id, row.site_id))
  }
  try {
    const moved = await move(
      ctx.step(appointmentId, 'appointment.move'),
      practice,
      {
        appointmentId,
        start: before.start,
        assignments: before.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
        reason: row.reason,
        version: item.version,
      },
      { repairId: row.id, news, going, save, rulesBefore: item.rules_before ?? [] },
    )
    if (moved.ok) return 'done'
    return moved.error.reason === 'opening-taken' ? 'taken' : stays(obstacleOf(moved.error.reason))
  } catch (error) {
    if (error instanceof DoneMeanwhile) return 'done'
    if (!(error instanceof WouldTearChain)) throw error
    return stays('chain-gap')
  }
}

/** A cancelled visit gets its time back by the rules of every cancellation that is undone. */
async function restore(
  ctx: Ctx,
  { practices }: { readonly practices: PracticeBook },
  row: RepairRow,
  item: ItemRow,
): Promise<void> {
  const { appointment_id: appointmentId } = item
  if (msOf(item.before.start) <= ctx.now.epochMilliseconds) return stay(ctx, row, item, 'time-past')
  // A server that stopped between the two steps has given it back already.
  if (item.status !== 'booked') {
    const undo = { appointmentId, from: 'cancelled', reason: row.reason } as const
    const undone = await undoVisit(ctx.step(appointmentId, 'visit.undo'), practices, undo)
    if (!undone.ok) {
      const { reason } = undone.error
      return stay(ctx, row, item, reason === 'moved-meanwhile' ? 'visit-changed' : obstacleOf(reason))
    }
  }
  await ctx.step(`${appointmentId} back`, 'repair.take-back').tx(async (db) => {
    await markBack(db, row.id, appointmentId, { at: ctx.now.toString(), isTold: false })
    await touchRepair(db, row.id)
    await ctx.tell(db, repairChanged(row.id, row.site_id))
    return ok({})
  })
}

async function stay(ctx: Ctx, row: RepairRow, item: ItemRow, because: StaysBecause): Promise<void> {
  await markStays(ctx.db, row.id, item.appointment_id, because)
}
