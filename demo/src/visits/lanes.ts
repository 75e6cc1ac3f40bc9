import type { AppointmentStatus } from '@foyer/scheduling'
import type { DemoSite } from '../people/index.ts'
import { procedureRoom, ultrasound } from '../practice/resources.ts'

/** A visit of this moment. `at` is minutes from now (rounded down to ten) to its start. */
export type LaneVisit = {
  readonly at: number
  readonly visitType: string
  /** One of the cast; somebody of the crowd when absent. */
  readonly who?: string
  readonly status: AppointmentStatus
  /** Minutes for which it has been in its state. */
  readonly since?: number
  readonly room?: string
  readonly interpreter?: string
  /** Left out when the day is too young for it to have begun so long ago. */
  readonly optional?: true
}

/** What one clinician (or machine) does around now, in order. */
export type Lane = { readonly resource: string; readonly site: DemoSite; readonly visits: readonly LaneVisit[] }

/** The board as the mock shows it at 10:42; at any other time the same people stand where they stand there. */
export const lanes: readonly Lane[] = [
  {
    resource: 'okafor',
    site: 'chicago',
    visits: [
      { at: -50, visitType: 'bp-check', status: 'checked-out', since: 24, optional: true },
      { at: -30, visitType: 'follow-up', who: 'ola-nilsen', status: 'with-clinician', since: 12, room: 'room-1' },
      { at: -10, visitType: 'annual', who: 'harold-brandt', status: 'arrived', since: 14 },
      { at: 20, visitType: 'new-patient', who: 'amara-diallo', status: 'booked' },
    ],
  },
  {
    resource: 'singh',
    site: 'chicago',
    visits: [
      { at: -40, visitType: 'follow-up', status: 'checked-out', since: 17, optional: true },
      { at: -10, visitType: 'telehealth', who: 'ruth-mensah', status: 'with-clinician', since: 8 },
      {
        at: 30,
        visitType: 'follow-up-interpreter',
        who: 'maria-nguyen',
        status: 'booked',
        interpreter: 'thi-vo',
      },
    ],
  },
  {
    resource: 'weiss',
    site: 'chicago',
    visits: [
      { at: -30, visitType: 'procedure', who: 'ines-cabral', status: 'roomed', since: 22, room: procedureRoom },
      { at: 10, visitType: 'travel-vaccines', who: 'jun-park', status: 'arrived', since: 2 },
      { at: 40, visitType: 'bp-check', who: 'tom-becker', status: 'booked' },
    ],
  },
  {
    resource: 'alvarez',
    site: 'chicago',
    visits: [
      { at: -50, visitType: 'same-day', status: 'checked-out', since: 19, optional: true },
      {
        at: -20,
        visitType: 'new-patient-interpreter',
        who: 'samir-aziz',
        status: 'roomed',
        since: 6,
        room: 'room-2',
        interpreter: 'karim-mansour',
      },
      { at: 30, visitType: 'same-day', status: 'booked' },
    ],
  },
  {
    resource: 'clarke',
    site: 'chicago',
    visits: [
      { at: -60, visitType: 'sick-child', status: 'checked-out', since: 21, optional: true },
      { at: -20, visitType: 'sick-child', status: 'with-clinician', since: 9, room: 'room-4' },
      { at: 0, visitType: 'well-child', who: 'leila-haddad', status: 'arrived', since: 5 },
      { at: 40, visitType: 'sick-child', status: 'booked' },
    ],
  },
  {
    resource: 'bell',
    site: 'chicago',
    visits: [
      { at: -90, visitType: 'physical-therapy', status: 'no-show', since: 60, optional: true },
      { at: -40, visitType: 'physical-therapy', status: 'roomed', since: 15, room: 'room-7' },
      { at: 20, visitType: 'physical-therapy', status: 'booked' },
    ],
  },
  {
    resource: ultrasound,
    site: 'chicago',
    visits: [
      { at: -50, visitType: 'ultrasound', status: 'checked-out', since: 11 },
      { at: 50, visitType: 'ultrasound', who: 'grace-adeyemi', status: 'booked' },
    ],
  },
  {
    resource: 'whitfield',
    site: 'dayton',
    visits: [
      { at: -50, visitType: 'bp-check', status: 'checked-out', since: 25, optional: true },
      { at: -30, visitType: 'follow-up', status: 'with-clinician', since: 11, room: 'room-a' },
      { at: -10, visitType: 'follow-up', status: 'roomed', since: 7, room: 'room-b' },
      { at: 10, visitType: 'follow-up', status: 'arrived', since: 3 },
      { at: 40, visitType: 'new-patient', status: 'booked' },
    ],
  },
  {
    resource: 'reyes',
    site: 'dayton',
    visits: [
      { at: -60, visitType: 'counseling', status: 'checked-out', since: 6 },
      { at: 10, visitType: 'counseling', status: 'booked' },
      { at: 80, visitType: 'counseling', status: 'booked' },
    ],
  },
]

/** Freed a few minutes ago: a visit of later today that waits to be filled. */
export const justCancelled = { resource: 'singh', site: 'chicago', at: 160, visitType: 'follow-up', since: 12 } as const
