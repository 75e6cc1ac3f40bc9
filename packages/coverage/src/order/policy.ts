/** Who pays: what decides the order. */
export type PayerKind =
  | 'commercial'
  | 'medicare'
  | 'medicare-advantage'
  | 'medicaid'
  | 'tricare'
  | 'workers-comp'
  | 'auto'
  | 'other'

/** One policy of a person, with what the rules of order ask about it. */
export interface Policy {
  readonly id: string
  readonly payerKind: PayerKind
  readonly relationship: 'self' | 'spouse' | 'child' | 'other'
  readonly subscriber: {
    /** Month and day, `03-14`; null where nobody knows. */
    readonly birthday: string | null
    /** Whether the plan comes from a job that the subscriber has now, or from active duty; null where nobody knows. */
    readonly employment: 'current' | 'former' | 'none' | null
    /** Employees of that employer; null where nobody knows. */
    readonly employerSize: number | null
  }
  /** Continued after a job or a marriage ended (COBRA, or by state law). */
  readonly isContinuation: boolean
  readonly since: string | null
}

/** Whose policies they are, and what the visit is for. */
export interface PayingFor {
  /** Civil date of service. */
  readonly on: string
  readonly birthDate: string
  readonly cause: 'illness' | 'work' | 'auto' | 'other-accident'
  /** Why somebody has Medicare; null: not said. */
  readonly medicareBecause: 'age' | 'disability' | 'kidney-failure' | null
  /** First day of the thirty months in which a group plan pays before Medicare for kidney failure. */
  readonly kidneyFailureSince: string | null
  readonly parents: {
    /** `shared`: apart, and a court made both responsible, or gave custody to both without naming who pays. */
    readonly live: 'together' | 'apart' | 'shared' | null
    /** Policy that a court ordered to pay. */
    readonly orderedPolicyId: string | null
    /** Policies of the parent with whom the child lives, then of that parent's spouse. */
    readonly custodialPolicyIds: readonly string[]
    /** Policies of the other parent, then of that parent's spouse. */
    readonly otherParentPolicyIds?: readonly string[]
  }
}

export type OrderRule =
  | 'work'
  | 'auto'
  | 'accidents-only'
  | 'medicaid-last'
  | 'tricare-late'
  | 'active-duty'
  | 'kidney-failure'
  | 'working-aged'
  | 'disabled'
  | 'medicare-first'
  | 'own-before-dependent'
  | 'dependent-before-retired'
  | 'court-order'
  | 'custody'
  | 'custody-spouse'
  | 'other-parent'
  | 'birthday'
  | 'active-before-former'
  | 'continuation-last'
  | 'longer'
  | 'undecided'

/** What would have to be asked. */
export type OrderQuestion =
  | 'employment'
  | 'employer-size'
  | 'kidney-failure-since'
  | 'birthday'
  | 'parents'
  | 'other-parent'
  | 'since'
  | 'medicare-because'

export interface Verdict {
  readonly first: 'a' | 'b'
  readonly rule: OrderRule
  /** Without the answer the verdict is a guess. */
  readonly asks: OrderQuestion | null
}
