import { ConsentsForVisit } from '../../consents/index.ts'
import type { StepProps } from './step-props.ts'

/** Just the texts that are needed, each with its own signature. */
export function ConsentStep({ item, checkIn }: StepProps) {
  if (item.state === 'ready') return null
  return <ConsentsForVisit patientId={checkIn.visit.patient.id} appointmentId={checkIn.visit.appointmentId} />
}
