import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { nameFault } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import { besides, nameColumns } from './name-rules.ts'
import type { Details } from './present.ts'
import { ofId, saveDetails } from './saving.ts'
import { updateName } from './store.ts'

type Spec = typeof record.changeName

export async function changeName(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { patientId, nameId } = params
  return saveDetails<Refusal<Spec>>(ctx, { patientId, version: body.version }, async (db, before) => {
    const { id } = ofId(before.names, nameId)
    const name = nameColumns(body)
    const others = before.names.filter((one) => one.id !== id).map(besides)
    const fault = nameFault(besides(name), others, await latestToday(ctx, db))
    if (fault !== null) return refuse({ reason: fault })
    await updateName(db, id, name)
    return ok({})
  })
}
