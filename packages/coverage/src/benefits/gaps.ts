import type { Benefit, CoverageState, Eligibility, Gap } from './eligibility.ts'
import { isUsed } from './used.ts'

/** What a coordinator would have to ask the payer on the phone. */
export function gapsOf(
  { benefits, state, rejections }: Pick<Eligibility, 'benefits' | 'rejections'> & { readonly state: CoverageState },
  askedFor: readonly string[],
): readonly Gap[] {
  if (state.is === 'inactive' || (benefits.length === 0 && rejections.length > 0)) return []
  const gaps: Gap[] = []
  const isAnswered = (type: string): boolean => benefits.some(({ serviceTypes }) => serviceTypes.includes(type))
  for (const serviceType of askedFor)
    if (!isAnswered(serviceType)) gaps.push({ code: 'service-not-answered', serviceType })
  if (state.is === 'active' && state.from === null && state.until === null) gaps.push({ code: 'no-dates' })
  for (const kind of ['deductible', 'out-of-pocket'] as const) {
    const those = benefits.filter((one) => one.kind === kind && one.cents !== null)
    const whole = those.filter((one) => !one.isRemaining && !isUsed(one))
    // What was paid so far says what is left, where the whole is said too.
    const isLeftKnown = those.some(({ isRemaining }) => isRemaining) || (whole.length > 0 && those.some(isUsed))
    if (those.length > 0 && !isLeftKnown && !whole.some(({ cents }) => cents === 0))
      gaps.push({ code: 'remaining-unsaid', kind, pointers: those.map(({ pointer }) => pointer) })
  }
  const unsaid = benefits.filter((one) => owed.has(one.kind) && one.network === 'unsaid' && hasValue(one))
  if (unsaid.length > 0) gaps.push({ code: 'network-unsaid', pointers: unsaid.map(({ pointer }) => pointer) })
  return gaps
}

const owed = new Set<Benefit['kind']>(['copay', 'coinsurance'])

function hasValue({ cents, basisPoints }: Benefit): boolean {
  return cents !== null || basisPoints !== null
}
