import { benefit, type BenefitLine, message } from './benefit-line.ts'

/** Of a year: what there is in all and what is left of it, in cents. */
export interface Yearly {
  readonly whole: number
  /** Null: the payer does not say. */
  readonly left: number | null
}

/** How a plan shares the cost, as most cards print it. */
export interface Terms {
  readonly plan: string
  /** EB04: `PR` PPO, `HM` HMO, … */
  readonly insurance: string
  readonly primaryCopay: number | null
  readonly specialistCopay: number | null
  readonly urgentCopay: number | null
  /** A share of one. */
  readonly coinsurance: number
  readonly deductible: { readonly individual: Yearly; readonly family: Yearly }
  readonly outOfPocket: { readonly individual: Yearly; readonly family: Yearly }
}

/** What a plain question (`30`) has to be answered about (CAQH CORE 260). */
const usualTypes = ['1', '33', '35', '47', '48', '50', '86', '88', '98', 'AL', 'MH', 'UC'] as const

/** Surgery, X-ray, laboratory, scans, well-baby care, tests, vaccines, check-ups, psychiatric and physical therapy. */
const alsoCovered = ['2', '4', '5', '62', '68', '73', '80', '81', 'A4', 'PT'] as const

export const coveredTypes: readonly string[] = [...usualTypes, ...alsoCovered]

/** Without cost to the patient (42 USC 300gg-13). */
const preventive = ['68', '80', '81'] as const

/** Consultation: what payers have for a specialist where `98` is the primary care provider. */
export const specialist = '3'

export function planLine({ plan, insurance }: Pick<Terms, 'plan' | 'insurance'>): BenefitLine {
  return benefit('1', { scope: 'IND', types: ['30'], insurance, plan })
}

export function coveredLine(types: readonly string[] = coveredTypes): BenefitLine {
  return benefit('1', { scope: 'IND', types })
}

/** A visit that the copay pays for: no coinsurance besides. */
export function copayLines(types: readonly string[], cents: number | null, ...words: readonly string[]): BenefitLine[] {
  if (cents === null) return []
  const said = { scope: 'IND', types, period: '27', network: 'Y', more: words.map(message) } as const
  return [benefit('B', { ...said, cents }), benefit('A', { ...said, share: 0 })]
}

/** EB01 C or G: the whole of a year and what is left. */
export function yearlyLines(code: 'C' | 'G', scope: 'IND' | 'FAM', { whole, left }: Yearly): BenefitLine[] {
  const said = { scope, types: ['30'], network: 'Y' } as const
  return [
    benefit(code, { ...said, period: '23', cents: whole }),
    ...(left === null ? [] : [benefit(code, { ...said, period: '29', cents: left })]),
  ]
}

/** A plan as most answer about it: state, copays, coinsurance, deductible and the most of a year. */
export function plainLines(terms: Terms): BenefitLine[] {
  const { deductible, outOfPocket, coinsurance } = terms
  return [
    planLine(terms),
    coveredLine(),
    ...copayLines(['98'], terms.primaryCopay),
    ...copayLines([specialist], terms.specialistCopay),
    ...copayLines(['UC'], terms.urgentCopay),
    ...copayLines(preventive, 0),
    benefit('A', { scope: 'IND', types: ['30'], period: '27', share: coinsurance, network: 'Y' }),
    benefit('A', { scope: 'IND', types: ['30'], period: '27', share: outside(coinsurance), network: 'N' }),
    ...yearlyLines('C', 'IND', deductible.individual),
    ...yearlyLines('C', 'FAM', deductible.family),
    ...yearlyLines('G', 'IND', outOfPocket.individual),
    ...yearlyLines('G', 'FAM', outOfPocket.family),
  ]
}

/** Out of the network it is dearer. */
function outside(coinsurance: number): number {
  return Math.round((coinsurance + 0.2) * 100) / 100
}

/** Of the Blue PPO that half of the cast has. */
export const ppo: Terms = {
  plan: 'PPO 1500',
  insurance: 'PR',
  primaryCopay: 3000,
  specialistCopay: 5000,
  urgentCopay: 7500,
  coinsurance: 0.2,
  deductible: { individual: { whole: 150_000, left: 62_500 }, family: { whole: 300_000, left: 187_500 } },
  outOfPocket: { individual: { whole: 600_000, left: 481_000 }, family: { whole: 1_200_000, left: 1_044_000 } },
}
