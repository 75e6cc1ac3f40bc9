import type { Segment } from '@foyer/x12'
import { type Answer, answersOf } from './answer.ts'
import { contradictionsOf } from './contradictions.ts'
import type { Eligibility, Insured } from './eligibility.ts'
import { gapsOf } from './gaps.ts'
import { holdsOn } from './holding.ts'
import { otherPayersOf } from './other-payers.ts'
import { stateOf } from './state.ts'

export interface Asked {
  /** The date of service, YYYY-MM-DD. */
  readonly serviceDate: string
  /** Service type codes that were asked about. */
  readonly serviceTypes: readonly string[]
}

const plans = new Set(['plan', 'eligibility', 'policy', 'cobra'])

/**
 * What a 271 says of each person in it, for one date of service. Never throws: what cannot be read is not there, and what
 * is said twice differently is in `contradictions`.
 *
 * @param segments of one transaction set, ST to SE
 */
export function readEligibilities(segments: readonly Segment[], asked: Asked): readonly Eligibility[] {
  return answersOf(segments).map((answer) => eligibilityOf(answer, asked))
}

function eligibilityOf(answer: Answer, { serviceDate, serviceTypes }: Asked): Eligibility {
  const { traces, payer, subscriber, dependent, benefits, rejections, dates } = answer
  const state = stateOf(answer, serviceDate, serviceTypes)
  return {
    traces,
    payer,
    patient: dependent ?? subscriber ?? nobody,
    subscriber: dependent ? subscriber : null,
    state,
    benefits,
    otherPayers: otherPayersOf(benefits),
    primaryCare: benefits.flatMap(({ parties }) => parties.filter(({ role }) => role === 'P3')),
    rejections,
    contradictions: contradictionsOf(benefits, serviceDate),
    gaps: gapsOf({ benefits: benefits.filter((one) => holdsOn(one, serviceDate)), state, rejections }, serviceTypes),
    planDates: dates.filter(({ kind }) => plans.has(kind)),
  }
}

const nobody: Insured = {
  role: '',
  name: '',
  given: null,
  middle: null,
  suffix: null,
  isPerson: true,
  id: null,
  phones: [],
  pointer: { set: 0, segment: 0, tag: '' },
  memberId: null,
  groupNumber: null,
  birthDate: null,
  sex: null,
  address: null,
  relationship: null,
  isChangedByPayer: false,
}
