import type { Answer } from './answer.ts'
import type { Benefit, CoverageState } from './eligibility.ts'
import { type Extent, extentOn } from './extent.ts'
import { isOfServiceOn } from './holding.ts'
import { wholePlan } from './rank.ts'

/**
 * Whether the plan covers the person on a date. Each kind of dates in the loop of a statement and of the person bounds it, and
 * several times of one kind are a union (`extentOn`); a statement without any holds for the date that was asked about. A plan
 * that ended before the date, or begins after it, is not active on it however active it is called today.
 */
export function stateOf(answer: Answer, on: string, askedFor: readonly string[]): CoverageState {
  const said = planStatements(
    answer.benefits.filter((one) => isOfServiceOn(one, on)),
    askedFor,
  )
  const unsaid = { on, from: null, until: null, plan: null, pointers: [] }
  if (said.length === 0) {
    const pointers = answer.rejections.map(({ pointer }) => pointer)
    return { ...unsaid, is: 'unclear', because: pointers.length > 0 ? 'rejected' : 'not-said', pointers }
  }
  const all = said.map((benefit): Stood => ({ benefit, extent: extentOn(benefit.dates, answer.dates, on) }))
  const holding = all.filter(({ extent }) => extent.is === 'in')
  const active = holding.filter(({ benefit }) => benefit.kind === 'active')
  const inactive = holding.filter(({ benefit }) => benefit.kind === 'inactive')
  const denied = all.filter(({ extent, benefit }) => extent.is === 'disputed' && benefit.kind === 'active')
  if (inactive.length > 0 ? active.length + denied.length > 0 : active.length === 0 && denied.length > 0)
    return { ...unsaid, is: 'unclear', because: 'contradicts', pointers: pointersOf([...holding, ...denied]) }
  const isActive = active.length > 0
  const those = isActive ? active : inactive.length > 0 ? inactive : all
  const one = (those === all ? all.find(({ benefit }) => benefit.kind === 'active') : those[0]) ?? all[0]!
  const { from, until } = one.extent
  const also = all.flatMap(({ benefit, extent }) => (benefit.kind === 'active' ? extent.also : []))
  const isPending = one.benefit.code === '5' || one.benefit.code === '8'
  return {
    on,
    is: isActive ? 'active' : 'inactive',
    because: those === all ? over[one.extent.is] : isPending ? 'pending' : 'said',
    from,
    until,
    plan:
      (isActive ? active.find(({ benefit }) => benefit.plan !== null) : undefined)?.benefit.plan ?? one.benefit.plan,
    pointers: pointersOf(those),
    ...(also.length > 0 && { also }),
  }
}

interface Stood {
  readonly benefit: Benefit
  readonly extent: Extent
}

const over = {
  in: 'said',
  disputed: 'contradicts',
  over: 'ended',
  'to-come': 'not-begun',
  'cobra-over': 'cobra-ended',
  died: 'died',
} as const satisfies Readonly<Record<Extent['is'], CoverageState['because']>>

function pointersOf(those: readonly Stood[]): CoverageState['pointers'] {
  return those.map(({ benefit }) => benefit.pointer)
}

/** What is said of the plan as such; where nothing is, of what was asked about; else of anything. */
function planStatements(benefits: readonly Benefit[], askedFor: readonly string[]): readonly Benefit[] {
  const states = benefits.filter(({ kind }) => kind === 'active' || kind === 'inactive')
  const ofPlan = states.filter(({ serviceTypes }) => serviceTypes.length === 0 || serviceTypes.includes(wholePlan))
  if (ofPlan.length > 0) return ofPlan
  const ofAsked = states.filter(({ serviceTypes }) => serviceTypes.some((one) => askedFor.includes(one)))
  return ofAsked.length > 0 ? ofAsked : states
}
