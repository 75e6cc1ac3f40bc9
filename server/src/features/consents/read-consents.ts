import { type consents, type Query, type Reply, roleMay } from '@foyer/contract'
import { type ConsentKind, consentKindNames, consentNeeds, displayName, textsToSign } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { presentName, selectConsents, selectConsentTexts } from '../patients/index.ts'
import type { PracticeBook } from '../practice/index.ts'
import { signersOf } from './may-sign.ts'
import { presentGiven } from './present.ts'
import { findPerson, findVisit, selectGiven } from './store.ts'
import { presentText } from './texts/present.ts'
import { selectTexts } from './texts/store.ts'
import { todayAt } from './today.ts'

type Spec = typeof consents.readConsents

export async function readConsents(
  ctx: Ctx,
  practices: PracticeBook,
  patientId: string,
  { appointmentId }: Query<Spec>,
): Promise<Reply<Spec>> {
  ctx.touch(patientId)
  const { db } = ctx
  const [person, visit, today, rules, words, held, given, signers] = await Promise.all([
    findPerson(db, patientId),
    appointmentId === undefined ? null : findVisit(db, patientId, appointmentId),
    todayAt(ctx, practices),
    selectConsentTexts(db),
    selectTexts(db),
    selectConsents(db, patientId),
    selectGiven(db, patientId),
    signersOf(db, patientId, ctx.now.toString()),
  ])
  if (!person || visit === undefined) throw new Problem('not-found')
  const date = visit?.date ?? today
  const needs = consentNeeds({
    texts: rules,
    consents: held,
    date,
    languages: [person.language, ...person.further_languages],
    isTelehealth: visit?.telehealth ?? false,
  })
  const offered = new Set(
    consentKindNames.flatMap((kind: ConsentKind) => textsToSign(rules, kind, date)).map(({ id }) => id),
  )
  const allowed = signers.filter(({ maySign }) => maySign)
  return {
    date,
    needs: needs.map(({ kind, state, isAsked, isOpen, text, consent }) => ({
      kind,
      state,
      isAsked,
      isOpen,
      textId: text.id,
      consentId: consent?.id ?? null,
    })),
    texts: words.filter(({ id }) => offered.has(id)).map(presentText),
    given: given.map(presentGiven),
    signers: allowed.map(({ id, name, relationship, language }) => ({ id, name, relationship, language })),
    signerId: allowed.find(({ isAsked }) => isAsked)?.id ?? null,
    name: displayName(presentName(person)),
    can: { record: roleMay(ctx.actor.role, 'consent.record') },
  }
}
