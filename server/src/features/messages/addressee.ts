import type { Recipient } from '@foyer/patients'

declare const chosen: unique symbol

/** Where a message may go, and who reads it there. */
export interface Addressee extends Recipient {
  readonly [chosen]: true
  /** The patient's name where somebody else reads it, so that they know whom it is about; else null. */
  readonly about: string | null
  /** The visit that decided: one for a confidential service before others. */
  readonly appointmentId: string | null
}
