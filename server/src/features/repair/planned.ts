import type { RepairPlan } from '@foyer/scheduling'
import type { Affected } from './affected/load-affected.ts'
import { storedPlace } from './place.ts'
import type { Planned } from './store.ts'

/** The plan as rows: where each visit is, and where it could go. */
export function planned(visits: readonly Affected[], { placements }: RepairPlan): readonly Planned[] {
  return visits.map((visit, index) => {
    const { option, why, cost } = placements[index] ?? { option: null, why: [], cost: 0 }
    const [said] = why
    return {
      appointmentId: visit.id,
      before: { ...storedPlace(visit), urgency: visit.urgency, version: visit.version },
      proposal: option && { ...storedPlace(option), why, cost },
      noPlace: option ? null : said?.code === 'chain-gap' ? 'chain-gap' : 'nothing-free',
    }
  })
}
