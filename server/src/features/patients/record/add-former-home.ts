import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { formerHomeFault } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import { type Details, residenceOf } from './present.ts'
import { saveDetails } from './saving.ts'
import { insertAddress } from './store.ts'

type Spec = typeof record.addFormerHome

export async function addFormerHome(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { patientId } = params
  const { version, address, periodStart, periodEnd } = body
  const id = ctx.newId()
  return saveDetails<Refusal<Spec>>(ctx, { patientId, version }, async (db, before) => {
    const period = { start: periodStart, end: periodEnd }
    const fault = formerHomeFault(residenceOf(before), period, await latestToday(ctx, db))
    if (fault !== null) return refuse({ reason: fault })
    await insertAddress(db, {
      id,
      patient_id: patientId,
      use: 'old',
      address: JSON.stringify(address),
      period_start: periodStart,
      period_end: periodEnd,
    })
    return ok({})
  })
}
