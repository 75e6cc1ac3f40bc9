import { daysBetween } from '@foyer/kernel'

/**
 * What a visit still lacks when the person stands at the desk.
 *
 * identity   two identifiers were said and matched today (Joint Commission NPSG.01.01.01)
 * registration  what the practice or the visit type requires of a registration is known
 * contact    phone and address were confirmed in the last 90 days
 * coverage   a coverage is in force on the date of the visit, and its payer says so of that date or somebody looked at it then
 * consent    everything that the person has to sign is signed and good on the date of the visit
 * interpreter  one is assigned when the person needs one
 * copay      what the payer, the card or the visit type asks for is paid
 */
export const readinessCodes = [
  'identity',
  'registration',
  'contact',
  'coverage',
  'consent',
  'interpreter',
  'copay',
] as const
export type ReadinessCode = (typeof readinessCodes)[number]

/** `ready` holds; `missing` stops nothing but must be looked at; `wrong` would cost the patient or the practice. */
export const readinessStates = ['ready', 'missing', 'wrong'] as const
export type ReadinessState = (typeof readinessStates)[number]

export interface ReadinessItem {
  readonly code: ReadinessCode
  readonly state: ReadinessState
  readonly on: string | null
  readonly amountCents: number | null
  readonly what: string | null
  /** Of a registration: the fields that are missing. */
  readonly fields: readonly string[]
  /** Of a coverage: who says so; null where it is read off its period, or nobody does. */
  readonly by: 'payer' | 'desk' | null
  /** State or amount come from an answer of a payer that is made up, to try things out. */
  readonly isMadeUp: boolean
}

/** What a payer says is to be paid at a visit, in cents; two values where it did not say which applies. */
export interface CopaySaid {
  readonly lowCents: number
  readonly highCents: number
  /** The most that the year can cost is paid already: nothing is due, whatever the copay is. */
  readonly isMet: boolean
}

/** What the payer answered about the date of the visit. */
export interface PayerAnswer {
  readonly says: 'active' | 'inactive' | 'unclear'
  /** Civil date at the site on which it came. */
  readonly on: string
  /** Null where nothing was said of the copay of this visit. */
  readonly copay: CopaySaid | null
  /** By a payer that is made up. */
  readonly isMadeUp: boolean
}

export interface CoverageFacts {
  readonly payerName: string
  /** Civil dates, both included; null is open. */
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly order: number
  readonly copayCents: number | null
  /** Civil date at the site on which it was last looked at. */
  readonly checkedOn: string | null
  /** The newest answer about the date of the visit, unless somebody looked after it came. */
  readonly answer: PayerAnswer | null
}

/** What the person was asked to sign, kind by kind, and how it stands on the date of the visit. */
export interface ConsentFact {
  readonly kind: string
  readonly state: 'signed' | 'missing' | 'changed' | 'expired' | 'denied' | 'revoked'
  /** Still to be signed, or refused where care needs it. */
  readonly isOpen: boolean
  /** Civil date: the last day of one that has expired, else when it was signed. */
  readonly on: string | null
}

export interface VisitFacts {
  /** Civil date of the visit at its site. */
  readonly date: string
  readonly identityConfirmed: boolean
  /** What is required of the registration and not known. */
  readonly registrationMissing: readonly string[]
  readonly contactConfirmedOn: string | null
  readonly consents: readonly ConsentFact[]
  readonly interpreterNeeded: boolean
  readonly interpreterName: string | null
  readonly coverages: readonly CoverageFacts[]
  readonly visitTypeCopayCents: number | null
  readonly paidCents: number
}

const CONTACT_GOOD_FOR_DAYS = 90

/** In force on a date; both ends of the period are days of cover. */
export function inForce(coverage: CoverageFacts, date: string): boolean {
  return (coverage.periodStart ?? '') <= date && date <= (coverage.periodEnd ?? '9999-12-31')
}

/** The coverage that is asked first on a date: the lowest order among those in force. */
export function primaryOn(coverages: readonly CoverageFacts[], date: string): CoverageFacts | null {
  return coverages.filter((coverage) => inForce(coverage, date)).toSorted((a, b) => a.order - b.order)[0] ?? null
}

/** Where the amount of a copay comes from. */
export const copayReasons = ['payer', 'payer-unclear', 'met', 'coverage', 'visit-type', 'none'] as const

export interface Copay {
  readonly dueCents: number
  /** More than `dueCents` where the payer named two amounts: the lower one is due until it is known which applies. */
  readonly highCents: number
  readonly reason: (typeof copayReasons)[number]
  /** The amount is what a payer says that is made up. */
  readonly isMadeUp: boolean
}

export interface CopayFacts {
  /** Of the payer of the coverage that pays first. */
  readonly answer: Pick<PayerAnswer, 'says' | 'copay' | 'isMadeUp'> | null
  readonly cardCents: number | null
  readonly visitTypeCents: number | null
}

/**
 * What to ask for at the desk. What the payer says of this visit goes before what is printed on the card, and that before what
 * the visit type asks of everybody. A plan that is not active asks nothing, whatever is printed on its card.
 */
export function copayOf({ answer, cardCents, visitTypeCents }: CopayFacts): Copay {
  const said = answer?.says === 'active' ? answer.copay : null
  const isMadeUp = said !== null && answer?.isMadeUp === true
  const plain = (dueCents: number, reason: Copay['reason']): Copay => ({
    dueCents,
    highCents: dueCents,
    reason,
    isMadeUp,
  })
  if (said?.isMet) return plain(0, 'met')
  if (said) {
    const { lowCents, highCents } = said
    return { dueCents: lowCents, highCents, reason: lowCents === highCents ? 'payer' : 'payer-unclear', isMadeUp }
  }
  if (cardCents !== null && answer?.says !== 'inactive') return plain(cardCents, 'coverage')
  return visitTypeCents === null ? plain(0, 'none') : plain(visitTypeCents, 'visit-type')
}

export function copayDue(facts: VisitFacts): Copay {
  const primary = primaryOn(facts.coverages, facts.date)
  return copayOf({
    answer: primary?.answer ?? null,
    cardCents: primary?.copayCents ?? null,
    visitTypeCents: facts.visitTypeCopayCents,
  })
}

function item(code: ReadinessCode, state: ReadinessState, details: Partial<ReadinessItem> = {}): ReadinessItem {
  return { on: null, amountCents: null, what: null, fields: [], by: null, isMadeUp: false, ...details, code, state }
}

function contactItem(facts: VisitFacts): ReadinessItem {
  const on = facts.contactConfirmedOn
  const fresh = on !== null && daysBetween(on, facts.date) <= CONTACT_GOOD_FOR_DAYS
  return item('contact', fresh ? 'ready' : 'missing', { on })
}

function primaryItem({ answer, checkedOn, payerName: what }: CoverageFacts, date: string): ReadinessItem {
  if (answer !== null && answer.says !== 'unclear') {
    const { on, isMadeUp } = answer
    return item('coverage', answer.says === 'active' ? 'ready' : 'wrong', { on, what, by: 'payer', isMadeUp })
  }
  const isLookedAt = checkedOn !== null && checkedOn >= date
  return item('coverage', isLookedAt ? 'ready' : 'missing', {
    on: checkedOn,
    what,
    by: checkedOn === null ? null : 'desk',
  })
}

function coverageItem(facts: VisitFacts): ReadinessItem {
  const primary = primaryOn(facts.coverages, facts.date)
  if (primary) return primaryItem(primary, facts.date)
  const last = facts.coverages.toSorted((a, b) => (b.periodEnd ?? '').localeCompare(a.periodEnd ?? ''))[0]
  return last
    ? item('coverage', 'wrong', { on: last.periodEnd, what: last.payerName })
    : item('coverage', 'missing', { what: null })
}

/** A practice that has nothing to sign asks nothing. */
function consentItems({ consents }: VisitFacts): readonly ReadinessItem[] {
  const [first] = consents
  if (!first) return []
  const open = consents.filter(({ isOpen }) => isOpen)
  const [most] = open
  return most
    ? [item('consent', 'missing', { on: most.on, what: open.map(({ kind }) => kind).join(' ') })]
    : [item('consent', 'ready', { on: first.on })]
}

/** The steps in the order of their effect; items that do not apply to this visit are left out. */
export function checkInSteps(facts: VisitFacts): readonly ReadinessItem[] {
  const copay = copayDue(facts)
  const left = copay.dueCents - facts.paidCents
  return [
    item('identity', facts.identityConfirmed ? 'ready' : 'missing'),
    ...(facts.registrationMissing.length > 0
      ? [item('registration', 'missing', { fields: facts.registrationMissing })]
      : []),
    contactItem(facts),
    coverageItem(facts),
    ...consentItems(facts),
    ...(facts.interpreterNeeded
      ? [item('interpreter', facts.interpreterName ? 'ready' : 'wrong', { what: facts.interpreterName })]
      : []),
    ...(copay.dueCents > 0
      ? [
          item('copay', left <= 0 ? 'ready' : 'missing', {
            amountCents: left <= 0 ? copay.dueCents : left,
            isMadeUp: copay.isMadeUp,
          }),
        ]
      : []),
  ]
}
