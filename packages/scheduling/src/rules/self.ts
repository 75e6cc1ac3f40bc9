import { judge, type RuleEvaluation } from './rule.ts'
import type { AnyFacts, SeatWish } from './wish.ts'

/** Patients book a type themselves only where it says so; people the practice does not know yet only where it says that. */
export function selfBookable({ wish }: AnyFacts): RuleEvaluation[] {
  const { selfBooking, patient } = wish
  if (selfBooking === undefined) return []
  const isKnown = patient !== undefined && patient.isNew === false
  return [judge({ rule: 'not-self-bookable' }, selfBooking.mode !== null && (isKnown || selfBooking.forNew))]
}

/** A group session has a seat left. */
export function seatLeft({ seats, seatsTaken }: SeatWish): RuleEvaluation {
  const taken = new Set(seatsTaken).size
  return judge({ rule: 'seats-taken', seats, taken }, taken < seats)
}
