import { isAt } from '../pointer.ts'
import type { Benefit, BenefitKind, Contradiction, Eligibility } from './eligibility.ts'
import { holdsOn } from './holding.ts'
import { isOfOnePlan } from './other-contradictions.ts'
import { wholePlan } from './rank.ts'

/** What a plan promises, and so only where it pays at all. */
export const promises: ReadonlySet<BenefitKind> = new Set<BenefitKind>([
  'active',
  'copay',
  'coinsurance',
  'deductible',
  'out-of-pocket',
  'limitation',
])

/**
 * Where a payer says of the very thing that a statement promises something of, and not in that statement itself, both that it
 * is covered and that it is not.
 */
export function coverDenials(
  benefit: Benefit,
  { state, benefits, contradictions }: Pick<Eligibility, 'state' | 'benefits' | 'contradictions'>,
): readonly Contradiction[] {
  if (!promises.has(benefit.kind)) return []
  return contradictions.filter((one) => {
    if (one.about !== 'cover' || isAt(one.pointers, benefit)) return false
    const said = benefits.filter((other) => isAt(one.pointers, other))
    return (
      said.every((other) => holdsOn(other, state.on) && isOfSame(other, benefit)) && isOfService(one, said, benefit)
    )
  })
}

/** A contradiction that is of the plan as such is of everything. */
export function isOfWholePlan({ serviceTypes }: Pick<Contradiction, 'serviceTypes'>): boolean {
  return serviceTypes.every((type) => type === wholePlan)
}

function isOfService(against: Contradiction, [said]: readonly Benefit[], benefit: Benefit): boolean {
  const code = said?.procedure?.code
  if (code !== undefined && code !== benefit.procedure?.code) return false
  return isOfWholePlan(against) || against.serviceTypes.some((type) => benefit.serviceTypes.includes(type))
}

/** Of a plan, a network and a place of which the other may be too. */
function isOfSame(a: Benefit, b: Benefit): boolean {
  const isOfEach = ({ network }: Benefit): boolean => network === 'either' || network === 'unsaid'
  const isOfNetwork = a.network === b.network || isOfEach(a) || isOfEach(b)
  const isOfPlace = a.places.length === 0 || b.places.length === 0 || a.places.some((one) => b.places.includes(one))
  return isOfOnePlan(a, b) && isOfNetwork && isOfPlace
}
