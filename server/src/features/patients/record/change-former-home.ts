import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { formerHomeFault } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import { type Details, isHome, residenceOf } from './present.ts'
import { ofId, saveDetails } from './saving.ts'
import { updateAddress } from './store.ts'

type Spec = typeof record.changeFormerHome

export async function changeFormerHome(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { patientId, placeId } = params
  const { version, address, periodStart, periodEnd } = body
  return saveDetails<Refusal<Spec>>(ctx, { patientId, version }, async (db, before) => {
    const { id } = ofId(before.addresses.filter(isHome), placeId)
    const others = { ...before, addresses: before.addresses.filter((one) => one.id !== id) }
    const period = { start: periodStart, end: periodEnd }
    const fault = formerHomeFault(residenceOf(others), period, await latestToday(ctx, db))
    if (fault !== null) return refuse({ reason: fault })
    await updateAddress(db, id, { address: JSON.stringify(address), period_start: periodStart, period_end: periodEnd })
    return ok({})
  })
}
