import { payers, type Refusal, type Reply } from '@foyer/contract'
import { readFeeFile } from '@foyer/coverage'
import { addDays, ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Input } from '../../../../platform/http/route.ts'
import { directoryChanged } from '../events.ts'
import { insertSchedule, lockVersions, payerExists, planExists, updatePeriodEnd } from './store.ts'

type Spec = typeof payers.importFees
type Imported = Result<Reply<Spec>, Refusal<Spec>>

/** A new version of a price list. The one before it ends the day before; what was told by it stays as it was told. */
export async function importFees(ctx: Ctx, { body }: Pick<Input<Spec>, 'body'>): Promise<Imported> {
  const { name, kind, payerId, planId, periodStart, content, withoutBad } = body
  if ((kind === 'contract') !== (payerId !== null)) return refuse({ reason: 'payer-does-not-fit' })
  if (planId !== null && payerId === null) return refuse({ reason: 'plan-does-not-fit' })
  const file = readFeeFile(content)
  if (!file.ok) return refuse({ reason: 'columns-missing', columns: [...file.missing] })
  if (file.faults.length > 0 && !withoutBad) return refuse({ reason: 'rows-not-read', bad: file.faults.length })
  if (file.fees.length === 0) return refuse({ reason: 'nothing-to-take' })
  const id = ctx.newId()
  ctx.touch([], id)
  return ctx.tx(async (db): Promise<Imported> => {
    if (payerId !== null && !(await payerExists(db, payerId))) throw new Problem('not-found')
    if (payerId !== null && planId !== null && !(await planExists(db, payerId, planId)))
      return refuse({ reason: 'plan-does-not-fit' })
    const [newest] = await lockVersions(db, { kind, payerId, planId })
    if (newest && newest.periodStart >= periodStart)
      return refuse({ reason: 'starts-too-early', earliest: addDays(newest.periodStart, 1) })
    if (newest) await updatePeriodEnd(db, newest.id, addDays(periodStart, -1))
    const schedule = { id, name, kind, payerId, planId, periodStart, importedAt: ctx.now.toString() }
    await insertSchedule(db, schedule, staffOf(ctx.actor), file.fees)
    await ctx.tell(db, directoryChanged(id))
    return ok({ ...schedule, periodEnd: null, fees: file.fees.length, isNewest: true })
  })
}
