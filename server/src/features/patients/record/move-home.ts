import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { move, sameValue } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import { type Details, residenceOf } from './present.ts'
import { saveDetails } from './saving.ts'
import { insertAddress } from './store.ts'

type Spec = typeof record.moveHome

export async function moveHome(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { patientId } = params
  const { address, on, version } = body
  const id = ctx.newId()
  return saveDetails<Refusal<Spec>>(ctx, { patientId, version }, async (db, before) => {
    if (sameValue(before.address, address)) return refuse({ reason: 'same-address' })
    if (on > (await latestToday(ctx, db))) return refuse({ reason: 'date-ahead' })
    const moved = move(residenceOf(before), address, on)
    if (!moved.ok) return moved
    if (before.address !== null) {
      const left = moved.value.former.at(-1)
      await insertAddress(db, {
        id,
        patient_id: patientId,
        use: 'old',
        address: JSON.stringify(before.address),
        period_start: left?.period.start ?? null,
        period_end: left?.period.end ?? null,
      })
    }
    return ok({ address: JSON.stringify(address), address_since: on })
  })
}
