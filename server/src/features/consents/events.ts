import type { HappenedEvent } from '../../platform/events/event.ts'

/** Signed, or declined. */
export function consentGiven(consentId: string, patientId: string): HappenedEvent {
  return { type: 'consent.given', id: consentId, patientId }
}

export function consentRevoked(consentId: string, patientId: string): HappenedEvent {
  return { type: 'consent.revoked', id: consentId, patientId }
}

/** A text was written, or is asked until another day. */
export function consentTextChanged(consentTextId: string): HappenedEvent {
  return { type: 'consent-text.changed', id: consentTextId }
}
