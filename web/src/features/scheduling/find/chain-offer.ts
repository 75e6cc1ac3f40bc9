import type { Reply, scheduling } from '@foyer/contract'
import type { ChainsQuestion, Leg, Opening } from '../shapes.ts'
import { groupOf } from './group-of.ts'

type Found = Reply<typeof scheduling.findChains>['chains'][number]

/** Of what is said about each leg, what is about the chain as well. */
const clinicianCodes = new Set(['usual-clinician', 'other-clinician'])

/** A chain as the list and the grid show openings; null while the legs of question and answer are not the same. */
export function chainOffer({ legs, waits, walkMinutes }: Found, asked: ChainsQuestion['legs']): Opening | null {
  const [first, last] = [legs[0], legs.at(-1)]
  if (!first || !last || legs.length !== asked.length) return null
  const pairs = legs.flatMap((opening, at): Leg[] => {
    const leg = asked[at]
    return leg ? [{ ...leg, opening }] : []
  })
  const soonest = first.reasons.filter(({ code }) => code === 'soonest')
  const whose = legs.flatMap((leg) => leg.reasons).find(({ code }) => clinicianCodes.has(code))
  const reasons = whose ? [...soonest, whose] : soonest
  const assignments = legs.flatMap((leg) => leg.assignments)
  return { start: first.start, end: last.end, assignments, reasons, legs: pairs, waits, walkMinutes }
}

function seatIn(opening: Leg['opening']): { groupSessionId?: string } {
  const groupSessionId = groupOf(opening)
  return groupSessionId === undefined ? {} : { groupSessionId }
}

/** What holding and booking a chain take: each leg with its time, its people and places, its gap, and the group it joins. */
export function legsOf(legs: readonly Leg[], siteId: string) {
  return legs.map(({ visitTypeId, gap, opening }) => ({
    visitTypeId,
    siteId,
    start: opening.start,
    assignments: opening.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    ...(gap ? { gap } : {}),
    ...seatIn(opening),
  }))
}
