import type { Body, eligibility, Refusal, Reply } from '@foyer/contract'
import { daysBetween, ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { insertChecks } from '../asking/store.ts'
import { sweepChanged } from '../events.ts'
import { zoneOf } from '../../practice-day.ts'
import { planSweep } from './plan-sweep.ts'
import { findOpenSweep, insertSweep, letGoOfHeldUp } from './store.ts'

type Spec = typeof eligibility.startSweep

const MOST_DAYS = 14

/** Somebody asks about the visits of some days; the answers come one by one. */
export async function startSweep(
  ctx: Ctx,
  practices: PracticeBook,
  { from, to, payerId, again }: Body<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const days = daysBetween(from, to)
  if (days < 0 || days >= MOST_DAYS) return refuse({ reason: 'too-many-days', most: MOST_DAYS })
  const zone = await zoneOf(ctx.organization, practices)
  const id = ctx.newId()
  const by = staffOf(ctx.actor)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const at = ctx.now.toString()
    await letGoOfHeldUp(db, at)
    const under = await findOpenSweep(db)
    if (under !== null) return refuse({ reason: 'sweep-under-way', sweepId: under })
    const asked = { id, at, by, from, to, siteId: null, payerId, again, zone, newId: () => ctx.newId() }
    const { visits, checks, restricted } = await planSweep(db, asked)
    const isBegun = await insertSweep(db, { id, begun_at: at, begun_by: by, from_date: from, to_date: to, visits })
    if (!isBegun) return refuse({ reason: 'sweep-under-way', sweepId: (await findOpenSweep(db)) ?? id })
    await insertChecks(db, checks)
    ctx.touch([...new Set(checks.map((check) => check.patient_id))], id)
    await ctx.tell(db, sweepChanged(id))
    return ok({ sweepId: id, visits, asked: checks.filter(({ state }) => state === 'waiting').length, restricted })
  })
}
