import type { record, Refusal } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import type { Details } from './present.ts'
import { saveDetails } from './saving.ts'

type Spec = typeof record.changeGeneralPractitioner

export async function changeGeneralPractitioner(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { version, generalPractitioner } = body
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version }, async () =>
    ok({ general_practitioner: generalPractitioner }),
  )
}
