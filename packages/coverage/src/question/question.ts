import type { Address, EligibilityRequest } from '@foyer/x12'

/** What has to be known of a person and a policy before a payer can be asked (270, X279A1). */
export interface QuestionFacts {
  readonly payer: { readonly name: string; readonly knownAs: string }
  readonly provider: { readonly name: string; readonly npi: string } | null
  readonly patient: AskedPerson
  /** Null where the patient holds the policy, or nobody knows who does. */
  readonly subscriber: AskedPerson | null
  readonly memberId: string | null
  readonly groupNumber: string | null
  /** Civil date. */
  readonly serviceDate: string
  readonly serviceTypes: readonly string[]
}

export interface AskedPerson {
  readonly family: string
  readonly given: string
  readonly middle: string | null
  readonly birthDate: string | null
  readonly sex: string | null
  readonly address: Address | null
}

export type MissingForQuestion = 'provider' | 'member-id' | 'name' | 'birth-date' | 'subscriber'

/** Numbers and times that come from whoever sends it. */
export interface QuestionStamp {
  readonly reference: string
  readonly date: string
  readonly time: string
  readonly trace: { readonly number: string; readonly originId: string }
}

/**
 * What is missing for an answer to be likely. Payers must find a person by member number, full name and birth date, or
 * without the number where it is searched for (CAQH CORE 258: any two of three with the name); asking with less comes back
 * as an error a minute later, so the desk is told before.
 */
export function missingForQuestion(facts: QuestionFacts): readonly MissingForQuestion[] {
  const { provider, patient, subscriber, memberId } = facts
  const missing: MissingForQuestion[] = []
  if (provider === null) missing.push('provider')
  if (memberId === null && subscriber !== null) missing.push('member-id')
  if (patient.family.trim() === '' || patient.given.trim() === '') missing.push('name')
  if (patient.birthDate === null) missing.push('birth-date')
  if (subscriber && subscriber.family.trim() === '') missing.push('subscriber')
  return missing
}

/** @throws where `missingForQuestion` names the provider: without one there is nobody who asks */
export function questionOf(facts: QuestionFacts, stamp: QuestionStamp): EligibilityRequest {
  const { payer, provider, patient, subscriber, memberId, groupNumber, serviceDate, serviceTypes } = facts
  if (provider === null) throw new RangeError('nobody asks')
  const { reference, date, time, trace } = stamp
  const holder = memberOf(subscriber ?? patient)
  return {
    reference,
    date,
    time,
    trace,
    payer: { name: payer.name, id: payer.knownAs, idQualifier: 'PI' },
    provider: { name: provider.name, id: provider.npi, idQualifier: 'XX' },
    subscriber: {
      ...holder,
      ...(memberId !== null && { id: memberId, idQualifier: 'MI' }),
      ...(groupNumber !== null && { groupNumber }),
    },
    ...(subscriber && { dependent: memberOf(patient) }),
    service: { from: serviceDate },
    serviceTypes: serviceTypes.length === 0 ? ['30'] : serviceTypes,
  }
}

function memberOf({ family, given, middle, birthDate, sex, address }: AskedPerson) {
  return {
    family,
    given,
    ...(middle !== null && { middle }),
    ...(birthDate !== null && { birthDate }),
    ...(sex === 'female' && { sex: 'F' as const }),
    ...(sex === 'male' && { sex: 'M' as const }),
    ...(address && { address }),
  }
}
