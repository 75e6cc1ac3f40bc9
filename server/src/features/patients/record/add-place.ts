import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { isBackwards } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { placeColumns } from './place-columns.ts'
import type { Details } from './present.ts'
import { saveDetails } from './saving.ts'
import { insertAddress } from './store.ts'

type Spec = typeof record.addPlace

export async function addPlace(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const id = ctx.newId()
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version: body.version }, async (db) => {
    if (isBackwards({ start: body.periodStart, end: body.periodEnd })) return refuse({ reason: 'period-backwards' })
    await insertAddress(db, { ...placeColumns(body), id, patient_id: params.patientId })
    return ok({})
  })
}
