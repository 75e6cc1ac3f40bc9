import type { record, Refusal } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import type { Details } from './present.ts'
import { ofId, saveDetails } from './saving.ts'
import { deleteName } from './store.ts'

type Spec = typeof record.removeName

/** A name that was never theirs; one they had is ended and stays. */
export async function removeName(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { patientId, nameId } = params
  return saveDetails<Refusal<Spec>>(ctx, { patientId, version: body.version }, async (db, before) => {
    await deleteName(db, ofId(before.names, nameId).id)
    return ok({})
  })
}
