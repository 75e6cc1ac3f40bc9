import type { BenefitKind, DateKind, DayPattern, HourPattern, Period, Scope } from './eligibility.ts'

/** EB01 (element 1390). */
export const kindOf: Readonly<Record<string, BenefitKind>> = {
  '1': 'active',
  '2': 'active',
  '3': 'active',
  '4': 'active',
  '5': 'active',
  '6': 'inactive',
  '7': 'inactive',
  '8': 'inactive',
  A: 'coinsurance',
  B: 'copay',
  C: 'deductible',
  CB: 'coverage-basis',
  D: 'description',
  E: 'exclusion',
  F: 'limitation',
  G: 'out-of-pocket',
  H: 'unlimited',
  I: 'not-covered',
  J: 'cost-containment',
  K: 'reserve',
  L: 'primary-care',
  M: 'pre-existing',
  MC: 'care-coordinator',
  N: 'restricted-provider',
  O: 'not-necessary',
  P: 'disclaimer',
  Q: 'second-opinion',
  R: 'other-payer',
  S: 'history',
  T: 'card-lost',
  U: 'contact',
  V: 'cannot-process',
  W: 'other-source',
  X: 'facility',
  Y: 'spend-down',
}

/** EB02 (element 1207). */
export const scopeOf: Readonly<Record<string, Scope>> = {
  IND: 'individual',
  FAM: 'family',
  SPO: 'spouse',
  SPC: 'family',
  ESP: 'spouse',
  CHD: 'children',
  ECH: 'children',
  DEP: 'dependents',
  EMP: 'employee',
}

/** EB06 and HSD05 (element 615): the time, and whether it counts what is left of it. */
export const periodOf: Readonly<Record<string, { readonly period: Period | null; readonly isRemaining: boolean }>> = {
  '6': { period: 'hour', isRemaining: false },
  '7': { period: 'day', isRemaining: false },
  '13': { period: 'day', isRemaining: false },
  '21': { period: 'year', isRemaining: false },
  '22': { period: 'service-year', isRemaining: false },
  '23': { period: 'calendar-year', isRemaining: false },
  '24': { period: 'year-to-date', isRemaining: false },
  '25': { period: 'contract', isRemaining: false },
  '26': { period: 'episode', isRemaining: false },
  '27': { period: 'visit', isRemaining: false },
  '28': { period: 'outlier', isRemaining: false },
  '29': { period: null, isRemaining: true },
  '30': { period: null, isRemaining: false },
  '31': { period: null, isRemaining: true },
  '32': { period: 'lifetime', isRemaining: false },
  '33': { period: 'lifetime', isRemaining: true },
  '34': { period: 'month', isRemaining: false },
  '35': { period: 'week', isRemaining: false },
  '36': { period: 'admission', isRemaining: false },
}

/** HSD03 (element 355): the time of which HSD04 says how often in it. */
export const frequencies: Readonly<Record<string, Period>> = {
  HS: 'hour',
  DA: 'day',
  WK: 'week',
  MO: 'month',
  YR: 'year',
  VS: 'visit',
}

/** HSD07 (element 678), those that name days plainly. */
export const dayPatterns: Readonly<Record<string, DayPattern>> = {
  A: 'monday-to-friday',
  B: 'monday-to-saturday',
  C: 'every-day',
  D: 'monday',
  E: 'tuesday',
  F: 'wednesday',
  G: 'thursday',
  H: 'friday',
  J: 'saturday',
  K: 'sunday',
  L: 'monday-to-thursday',
  N: 'as-directed',
  W: 'as-needed',
  Y: 'none',
}

/** HSD08 (element 679). */
export const hourPatterns: Readonly<Record<string, HourPattern>> = {
  A: 'working-hours',
  D: 'morning',
  E: 'afternoon',
  F: 'as-directed',
  G: 'any',
  Y: 'none',
}

export type End = 'both' | 'from' | 'until'

/** DTP01 (element 374): of what, and whether it is the whole time, its beginning or its end. */
export const dateOf: Readonly<Record<string, readonly [DateKind, End]>> = {
  '096': ['other', 'until'],
  '102': ['other', 'from'],
  '152': ['changed', 'from'],
  '193': ['period', 'from'],
  '194': ['period', 'until'],
  '198': ['other', 'until'],
  '290': ['coordination', 'both'],
  '291': ['plan', 'both'],
  '292': ['benefit', 'both'],
  '295': ['primary-care', 'both'],
  '304': ['last-visit', 'both'],
  '307': ['eligibility', 'both'],
  '318': ['added', 'from'],
  '340': ['cobra', 'from'],
  '341': ['cobra', 'until'],
  '342': ['premium-paid', 'from'],
  '343': ['premium-paid', 'until'],
  '346': ['plan', 'from'],
  '347': ['plan', 'until'],
  '348': ['benefit', 'from'],
  '349': ['benefit', 'until'],
  '356': ['eligibility', 'from'],
  '357': ['eligibility', 'until'],
  '382': ['other', 'from'],
  '435': ['other', 'from'],
  '442': ['death', 'both'],
  '472': ['service', 'both'],
  '539': ['policy', 'from'],
  '540': ['policy', 'until'],
  '636': ['updated', 'both'],
  '771': ['other', 'both'],
}
