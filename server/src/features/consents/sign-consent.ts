import type { consents, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { consentNeeds, displayName, lastDayOf, needsExpiry, textFor, textsToSign } from '@foyer/patients'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { presentName, recordChanges, selectConsents, selectConsentTexts } from '../patients/index.ts'
import type { PracticeBook } from '../practice/index.ts'
import { consentGiven } from './events.ts'
import { signersOf } from './may-sign.ts'
import { insertConsent, lockPerson } from './store.ts'
import { presentText } from './texts/present.ts'
import { findText } from './texts/store.ts'
import { todayAt } from './today.ts'

type Spec = typeof consents.signConsent
type Signature = Input<Spec>['body']['signature']

function written(signature: Signature): string | null {
  if (signature?.with === 'drawn') return signature.path
  return signature?.with === 'typed' ? signature.name : null
}

/**
 * A signature typed or drawn on a screen is as good as one on paper (15 USC 7001(a)); what is kept is the text, who signed
 * it, how and when.
 */
export async function signConsent(
  ctx: Ctx,
  practices: PracticeBook,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId } = params
  const { consentTextId, decision, relatedPersonId, signature, until } = body
  ctx.touch(patientId)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const person = await lockPerson(db, patientId)
    const row = await findText(db, consentTextId)
    if (!person || !row || row.version < 1) throw new Problem('not-found')
    const text = presentText(row)
    const { kind } = text
    const rules = await selectConsentTexts(db)
    const languages = [person.language, ...person.further_languages]
    // A text that begins with the visit may be signed before it.
    const date = text.effectiveFrom > today ? text.effectiveFrom : today
    const offered = textsToSign(rules, kind, date)
    if (!offered.some(({ id }) => id === text.id))
      return refuse({ reason: 'not-the-current-text', consentTextId: textFor(offered, languages)?.id ?? null })

    const held = await selectConsents(db, patientId)
    // What is good in another language is not signed twice either.
    const need = consentNeeds({ texts: rules, consents: held, date, languages, isTelehealth: true }).find(
      (one) => one.kind === kind,
    )
    const stands = need?.state === 'signed' ? 'permit' : need?.state === 'denied' ? 'deny' : null
    if (need?.consent && stands === decision) return refuse({ reason: 'already-signed', consentId: need.consent.id })

    const signer =
      relatedPersonId === null
        ? null
        : (await signersOf(db, patientId, ctx.now.toString())).find((relative) => relative.id === relatedPersonId)
    if (signer === undefined) return refuse({ reason: 'not-a-relative' })
    if (signer && !signer.maySign) return refuse({ reason: 'may-not-sign', name: signer.name })
    if (signature === null && decision === 'permit') return refuse({ reason: 'signature-missing' })
    if (until !== null && until < today) return refuse({ reason: 'until-past' })
    const expiresOn = decision === 'permit' ? lastDayOf(today, text.validDays, until) : null
    if (decision === 'permit' && expiresOn === null && needsExpiry(kind)) return refuse({ reason: 'until-missing' })

    const id = ctx.newId()
    await insertConsent(db, {
      id,
      patient_id: patientId,
      consent_text_id: text.id,
      decision,
      signed_at: ctx.now.toString(),
      signed_by_name: signer?.name ?? displayName(presentName(person)),
      related_person_id: signer?.id ?? null,
      signature: written(signature),
      signed_with: signature?.with ?? 'said',
      expires_on: expiresOn,
      recorded_by: staffOf(ctx.actor),
    })
    await recordChanges(ctx, db, patientId, { [`consent.${kind}`]: stands }, { [`consent.${kind}`]: decision })
    await ctx.tell(db, consentGiven(id, patientId))
    return ok({ id, expiresOn })
  })
}
