import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { nameFault } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { storedSearchName } from '../contact.ts'
import { latestToday } from '../patient-fields.ts'
import { besides } from './name-rules.ts'
import type { Details } from './present.ts'
import { saveDetails } from './saving.ts'
import { insertName, type RecordRow } from './store.ts'

type Spec = typeof record.changeOwnName
type Body = Input<Spec>['body']

/** The name of before, to be kept; null: it was a mistake, or only what they are called changed. */
function leftName(before: RecordRow, { name, keep }: Body) {
  const isSame =
    before.given === name.given && before.family === name.family && (before.middle ?? undefined) === name.middle
  if (keep === null || isSame) return null
  const { given, middle, family, prefix, suffix } = before
  return { use: keep.use, given, middle, family, prefix, suffix, period_start: null, period_end: keep.until }
}

export async function changeOwnName(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const id = ctx.newId()
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version: body.version }, async (db, before) => {
    const left = leftName(before, body)
    if (left) {
      const fault = nameFault(besides(left), before.names.map(besides), await latestToday(ctx, db))
      if (fault === 'date-ahead' || fault === 'official-twice') return refuse({ reason: fault })
      await insertName(db, { ...left, id, patient_id: params.patientId })
    }
    const { name } = body
    return ok({
      given: name.given,
      middle: name.middle ?? null,
      family: name.family,
      preferred: name.preferred ?? null,
      prefix: name.prefix ?? null,
      suffix: name.suffix ?? null,
      search_name: storedSearchName(name),
    })
  })
}
