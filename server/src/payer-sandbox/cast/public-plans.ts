import type { Temporal } from '@foyer/kernel'
import { benefit, type BenefitLine, message, other } from './benefit-line.ts'
import { compact, firstOfYear } from './days.ts'
import type { Policy } from './policy.ts'
import { copayLines, coveredLine, coveredTypes, yearlyLines } from './terms.ts'

const elsewhere = new Set(['MH', 'A4', '35'])
const services = coveredTypes.filter((type) => !elsewhere.has(type))

/** A plan that the state pays for its members; mental health and teeth are with others (carved out). */
export function medicaidManaged(today: Temporal.PlainDate): Policy {
  return {
    from: firstOfYear(today).subtract({ years: 1 }),
    until: null,
    lines: [
      benefit('1', { scope: 'IND', types: ['30'], insurance: 'MC', plan: 'MEDICAID MANAGED CARE' }),
      coveredLine(services),
      benefit('MC', {
        scope: 'IND',
        types: ['30'],
        insurance: 'HM',
        others: other('Y2', 'FAMILY HEALTH NETWORK', '8005550155', 'FHN01'),
      }),
      ...copayLines(['98', 'UC'], 0),
      ...yearlyLines('C', 'IND', { whole: 0, left: 0 }),
      carvedOut(['MH', 'A4'], 'LAKESHORE BEHAVIORAL HEALTH', '8005550156'),
      carvedOut(['35'], 'BRIGHT DENTAL PLAN', '8005550157'),
    ],
  }
}

function carvedOut(types: readonly string[], name: string, phone: string): BenefitLine {
  const more = [message('NOT WITH THIS PLAN, ASK THE ONE THAT IS NAMED')]
  return benefit('U', { scope: 'IND', types, more, others: other('VN', name, phone) })
}

function originalMedicare(today: Temporal.PlainDate, deductibleLeft: number): readonly BenefitLine[] {
  const partB = { scope: 'IND', types: ['30'], insurance: 'MB' } as const
  const started = compact(firstOfYear(today).subtract({ years: 3 }))
  return [
    benefit('1', { ...partB, insurance: 'MA', plan: 'MEDICARE PART A', more: [['DTP', '291', 'D8', started]] }),
    benefit('1', { ...partB, plan: 'MEDICARE PART B', more: [['DTP', '291', 'D8', started]] }),
    coveredLine(),
    benefit('C', { ...partB, period: '23', cents: 28_300, network: 'W' }),
    benefit('C', { ...partB, period: '29', cents: deductibleLeft, network: 'W' }),
    benefit('A', { ...partB, period: '27', share: 0.2, network: 'W' }),
  ]
}

/** Medicare with a plan of the employer before it: 12, working aged (42 CFR 411.170). */
export function medicareSecondary(today: Temporal.PlainDate): Policy {
  const since = compact(firstOfYear(today).subtract({ years: 2 }))
  const before = benefit('R', {
    scope: 'IND',
    types: ['30'],
    insurance: '12',
    more: [
      ['REF', 'IG', 'EMP4471902'],
      ['DTP', '290', 'D8', since],
    ],
    others: other('PRP', 'GREAT LAKES EMPLOYEE PLAN', '8005550166', 'GLEP'),
  })
  return {
    from: firstOfYear(today).subtract({ years: 3 }),
    until: null,
    lines: [...originalMedicare(today, 0), before],
  }
}

/** Medicare itself says that a plan of Part C answers for it. */
export function medicareAdvantage(today: Temporal.PlainDate): Policy {
  const since = compact(firstOfYear(today))
  const instead = benefit('R', {
    scope: 'IND',
    types: ['30'],
    insurance: 'HN',
    plan: 'SILVER ADVANTAGE HMO',
    more: [
      ['REF', '18', 'H9999 001'],
      ['DTP', '290', 'D8', since],
      message('MEMBER OF A MEDICARE ADVANTAGE PLAN, BILL THE PLAN'),
    ],
    others: other('PRP', 'SILVER ADVANTAGE', '8005550177', 'SILVER01'),
  })
  return {
    from: firstOfYear(today).subtract({ years: 3 }),
    until: null,
    lines: [...originalMedicare(today, 28_300), instead],
  }
}

/** Medicare as most have it, with nobody beside it. */
export function medicareAlone(today: Temporal.PlainDate, deductibleLeft: number): Policy {
  return {
    from: firstOfYear(today).subtract({ years: 3 }),
    until: null,
    lines: originalMedicare(today, deductibleLeft),
  }
}
