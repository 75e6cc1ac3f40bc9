import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Solver } from '../../platform/ports/solver.ts'
import { addresseesOf } from '../messages/index.ts'
import type { Practice } from '../practice/index.ts'
import { readGroups } from './groups/read-groups.ts'
import { selectAffected } from './affected/store.ts'
import { selectGiven } from './groups/given-store.ts'
import { selectTold } from './groups/seat-store.ts'
import { presentGiven, presentRepair, presentRepairLine, type RepairReply } from './present.ts'
import { countItems, selectItems, selectRepair } from './store.ts'

/** What the use cases of this feature need beside the request. */
export interface RepairWork {
  readonly practice: Practice
  readonly solver: Solver
  /** The secret part of the link by which a patient answers. */
  readonly answerToken: (organization: string, repairId: string, appointmentId: string) => string
  /** Whether messages carry that link: only where the server knows its own address. */
  readonly linkInMessages: boolean
}

/** A repair as it stands, for the answer to every question about it. */
export async function readRepair(ctx: Ctx, work: RepairWork, repairId: string): Promise<Result<RepairReply, never>> {
  const { practice, linkInMessages } = work
  const row = await selectRepair(ctx.db, repairId)
  if (!row) throw new Problem('not-found')
  const time = { start: row.from, end: row.until }
  const [items, counts, visits, groups, given, seats] = await Promise.all([
    selectItems(ctx.db, repairId),
    countItems(ctx.db, [repairId]),
    selectAffected(ctx.db, row.resource_ids, time),
    readGroups(ctx, practice, row),
    selectGiven(ctx.db, repairId),
    selectTold(ctx.db, repairId),
  ])
  const seated = groups.flatMap(({ people }) => people.map(({ patient }) => patient.id))
  ctx.touch([...new Set([...items.map(({ id }) => id), ...seated, ...seats.map(({ id }) => id)])], repairId)
  const about = [...items, ...seats].map(({ id, appointment_id }) => ({
    patientId: id,
    appointmentIds: [appointment_id],
  }))
  const to = await addresseesOf(ctx.db, about, ctx.now.toString())
  const reached = items.map((item, at) => ({ ...item, has_email: to[at] !== null }))
  const told = seats.map((seat, at) => ({ ...seat, has_email: to[items.length + at] !== null }))
  const here = visits.filter(({ status }) => status !== 'booked' && status !== 'checked-out').length
  const ofGroups = { waiting: groups.length, silent: seats.filter(({ answer }) => answer === null).length }
  const line = presentRepairLine(practice, ctx.actor, row, counts[0], ofGroups)
  return ok(
    presentRepair(practice, ctx.actor, line, row.is_optimal, reached, {
      here,
      groups,
      given: given.map((one) => presentGiven(practice, one, told)),
      linkInMessages,
      closes: row.closes,
    }),
  )
}
