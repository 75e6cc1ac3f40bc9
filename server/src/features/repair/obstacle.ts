import type { OvertakenBy } from './store.ts'

/** What stands in the way of a visit, from the reason for which a move was refused. */
export function obstacleOf(reason: string): OvertakenBy {
  if (reason === 'opening-taken') return 'place-taken'
  if (reason === 'patient-busy') return 'patient-busy'
  return ['changed-meanwhile', 'not-movable', 'in-a-group'].includes(reason) ? 'visit-changed' : 'rule'
}
