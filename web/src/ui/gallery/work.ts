export type Work = {
  readonly id: string
  readonly left: string
  readonly clock: string
  readonly kind?: 'bad' | 'warn'
  readonly what: string
  readonly why: string
}

export const work: readonly Work[] = [
  {
    id: 'devon',
    left: '8 min',
    clock: '10:50',
    kind: 'bad',
    what: 'Call back: Devon Price',
    why: 'Promised by 10:50. Asked if the MRI needs approval; it was granted today (4 units).',
  },
  {
    id: 'amara',
    left: '18 min',
    clock: '11:00',
    kind: 'bad',
    what: 'Amara Diallo: plan not active today',
    why: 'New patient at 11:00, Dr Okafor. Card says Aetna; payer says ended 31 Oct.',
  },
  {
    id: 'fill',
    left: '1 h',
    clock: '11:40',
    kind: 'warn',
    what: 'Fill 13:20 with Dr Singh',
    why: 'Just cancelled. 5 people can use it; the first 3 are being asked by text.',
  },
  {
    id: 'forms',
    left: 'today',
    clock: '17:00',
    what: '3 forms missing for tomorrow',
    why: 'Link opened twice, stopped at insurance card photo.',
  },
]
