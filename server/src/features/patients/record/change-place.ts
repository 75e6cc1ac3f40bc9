import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { isBackwards } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { placeColumns } from './place-columns.ts'
import { type Details, isHome } from './present.ts'
import { ofId, saveDetails } from './saving.ts'
import { updateAddress } from './store.ts'

type Spec = typeof record.changePlace

export async function changePlace(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { patientId, placeId } = params
  return saveDetails<Refusal<Spec>>(ctx, { patientId, version: body.version }, async (db, before) => {
    const places = before.addresses.filter((one) => !isHome(one))
    const { id } = ofId(places, placeId)
    if (isBackwards({ start: body.periodStart, end: body.periodEnd })) return refuse({ reason: 'period-backwards' })
    await updateAddress(db, id, placeColumns(body))
    return ok({})
  })
}
