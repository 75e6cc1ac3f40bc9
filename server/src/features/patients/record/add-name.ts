import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { nameFault } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import { besides, nameColumns } from './name-rules.ts'
import type { Details } from './present.ts'
import { saveDetails } from './saving.ts'
import { insertName } from './store.ts'

type Spec = typeof record.addName

export async function addName(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const id = ctx.newId()
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version: body.version }, async (db, before) => {
    const name = nameColumns(body)
    const fault = nameFault(besides(name), before.names.map(besides), await latestToday(ctx, db))
    if (fault !== null) return refuse({ reason: fault })
    await insertName(db, { ...name, id, patient_id: params.patientId })
    return ok({})
  })
}
