import type { HappenedEvent } from '../../platform/events/event.ts'
import type { selfBooking } from '@foyer/contract'

interface Visit {
  readonly id: string
  readonly patientId: string
  readonly siteId: string
  readonly date: string
}

export type DeclineReason = (typeof selfBooking.declineReasons)[number]

export interface DeclinedEvent extends HappenedEvent {
  readonly reason: DeclineReason
}

/** Somebody asks for a visit that the desk has to agree to. */
export function selfBookingRequested(visit: Visit): HappenedEvent {
  return { type: 'self-booking.requested', ...visit }
}

export function selfBookingDeclined(visit: Visit, reason: DeclineReason): DeclinedEvent {
  return { type: 'self-booking.declined', ...visit, reason }
}

/** A record made for a visit was looked at. */
export function selfBookingSettled(visit: Visit): HappenedEvent {
  return { type: 'self-booking.settled', ...visit }
}
