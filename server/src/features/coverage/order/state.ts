import { type OrderQuestion, type OrderRule, orderOf, type PayingFor } from '@foyer/coverage'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { holderBirthDate, idOf, isInForce, isMedicare, payerKindOf, payingFor, policyOf } from './policies.ts'
import { type FactRow, findBirthDate, findDecision, findFacts, type PolicyRow, selectPolicies } from './store.ts'

type Cause = PayingFor['cause']

export interface OrderAsk {
  readonly question: OrderQuestion
  /** Policies of which the answer is missing; none where it is about the person. */
  readonly coverageIds: readonly string[]
}

export interface OrderState {
  readonly on: string
  readonly cause: Cause
  readonly birthDate: string
  readonly rows: readonly PolicyRow[]
  readonly inForce: readonly PolicyRow[]
  readonly facts: FactRow
  readonly decision: (NonNullable<Awaited<ReturnType<typeof findDecision>>> & { readonly holds: boolean }) | null
  readonly rules: { readonly ids: readonly string[]; readonly because: readonly OrderRule[] }
  readonly asks: readonly OrderAsk[]
  /** Ids of the policies in force, the first payer first: as a person decided, else by the rules. */
  readonly ids: readonly string[]
  /** A person decided, or the rules do and everything that they ask is known. */
  readonly isSure: boolean
}

/** Everything that decides who pays first on a day; `policies` where they were read already. @throws Problem `not-found` */
export async function orderState(
  db: Db,
  patientId: string,
  {
    on,
    cause = 'illness',
    policies,
  }: { readonly on: string; readonly cause?: Cause; readonly policies?: readonly PolicyRow[] },
): Promise<OrderState> {
  const [rows, facts, decided, birthDate] = await Promise.all([
    policies ?? selectPolicies(db, patientId),
    findFacts(db, patientId),
    findDecision(db, patientId),
    findBirthDate(db, patientId),
  ])
  if (birthDate === undefined) throw new Problem('not-found')
  const inForce = rows.filter((row) => isInForce(row, on))
  const paying = payingFor(facts, rows, { on, birthDate, cause })
  const order = orderOf(inForce.map(policyOf), paying)
  const ids = order.ids.map(idOf)
  const holds = decided !== undefined && ids.every((id) => decided.coverage_ids.includes(id))
  return {
    on,
    cause,
    birthDate: paying.birthDate,
    rows,
    inForce,
    facts,
    decision: decided ? { ...decided, holds } : null,
    rules: { ids, because: order.because },
    asks: order.asks.map((question) => ({ question, coverageIds: missing(question, inForce, facts) })),
    isSure: holds || (order.asks.length === 0 && isToldApart(inForce, order.because)),
    ids: holds ? decided.coverage_ids.filter((id) => ids.includes(id)) : ids,
  }
}

/** Where no rule tells two apart, the desk does by numbering them; with one number nobody did. */
function isToldApart(rows: readonly PolicyRow[], because: readonly OrderRule[]): boolean {
  return !because.includes('undecided') || new Set(rows.map((row) => row.coverage_order)).size === rows.length
}

/** Whom a visit for this cause goes to: what pays for accidents only has no part in an illness. */
export function goesTo({ ids, inForce, cause }: OrderState): readonly string[] {
  return ids.filter((id) => {
    const row = inForce.find((one) => one.id === id)
    const kind = row && payerKindOf(row)
    return !((kind === 'workers-comp' && cause !== 'work') || (kind === 'auto' && cause !== 'auto'))
  })
}

const ofNoJob = new Set(['medicare', 'medicare-advantage', 'medicaid', 'tricare', 'workers-comp', 'auto'])

function missing(question: OrderQuestion, rows: readonly PolicyRow[], facts: FactRow): readonly string[] {
  const placed = [...(facts?.custodial_coverage_ids ?? []), ...(facts?.other_parent_coverage_ids ?? [])]
  const hasMedicare = rows.some(isMedicare)
  const lacks = (row: PolicyRow): boolean => {
    switch (question) {
      case 'employment':
        // Of TRICARE it is whether the patient serves now, which matters beside Medicare only.
        if (payerKindOf(row) === 'tricare') return hasMedicare && row.relationship === 'self' && row.employment === null
        return !ofNoJob.has(payerKindOf(row)) && row.employment === null
      case 'employer-size':
        return !ofNoJob.has(payerKindOf(row)) && row.employment === 'current' && row.employer_size === null
      case 'birthday':
        return row.relationship === 'child' && holderBirthDate(row) === null
      case 'other-parent':
        return row.relationship === 'child' && !placed.includes(row.id)
      case 'since':
        return row.period_start === null
      default:
        return false
    }
  }
  return rows.filter(lacks).map(({ id }) => id)
}
