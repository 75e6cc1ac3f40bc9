import type { Body, Params, Refusal, repair, Reply } from '@foyer/contract'
import { roleMay } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Interval } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { type Db, runIn } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { tokenHash } from '../../platform/auth/tokens.ts'
import { cancel, move, msOf, queueFor, type RepairMove } from '../scheduling/index.ts'
import { closeTime } from './closing/close-time.ts'
import { repairChanged } from './events.ts'
import { obstacleOf } from './obstacle.ts'
import { newsOf, placeOfStored } from './place.ts'
import { readRepair, type RepairWork } from './read-repair.ts'
import { planAnew } from './repropose.ts'
import {
  isStillWanted,
  type ItemRow,
  lockRepair,
  markApplied,
  type OvertakenBy,
  type RepairRow,
  selectItems,
  selectRepair,
  touchRepair,
  updateDecision,
} from './store.ts'

type Spec = typeof repair.applyRepair
type Input = Params<Spec> & Body<Spec>

/** Another process, or a colleague, was a moment faster with this visit, or took the repair back. */
class DoneMeanwhile extends Error {}

/** A leg beside it is no longer where the plan had it. */
class WouldTearChain extends Error {}

/** Where the visits go that are still to be moved. */
type Going = Map<string, Interval>

/**
 * Does what was decided. First the time is closed; then each visit moves or is cancelled in a transaction of its own, in
 * which its item is marked: a server that stops half way has done whole visits, and applying again does the rest. A visit
 * may wait for another's place, so those that find theirs taken are tried again as long as others get through. Legs of a
 * chain go together: a gap is held to where the leg beside it is, or goes in this step. What was overtaken by events is
 * marked, with what overtook it, and planned anew.
 */
export async function apply(ctx: Ctx, work: RepairWork, input: Input): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const begun = await begin(ctx, work, input)
  if (!begun.ok) return begun
  const row = await selectRepair(ctx.db, input.repairId)
  if (!row) throw new Problem('not-found')

  const items = await selectItems(ctx.db, row.id)
  for (const item of items.filter(isDue('cancelled'))) await cancelOne(ctx, work, row, item)
  let left = items.filter(isDue('accepted'))
  const going: Going = new Map(
    left.flatMap(({ appointment_id, proposal }) => (proposal ? [[appointment_id, placeOfStored(proposal)]] : [])),
  )
  for (let before = Infinity; left.length > 0 && left.length < before; ) {
    before = left.length
    const again: ItemRow[] = []
    for (const item of left) if ((await moveOne(ctx, work, row, item, going)) === 'taken') again.push(item)
    left = again
  }
  for (const item of left) await overtake(ctx, row, item, 'place-taken')

  const overtaken = (await selectItems(ctx.db, row.id)).filter(isDue('overtaken')).length
  const now = await selectRepair(ctx.db, row.id)
  if (now && overtaken > 0) await planAnew(ctx.step('plan', 'repair.propose'), work, now, new Map())
  await settle(ctx, row)
  const whole = await readRepair(ctx, work, row.id)
  return whole.ok ? ok({ ...whole.value, overtaken }) : whole
}

function isDue(decision: string): (item: ItemRow) => boolean {
  return (item) => item.applied_at === null && item.decision === decision
}

/** Closes the time. Asked again with the same key, it goes on where it stopped. */
async function begin(ctx: Ctx, work: RepairWork, input: Input): Promise<Result<unknown, Refusal<Spec>>> {
  if ((await ctx.recall()) !== undefined) return ok({})
  return ctx.tx<unknown, Refusal<Spec>>(async (db) => {
    const row = await lockRepair(db, input.repairId)
    if (!row) throw new Problem('not-found')
    ctx.because(row.reason)
    const items = await selectItems(db, row.id)
    const due = items.filter((item) => isDue('accepted')(item) || isDue('cancelled')(item))
    ctx.touch(
      due.map(({ id }) => id),
      row.id,
    )
    if (row.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: row.version })
    if (row.status === 'closed') return refuse({ reason: 'taken-back' })
    // Where only groups count on it there is nothing to decide first.
    if (due.length === 0 && items.length > 0) return refuse({ reason: 'nothing-decided' })
    if (due.some(isDue('cancelled')) && !roleMay(ctx.actor.role, 'appointment.cancel')) throw new Problem('not-allowed')
    // Whoever is booking into the time right now is waited for, and closed around.
    const [start, end] = [msOf(row.from), msOf(row.until)]
    const closed = row.resource_ids.map((resourceId) => ({ resourceId, start, end }))
    await runIn(db, queueFor(db, closed))
    await closeTime(ctx, db, work.practice, row)
    await touchRepair(db, row.id)
    await ctx.tell(db, repairChanged(row.id, row.site_id))
    return ok({})
  })
}

async function moveOne(
  ctx: Ctx,
  work: RepairWork,
  row: RepairRow,
  item: ItemRow,
  going: Going,
): Promise<'done' | 'taken'> {
  const { proposal } = item
  if (!proposal) return 'done'
  const { practice } = work
  const step = ctx.step(item.appointment_id, 'appointment.move')
  const news = newsOf(proposal.why)
  const save = async (db: Db, { broken, rules }: RepairMove): Promise<void> => {
    if (broken.length > 0 && proposal.start !== item.before.start) throw new WouldTearChain()
    const at = ctx.now.toString()
    const token = work.answerToken(ctx.organization.slug, row.id, item.appointment_id)
    const isTold = news !== 'none'
    if (!(await isStillWanted(db, row.id))) throw new DoneMeanwhile()
    const applied = { at, toldAt: isTold ? at : null, tokenHash: isTold ? tokenHash(token) : null, rules }
    if (!(await markApplied(db, row.id, item.appointment_id, { decision: 'accepted', ...applied })))
      throw new DoneMeanwhile()
    await closeTime(ctx, db, practice, row)
    await ctx.tell(db, repairChanged(row.id, row.site_id))
  }
  try {
    const moved = await move(
      step,
      practice,
      {
        appointmentId: item.appointment_id,
        start: proposal.start,
        assignments: proposal.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
        reason: row.reason,
        version: item.before.version,
      },
      { repairId: row.id, news, going, save },
    )
    if (moved.ok) return 'done'
    if (moved.error.reason === 'opening-taken') return 'taken'
    going.delete(item.appointment_id)
    await overtake(ctx, row, item, obstacleOf(moved.error.reason))
    return 'done'
  } catch (error) {
    if (error instanceof DoneMeanwhile) return 'done'
    if (!(error instanceof WouldTearChain)) throw error
    going.delete(item.appointment_id)
    await overtake(ctx, row, item, 'chain-gap')
    return 'done'
  }
}

async function cancelOne(ctx: Ctx, work: RepairWork, row: RepairRow, item: ItemRow): Promise<void> {
  const step = ctx.step(item.appointment_id, 'appointment.cancel')
  const input = {
    appointmentId: item.appointment_id,
    reason: 'practice' as const,
    note: item.reason,
    version: item.before.version,
  }
  try {
    const cancelled = await cancel(step, work.practice, input, async (db) => {
      if (!(await isStillWanted(db, row.id))) throw new DoneMeanwhile()
      const applied = { at: ctx.now.toString(), toldAt: null, tokenHash: null, rules: null }
      if (!(await markApplied(db, row.id, item.appointment_id, { decision: 'cancelled', ...applied })))
        throw new DoneMeanwhile()
      await closeTime(ctx, db, work.practice, row)
      await ctx.tell(db, repairChanged(row.id, row.site_id))
    })
    if (!cancelled.ok) await overtake(ctx, row, item, 'visit-changed')
  } catch (error) {
    if (!(error instanceof DoneMeanwhile)) throw error
  }
}

/** The visit changed, or its place was taken by others: the decision no longer fits. */
async function overtake(ctx: Ctx, row: RepairRow, item: ItemRow, by: OvertakenBy): Promise<void> {
  const decided = { reason: null, at: ctx.now.toString(), name: ctx.actor.name }
  const made = { decision: 'overtaken', ...decided, overtakenBy: by } as const
  await updateDecision(ctx.db, row.id, item.appointment_id, made)
}

/** Applied when nothing is left that somebody has to decide on or do. */
async function settle(ctx: Ctx, row: RepairRow): Promise<void> {
  const items = await selectItems(ctx.db, row.id)
  const isDone = items.every((item) => item.applied_at !== null || item.decision === 'kept')
  await ctx.step('settle', 'repair.apply').tx(async (db) => {
    const isTakenBack = (await lockRepair(db, row.id))?.status === 'closed'
    await touchRepair(db, row.id, isDone && !isTakenBack ? { status: 'applied' } : {})
    await ctx.tell(db, repairChanged(row.id, row.site_id))
    return ok({})
  })
}
