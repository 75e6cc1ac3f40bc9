/** What happened. Ids and civil dates only: whoever needs more reads it under their own permission. */
export interface HappenedEvent {
  /** Such as `appointment.booked`. */
  readonly type: string
  readonly id: string
  readonly patientId?: string | null
  readonly siteId?: string | null
  /** Civil date at the site. */
  readonly date?: string | null
  /** The other date of a visit that moved from one day to another. */
  readonly dateBefore?: string | null
  /** Time of resources that was taken, given back or changed hands. */
  readonly taken?: readonly TakenRange[]
}

/** A resource's id, and from when to when; epoch milliseconds. */
export type TakenRange = readonly [resourceId: string, start: number, end: number]

/** An event as the relay hands it on. */
export interface RelayedEvent extends HappenedEvent {
  readonly outboxId: number
  readonly organization: string
}

/** Something that follows from an event, done later by a job. It must bear being done twice. */
export interface Reaction {
  /** Unique; names the queue's work, such as `scheduling.confirm`. */
  readonly name: string
  readonly on: readonly string[]
  readonly run: (event: RelayedEvent) => Promise<void>
}
