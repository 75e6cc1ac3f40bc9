import type { PlannedChainType } from '../plan.ts'

export const chainTypes: readonly PlannedChainType[] = [
  {
    key: 'imaging-work-up',
    name: 'Labs, MRI, results',
    nameEs: 'Análisis, resonancia y resultados',
    legs: [
      { visitType: 'lab-draw' },
      { visitType: 'mri', gap: { minDays: 1, maxDays: 7 } },
      { visitType: 'follow-up', gap: { minDays: 1, maxDays: 14 } },
    ],
  },
  {
    key: 'annual-with-labs',
    name: 'Labs and annual visit on one day',
    nameEs: 'Análisis y visita anual el mismo día',
    legs: [{ visitType: 'lab-draw' }, { visitType: 'annual', gap: { sameDay: true, maxWaitMinutes: 60 } }],
  },
]
