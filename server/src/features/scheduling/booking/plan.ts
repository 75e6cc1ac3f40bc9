import { roleMay } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import {
  type AllowedPlan,
  type Assignment,
  type BookRefusal,
  planBooking,
  roleTime,
  type RuleCode,
  type SelfBooking,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { type Db, runIn } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import { msOf } from '../instants.ts'
import type { Place, WantedTime } from '../place.ts'
import { dayAround } from '../site-days.ts'
import { holderOf, type KeptTime, queueFor, sweepHolds } from '../time/store.ts'
import { isCounted, loadBusy, loadCounts, loadPatient, resourcesOf } from './facts/load-facts.ts'
import { sessionKeys } from './facts/session-keys.ts'

/** What is wanted, by whom, and what of it may be in the way. */
export interface Booking {
  readonly practice: Practice
  readonly place: Place
  readonly wanted: WantedTime
  readonly patientId: string | null
  readonly overrides?: { readonly rules: readonly RuleCode[]; readonly reason: string } | null
  readonly walkIn?: boolean
  /** The visit that is moved: its own time is no obstacle. */
  readonly appointmentId?: string | null
  /** Set where a patient books. */
  readonly selfBooking?: SelfBooking
  /** Holds that are used up by it. */
  readonly holdIds?: readonly string[]
  /** Set where a visit that was allowed before gets its time back. */
  readonly again?: Again
}

/** Epoch milliseconds of what the rules take for now; what was overridden when the visit was made counts again. */
export interface Again {
  readonly now: number
}

type Who = Pick<Ctx, 'actor' | 'now'>

function wishOf({ practice, place, wanted, ...rest }: Booking, { actor, now }: Who) {
  return {
    visitType: place.rule,
    zone: place.zone,
    start: msOf(wanted.start),
    day: dayAround(msOf(wanted.start), place.zone),
    assignments: wanted.assignments,
    resources: resourcesOf(practice, wanted),
    now: rest.again?.now ?? now.epochMilliseconds,
    may: (permission: Parameters<typeof roleMay>[1]) => rest.again !== undefined || roleMay(actor.role, permission),
    ...(rest.overrides ? { overrides: rest.overrides } : {}),
    ...(rest.walkIn ? { walkIn: true } : {}),
    ...(rest.selfBooking ? { selfBooking: rest.selfBooking } : {}),
  }
}

/** May it be, by the rules? For what needs no look at the tables (`isPlain`); the save finds out whether it is free. */
export function planPlain(booking: Booking, who: Who): Result<AllowedPlan, BookRefusal> {
  return planBooking(wishOf(booking, who))
}

/** The same with what is taken of the resources; what the day counts and what is known of a patient is not looked at. */
export function planAmid(
  booking: Booking,
  who: Who,
  busy: Awaited<ReturnType<typeof loadBusy>>,
): Result<AllowedPlan, BookRefusal> {
  const resources = resourcesOf(booking.practice, booking.wanted, busy)
  return planBooking({ ...wishOf(booking, who), resources })
}

/** The time of every role, as far as its resource is known. */
export function timesOf({ place, wanted }: Pick<Booking, 'place' | 'wanted'>): Assignment[] {
  return place.rule.roles.flatMap((role) => {
    const chosen = wanted.assignments.find((each) => each.role === role.name)
    return chosen ? [{ ...chosen, ...roleTime(place.rule, role, msOf(wanted.start)) }] : []
  })
}

/** Whoever books a type with caps waits for the one before, so that what was counted stays true. */
function capKeys({ practice, place, wanted }: Pick<Booking, 'practice' | 'place' | 'wanted'>): string[] {
  if (!isCounted(practice, place.rule, wanted)) return []
  return [`cap ${place.siteId} ${dayAround(msOf(wanted.start), place.zone).date}`]
}

/** What is counted for a booking besides its time: caps of the day, and sessions with a capacity. */
export function countKeys(booking: Pick<Booking, 'practice' | 'place' | 'wanted'>): string[] {
  return [...capKeys(booking), ...sessionKeys(booking)]
}

/**
 * May it be, by the rules and by what is booked? Within a transaction: from here to its end nobody else takes or counts
 * the same time, so what is planned holds. Holds that have run out, or are the caller's own, are swept away.
 */
export async function planInTurn(db: Db, booking: Booking, who: Who): Promise<Result<AllowedPlan, BookRefusal>> {
  await runIn(db, queueFor(db, timesOf(booking), countKeys(booking)))
  return planHere(db, booking, who)
}

/** The same for a caller who has the turn already. */
export async function planHere(db: Db, booking: Booking, who: Who): Promise<Result<AllowedPlan, BookRefusal>> {
  const { practice, place, wanted, patientId, appointmentId = null } = booking
  const now = who.now.toString()
  const holder = holderOf(who.actor)
  const times: readonly KeptTime[] = timesOf(booking)
  if (times.length > 0) await runIn(db, sweepHolds(db, times, now, holder))
  const without = { now, holdIds: booking.holdIds ?? [], holder, appointmentId }
  const busy = await loadBusy(db, practice, place, wanted, without)
  const counts = await loadCounts(db, practice, place, wanted, without)
  const patient = patientId === null ? undefined : await loadPatient(db, place, patientId, appointmentId)
  return planBooking({
    ...wishOf(booking, who),
    resources: resourcesOf(practice, wanted, busy),
    ...(counts ? { counts } : {}),
    ...(patient ? { patient } : {}),
  })
}
