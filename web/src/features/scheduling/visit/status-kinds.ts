import type { SignalKind } from '../../../ui/index.ts'
import type { Appointment } from '../shapes.ts'

export const statusKinds: Readonly<Record<Appointment['status'], SignalKind>> = {
  booked: 'quiet',
  arrived: 'info',
  roomed: 'info',
  'with-clinician': 'info',
  'checked-out': 'ok',
  cancelled: 'bad',
  'no-show': 'bad',
}
