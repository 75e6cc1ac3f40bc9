import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { earliestMove } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import { type Details, residenceOf } from './present.ts'
import { saveDetails } from './saving.ts'

type Spec = typeof record.correctAddress

export async function correctAddress(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { address, since, version } = body
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version }, async (db, before) => {
    if (since !== null && since > (await latestToday(ctx, db))) return refuse({ reason: 'date-ahead' })
    const earliest = earliestMove({ ...residenceOf(before), since: null })
    if (since !== null && earliest !== null && since < earliest) return refuse({ reason: 'move-too-early', earliest })
    return ok({
      address: address === null ? null : JSON.stringify(address),
      address_since: address === null ? null : since,
    })
  })
}
