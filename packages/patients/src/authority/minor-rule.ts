/** Services that many states let a minor ask for alone. */
export const confidentialServices = ['reproductive', 'sti', 'mental-health', 'substance-use'] as const
export type ConfidentialService = (typeof confidentialServices)[number]

/** From which age on, and where that is written; age 0: at any age. */
export interface AgeRule {
  readonly from: number
  readonly statute: string
}

/** What a state says of those who are not of age. */
export interface MinorRule {
  /** Two letters, as in an address. */
  readonly state: string
  /** From when on somebody decides on health care alone, and no parent in their place. */
  readonly majority: AgeRule
  /** From when on a minor may consent to any care alone. */
  readonly anyCare?: AgeRule
  /** A service that is not named: what the state says is not known here, and a person decides. */
  readonly services: Readonly<Partial<Record<ConfidentialService, AgeRule>>>
  readonly emancipation: string
  /** Civil date on which the row was last held against the text of the law, or only against a published summary of it. */
  readonly checkedOn: string
  readonly against: 'statute' | 'summary'
}

const USUAL_MAJORITY = 18

export interface MinorAnswer {
  readonly majority: number
  readonly anyCareFrom: number | null
  /** Null where nobody has written down what the state says. */
  serviceFrom(service: ConfidentialService): number | null
  readonly sources: readonly string[]
  readonly isKnown: boolean
}

/**
 * What holds for a practice in these states. Of several, what keeps more to the patient: the lowest ages. A state
 * without a row leaves every service to a person's decision, and 18 as the age of majority.
 */
export function answerOf(rules: readonly (MinorRule | null)[]): MinorAnswer {
  const known = rules.filter((rule) => rule !== null)
  const isKnown = known.length > 0 && known.length === rules.length
  const anyCare = known.flatMap(({ anyCare: one }) => one?.from ?? [])
  return {
    majority: Math.min(...known.map(({ majority }) => majority.from), ...(isKnown ? [] : [USUAL_MAJORITY])),
    anyCareFrom: anyCare.length > 0 ? Math.min(...anyCare) : null,
    serviceFrom: (service) => {
      const ages = known.map(({ services }) => services[service]?.from)
      return isKnown && ages.every((age) => age !== undefined) ? Math.min(...ages) : null
    },
    sources: known.map(({ majority }) => majority.statute),
    isKnown,
  }
}
