import type { consents, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { consentTextChanged } from '../events.ts'
import { presentText } from './present.ts'
import { findText, updateText } from './store.ts'

type Spec = typeof consents.endConsentText

export async function endText(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const text = await findText(db, params.consentTextId)
    if (!text) throw new Problem('not-found')
    const { effectiveTo } = body
    if (effectiveTo !== null && effectiveTo < text.effective_from)
      return refuse({ reason: 'ends-before-it-starts', earliest: text.effective_from })
    await updateText(db, text.id, { effective_to: effectiveTo })
    await ctx.tell(db, consentTextChanged(text.id))
    return ok(presentText({ ...text, effective_to: effectiveTo }))
  })
}
