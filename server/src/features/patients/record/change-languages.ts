import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import type { Details } from './present.ts'
import { saveDetails } from './saving.ts'

type Spec = typeof record.changeLanguages

export async function changeLanguages(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version: body.version }, async () => {
    const [language = '', ...further] = body.languages
    const twice = body.languages.find((one, at) => body.languages.indexOf(one) !== at)
    if (twice !== undefined) return refuse({ reason: 'language-twice', language: twice })
    return ok({
      language,
      further_languages: further,
      interpreter_needed: body.interpreterNeeded,
      accessibility: [...new Set(body.accessibility)],
    })
  })
}
