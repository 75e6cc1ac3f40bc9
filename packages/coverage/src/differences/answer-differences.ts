import type { Benefit, CoverageState, Eligibility } from '../benefits/eligibility.ts'

/** What two answers about one policy say differently. */
export interface AnswerDifferences {
  readonly state: { readonly before: CoverageState; readonly after: CoverageState } | null
  /** The same thing said with another value. */
  readonly changed: readonly { readonly before: Benefit; readonly after: Benefit }[]
  readonly gone: readonly Benefit[]
  readonly come: readonly Benefit[]
  /** Statements that are the same in both. */
  readonly same: number
}

/** What a statement is about, whatever its value. */
function subjectOf(one: Benefit): string {
  const { kind, scope, serviceTypes, plan, period, isRemaining, network, procedure, places, insuranceType } = one
  return JSON.stringify([
    kind,
    scope,
    serviceTypes.toSorted(),
    plan,
    period,
    isRemaining,
    network,
    procedure,
    places.toSorted(),
    insuranceType,
  ])
}

function valueOf({ cents, basisPoints, quantity, authorization, deliveries, dates, messages }: Benefit): string {
  const spans = dates.map(({ kind, from, until }) => [kind, from, until])
  return JSON.stringify([cents, basisPoints, quantity, authorization, deliveries, spans, messages])
}

type Compared = Pick<Eligibility, 'state' | 'benefits'>

/**
 * Pairs what is said of one subject: equal values first, so that of two copays of which one changed the other stays the
 * same. Comparing the other way round swaps `gone` and `come`.
 */
export function answerDifferences(before: Compared, after: Compared): AnswerDifferences {
  const { is, because, from, until, plan } = before.state
  const isSameState =
    is === after.state.is &&
    because === after.state.because &&
    from === after.state.from &&
    until === after.state.until &&
    plan === after.state.plan
  const newer = Map.groupBy(after.benefits, subjectOf)
  const changed: { before: Benefit; after: Benefit }[] = []
  const gone: Benefit[] = []
  let same = 0
  for (const [subject, those] of Map.groupBy(before.benefits, subjectOf)) {
    const left = [...(newer.get(subject) ?? [])]
    const unpaired: Benefit[] = []
    for (const one of those) {
      const at = left.findIndex((other) => valueOf(other) === valueOf(one))
      if (at < 0) unpaired.push(one)
      else {
        left.splice(at, 1)
        same += 1
      }
    }
    for (const one of unpaired) {
      const other = left.shift()
      if (other) changed.push({ before: one, after: other })
      else gone.push(one)
    }
    newer.set(subject, left)
  }
  const come = [...newer.values()].flat()
  return { state: isSameState ? null : { before: before.state, after: after.state }, changed, gone, come, same }
}
