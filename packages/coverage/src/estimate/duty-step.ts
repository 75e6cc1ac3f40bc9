import { estimateDuty, type IsBusinessDay } from './duty.ts'

/** A visit as it stands, and what was estimated for it so far. */
export interface DutyFacts {
  /** Whether it is still going to take place. */
  readonly isBooked: boolean
  /** Nobody pays but the patient: without cover on that day, or by their own wish. */
  readonly paysAlone: boolean
  /** Civil date at the site, as all of them. */
  readonly serviceDate: string
  /** When this date was agreed on. */
  readonly bookedOn: string
  readonly today: string
  /** The newest good faith estimate of the visit that was not withdrawn. */
  readonly newest: {
    readonly state: 'wanted' | 'made' | 'given'
    /** Whether a person asked for it; else the duty follows from the visit alone. */
    readonly isAskedFor: boolean
    readonly serviceDate: string | null
    readonly dueOn: string | null
    /** Whether place or kind of visit are those it was made for. */
    readonly isSameVisit: boolean
    /** It waits because prices changed. */
    readonly isForPrices: boolean
    /** Whether the prices of that day are those that were last told; nothing told is as good as the same. */
    readonly isSamePrice: boolean
  } | null
}

/** What follows for the list of estimates that are due. */
export type DutyStep =
  | { readonly step: 'none' }
  | { readonly step: 'withdraw' }
  | { readonly step: 'want'; readonly cause: 'booked' | 'changed' | 'prices'; readonly dueOn: string }
  | { readonly step: 'redate'; readonly dueOn: string | null }

const none: DutyStep = { step: 'none' }

/**
 * Looks at the visit as it is, not at what happened to it: asked twice, or late, it comes to the same. An estimate that
 * waits to be made goes where nothing is owed any more; one that was made stays, and where the visit moved or its prices are
 * others it is owed anew (45 CFR 149.610(b)(1)(vi) and (vii)), unless prices are again what was told.
 */
export function dutyStep(facts: DutyFacts, isBusinessDay: IsBusinessDay): DutyStep {
  const { isBooked, paysAlone, serviceDate, bookedOn, today, newest } = facts
  const isOver = serviceDate < today
  if (!isBooked || isOver || !paysAlone) {
    const isIdle = newest?.state !== 'wanted' || (isBooked && newest.isAskedFor)
    return isIdle ? none : { step: 'withdraw' }
  }
  if (newest === null) {
    const duty = estimateDuty({ cause: 'booked', on: bookedOn, serviceDate }, isBusinessDay)
    return duty ? { step: 'want', cause: 'booked', dueOn: duty.dueOn } : none
  }
  const isSame = newest.serviceDate === serviceDate && newest.isSameVisit
  if (isSame && newest.state === 'wanted') return newest.isForPrices && newest.isSamePrice ? { step: 'withdraw' } : none
  if (isSame && newest.isSamePrice) return none
  if (newest.state === 'wanted') {
    const duty = estimateDuty({ cause: 'booked', on: bookedOn, serviceDate }, isBusinessDay)
    // A promise is not put off because the visit is.
    return { step: 'redate', dueOn: earlier(newest.dueOn, duty?.dueOn ?? null) }
  }
  const duty = estimateDuty({ cause: 'changed', on: today, serviceDate }, isBusinessDay)
  return duty ? { step: 'want', cause: isSame ? 'prices' : 'changed', dueOn: duty.dueOn } : none
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
