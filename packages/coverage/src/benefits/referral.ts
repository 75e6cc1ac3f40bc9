import type { Pointer } from '../pointer.ts'
import type { Benefit, Eligibility } from './eligibility.ts'
import { holdsOn } from './holding.ts'
import { wholePlan } from './rank.ts'
import type { VisitAsked } from './visit-asked.ts'

/** What is said of a referral. It stands as it was sent: no code of a 271 says that one is required. */
export interface ReferralSaid {
  /** A number that the payer names, or its own words. */
  readonly said: 'number' | 'words'
  readonly value: string
  /** The EB in whose loop it stands. */
  readonly pointer: Pointer
}

/** Free text is not guessed at: only that it has the word. */
export function saysReferral(message: string): boolean {
  return /\breferrals?\b/i.test(message)
}

/** X279A1 2110C and 2110D, REF01 9F: referral number. */
export function referralNumbersOf({ references }: Pick<Benefit, 'references'>): readonly string[] {
  return references.flatMap(({ qualifier, value }) => (qualifier === '9F' && value !== '' ? [value] : []))
}

/** Of the kinds of services of a visit and of the plan as such, each once; not of the other network, nor of another time. */
export function referralsFor(
  { benefits }: Pick<Eligibility, 'benefits'>,
  { serviceTypes, isInNetwork, date }: VisitAsked,
): readonly ReferralSaid[] {
  const elsewhere = isInNetwork === null ? null : isInNetwork ? 'out' : 'in'
  const own = benefits.filter(
    (one) =>
      one.procedure === null &&
      holdsOn(one, date) &&
      one.network !== elsewhere &&
      (one.serviceTypes.length === 0 ||
        one.serviceTypes.some((type) => type === wholePlan || serviceTypes.includes(type))),
  )
  const all = own.flatMap(({ messages, pointer, ...benefit }): readonly ReferralSaid[] => [
    ...referralNumbersOf(benefit).map((value) => ({ said: 'number', value, pointer }) as const),
    ...messages.filter(saysReferral).map((value) => ({ said: 'words', value, pointer }) as const),
  ])
  return all.filter(({ said, value }, at) => all.findIndex((one) => one.said === said && one.value === value) === at)
}
