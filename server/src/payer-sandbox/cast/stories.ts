import type { Temporal } from '@foyer/kernel'
import { benefit, type BenefitLine, message, other } from './benefit-line.ts'
import { endOfLastMonth, firstOfNextMonth, firstOfYear } from './days.ts'
import { medicaidManaged, medicareAdvantage, medicareSecondary } from './public-plans.ts'
import type { Policy } from './policy.ts'
import { copayLines, coveredLine, plainLines, planLine, ppo, specialist, type Terms } from './terms.ts'

type Story = (today: Temporal.PlainDate) => Policy

function thisYear(lines: readonly BenefitLine[]): Story {
  return (today) => ({ from: firstOfYear(today), until: null, lines })
}

const met: Terms = {
  ...ppo,
  plan: 'CHOICE PLUS',
  deductible: { individual: { whole: 150_000, left: 0 }, family: { whole: 300_000, left: 0 } },
  outOfPocket: { individual: { whole: 500_000, left: 212_050 }, family: { whole: 1_000_000, left: 704_500 } },
}

const hmo: Terms = { ...ppo, plan: 'BLUE CHOICE HMO', insurance: 'HM', primaryCopay: 2000, specialistCopay: null }

const primaryCare: BenefitLine = benefit('L', {
  scope: 'IND',
  types: ['30'],
  others: [
    ['NM1', 'P3', '1', 'TANAKA', 'YUKI', '', '', '', 'XX', '1912345678'],
    ['PER', 'IC', '', 'TE', '3125550190'],
  ],
})

const referralLine: BenefitLine = benefit('B', {
  scope: 'IND',
  types: [specialist],
  period: '27',
  cents: 4500,
  authorization: 'Y',
  network: 'Y',
  more: [message('REFERRAL BY THE PRIMARY CARE PROVIDER REQUIRED')],
})

/** `62` MRI and CT, `4` X-ray. */
const imagingLines: readonly BenefitLine[] = [
  benefit('A', { scope: 'IND', types: ['62'], period: '27', share: 0.2, authorization: 'Y', network: 'Y' }),
  benefit('A', { scope: 'IND', types: ['4'], period: '27', share: 0.2, authorization: 'N', network: 'Y' }),
]

const therapyLines: readonly BenefitLine[] = [
  coveredLine(['AD', 'AF']),
  ...copayLines(['PT', 'AD', 'AF'], 4000),
  benefit('F', { scope: 'IND', types: ['PT'], period: '23', quantity: ['VS', 20], network: 'Y' }),
  benefit('F', { scope: 'IND', types: ['PT'], period: '29', quantity: ['VS', 4], network: 'Y' }),
]

function otherCover(today: Temporal.PlainDate): BenefitLine {
  const since = firstOfYear(today).subtract({ years: 1 }).toString().replaceAll('-', '')
  return benefit('R', {
    scope: 'IND',
    types: ['30'],
    insurance: 'C1',
    more: [
      ['REF', '6P', 'K5521'],
      ['DTP', '290', 'D8', since],
    ],
    others: other('PRP', 'PRAIRIE EMPLOYERS TRUST', '8005550144', 'PRAIRIE7'),
  })
}

/** Two values for one case, and nothing that says which applies. */
const twice: readonly BenefitLine[] = [4000, 6500].map((cents) =>
  benefit('B', { scope: 'IND', types: [specialist, '98'], period: '27', cents, network: 'Y' }),
)

export const stories = {
  /** Copays of primary care and specialists; deductible partly met, person and family. */
  ppo: thisYear(plainLines(ppo)),
  'deductible-met': thisYear(plainLines(met)),
  /** Asks for a referral and names the primary care provider. */
  hmo: thisYear([...plainLines(hmo), referralLine, primaryCare]),
  /** Asks for authorization before scans. */
  imaging: thisYear([...plainLines(ppo), ...imagingLines]),
  /** Four of twenty visits left. */
  therapy: thisYear([...plainLines(ppo), ...therapyLines]),
  /** Ended with the last month. */
  ended: (today) => ({
    from: firstOfYear(today).subtract({ years: 2 }),
    until: endOfLastMonth(today),
    lines: plainLines(ppo),
  }),
  /** Begins with the next month. */
  'not-begun': (today) => ({ from: firstOfNextMonth(today), until: null, lines: plainLines(ppo) }),
  'medicaid-managed': medicaidManaged,
  'medicare-secondary': medicareSecondary,
  'medicare-advantage': medicareAdvantage,
  /** Another payer pays first. */
  'two-payers': (today) => ({
    from: firstOfYear(today),
    until: null,
    lines: [...plainLines(ppo), otherCover(today)],
  }),
  'two-copays': thisYear([...plainLines({ ...ppo, primaryCopay: null, specialistCopay: null }), ...twice]),
  /** Two copays that only free words tell apart. */
  'copays-in-words': thisYear([
    ...plainLines({ ...ppo, primaryCopay: null, specialistCopay: null }),
    ...copayLines(['98'], 2500, 'PRIMARY CARE'),
    ...copayLines(['98'], 5500, 'SPECIALIST'),
  ]),
  /** What is left of the year is not said. */
  sparse: thisYear([
    planLine(ppo),
    coveredLine(['98']),
    benefit('C', { scope: 'IND', types: ['30'], period: '23', cents: 150_000, network: 'Y' }),
  ]),
} as const satisfies Readonly<Record<string, Story>>

export type StoryName = keyof typeof stories
