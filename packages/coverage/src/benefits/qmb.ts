import type { Pointer } from '../pointer.ts'
import type { Benefit, BenefitKind, Eligibility } from './eligibility.ts'
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

const sharing: ReadonlySet<BenefitKind> = new Set<BenefitKind>(['copay', 'coinsurance', 'deductible', 'out-of-pocket'])
/** Drugs are Part D, whose lower copays these people pay (42 CFR 423.782). */
const drugs: ReadonlySet<string> = new Set(['88', '89', '90', '91', '92', 'B2', 'B3', 'BW', 'BX', 'GF', 'GN'])

/**
 * Whether a statement is of cost sharing that may not be asked of this patient, a Qualified Medicare Beneficiary. What the
 * payer calls Medicaid's own (EB04 MC) is none of Medicare: a state may ask for it (Social Security Act 1916).
 */
export function isWaivedForQmb(
  { kind, insuranceType, serviceTypes }: Benefit,
  { state, benefits }: Pick<Eligibility, 'state' | 'benefits'>,
): boolean {
  const isOfDrugs = serviceTypes.length > 0 && serviceTypes.every((type) => drugs.has(type))
  const isOfMedicare = sharing.has(kind) && insuranceType !== 'MC' && !isOfDrugs
  return isOfMedicare && state.is !== 'inactive' && qmbOn(benefits, state.on).length > 0
}
