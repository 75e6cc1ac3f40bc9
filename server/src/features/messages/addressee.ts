import type { Recipient, Unreachable } from '@foyer/patients'

declare const chosen: unique symbol

/** Where a message may go, and who reads it there. */
export interface Addressee extends Recipient {
  readonly [chosen]: true
  /** The patient's name where somebody else reads it, so that they know whom it is about; else null. */
  readonly about: string | null
  /** The visit that decided: one for a confidential service before others. */
  readonly appointmentId: string | null
}

/** Nobody may be written to: what was to be said waits for the desk, in the patient's language, and goes nowhere. */
export interface Unaddressed extends Pick<Addressee, typeof chosen | 'about' | 'appointmentId' | 'name' | 'language'> {
  readonly to: null
  readonly relatedPersonId: null
  readonly reason: Unreachable
}
