import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { deathFault } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import type { Details } from './present.ts'
import { saveDetails } from './saving.ts'

type Spec = typeof record.setDeath

/** Visits that are still to come stay: somebody looks at each and cancels it. */
export async function setDeath(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { version, deceased } = body
  const on = deceased ? body.on : null
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version }, async (db, before) => {
    const fault = on === null ? null : deathFault(on, before.birth_date, await latestToday(ctx, db))
    return fault === null ? ok({ deceased, deceased_on: on }) : refuse({ reason: fault })
  })
}
