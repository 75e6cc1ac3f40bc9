import type { HappenedEvent } from '../../platform/events/event.ts'

/** A visit and the civil date at its site on which it begins. */
interface Visit {
  readonly id: string
  readonly patientId: string
  readonly siteId: string
  readonly date: string
}

export interface BookedEvent extends HappenedEvent {
  /** Language of the confirmation where somebody asked for another than the patient's. */
  readonly language?: string
  readonly repair?: RepairNews
}

/** The practice had to move a visit. `none`: nothing changes for the patient but the room. */
export interface RepairNews {
  readonly repairId: string
  readonly news: 'movedByUs' | 'otherPerson' | 'none'
}

export function appointmentBooked(visit: Visit, language: string | undefined): BookedEvent {
  return { type: 'appointment.booked', ...visit, ...(language === undefined ? {} : { language }) }
}

export function appointmentMoved(visit: Visit, dateBefore: string, repair: RepairNews | null): BookedEvent {
  const before = dateBefore === visit.date ? null : dateBefore
  return {
    type: 'appointment.moved',
    ...visit,
    dateBefore: before,
    ...(repair && { repair: { repairId: repair.repairId, news: repair.news } }),
  }
}

export function appointmentCancelled(visit: Visit): HappenedEvent {
  return { type: 'appointment.cancelled', ...visit }
}

/** A cancelled visit is booked again at its old time. */
export function appointmentRestored(visit: Visit): HappenedEvent {
  return { type: 'appointment.restored', ...visit }
}

export function holdChanged(hold: { id: string; siteId: string; date: string }): HappenedEvent {
  return { type: 'hold.changed', ...hold }
}

/** A visit left this day for another: screens that show the day look again. */
export function dayChanged(id: string, siteId: string, date: string): HappenedEvent {
  return { type: 'day.changed', id, siteId, date }
}
