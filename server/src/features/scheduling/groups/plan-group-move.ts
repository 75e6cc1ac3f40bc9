import { ok, refuse, type Result } from '@foyer/kernel'
import type { AllowedPlan, BookRefusal, RuleEvaluation } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import { asItWas, withoutOthers } from '../as-it-was.ts'
import { type Booking, planHere, planInTurn } from '../booking/plan.ts'
import { gapsAround } from '../chains/gaps-around.ts'
import { msOf } from '../instants.ts'
import { lasting, placeOf, type WantedTime } from '../place.ts'
import { rulesOf } from '../set-aside.ts'
import type { LockedAppointment } from '../store.ts'
import { type GroupSession, selectBusySeats } from './store.ts'

type Seat = Pick<LockedAppointment, 'id' | 'patient_id' | 'chain_id'>

interface Options {
  readonly overrides?: Booking['overrides']
  /** Set where it goes back to a time that it had: how the rules stood for it. */
  readonly rulesBefore?: GroupSession['rules']
}

export interface GroupMovePlan extends AllowedPlan {
  /** By the id of the seat: what the gaps of its chain say by then. */
  readonly gaps: ReadonlyMap<string, readonly RuleEvaluation[]>
}

/** What is asked for a group that gets another time. It lasts as long as it did. */
export function groupBooking(
  ctx: Ctx,
  practice: Practice,
  group: GroupSession,
  wanted: WantedTime,
  { overrides = null, rulesBefore }: Options = {},
): Booking {
  const minutes = (msOf(group.ends_at) - msOf(group.starts_at)) / 60_000
  const place = lasting(placeOf(practice, group.visit_type_id, group.site_id), minutes)
  const plain = { practice, place, wanted, patientId: null, overrides }
  if (rulesBefore === undefined) return plain
  const back = asItWas(ctx, wanted, rulesOf({ rules: rulesBefore }))
  return { ...plain, place: withoutOthers(place, wanted.assignments), ...back }
}

/**
 * May the group, whose time was given back, have this one with everybody who has a seat? Whoever is elsewhere then is named;
 * the gaps of chains are looked at and bind nobody.
 *
 * @param plan `planHere` where nobody has to wait: nothing is saved
 */
export async function planGroupMove(
  ctx: Ctx,
  db: Db,
  booking: Booking,
  seats: readonly Seat[],
  plan: typeof planInTurn | typeof planHere = planInTurn,
): Promise<Result<GroupMovePlan, BookRefusal | { readonly reason: 'people-busy'; readonly appointmentIds: string[] }>> {
  const planned = await plan(db, booking, ctx)
  if (!planned.ok) return planned
  const busy = await selectBusySeats(
    db,
    seats.map(({ id }) => id),
    planned.value,
  )
  if (busy.length > 0) return refuse({ reason: 'people-busy', appointmentIds: busy })
  const gaps = new Map<string, readonly RuleEvaluation[]>()
  for (const seat of seats) gaps.set(seat.id, await gapsAround(db, seat, planned.value, booking.place.zone))
  return ok({ ...planned.value, gaps })
}
