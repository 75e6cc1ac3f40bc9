import type { Body, consents, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { mayKeepMeaning, normalizedBody } from '@foyer/patients'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { consentTextChanged } from '../events.ts'
import { todayAt } from '../today.ts'
import { bodyHash } from './body-hash.ts'
import { presentText } from './present.ts'
import { findNewest, findText, insertText, lockTexts, updateText } from './store.ts'

type Spec = typeof consents.writeConsentText

/**
 * What was signed must stay what was read, so a text is never written over: other words are another version. The same words
 * make none; title and validity then change for those who sign from now on.
 */
export async function writeText(
  ctx: Ctx,
  practices: PracticeBook,
  body: Body<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const today = await todayAt(ctx, practices)
  const { kind, language, title, scope, validDays, effectiveFrom, sameMeaning } = body
  if (sameMeaning && !mayKeepMeaning(kind)) return refuse({ reason: 'meaning-is-the-words' })
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await lockTexts(db)
    const before = await findNewest(db, kind, language)
    const hash = bodyHash(body.body)
    const isSame = before !== undefined && before.version > 0 && before.body_hash.equals(hash) && before.scope === scope
    const id = isSame ? before.id : ctx.newId()
    if (isSame) await updateText(db, id, { title, valid_days: validDays, effective_to: null })
    else {
      const earliest = before && before.effective_from > today ? before.effective_from : today
      if (effectiveFrom < earliest) return refuse({ reason: 'starts-too-early', earliest })
      await insertText(db, {
        id,
        kind,
        language,
        version: (before?.version ?? 0) + 1,
        title,
        body: normalizedBody(body.body),
        body_hash: hash,
        scope,
        valid_days: validDays,
        effective_from: effectiveFrom,
        is_material: !sameMeaning,
        written_at: ctx.now.toString(),
        written_by: staffOf(ctx.actor),
      })
    }
    await ctx.tell(db, consentTextChanged(id))
    const after = await findText(db, id)
    if (!after) throw new Problem('fault')
    return ok({ text: presentText(after), isNew: !isSame })
  })
}
