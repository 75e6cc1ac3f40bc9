import type { CallInput, practice, Refusal, Reply, scheduling, patients } from '@foyer/contract'

type DayReply = Reply<typeof scheduling.readDay>

/** A stretch of hours and what it is for; a break is closed time with a name. */
export type DaySession = {
  readonly start: string
  readonly end: string
  readonly kind: 'open' | 'break'
  readonly label: string | null
  /** Only these kinds of visits, until `releasesAt`; null means any. */
  readonly visitTypeIds: readonly string[] | null
  readonly releasesAt: string | null
  readonly capacity: number | null
  readonly lanes: number
  readonly overbook: number
  readonly gridMinutes: number | null
  readonly walkIn: boolean
}
/** One time and place for several patients. */
export type DayGroup = {
  readonly id: string
  readonly visitTypeId: string
  readonly start: string
  readonly end: string
  readonly seats: number
  readonly taken: number
  readonly closed: boolean
  readonly assignments: readonly Assignment[]
}
export type DayResource = DayReply['resources'][number] & {
  readonly lanes?: number
  readonly sessions?: readonly DaySession[]
}
export type DayAppointment = DayReply['appointments'][number] & {
  readonly version?: number
  readonly approval?: 'pending' | 'approved' | 'declined' | null
  readonly walkIn?: boolean
  readonly groupSessionId?: string | null
}
/** Older servers tell neither sessions nor groups. */
export type Day = Omit<DayReply, 'resources' | 'appointments'> & {
  readonly resources: readonly DayResource[]
  readonly appointments: readonly DayAppointment[]
  readonly groups?: readonly DayGroup[]
  readonly holiday?: string | null
}
export type Appointment = Reply<typeof scheduling.readAppointment>
export type OpeningsAnswer = Reply<typeof scheduling.findOpenings>
export type Opening = OpeningsAnswer['openings'][number]
export type Near = OpeningsAnswer['near'][number]
export type OpeningReason = Opening['reasons'][number]
export type Assignment = Opening['assignments'][number]
export type Hold = Reply<typeof scheduling.holdOpening>
export type OpeningsQuestion = CallInput<typeof scheduling.findOpenings>
export type Practice = Reply<typeof practice.readPractice>
export type VisitType = Practice['visitTypes'][number]
export type Resource = Practice['resources'][number]
export type FoundPerson = Reply<typeof patients.searchPatients>['patients'][number]
export type ResourceKind = DayResource['kind']
export type SchedulingRefusal =
  | Refusal<typeof scheduling.findOpenings>
  | Refusal<typeof scheduling.holdOpening>
  | Refusal<typeof scheduling.bookAppointment>
  | Refusal<typeof scheduling.moveAppointment>
  | Refusal<typeof scheduling.cancelAppointment>

/** Who a visit is for, as far as the finder needs to know. */
export type Person = {
  readonly id: string
  readonly name: FoundPerson['name']
  readonly birthDate: string
  readonly mrn: string
}

/** One opening is another one if it begins at the same time with the same people and places. */
export function openingKey(opening: Pick<Opening, 'start' | 'assignments'>): string {
  return [opening.start, ...opening.assignments.map((one) => one.resourceId).sort()].join(' ')
}
