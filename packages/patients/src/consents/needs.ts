import { type ConsentKind, consentKindNames, isForVisit, refusalStaysOpen } from './kinds.ts'

/** A text as the rules read it. Dates are civil dates, both included. */
export interface ConsentText {
  readonly id: string
  readonly kind: string
  /** Counted for each kind and language; 0 stands for words that are not known any more. */
  readonly version: number
  /** BCP 47. */
  readonly language: string
  readonly effectiveFrom: string
  /** Last day on which it is asked; null: still. */
  readonly effectiveTo: string | null
  /** False: says the same as the version before in other words. */
  readonly isMaterial: boolean
}

export interface GivenConsent {
  readonly id: string
  readonly textId: string
  readonly decision: 'permit' | 'deny'
  /** RFC 3339 in UTC. */
  readonly signedAt: string
  /** Last day on which it is good; null: until it is revoked. */
  readonly expiresOn: string | null
  readonly isRevoked: boolean
}

/**
 * missing  never signed    changed  the text says something else by now    expired  its last day is over
 * denied   asked and not given    revoked  given and taken back    signed  good today
 */
export type ConsentState = 'signed' | 'missing' | 'changed' | 'expired' | 'denied' | 'revoked'

export interface ConsentNeed<T extends ConsentText = ConsentText, C extends GivenConsent = GivenConsent> {
  readonly kind: ConsentKind
  readonly state: ConsentState
  /** The text for this person now: in a language they read, else in English, else in any. */
  readonly text: T
  /** The last word of the person on this kind. */
  readonly consent: C | null
  /** To be put before the person now. */
  readonly isAsked: boolean
  /** To be asked, or a "no" that somebody must know of. */
  readonly isOpen: boolean
}

export interface ConsentFacts<T extends ConsentText = ConsentText, C extends GivenConsent = GivenConsent> {
  readonly texts: readonly T[]
  readonly consents: readonly C[]
  /** Civil date for which it is asked. */
  readonly date: string
  /** What the person reads, best first. */
  readonly languages: readonly string[]
  readonly isTelehealth: boolean
}

function primary(language: string): string {
  return language.split(/[-_]/)[0]?.toLowerCase() ?? ''
}

function inUse(text: ConsentText, date: string): boolean {
  return text.effectiveFrom <= date && (text.effectiveTo === null || date <= text.effectiveTo)
}

/** The newest text of each language that may be put before somebody on a date. */
export function textsToSign<T extends ConsentText>(texts: readonly T[], kind: string, date: string): readonly T[] {
  const newest = new Map<string, T>()
  for (const text of texts) {
    if (text.kind !== kind || text.version < 1 || text.effectiveFrom > date) continue
    if ((newest.get(text.language)?.version ?? 0) < text.version) newest.set(text.language, text)
  }
  return [...newest.values()].filter((text) => inUse(text, date)).toSorted((a, b) => (a.language < b.language ? -1 : 1))
}

/** The text that somebody can read: exactly their language, another form of it, English, any. */
export function textFor<T extends ConsentText>(offered: readonly T[], languages: readonly string[]): T | null {
  for (const language of [...languages, 'en']) {
    const exact = offered.find((text) => text.language.toLowerCase() === language.toLowerCase())
    const found = exact ?? offered.find((text) => primary(text.language) === primary(language))
    if (found) return found
  }
  return offered[0] ?? null
}

/** Whether, of the same kind and language, a text that says something else has come since. */
function saysAnotherThing(signed: ConsentText, texts: readonly ConsentText[], date: string): boolean {
  return texts.some(
    (text) =>
      text.kind === signed.kind &&
      text.language === signed.language &&
      text.version > signed.version &&
      text.isMaterial &&
      text.effectiveFrom <= date,
  )
}

function newestFirst(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1
}

function stateOf(consent: GivenConsent, isOld: boolean, date: string): ConsentState {
  if (isOld) return 'changed'
  if (consent.decision === 'deny') return 'denied'
  if (consent.isRevoked) return 'revoked'
  return consent.expiresOn !== null && consent.expiresOn < date ? 'expired' : 'signed'
}

/**
 * What a person has to sign on a date, kind by kind; kinds for which the practice has no text are left out.
 *
 * A consent is held against the texts of its own language: a translation that comes later asks nobody again. Who said no,
 * or took it back, is not asked a second time about the same text.
 */
export function consentNeeds<T extends ConsentText, C extends GivenConsent>({
  texts,
  consents,
  date,
  languages,
  isTelehealth,
}: ConsentFacts<T, C>): readonly ConsentNeed<T, C>[] {
  const textOf = new Map(texts.map((text) => [text.id, text]))
  return consentKindNames.flatMap((kind): ConsentNeed<T, C>[] => {
    const text = textFor(textsToSign(texts, kind, date), languages)
    if (!text) return []
    const [consent = null] = consents
      .filter(({ textId }) => textOf.get(textId)?.kind === kind)
      .toSorted((a, b) => newestFirst(a.signedAt, b.signedAt) || newestFirst(a.id, b.id))
    const signed = consent && textOf.get(consent.textId)
    const state = consent && signed ? stateOf(consent, saysAnotherThing(signed, texts, date), date) : 'missing'
    const isNeeded = isForVisit(kind, isTelehealth)
    const isAsked = isNeeded && (state === 'missing' || state === 'changed' || state === 'expired')
    const isNo = state === 'denied' || state === 'revoked'
    const isOpen = isAsked || (isNeeded && isNo && refusalStaysOpen(kind))
    return [{ kind, state, text, consent, isAsked, isOpen }]
  })
}
