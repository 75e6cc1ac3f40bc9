import { dateAt, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import type { Interval } from './interval.ts'
import { localDay, minuteMs } from './local-day.ts'
import { capsHold } from './rules/caps.ts'
import { laneOf } from './rules/lanes.ts'
import { interpreterSpeaks } from './rules/interpreter.ts'
import { patientRules } from './rules/patient.ts'
import { attributesThere, rolesFilled, seatedOf } from './rules/roles.ts'
import type { RuleEvaluation } from './rules/rule.ts'
import { insideHours, kindIsTaken, sessionHasRoom, walkInsOnly } from './rules/sessions.ts'
import { seatLeft, selfBookable } from './rules/self.ts'
import { leadTime, notInThePast, onGrid, withinHorizon } from './rules/time.ts'
import { type BookRefusal, refusalOf, withOverrides } from './rules/verdict.ts'
import type { AnyFacts, BookingWish, SeatWish } from './rules/wish.ts'
import type { Assignment } from './visit-type.ts'

/** `end` is the end of the visit; each assignment says how long its resource is kept, buffers included, and in which lane. */
export type BookingPlan = Interval & { readonly assignments: readonly Assignment[] }

/** `rules` is why the booking was possible: every rule that applied, with what was overridden and why. */
export type AllowedPlan = BookingPlan & { readonly rules: readonly RuleEvaluation[] }

export type SeatPlan = Interval & {
  /** The lowest that is free, from 1. */
  readonly seat: number
  readonly rules: readonly RuleEvaluation[]
}

/**
 * May this visit be booked? Every rule is looked at; each stands in English at its function in `rules/`, in this order:
 * time, roles, lanes, hours and sessions, caps, the patient. A rule that is not met is no obstacle when it is a remark or
 * overridden by somebody who may (`overridable`). Whether the patient is elsewhere, and who of two was first, is decided by
 * the database.
 */
export function planBooking(wish: BookingWish): Result<AllowedPlan, BookRefusal> {
  const { visitType, start } = wish
  const facts = { ...factsOf(wish), wish }
  const seated = seatedOf(wish)
  const assignments: Assignment[] = []
  const lanes = seated.map((each) => {
    const laned = laneOf(visitType, each, assignments, wish.overrides?.rules ?? [])
    assignments.push(laned.assignment)
    return laned.evaluation
  })
  const rules = withOverrides(wish, [
    notInThePast(facts),
    ...withinHorizon(facts),
    ...selfBookable(facts),
    ...rolesFilled(wish),
    ...attributesThere(wish),
    ...interpreterSpeaks(wish),
    ...lanes,
    ...seated.map(insideHours),
    ...seated.flatMap((each) => kindIsTaken(wish, each)),
    ...seated.flatMap((each) => walkInsOnly(facts, each)),
    ...seated.flatMap(sessionHasRoom),
    ...capsHold(facts),
    ...leadTime(facts),
    onGrid(facts, seated),
    ...patientRules(facts),
  ])
  const refusal = refusalOf(wish, rules)
  if (refusal) return refuse(refusal)
  return ok({ start, end: start + visitType.durationMinutes * minuteMs, assignments, rules })
}

/** May this seat of a group session be booked? The session keeps people and places; a seat asks only about the patient. */
export function planSeat(wish: SeatWish): Result<SeatPlan, BookRefusal> {
  const facts = factsOf(wish)
  const rules = withOverrides(wish, [
    notInThePast(facts),
    ...withinHorizon(facts),
    ...selfBookable(facts),
    seatLeft(wish),
    ...leadTime(facts),
    ...patientRules(facts),
  ])
  const refusal = refusalOf(wish, rules)
  if (refusal) return refuse(refusal)
  const { start, visitType } = wish
  const seat = Array.from({ length: wish.seats }, (_, index) => index + 1).find(
    (each) => !wish.seatsTaken.includes(each),
  )
  return ok({ start, end: start + visitType.durationMinutes * minuteMs, seat: seat ?? wish.seats, rules })
}

function factsOf(wish: AnyFacts['wish']): AnyFacts {
  const { start, zone } = wish
  return { wish, day: wish.day ?? localDay(dateAt(Temporal.Instant.fromEpochMilliseconds(start), zone), zone) }
}
