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
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version: body.version }, async (_, before) => {
    const [language = '', ...further] = body.languages
    const twice = body.languages.find((one, at) => body.languages.indexOf(one) !== at)
    if (twice !== undefined) return refuse({ reason: 'language-twice', language: twice })
    const { language: was, further_languages: others, interpreter_needed: needed } = before
    // Who only says what helps has not asked; who says a language has.
    const isSaid =
      body.languageAsked ||
      JSON.stringify(body.languages) !== JSON.stringify([was, ...others]) ||
      body.interpreterNeeded !== needed
    return ok({
      language,
      language_asked: before.language_asked || isSaid,
      further_languages: further,
      interpreter_needed: body.interpreterNeeded,
      accessibility: [...new Set(body.accessibility)],
    })
  })
}
