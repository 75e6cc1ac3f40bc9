import type { Answer } from './answer.ts'
import type { Benefit, CoverageState, Dated } from './eligibility.ts'

/** Health benefit plan coverage: the plan as such (code source 1365). */
const wholePlan = '30'

/** Kinds of dates that say how long the cover lasts, the nearest to the point first. */
const lasting = ['eligibility', 'plan', 'benefit', 'policy', 'period'] as const

/**
 * Whether the plan covers the person on a date. A statement with dates of its own holds for these; one without holds for
 * the dates of the person, and without those for the date that was asked about. A plan that ended before the date, or
 * begins after it, is not active on it however active it is called today.
 */
export function stateOf(answer: Answer, on: string, askedFor: readonly string[]): CoverageState {
  const said = planStatements(answer.benefits, askedFor)
  const unsaid = { on, from: null, until: null, plan: null, pointers: [] }
  if (said.length === 0) {
    const pointers = answer.rejections.map(({ pointer }) => pointer)
    return { ...unsaid, is: 'unclear', because: pointers.length > 0 ? 'rejected' : 'not-said', pointers }
  }
  const spans = said.map((benefit) => ({ benefit, ...spanOf(benefit, answer.dates) }))
  const holding = spans.filter(({ from, until }) => (from === null || from <= on) && (until === null || on <= until))
  const pointers = (those: typeof spans) => those.map(({ benefit }) => benefit.pointer)
  const [nearest] = spans
  if (holding.length === 0) {
    const one = spans.find(({ benefit }) => benefit.kind === 'active') ?? nearest!
    const because = one.until !== null && one.until < on ? 'ended' : 'not-begun'
    const { from, until } = one
    return { on, is: 'inactive', because, from, until, plan: one.benefit.plan, pointers: pointers(spans) }
  }
  const active = holding.filter(({ benefit }) => benefit.kind === 'active')
  const inactive = holding.filter(({ benefit }) => benefit.kind === 'inactive')
  if (active.length > 0 && inactive.length > 0) {
    return { ...unsaid, is: 'unclear', because: 'contradicts', pointers: pointers(holding) }
  }
  const one = active[0] ?? inactive[0]!
  const { from, until, benefit } = one
  const isPending = benefit.code === '5' || benefit.code === '8'
  return {
    on,
    is: active.length > 0 ? 'active' : 'inactive',
    because: isPending ? 'pending' : 'said',
    from,
    until,
    plan: active.find((each) => each.benefit.plan !== null)?.benefit.plan ?? benefit.plan,
    pointers: pointers(active.length > 0 ? active : inactive),
  }
}

/** What is said of the plan as such; where nothing is, of what was asked about; else of anything. */
function planStatements(benefits: readonly Benefit[], askedFor: readonly string[]): readonly Benefit[] {
  const states = benefits.filter(({ kind }) => kind === 'active' || kind === 'inactive')
  const ofPlan = states.filter(({ serviceTypes }) => serviceTypes.length === 0 || serviceTypes.includes(wholePlan))
  if (ofPlan.length > 0) return ofPlan
  const ofAsked = states.filter(({ serviceTypes }) => serviceTypes.some((one) => askedFor.includes(one)))
  return ofAsked.length > 0 ? ofAsked : states
}

/** Beginnings and ends may stand in lines of their own: the latest beginning and the earliest end of one kind. */
export function spanOf(benefit: Pick<Benefit, 'dates'>, ofPerson: readonly Dated[]) {
  return spanIn(benefit.dates) ?? spanIn(ofPerson) ?? { from: null, until: null }
}

function spanIn(dates: readonly Dated[]): { readonly from: string | null; readonly until: string | null } | null {
  for (const kind of lasting) {
    const those = dates.filter((one) => one.kind === kind)
    if (those.length === 0) continue
    const begins = those.flatMap(({ from }) => from ?? []).toSorted()
    const ends = those.flatMap(({ until }) => until ?? []).toSorted()
    return { from: begins.at(-1) ?? null, until: ends[0] ?? null }
  }
  return null
}
