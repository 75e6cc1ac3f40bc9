import type { MinorRule } from './minor-rule.ts'

/**
 * A start, not legal advice: the practice's counsel has the last word on its state. What is left out of a row is not
 * known here, and then a person decides. Conditions beside an age (maturity, number of sessions, danger) are for the
 * clinician; here the age alone opens the question, so that nobody is told by mistake.
 */
export const minorRules: readonly MinorRule[] = [
  {
    state: 'AL',
    majority: { from: 19, statute: 'Ala. Code 26-1-1' },
    anyCare: { from: 16, statute: 'Ala. Code 22-8-4, as amended from 1 October 2025' },
    services: {
      sti: { from: 12, statute: 'Ala. Code 22-11A-19' },
      'substance-use': { from: 0, statute: 'Ala. Code 22-8-6' },
      reproductive: { from: 0, statute: 'Ala. Code 22-8-6' },
    },
    emancipation: 'Ala. Code 26-13-1',
    checkedOn: '2026-11-28',
    against: 'summary',
  },
  {
    state: 'CA',
    majority: { from: 18, statute: 'Cal. Fam. Code 6500' },
    services: {
      reproductive: { from: 0, statute: 'Cal. Fam. Code 6925' },
      sti: { from: 12, statute: 'Cal. Fam. Code 6926' },
      'mental-health': { from: 12, statute: 'Cal. Fam. Code 6924; Health & Safety Code 124260' },
      'substance-use': { from: 12, statute: 'Cal. Fam. Code 6929' },
    },
    emancipation: 'Cal. Fam. Code 7002',
    checkedOn: '2026-11-28',
    against: 'statute',
  },
  {
    state: 'CO',
    majority: { from: 18, statute: 'Colo. Rev. Stat. 13-22-101' },
    services: {
      reproductive: { from: 0, statute: 'Colo. Rev. Stat. 13-22-105' },
      sti: { from: 0, statute: 'Colo. Rev. Stat. 25-4-409' },
      'mental-health': { from: 12, statute: 'Colo. Rev. Stat. 12-245-203.5' },
      'substance-use': { from: 0, statute: 'Colo. Rev. Stat. 13-22-102' },
    },
    emancipation: 'Colo. Rev. Stat. 13-22-103',
    checkedOn: '2026-11-28',
    against: 'statute',
  },
  {
    state: 'FL',
    majority: { from: 18, statute: 'Fla. Stat. 743.07' },
    services: {
      reproductive: { from: 0, statute: 'Fla. Stat. 381.0051' },
      sti: { from: 0, statute: 'Fla. Stat. 384.30' },
      'mental-health': { from: 13, statute: 'Fla. Stat. 394.4784' },
      'substance-use': { from: 0, statute: 'Fla. Stat. 397.501' },
    },
    emancipation: 'Fla. Stat. 743.015',
    checkedOn: '2026-11-28',
    against: 'summary',
  },
  {
    state: 'GA',
    majority: { from: 18, statute: 'Ga. Code 39-1-1' },
    services: {
      reproductive: { from: 0, statute: 'Ga. Code 31-9-2' },
      sti: { from: 0, statute: 'Ga. Code 31-17-7' },
      'substance-use': { from: 12, statute: 'Ga. Code 37-7-8' },
    },
    emancipation: 'Ga. Code 15-11-721',
    checkedOn: '2026-11-28',
    against: 'summary',
  },
  {
    state: 'IL',
    majority: { from: 18, statute: '755 ILCS 5/11-1' },
    services: {
      reproductive: { from: 0, statute: '325 ILCS 10/1' },
      sti: { from: 12, statute: '410 ILCS 210/4' },
      'mental-health': { from: 12, statute: '405 ILCS 5/3-5A-105' },
      'substance-use': { from: 12, statute: '410 ILCS 210/4' },
    },
    emancipation: '750 ILCS 30',
    checkedOn: '2026-11-28',
    against: 'statute',
  },
  {
    state: 'MA',
    majority: { from: 18, statute: 'Mass. Gen. Laws c. 231, 85P' },
    services: {
      reproductive: { from: 0, statute: 'Mass. Gen. Laws c. 112, 12F' },
      sti: { from: 0, statute: 'Mass. Gen. Laws c. 112, 12F' },
      'mental-health': { from: 16, statute: 'Mass. Gen. Laws c. 123, 10' },
      'substance-use': { from: 12, statute: 'Mass. Gen. Laws c. 112, 12E' },
    },
    emancipation: 'Mass. Gen. Laws c. 112, 12F',
    checkedOn: '2026-11-28',
    against: 'summary',
  },
  {
    state: 'MS',
    // 21 for most else (Miss. Code 1-3-27); of health care 18-year-olds decide.
    majority: { from: 18, statute: 'Miss. Code 41-41-203' },
    services: {
      sti: { from: 0, statute: 'Miss. Code 41-41-13' },
      'substance-use': { from: 15, statute: 'Miss. Code 41-41-14' },
    },
    emancipation: 'Miss. Code 93-19-3',
    checkedOn: '2026-11-28',
    against: 'summary',
  },
  {
    state: 'NE',
    majority: { from: 19, statute: 'Neb. Rev. Stat. 43-2101' },
    services: {
      sti: { from: 0, statute: 'Neb. Rev. Stat. 71-504' },
      'mental-health': { from: 18, statute: 'Neb. Rev. Stat. 43-2101' },
    },
    emancipation: 'Neb. Rev. Stat. 43-4801',
    checkedOn: '2026-11-28',
    against: 'summary',
  },
  {
    state: 'NY',
    majority: { from: 18, statute: 'N.Y. Pub. Health Law 2504' },
    services: {
      reproductive: { from: 0, statute: 'N.Y. Pub. Health Law 2504, 17' },
      sti: { from: 0, statute: 'N.Y. Pub. Health Law 2305; HIV: 2782' },
      'mental-health': { from: 0, statute: 'N.Y. Mental Hyg. Law 33.21' },
      'substance-use': { from: 0, statute: 'N.Y. Mental Hyg. Law 22.11' },
    },
    emancipation: 'common law; N.Y. Pub. Health Law 2504',
    checkedOn: '2026-11-28',
    against: 'summary',
  },
  {
    state: 'OH',
    majority: { from: 18, statute: 'Ohio Rev. Code 3109.01' },
    services: {
      sti: { from: 0, statute: 'Ohio Rev. Code 3709.241' },
      'mental-health': { from: 14, statute: 'Ohio Rev. Code 5122.04' },
      'substance-use': { from: 0, statute: 'Ohio Rev. Code 3719.012' },
    },
    emancipation: 'common law',
    checkedOn: '2026-11-28',
    against: 'summary',
  },
  {
    state: 'OR',
    majority: { from: 18, statute: 'Or. Rev. Stat. 109.510' },
    anyCare: { from: 15, statute: 'Or. Rev. Stat. 109.640' },
    services: {
      reproductive: { from: 0, statute: 'Or. Rev. Stat. 109.640' },
      sti: { from: 0, statute: 'Or. Rev. Stat. 109.610' },
      'mental-health': { from: 14, statute: 'Or. Rev. Stat. 109.675' },
      'substance-use': { from: 14, statute: 'Or. Rev. Stat. 109.675' },
    },
    emancipation: 'Or. Rev. Stat. 419B.552',
    checkedOn: '2026-11-28',
    against: 'statute',
  },
  {
    state: 'PA',
    // 21 for most else; of medical care 18-year-olds decide.
    majority: { from: 18, statute: '35 Pa. Stat. 10101' },
    services: {
      reproductive: { from: 0, statute: '35 Pa. Stat. 10103' },
      sti: { from: 0, statute: '35 Pa. Stat. 10103' },
      'mental-health': { from: 14, statute: '35 Pa. Stat. 10101.1' },
      'substance-use': { from: 0, statute: '71 Pa. Stat. 1690.112' },
    },
    emancipation: '35 Pa. Stat. 10101',
    checkedOn: '2026-11-28',
    against: 'statute',
  },
  {
    state: 'TX',
    majority: { from: 18, statute: 'Tex. Civ. Prac. & Rem. Code 129.001' },
    services: {
      sti: { from: 0, statute: 'Tex. Fam. Code 32.003(a)(3)' },
      'mental-health': { from: 0, statute: 'Tex. Fam. Code 32.004' },
      'substance-use': { from: 0, statute: 'Tex. Fam. Code 32.003(a)(5), 32.004' },
    },
    emancipation: 'Tex. Fam. Code 31.001',
    checkedOn: '2026-11-28',
    against: 'statute',
  },
  {
    state: 'WA',
    majority: { from: 18, statute: 'Wash. Rev. Code 26.28.010' },
    services: {
      reproductive: { from: 0, statute: 'Wash. Rev. Code 9.02.100' },
      sti: { from: 14, statute: 'Wash. Rev. Code 70.24.110' },
      'mental-health': { from: 13, statute: 'Wash. Rev. Code 71.34.530' },
      'substance-use': { from: 13, statute: 'Wash. Rev. Code 71.34.530' },
    },
    emancipation: 'Wash. Rev. Code 13.64',
    checkedOn: '2026-11-28',
    against: 'statute',
  },
]

const byState = new Map(minorRules.map((rule) => [rule.state, rule]))

/** The row of a state, by its two letters; null where there is none. */
export function minorRuleOf(state: string): MinorRule | null {
  return byState.get(state.trim().toUpperCase()) ?? null
}
