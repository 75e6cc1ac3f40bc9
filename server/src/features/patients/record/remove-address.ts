import type { record, Refusal } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import type { Details } from './present.ts'
import { ofId, saveDetails } from './saving.ts'
import { deleteAddress } from './store.ts'

type Spec = typeof record.removeAddress

export async function removeAddress(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { patientId, placeId } = params
  return saveDetails<Refusal<Spec>>(ctx, { patientId, version: body.version }, async (db, before) => {
    await deleteAddress(db, ofId(before.addresses, placeId).id)
    return ok({})
  })
}
