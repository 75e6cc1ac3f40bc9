import { daysBetween } from '@foyer/kernel'
import { type Paying, payingOn } from './paying.ts'

/**
 * What a visit still lacks when the person stands at the desk.
 *
 * identity   two identifiers were said and matched today (Joint Commission NPSG.01.01.01)
 * registration  what the practice or the visit type requires of a registration is known
 * contact    phone and address were confirmed in the last 90 days
 * coverage   a coverage is in force on the date of the visit, and its payer says so of that month or somebody looked at it then
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
  /** Of a coverage: its plan holds and does not pay for what the visit is. */
  readonly isNotCovered: boolean
  /** State or amount come from an answer of a payer that is made up, to try things out. */
  readonly isMadeUp: boolean
}

/** What a payer says is to be paid at a visit, in cents; two values where it did not say which applies. */
export interface CopaySaid {
  readonly lowCents: number
  readonly highCents: number
  /** The most that the year can cost is paid already: nothing is due, whatever the copay is. */
  readonly isMet: boolean
  /** Of a Qualified Medicare Beneficiary: nothing may be asked (Social Security Act 1902(n)(3)(B)). */
  readonly isQmb?: boolean
  /** The plan does not pay for the visit: what it costs is no copay. */
  readonly isNotCovered?: boolean
}

/** What the payer answered about the month of the visit: plans begin and end with months. */
export interface PayerAnswer {
  /** `not-covered`: the plan is active and does not pay for what the visit is. */
  readonly says: 'active' | 'not-covered' | 'inactive' | 'unclear'
  /** Civil date at the site on which it came. */
  readonly on: string
  /** Null where nothing was said of the copay of this visit, or of one of its kind. */
  readonly copay: CopaySaid | null
  /** By a payer that is made up. */
  readonly isMadeUp: boolean
}

export interface CoverageFacts extends Paying {
  readonly payerName: string
  /** Whether it pays for injuries at work or for accidents of a car alone. */
  readonly isForAccidents: boolean
  readonly isMedicaid: boolean
  readonly copayCents: number | null
  /** Civil date at the site on which it was last looked at. */
  readonly checkedOn: string | null
  /** The answer that was asked for last about the month of the visit, unless somebody looked after it came. */
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

/** The coverage that is asked first on a date. */
export function primaryOn(coverages: readonly CoverageFacts[], date: string): CoverageFacts | null {
  return payingOn(coverages, date)[0] ?? null
}

/** Where the amount of a copay comes from. */
export const copayReasons = [
  'payer',
  'payer-unclear',
  'met',
  'not-covered',
  'qmb',
  'accident',
  'medicaid',
  'coverage',
  'visit-type',
  'none',
] as const

export interface Copay {
  readonly dueCents: number
  /** More than `dueCents` where the payer named two amounts: the lower one is due until it is known which applies. */
  readonly highCents: number
  readonly reason: (typeof copayReasons)[number]
  /** The amount is what a payer says that is made up. */
  readonly isMadeUp: boolean
}

type CopayAnswer = Pick<PayerAnswer, 'says' | 'copay' | 'isMadeUp'>

interface CopayFacts {
  /** The visit goes first to whoever insures the accident that it is for. */
  readonly isForAccident: boolean
  /** Of the payer of the coverage that pays first. */
  readonly answer: CopayAnswer | null
  /** Of the payers of the other coverages in force that day. */
  readonly otherAnswers: readonly (CopayAnswer | null)[]
  /** Of Medicaid, where it pays after another. */
  readonly medicaidAnswer: CopayAnswer | null
  readonly cardCents: number | null
  readonly visitTypeCents: number | null
}

/**
 * What to ask for at the desk. What the payer says of this visit goes before what is printed on the card, and that before what
 * the visit type asks of everybody. A plan that is not active asks nothing, whatever is printed on its card, and one that does
 * not pay for the visit has no copay of it. Nothing is asked of
 * a Qualified Medicare Beneficiary, whichever of the payers says so and though its own plan does not pay for the visit, as long
 * as another may; and nothing at the visit for an accident that its insurer
 * pays for: what is left of it then is known when that insurer has paid. Where Medicaid pays after another plan, what that plan
 * leaves is billed to it and not asked of the patient (Social Security Act 1902(a)(25)(C), 42 CFR 447.15).
 */
function copayOf({
  isForAccident,
  answer,
  otherAnswers,
  medicaidAnswer,
  cardCents,
  visitTypeCents,
}: CopayFacts): Copay {
  const isPaidFor = answer?.says !== 'not-covered' && answer?.says !== 'inactive'
  const ofQmb = [answer, ...otherAnswers].find(
    (one) => one?.copay?.isQmb && (one.says === 'active' || (one.says === 'not-covered' && isPaidFor)),
  )
  if (ofQmb) return { dueCents: 0, highCents: 0, reason: 'qmb', isMadeUp: ofQmb.isMadeUp }
  const said = answer?.says === 'active' ? answer.copay : null
  const isMadeUp = said !== null && answer?.isMadeUp === true
  const plain = (dueCents: number, reason: Copay['reason']): Copay => ({
    dueCents,
    highCents: dueCents,
    reason,
    isMadeUp,
  })
  if (isForAccident) return { dueCents: 0, highCents: 0, reason: 'accident', isMadeUp: false }
  if (medicaidAnswer?.says === 'active')
    return { dueCents: 0, highCents: 0, reason: 'medicaid', isMadeUp: medicaidAnswer.isMadeUp }
  if (answer?.says === 'not-covered') return { ...plain(0, 'not-covered'), isMadeUp: answer.isMadeUp }
  if (said?.isMet) return plain(0, 'met')
  if (said) {
    const { lowCents, highCents } = said
    return { dueCents: lowCents, highCents, reason: lowCents === highCents ? 'payer' : 'payer-unclear', isMadeUp }
  }
  if (cardCents !== null && answer?.says !== 'inactive') return plain(cardCents, 'coverage')
  return visitTypeCents === null ? plain(0, 'none') : plain(visitTypeCents, 'visit-type')
}

/** Of those that a visit goes to, the first that pays for it; where none does, the first. */
export function firstToPay<T extends Paying & Pick<CoverageFacts, 'answer'>>(
  coverages: readonly T[],
  date: string,
): T | null {
  const all = payingOn(coverages, date)
  return all.find(({ answer }) => answer?.says !== 'not-covered') ?? all[0] ?? null
}

export function copayDue(facts: Pick<VisitFacts, 'date' | 'coverages' | 'visitTypeCopayCents'>): Copay {
  const primary = firstToPay(facts.coverages, facts.date) ?? undefined
  const others = payingOn(facts.coverages, facts.date).filter((one) => one !== primary)
  return copayOf({
    // Only by its pins is it known that the visit is for such an accident.
    isForAccident: primary !== undefined && primary.pinned !== null && primary.isForAccidents,
    answer: primary?.answer ?? null,
    otherAnswers: others.map(({ answer }) => answer),
    medicaidAnswer: others.find(({ isMedicaid }) => isMedicaid)?.answer ?? null,
    cardCents: primary?.copayCents ?? null,
    visitTypeCents: facts.visitTypeCopayCents,
  })
}

function item(code: ReadinessCode, state: ReadinessState, details: Partial<ReadinessItem> = {}): ReadinessItem {
  return {
    on: null,
    amountCents: null,
    what: null,
    fields: [],
    by: null,
    isNotCovered: false,
    isMadeUp: false,
    ...details,
    code,
    state,
  }
}

function contactItem(facts: VisitFacts): ReadinessItem {
  const on = facts.contactConfirmedOn
  const fresh = on !== null && daysBetween(on, facts.date) <= CONTACT_GOOD_FOR_DAYS
  return item('contact', fresh ? 'ready' : 'missing', { on })
}

function primaryItem({ answer, checkedOn, payerName: what }: CoverageFacts, date: string): ReadinessItem {
  if (answer !== null && answer.says !== 'unclear') {
    const { on, isMadeUp } = answer
    const isNotCovered = answer.says === 'not-covered'
    return item('coverage', answer.says === 'active' ? 'ready' : 'wrong', {
      on,
      what,
      by: 'payer',
      isNotCovered,
      isMadeUp,
    })
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
