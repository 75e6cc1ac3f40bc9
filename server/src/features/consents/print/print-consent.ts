import type { consents, Params } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { displayName, formatMrn, languageName } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Media } from '../../../platform/http/route.ts'
import { plain } from '../../../platform/pdf/page-text.ts'
import { presentName } from '../../patients/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { presentGiven } from '../present.ts'
import { findGiven, findPerson, type GivenRow } from '../store.ts'
import { zoneOf } from '../today.ts'
import { drawConsent, type SignedPaper } from './consent-pdf.ts'
import { type PrintWords, printWords } from './print-words.ts'

function signatureOf({ signed_with, signature }: GivenRow): SignedPaper['signature'] {
  if (signature === null) return null
  return signed_with === 'drawn' ? { path: signature } : { name: signature }
}

function factsOf(row: GivenRow, words: PrintWords, timeZone: string): readonly string[] {
  const at = (instant: string): string =>
    plain(
      Temporal.Instant.from(instant).toLocaleString(words.locale, { timeZone, dateStyle: 'long', timeStyle: 'short' }),
    )
  const day = (date: string): string =>
    plain(Temporal.PlainDate.from(date).toLocaleString(words.locale, { dateStyle: 'long' }))
  const { signedByName, signer, signedWith, expiresOn, revokedAt, revokedReason } = presentGiven(row)
  return [
    signer === null ? words.signedBy(signedByName) : words.signedFor(signedByName, signer.relationship),
    words.on(at(row.signed_at)),
    words.how[signedWith],
    ...(expiresOn === null ? [] : [words.until(day(expiresOn))]),
    ...(revokedAt === null ? [] : [words.revoked(at(revokedAt), revokedReason ?? '')]),
  ]
}

/** In the language in which it was signed. */
export async function printConsent(
  ctx: Ctx,
  practices: PracticeBook,
  { patientId, consentId }: Params<typeof consents.printConsent>,
): Promise<Media> {
  ctx.touch(patientId, consentId)
  const [person, row, timeZone] = await Promise.all([
    findPerson(ctx.db, patientId),
    findGiven(ctx.db, patientId, consentId),
    zoneOf(ctx, practices),
  ])
  if (!person || !row) throw new Problem('not-found')
  const spoken = row.language.startsWith('es') ? 'es' : 'en'
  const words = printWords[spoken]
  const bytes = await drawConsent({
    words,
    practiceName: ctx.organization.name,
    person: `${displayName(presentName(person))} · ${formatMrn(person.mrn)}`,
    title: row.title,
    version: words.version(row.version, languageName(row.language, spoken)),
    body: row.body,
    decision: row.decision === 'permit' ? words.agreed : words.declined,
    facts: factsOf(row, words, timeZone),
    signature: signatureOf(row),
    createdAt: ctx.now.epochMilliseconds,
  })
  return { media: 'application/pdf', filename: 'consent.pdf', bytes }
}
