import type { Pointer } from '../pointer.ts'
import type { Benefit } from './eligibility.ts'
import { holdsOn } from './holding.ts'

/**
 * Where a payer says that somebody is a Qualified Medicare Beneficiary (EB04 QM) on a day; none: it does not. Nobody may ask
 * these for a deductible, a share or a copay of what Medicare covers (Social Security Act 1902(n)(3)(B) and 1866(a)(1)(A)).
 *
 * @param date civil date of the visit
 */
export function qmbOn(benefits: readonly Benefit[], date: string): readonly Pointer[] {
  const said = benefits.filter(({ kind, insuranceType }) => kind === 'active' && insuranceType === 'QM')
  return said.filter((one) => holdsOn(one, date)).map(({ pointer }) => pointer)
}
