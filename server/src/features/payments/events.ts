import type { HappenedEvent } from '../../platform/events/event.ts'
import type { Visit } from '../arrival/index.ts'

function about(type: string, paymentId: string, { row, date }: Visit): HappenedEvent {
  return { type, id: paymentId, patientId: row.patient_id, siteId: row.site_id, date }
}

export function paymentCollected(paymentId: string, visit: Visit): HappenedEvent {
  return about('payment.collected', paymentId, visit)
}

export function paymentVoided(paymentId: string, visit: Visit): HappenedEvent {
  return about('payment.voided', paymentId, visit)
}
