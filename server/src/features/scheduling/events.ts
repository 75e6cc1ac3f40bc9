import type { BookingPlan } from '@foyer/scheduling'
import type { HappenedEvent, TakenRange } from '../../platform/events/event.ts'

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
  /** One of several visits whose patient is told of all in one message. */
  readonly together?: true
  /** Moved to another room, say: for the patient nothing is different. */
  readonly isUnseen?: true
}

/** Visits of a series or a chain, `id`, that were booked or cancelled in one step. */
export interface TogetherEvent extends HappenedEvent {
  readonly visits: readonly string[]
  readonly language?: string
}

/** The practice had to move a visit. `back`: to the time it had. */
export interface RepairNews {
  readonly repairId: string
  readonly news: 'movedByUs' | 'otherPerson' | 'back'
}

/** The same, or `none`: nothing is different for the patient. */
export interface RepairMoves extends Omit<RepairNews, 'news'> {
  readonly news: RepairNews['news'] | 'none'
}

type Taken = readonly TakenRange[]

export function takenBy({ assignments }: Pick<BookingPlan, 'assignments'>): TakenRange[] {
  return assignments.map(({ resourceId, start, end }) => [resourceId, start, end])
}

export function appointmentBooked(
  visit: Visit,
  language: string | undefined,
  taken: Taken,
  together = false,
): BookedEvent {
  const more = { ...(language === undefined ? {} : { language }), ...(together && { together }) }
  return { type: 'appointment.booked', ...visit, taken, ...more }
}

type Whole = Pick<Visit, 'id' | 'patientId'>

export function visitsBooked(whole: Whole, visits: readonly string[], language: string | undefined): TogetherEvent {
  return { type: 'visits.booked', ...whole, visits, ...(language === undefined ? {} : { language }) }
}

export function visitsCancelled(whole: Whole, visits: readonly string[]): TogetherEvent {
  return { type: 'visits.cancelled', ...whole, visits }
}

export function appointmentMoved(
  visit: Visit,
  dateBefore: string,
  taken: Taken,
  { repair, isUnseen }: { readonly repair: RepairMoves | null; readonly isUnseen: boolean },
): BookedEvent {
  return {
    type: 'appointment.moved',
    ...visit,
    dateBefore: dateBefore === visit.date ? null : dateBefore,
    taken,
    ...(repair && repair.news !== 'none' && { repair: { repairId: repair.repairId, news: repair.news } }),
    ...(isUnseen && { isUnseen }),
  }
}

export function appointmentCancelled(visit: Visit, taken: Taken, together = false): BookedEvent {
  return { type: 'appointment.cancelled', ...visit, taken, ...(together && { together }) }
}

/** The desk agreed to a visit that the patient had booked. */
export function appointmentApproved(visit: Visit): HappenedEvent {
  return { type: 'appointment.approved', ...visit }
}

/** A cancelled visit is booked again at its old time. */
export function appointmentRestored(visit: Visit, taken: Taken): HappenedEvent {
  return { type: 'appointment.restored', ...visit, taken }
}

/** Time of a visit was given back or taken again, without any news for the patient. */
export function timeChanged(visit: Visit, taken: Taken): HappenedEvent {
  return { type: 'time.changed', ...visit, taken }
}

export function groupChanged(group: { id: string; siteId: string; date: string }, taken: Taken): HappenedEvent {
  return { type: 'group.changed', ...group, taken }
}

export function holdChanged(hold: { id: string; siteId: string; date: string }, taken: Taken): HappenedEvent {
  return { type: 'hold.changed', ...hold, taken }
}

/** A visit left this day for another: screens that show the day look again. */
export function dayChanged(id: string, siteId: string, date: string): HappenedEvent {
  return { type: 'day.changed', id, siteId, date }
}
