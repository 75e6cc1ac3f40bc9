import type { PlannedDirectory, PlannedFee } from '../plan.ts'

/** What the practice charges, in whole dollars; by code and, after a hyphen, modifier. */
const charges: Readonly<Record<string, number>> = {
  '99202': 165,
  '99203': 245,
  '99204': 365,
  '99211': 55,
  '99212': 120,
  '99213': 195,
  '99213-95': 175,
  '99214': 280,
  '99215': 390,
  '99392': 240,
  '99396': 290,
  '90460': 45,
  '90471': 45,
  '90691': 135,
  '87880': 38,
  '11102': 260,
  '76856': 420,
  '76856-26': 130,
  '70553': 1850,
  '70553-26': 420,
  A9579: 6,
  '97110': 85,
  '97110-GP': 85,
  '97140': 80,
  '97161': 190,
  '90834': 185,
  '96365': 310,
  '96366': 95,
  '36415': 22,
  '80053': 64,
  '83036': 48,
  G0109: 42,
}

function feesAt(share: number): readonly PlannedFee[] {
  return Object.entries(charges).map(([key, dollars]) => {
    const [code = '', modifier = ''] = key.split('-')
    return { code, modifier, amountCents: Math.round(dollars * 100 * share) }
  })
}

/** Charges of this year and the last, two contracts, what those pay who pay themselves, and the sliding scale. */
export function planFees(today: string): Pick<PlannedDirectory, 'feeSchedules' | 'slidingSteps'> {
  const year = Number(today.slice(0, 4))
  const first = `${year}-01-01`
  return {
    feeSchedules: [
      {
        key: 'charges-before',
        name: `Charges ${year - 1}`,
        kind: 'charge',
        payer: null,
        periodStart: `${year - 1}-01-01`,
        periodEnd: `${year - 1}-12-31`,
        fees: feesAt(0.96),
      },
      { key: 'charges', name: `Charges ${year}`, kind: 'charge', payer: null, ...from(first), fees: feesAt(1) },
      {
        key: 'blue-cross',
        name: 'Blue Cross PPO contract',
        kind: 'contract',
        payer: 'blue-cross',
        ...from(first),
        fees: feesAt(0.62),
      },
      { key: 'aetna', name: 'Aetna contract', kind: 'contract', payer: 'aetna', ...from(first), fees: feesAt(0.57) },
      { key: 'self-pay', name: 'Self-pay prices', kind: 'self-pay', payer: null, ...from(first), fees: feesAt(0.6) },
    ],
    slidingSteps: [
      { upToPercent: 100, paysPercent: null, paysCents: 2000 },
      { upToPercent: 150, paysPercent: 25, paysCents: null },
      { upToPercent: 200, paysPercent: 50, paysCents: null },
      { upToPercent: 250, paysPercent: 75, paysCents: null },
    ],
  }
}

function from(periodStart: string) {
  return { periodStart, periodEnd: null } as const
}
